import Diagnostics
import Foundation
import Reports
import Scoring
import Testing
import TinyWorkbooks

@testable import Workspace

/// docs/diagnostics/<code>.txt, laid on disk over the smallest project.
///
/// The first line gives the severity and, where that isn't reading or scoring a text as it stands, the stage. Lines before
/// the sections: `asset: path` adds a picture, `bytes: path` says that `\xff` in a section is a byte, `day: 2025-12-11` for which day it is read. In every section
/// `repeat: 3 "> "` stands for `> > > `. A section `query.sql` is asked of the project, a section `group.yaml` is a group that it belongs to.
struct MistakeExample: CustomTestStringConvertible {
  let code: DiagnosticCode
  let severity: Diagnostic.Severity
  let sections: [(path: String, text: String)]
  let assets: [String]
  let raw: Set<String>
  /// The day it is read for.
  let day: Day?

  static let folder = "\(Program.packageRoot)/docs/diagnostics"
  static let mark = "1️⃣"

  var testDescription: String { code.rawValue }

  init(_ code: DiagnosticCode) throws {
    let (preface, sections) = try Self.parse("\(Self.folder)/\(code.rawValue).txt")
    self.code = code
    severity = preface.first?.hasPrefix("warning") == true ? .warning : .error
    self.sections = sections
    assets = preface.filter { $0.hasPrefix("asset: ") }.map { String($0.dropFirst(7)) }
    day = try preface.first { $0.hasPrefix("day: ") }.map { try reportDay(String($0.dropFirst(5))) }
    raw = Set(preface.filter { $0.hasPrefix("bytes: ") }.map { String($0.dropFirst(7)) })
  }

  /// The smallest project, by path.
  static func base() throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try parse("\(folder)/base.txt").sections.map { ($0.path, $0.text) })
  }

  private static func parse(_ path: String) throws -> (preface: [String], sections: [(path: String, text: String)]) {
    let parts = try ("\n" + String(contentsOfFile: path, encoding: .utf8)).components(separatedBy: "\n-- ")
    let sections = parts.dropFirst().map { part in
      let end = part.range(of: " --\n") ?? part.range(of: " --") ?? part.startIndex..<part.startIndex
      var text = String(part[end.upperBound...])
      if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
      return (String(part[..<end.lowerBound]), text)
    }
    return (parts[0].components(separatedBy: "\n").filter { !$0.isEmpty }, sections)
  }

  /// The bytes of a section, and line and column of the mark in it.
  private func bytes(of text: String, isRaw: Bool) -> (bytes: [UInt8], mark: (line: Int, column: Int)?) {
    let mark = text.range(of: Self.mark).map { range in
      let lines = text[..<range.lowerBound].components(separatedBy: "\n")
      return (lines.count, decoded(lines.last ?? "", isRaw: isRaw).columns + 1)
    }
    return (decoded(text.replacingOccurrences(of: Self.mark, with: ""), isRaw: isRaw).bytes, mark)
  }

  private func decoded(_ text: String, isRaw: Bool) -> (bytes: [UInt8], columns: Int) {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: /repeat: ([0-9]+) "([^"]*)"/) {
      bytes += Array(rest[..<match.range.lowerBound].utf8)
      bytes += Array(String(repeating: String(match.2), count: Int(match.1) ?? 0).utf8)
      rest = rest[match.range.upperBound...]
    }
    bytes += Array(rest.utf8)
    guard isRaw else { return (bytes, text.unicodeScalars.count) }
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = String(decoding: bytes[min(index + 2, bytes.count)..<min(index + 4, bytes.count)], as: UTF8.self)
      if bytes[index] == 0x5C, index + 1 < bytes.count, bytes[index + 1] == 0x78, let byte = UInt8(digits, radix: 16) {
        plain.append(byte)
        index += 4
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return (plain, columns(of: plain))
  }

  /// Columns of a line: where it isn't UTF-8, two bytes from 0x80 on make a character, as in GB18030.
  private func columns(of bytes: [UInt8]) -> Int {
    if String(validating: bytes, as: UTF8.self) != nil {
      return String(decoding: bytes, as: UTF8.self).unicodeScalars.count
    }
    return bytes.count { $0 < 0x80 } + bytes.count { $0 >= 0x80 } / 2
  }

  /// The project on disk, and where the mark stood: `path:line:column`.
  func write() throws -> (folder: TemporaryFolder, mark: String?) {
    let folder = try TemporaryFolder()
    for (path, text) in try Self.parse("\(Self.folder)/base.txt").sections { try folder.write(path, text) }
    // A drawing that is one; any other picture is no picture at all.
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    for path in assets { try folder.write(path, path.hasSuffix(".svg") ? drawing : "x") }
    var marked: String?
    for (path, text) in sections {
      if text.isEmpty {
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
        continue
      }
      if let sheet = SheetSection(path) {
        let plain = WrittenSheet(text.replacingOccurrences(of: Self.mark, with: ""))
        try folder.write(sheet.path, bytes: plain.workbook(name: sheet.name).bytes)
        let cell = WrittenSheet(text).cell(holding: Self.mark)
        if let cell { marked = "\(sheet.path):\(cell.row):\(cell.column)" }
        continue
      }
      let (bytes, mark) = bytes(of: text, isRaw: raw.contains(path))
      try folder.write(path, bytes: bytes)
      if let mark { marked = "\(path):\(mark.line):\(mark.column)" }
    }
    return (folder, marked)
  }

  /// What differs from the base: enough to see the mistake.
  func source() throws -> String {
    let base = try Self.base()
    return sections.sorted { $0.path < $1.path }.map { path, text in
      if text.isEmpty { return "`\(path)`（没有这个文件 · without this file）\n" }
      let known = Set(base[path, default: ""].components(separatedBy: "\n"))
      let lines = text.replacingOccurrences(of: Self.mark, with: "").components(separatedBy: "\n")
      let changed = lines.filter { !$0.isEmpty && !known.contains($0) }
      // Where the mistake is what isn't there, the place that is pointed at says more than nothing.
      if changed.isEmpty, let marked = text.components(separatedBy: "\n").first(where: { $0.contains(Self.mark) }) {
        return "`\(path)`\n\n" + Self.fenced(marked.replacingOccurrences(of: Self.mark, with: "") + "\n")
      }
      if changed.isEmpty { return "`\(path)`\n\n" + Self.fenced(text) }
      return "`\(path)`\n\n" + Self.fenced(changed.joined(separator: "\n") + "\n")
    }.joined(separator: "\n")
  }

  /// A block longer than any fence in it.
  private static func fenced(_ text: String) -> String {
    let fence = text.contains("```") ? "````" : "```"
    return "\(fence)text\n\(text)\(fence)\n"
  }
}
