import Composing
import Foundation
import Grouping
import Pages
import Paper
import Reports
import Testing

/// docs/templates.md is written by hand down to a mark and made from the specimens below it; `make goldens` rewrites it.
@Suite("The reference of templates", .serialized)
struct GoldenTemplateReferenceTests {
  private static let path = "\(Program.packageRoot)/docs/templates.md"
  private static let mark = "make goldens -->\n"

  @Test("docs/templates.md lists every name that pages offer today, and what the program says of five mistakes")
  func page() throws {
    let kept = try String(contentsOfFile: Self.path, encoding: .utf8)
    let end = try #require(kept.range(of: Self.mark)?.upperBound)
    let mistakes = try PlantedMistakes.report(locale: "zh_CN.UTF-8").errors
    let made = """
      \(kept[..<end])
      ## 一次查出五处错误 · Five mistakes in one run

      `templates/about.mustache`

      ```html
      \(PlantedMistakes.template)```

      `dualpoints check`

      ```text
      \(mistakes)```
      \(try TemplateReference(sources: ["Composing", "Pages", "Paper", "Reports", "Grouping"].map { "\(Program.packageRoot)/Sources/\($0)" }).text)
      """
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(made.utf8).write(to: URL(filePath: Self.path))
    }
    let now = try String(contentsOfFile: Self.path, encoding: .utf8)
    #expect(now == made, "run the tests with UPDATE_GOLDENS=1 and look at the difference")
  }

  @Test("its names are those a template may use: each page kind has its section, each link its heading")
  func sections() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let pages = Set(text.matches(of: /\n## ([a-z\/-]+)\n/).map { String($0.output.1) })
    let groups = groupCatalog.map { $0.template }
    #expect(
      pages == Set(catalog.map { $0.template } + printCatalog.map { $0.template } + groups + [CheckReport.template]))
    let headings = Set(
      text.matches(of: /\n### (.+)\n/).map { $0.output.1.lowercased().replacing(".", with: "") })
    let links = Set(text.matches(of: /\]\(#([a-z]+)\)/).map { String($0.output.1) })
    #expect(!links.isEmpty && links.isSubset(of: headings), "\(links.subtracting(headings))")
  }

  @Test("the worked example builds, and its headline is on the front page")
  func example() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let headline = try #require(lines.first { $0.hasPrefix("<h1>{{year}}") })
    let lede = try #require(lines.first { $0.hasPrefix("<p class=\"lede\">{{#leader}}") })
    let folder = try TemporaryFolder()
    let project = "\(folder.path)/a"
    #expect(try Program.run(["new", "project", project, "--year", "2026"]).status == 0)
    #expect(try Program.run(["new", "template", "home", "--project", project]).status == 0)
    let home = try folder.text("a/templates/home.mustache")
    let old = try #require(home.firstMatch(of: /<h1>(.|\n)*?<\/h1>/)?.output.0)
    try folder.write("a/templates/home.mustache", home.replacingOccurrences(of: old, with: headline + lede))
    let build = try Program.run(["build", "--project", project])
    #expect(build.status == 0, "\(build.errors)")
    #expect(try folder.text("a/public/index.html").asWritten.contains("<h1>2026年，3个支部在比什么</h1>"))
    // The copy is the project's own now and isn't taken away.
    #expect(try Program.run(["new", "template", "home", "--project", project]).status == 64)
    let unknown = try Program.run(["new", "template", "hoem", "--project", project], locale: "en_US.UTF-8")
    #expect(unknown.errors.contains("did you mean 'home'?"))
  }
}
