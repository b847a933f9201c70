import Foundation
import Testing

@Suite("A project's own templates")
struct OverrideEndToEndTests {
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["new", "project", "\(folder.path)/a", "--year", "2026"]).status == 0)
    return folder
  }

  private func run(_ command: String, in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run([command, "--project", "\(folder.path)/a"], locale: "en_US.UTF-8")
  }

  @Test("the program alone, in a folder without its repository, builds a project without templates")
  func alone() throws {
    let folder = try project()
    try Program.copy(to: folder.path + "/program")
    let script = "cd '\(folder.path)/a' && env -i ../program build"
    #expect(try Program.run("/bin/sh", ["-c", script]).status == 0)
    #expect(try folder.text("a/public/index.html").contains("href=style.css"))
    let shipped = try String(contentsOfFile: Program.packageRoot + "/templates/style.css", encoding: .utf8)
    #expect(try folder.text("a/public/style.css") == shipped)
  }

  @Test("one file of the project stands in place of one built-in file; all others stay as they are")
  func override() throws {
    let folder = try project()
    #expect(try run("build", in: folder).status == 0)
    let before = try folder.contents(of: "a/public")
    let about = try String(contentsOfFile: Program.packageRoot + "/templates/about.mustache", encoding: .utf8)
    try folder.write("a/templates/about.mustache", about + "<!-- ours -->\n")
    try folder.write("a/templates/style.css", "body { margin: 0 }\n")
    let build = try run("build", in: folder)
    #expect(build.status == 0)
    #expect(build.errors == "")
    let after = try folder.contents(of: "a/public")
    let changed = after.keys.filter { after[$0] != before[$0] && !$0.hasPrefix(".dualpoints/") }
    #expect(changed.sorted() == ["about.html", "style.css"])
    #expect(try folder.text("a/public/style.css") == "body { margin: 0 }\n")
  }

  @Test("a script or picture of the project's own is published where a template can find it")
  func additions() throws {
    let folder = try project()
    let layout = try String(contentsOfFile: Program.packageRoot + "/templates/layout.mustache", encoding: .utf8)
    try folder.write(
      "a/templates/layout.mustache",
      layout.replacingOccurrences(
        of: "</body>",
        with: "<img src=\"{{root}}images/star.svg\" alt=\"\"><script src=\"{{root}}scripts/ours.js\"></script></body>"))
    try folder.write("a/templates/scripts/ours.js", "let ours = 1\n")
    try folder.write("a/templates/images/star.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
    let build = try run("build", in: folder)
    #expect(build.status == 0)
    #expect(build.errors == "")
    #expect(try folder.text("a/public/scripts/ours.js") == "let ours = 1\n")
    #expect(folder.exists("a/public/images/star.svg"))
    #expect(!folder.exists("a/public/archetypes"))
  }

  @Test(
    "a file that nothing uses is a warning with the name that was meant",
    arguments: [
      ("hoem.mustache", "templates/home.mustache"), ("parts/stat.mustache", "templates/parts/state.mustache"),
      ("styel.css", "templates/style.css"), ("archetypes/stroy.md", "templates/archetypes/story.md"),
    ])
  func misspelt(name: String, meant: String) throws {
    let folder = try project()
    try folder.write("a/templates/\(name)", "x\n")
    let check = try run("check", in: folder)
    #expect(check.status == 0)
    #expect(check.errors.contains("warning[unused-template]: templates/\(name) "))
    #expect(check.errors.contains("did you mean '\(meant)'?"))
    #expect(check.errors.contains("1 warning\n"))
  }

  @Test("a partial of the project's own is used by its template, and no warning")
  func ownPartial() throws {
    let folder = try project()
    let about = try String(contentsOfFile: Program.packageRoot + "/templates/about.mustache", encoding: .utf8)
    try folder.write("a/templates/about.mustache", about + "{{>parts/ours}}")
    try folder.write("a/templates/parts/ours.mustache", "<!-- {{siteTitle}} -->{{>parts/inner}}\n")
    try folder.write("a/templates/parts/inner.mustache", "<!-- inner -->\n")
    let check = try run("check", in: folder)
    #expect(check.status == 0)
    #expect(check.errors == "")
  }

  @Test("a built-in file that a project's change makes wrong is named as built in")
  func builtIn() throws {
    let folder = try project()
    // The built-in pages fill the block "main" of the layout, which is gone.
    try folder.write("a/templates/layout.mustache", "<!doctype html><title>{{pageTitle}}</title>\n")
    let check = try run("check", in: folder)
    #expect(check.status == 1)
    let places = check.errors.split(separator: "\n").filter { $0.contains("--> ") }
    #expect(!places.isEmpty && places.allSatisfy { $0.hasSuffix(" (built in)") })
  }
}
