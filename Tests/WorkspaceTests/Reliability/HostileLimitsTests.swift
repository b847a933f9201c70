import Foundation
import Testing

/// Projects that somebody made to harm: whatever their files claim or repeat, a check ends with words, in two gigabytes.
///
/// A further kind is a line in `all`.
struct HostileProject: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Puts its files into the small project.
  let prepare: @Sendable (TemporaryFolder) throws -> Void

  private static let records = "content/years/2025/records/"
  private static let river = "content/campaigns/river/"

  private static func line(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let all = [
    HostileProject(testDescription: "folders within folders") { folder in
      try folder.write("content/" + line("a/", 200) + "b.md", "x")
    },
    HostileProject(testDescription: "five thousand files of a kind that isn't read") { folder in
      for index in 0..<5_000 { try folder.write("\(records)\(index).xlsx", "x") }
    },
    HostileProject(testDescription: "three thousand works without a word") { folder in
      for index in 0..<3_000 { try folder.write("content/works/w\(index).md", "") }
    },
    HostileProject(testDescription: "files that claim 200 GiB") { folder in
      for name in [
        records + "a.csv", "content/about2.md", river + "a.svg", river + "a.png", river + "a.jpg", "templates/a.css",
      ] {
        try folder.write(name, "")
        #expect(truncate("\(folder.path)/\(name)", 200 << 30) == 0)
      }
    },
    HostileProject(testDescription: "pipes and devices' names") { folder in
      for name in ["site.yaml", "members/x.csv", "about.md"] {
        unlink("\(folder.path)/content/\(name)")
        #expect(mkfifo("\(folder.path)/content/\(name)", 0o600) == 0)
      }
    },
    HostileProject(testDescription: "a line of two megabytes in each kind of text") { folder in
      for name in [records + "a.csv", "content/groups/a.yaml", "content/works/a.md", "templates/a.mustache"] {
        try folder.write(name, line("长行,", 300_000))
      }
    },
    HostileProject(testDescription: "a cell of twenty megabytes") { folder in
      try folder.write(
        records + "a.csv",
        "date,member,item,quantity,note\n2025-01-10,nobody,lecture,1,\"\(line("a\n", 10 << 20))\"\n")
    },
    HostileProject(testDescription: "a million rows that are all wrong") { folder in
      try folder.write(records + "a.csv", "date,member,item,quantity,note\n" + line("x,y,z,1,n\n", 1_000_000))
    },
    HostileProject(testDescription: "a template of twenty thousand wrong tags in one line") { folder in
      try folder.write("templates/about.mustache", line("{{nothing}} ", 20_000))
    },
    HostileProject(testDescription: "sections and partials within themselves") { folder in
      try folder.write("templates/about.mustache", line("{{#a}}", 50_000))
      try folder.write("templates/home.mustache", "{{>home}}")
    },
    HostileProject(testDescription: "brackets within brackets") { folder in
      try folder.write("content/groups/a.yaml", "name: " + line("[", 200_000))
      try folder.write("content/works/a.md", "---\ntitle: a\n---\n\n" + line("> ", 100_000))
    },
    HostileProject(testDescription: "a picture that is all tags") { folder in
      try folder.write(
        river + "index.md", "---\ntitle: a\nfrom: 2025-03-01\nto: 2025-03-31\nsummary: b\n---\n\nx\n")
      let tags = line("<g>", 200_000)
      try folder.write(river + "a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\(tags)<script/></svg>")
    },
  ]
}

@Suite("A check of a hostile project")
struct HostileLimitsTests {
  /// In KiB that the whole program may reserve, and seconds of one processor, of which a tenth is enough.
  private func check(_ folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(
      "/bin/sh",
      ["-c", "ulimit -v 2000000; ulimit -t 240; exec \"$@\"", "sh", Program.path, "check", "--project", folder.path],
      locale: "en_US.UTF-8")
  }

  @Test("the small project itself is checked within the bound") func base() throws {
    #expect(try check(try SmallProject.folder()).status == 0)
  }

  @Test("ends by itself with what is wrong", arguments: HostileProject.all)
  func bounded(project: HostileProject) throws {
    let folder = try SmallProject.folder()
    try project.prepare(folder)
    let outcome = try check(folder)
    #expect(!outcome.wasKilled && outcome.status == 1, "\(outcome.status): \(outcome.errors.prefix(600))")
    #expect(outcome.errors.contains("error["))
    // Two hundred of a file and of those without one, each of some lines.
    #expect(outcome.errors.utf8.count < 2 << 20)
  }
}
