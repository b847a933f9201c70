import Foundation
import Testing

/// A template with five mistakes, and the report of the real program; docs/templates.md shows both.
enum PlantedMistakes {
  static let template = """
    {{<layout}}{{$main}}
    <main id="main">
      <h1>{{pageTitel}}</h1>
      {{#evnts}}<p>{{on}}</p>{{/evnts}}
      <p>{{html}}</p>
      {{>parts/stat}}
      {{#groups}}<h2>{{name}}</h2>
    </main>
    {{/main}}{{/layout}}

    """

  static func report(locale: String) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    _ = try Program.run(["new", "project", "\(folder.path)/a", "--year", "2026"])
    try folder.write("a/templates/about.mustache", template)
    return try Program.run(["check", "--project", "\(folder.path)/a"], locale: locale)
  }
}

@Suite("A template with five mistakes")
struct PlantedMistakesTests {
  @Test("all five are told in one run, each with its place and what was meant")
  func five() throws {
    let outcome = try PlantedMistakes.report(locale: "en_US.UTF-8")
    #expect(outcome.status == 1)
    let lines = outcome.errors.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let path = "--> templates/about.mustache:"
    let found = lines.filter { $0.hasPrefix("error[") || $0.hasPrefix("--> ") || $0.hasPrefix("= help: ") }
    #expect(
      found == [
        "error[unknown-name]: there is no name 'pageTitel' here", path + "3:9", "= help: did you mean 'pageTitle'?",
        "error[unknown-name]: there is no name 'evnts' here", path + "4:6", "= help: did you mean 'events'?",
        "error[wrong-kind]: 'html' is trusted markup and can't be printed with {{ }}", path + "5:8",
        "= help: write {{{html}}}",
        "error[unknown-partial]: there is no template 'parts/stat' to include", path + "6:6",
        "= help: did you mean 'parts/state'? otherwise create templates/parts/stat.mustache",
        "error[template-syntax]: 'groups' is opened and never closed", path + "7:6",
        "= help: write {{/groups}} after its content",
      ], "\(outcome.errors)")
    #expect(lines.last == "5 errors")
  }
}
