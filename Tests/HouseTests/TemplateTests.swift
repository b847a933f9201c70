import Foundation
import Testing

/// Templates are for people: whoever knows HTML reads them in any editor, side by side with another.
@Suite("The templates")
struct TemplateTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "templates")

  private func lines(_ path: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8).components(separatedBy: "\n")
  }

  private func paths(_ ends: String...) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { path in ends.contains { path.hasSuffix($0) } && path != "fonts.css" }.sorted()
  }

  @Test("no line of a template, stylesheet or script is longer than 160 characters")
  func short() throws {
    let files = try paths(".mustache", ".css", ".js")
    #expect(files.count > 80)
    let long = try files.flatMap { path in
      try lines(path).enumerated().filter { $0.element.unicodeScalars.count > 160 }.map { "\(path):\($0.offset + 1)" }
    }
    #expect(long == [])
  }

  @Test("a row's cells and a list's items stand one a line")
  func apart() throws {
    let crowded = try paths(".mustache").flatMap { path in
      try lines(path).enumerated().filter { _, line in
        line.matches(of: /<(td|th|li|dt|dd|tr|p|h2|h3|caption|thead|tbody)\b/).count > 3 && line.count > 110
      }.map { "\(path):\($0.offset + 1)" }
    }
    #expect(crowded == [])
  }
}
