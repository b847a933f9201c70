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

  @Test("a class is found wherever it stands in a selector, and nothing else is one")
  func found() {
    #expect(
      classes(of: "/* .no { */ a.one:not(.two) > .three-4, [b] { width: .5em } @media print { .five { } }")
        == ["one", "two", "three-4", "five"])
  }
}
