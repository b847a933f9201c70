import Diagnostics
import Foundation
import Scoring
import Texts
import TinyWorkbooks
import Workbooks
@testable import Reading
import Sheets

/// A project in memory: the files of docs/diagnostics/base.txt with others laid over them.
struct Project {
  var files: [String: String]
  var assets: [Asset] = []

  /// The mark that stands in a source text where the diagnostic should point.
  static let mark = "1️⃣"

  static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs")

  static func base() throws -> Project {
    Project(
      files: try sections(of: String(contentsOf: docs.appending(path: "diagnostics/base.txt"), encoding: .utf8)).files)
  }

  /// `-- path --` begins a section; what stands before the first is the preface.
  static func sections(of text: String) -> (preface: [String], files: [String: String]) {
    var preface: [String] = []
    var files: [String: String] = [:]
    var path: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        path = String(line.dropFirst(3).dropLast(3))
        path.map { files[$0] = "" }
      } else if let path {
        files[path, default: ""] += line + "\n"
      } else {
        preface.append(String(line))
      }
    }
    // The file's own last line end isn't a line.
    if let path, files[path]?.hasSuffix("\n\n") == true { files[path]?.removeLast() }
    return (preface, files.mapValues { $0 == "\n" ? "" : $0 })
  }

  mutating func lay(_ others: [String: String]) {
    for (path, text) in others { files[path] = text.isEmpty ? nil : text }
  }

  /// The tree without the mark, and where the mark stood.
  func tree() -> (tree: SourceTree, marked: Place?) {
    var sources: [SourceFile] = []
    var found: (path: String, line: Int, column: Int)?
    for (path, text) in files {
      if let sheet = SheetSection(path) {
        let written = WrittenSheet(text)
        if let cell = written.cell(holding: Self.mark) { found = (sheet.path, cell.row, cell.column) }
        let bytes = WrittenSheet(text.replacingOccurrences(of: Self.mark, with: "")).workbook(name: sheet.name).bytes
        if case .success(let workbook) = readWorkbook(bytes) {
          sources += workbook.sheets.map { SourceFile(path: sheet.path, sheet: $0) }
        }
        continue
      }
      if let range = text.range(of: Self.mark) {
        let before = text[..<range.lowerBound]
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        found = (path, lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
      }
      sources.append(SourceFile(path: path, text: text.replacingOccurrences(of: Self.mark, with: "")))
    }
    let tree = SourceTree(files: sources, assets: assets)
    let place = found.flatMap { found in
      tree.index(of: found.path).map { Place(file: $0, line: Int32(found.line), column: Int32(found.column)) }
    }
    return (tree, place)
  }

  func read(on day: Day? = nil) -> (content: Content?, diagnostics: [Diagnostic], tree: SourceTree, marked: Place?) {
    let (tree, marked) = tree()
    let (content, diagnostics) = Reading.read(tree, on: day)
    return (content, diagnostics, tree, marked)
  }
}
