import Foundation
import Testing

/// What the site's stylesheet has and nobody uses is sent to every reader.
@Suite("The stylesheet")
struct StylesheetTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func texts(below folder: String, ending ends: [String]) throws -> [String] {
    let folder = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { path in ends.contains { path.hasSuffix($0) } && !path.hasPrefix("print/") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }

  /// Names of classes in what stands before a brace.
  private func classes(of stylesheet: String) -> Set<String> {
    let bare = stylesheet.replacing(/\/\*(.|\n)*?\*\//, with: "")
    var classes: Set<String> = []
    for selector in bare.matches(of: /([^{}]+)\{/) {
      for name in selector.output.1.matches(of: /\.([a-zA-Z][\w-]*)/) { classes.insert(String(name.output.1)) }
    }
    return classes
  }

  @Test("every class stands in a template, a script or a room that makes markup")
  func used() throws {
    let stylesheet = try String(contentsOf: root.appending(path: "templates/style.css"), encoding: .utf8)
    let sources =
      try texts(below: "templates", ending: [".mustache", ".js"])
      + ["Charting", "Composing", "Markup", "Pages", "Typesetting"].flatMap {
        try texts(below: "Sources/\($0)", ending: [".swift"])
      }
    var words: Set<Substring> = []
    for text in sources {
      words.formUnion(text.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == "_") })
    }
    let unused = classes(of: stylesheet).filter { name in
      // `of-{{storyCount}}`, `d{{depth}}`: as many as there are.
      let stem = name.replacing(/(\d+|many)$/, with: "{{")
      return !words.contains(name[...]) && !sources.contains { $0.contains(stem) }
    }
    #expect(unused.sorted() == [])
  }

  /// Classes that a template writes out; where a value follows, as in `of-{{count}}`, what stands before it.
  private func written(in template: String) -> Set<String> {
    let bare = template.replacing(/\{\{!(.|\n)*?\}\}/, with: "")
    var classes: Set<String> = []
    for attribute in bare.matches(of: /class="((\{\{[^}]*\}\}|[^"])*)"/) {
      let names = attribute.output.1.replacing(/\{\{[#^\/][^}]*\}\}/, with: " ").split { $0 == " " || $0 == "\n" }
      for name in names { classes.insert(String(name.replacing(/\{\{.*/, with: "{{"))) }
    }
    return classes
  }

  /// Of these something else than a rule makes use.
  private let withoutRule: Set<String> = [
    "item",  // the typesetter puts 、 between those that follow one another
    "{{",  // a name's own value, whose cases are the view's
  ]

  @Test(
    "every class of a template has a rule, or a script or the theme asks for it",
    arguments: [("", "style.css"), ("print/", "print.css")])
  func ruled(part: String, stylesheet: String) throws {
    let folder = root.appending(path: "templates")
    let report = try String(contentsOf: folder.appending(path: "report.mustache"), encoding: .utf8)
    let rules = classes(of: try String(contentsOf: folder.appending(path: stylesheet), encoding: .utf8) + report)
    let others = try texts(below: "templates", ending: [".js"]) + texts(below: "Sources/Theming", ending: [".swift"])
    var missing: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".mustache") && path.hasPrefix("print/") == (part == "print/") {
      let template = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for name in written(in: template).subtracting(rules).subtracting(withoutRule) {
        let stem = name.replacing("{{", with: "")
        let isCounted = stem != name && rules.contains { $0.hasPrefix(stem) }
        if !isCounted, !others.contains(where: { $0.contains(name) }) { missing.insert("\(path): \(name)") }
      }
    }
    #expect(missing.sorted() == [])
  }

  @Test("a class of a template is found between sections and before values")
  func foundInTemplates() {
    let template = "<b class=\"a{{#isB}} b{{/isB}} of-{{count}}\" id=\"c\"><i class=\"{{kind}}\">{{! class=\"no\" }}"
    #expect(written(in: template) == ["a", "b", "of-{{", "{{"])
  }

  @Test("a class is found wherever it stands in a selector, and nothing else is one")
  func found() {
    #expect(
      classes(of: "/* .no { */ a.one:not(.two) > .three-4, [b] { width: .5em } @media print { .five { } }")
        == ["one", "two", "three-4", "five"])
  }
}
