import Foundation
import Scoring
import Testing
import TinyWorkbooks

@testable import Workspace

/// A project with its tables as CSV and the same with its tables as workbooks give the same site, citations apart.
@Suite("Tables as workbooks", .serialized)
struct SampleAsWorkbooksTests {
  @Test("the sample with every table of its ledger as a workbook is published byte for byte as the sample")
  func same() throws {
    let (plain, books) = (try TemporaryFolder(), try TemporaryFolder())
    let size = SampleSize(members: 60, records: 900, stories: 8, seed: 3)
    for folder in [plain, books] { _ = try writeSample(size, to: "\(folder.path)/a") }
    let converted = try convert(books)
    #expect(converted.count > 30)
    for kind in [
      "branches", "offices", "activities", "claims", "ratings", "members/", "memberships/", "records/", "welfare/",
    ] {
      #expect(converted.contains { $0.contains(kind) }, "\(kind)")
    }
    let (expected, found) = (try site(of: plain), try site(of: books))
    #expect(Set(expected.keys) == Set(found.keys))
    let different = expected.filter { path, bytes in
      found[path].map { withoutFolders(asLines($0)) != withoutFolders(bytes) } ?? true
    }.keys.sorted()
    // The list of what was published has digests of pages that cite places.
    #expect(different == [".dualpoints/manifest"])
    let citing = found.count { $0.value.range(of: Self.mark) != nil }
    #expect(citing > 60, "pages cite cells")
  }

  private static let mark = Data(".xlsx[表]".utf8)

  private func site(of folder: TemporaryFolder) throws -> [String: Data] {
    let report = try buildSite(project: "\(folder.path)/a", output: "\(folder.path)/site", profile: .intranet)
    #expect(report.publication != nil, "\(report.diagnostics.prefix(5))")
    return Dictionary(
      uniqueKeysWithValues: try folder.contents(of: "site").map { ($0, try words(of: $1, at: $0)) })
  }

  /// Puts a workbook in the place of every table of the ledger, and cells in that of the lines that are cited.
  private func convert(_ folder: TemporaryFolder) throws -> [String] {
    let files = try folder.contents(of: "a/content").filter { path, _ in !path.hasPrefix("campaigns/") }
    let tables = files.keys.filter { $0.hasSuffix(".csv") && !["keys.csv", "archives.csv"].contains($0) }.sorted()
    for path in tables {
      let text = String(decoding: files[path] ?? Data(), as: UTF8.self)
      try folder.write("a/content/\(path.dropLast(4)).xlsx", bytes: workbook(text).bytes)
      try FileManager.default.removeItem(atPath: "\(folder.path)/a/content/\(path)")
    }
    for (path, bytes) in files where path.hasSuffix("objections.yaml") {
      let text = String(decoding: bytes, as: UTF8.self)
      try folder.write("a/content/\(path)", text.replacing(#/\.csv:([0-9]+)/#) { ".xlsx[表]A\($0.1)" })
    }
    return tables
  }

  /// A row where the line was; days and numbers as such, words as words.
  private func workbook(_ text: String) -> TinyWorkbook {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      let cells = cells(line).enumerated().map { column, text in
        text.isEmpty ? "" : cell(text, "\(UnicodeScalar(UInt8(0x41 + column)))\(index + 1)")
      }
      return line.isEmpty || line.hasPrefix("#") ? "" : "<row r=\"\(index + 1)\">\(cells.joined())</row>"
    }
    return TinyWorkbook(
      sheet: "<sheetData>\(rows.joined())</sheetData>", styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>")
  }

  /// Cells without quotes in them.
  private func cells(_ line: Substring) -> [String] {
    var (cells, isQuoted) = ([""], false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private func cell(_ text: String, _ place: String) -> String {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    if text.count == 10, parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]),
      let march = Day(year: 1900, month: 3, day: 1)
    {
      return "<c r=\"\(place)\" s=\"1\"><v>\(day.ordinal - march.ordinal + 61)</v></c>"
    }
    if text.wholeMatch(of: #/0|[1-9][0-9]{0,6}(\.[0-9]?[1-9])?/#) != nil {
      return "<c r=\"\(place)\"><v>\(text)</v></c>"
    }
    let escaped = text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
    return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
  }

  /// What cites cells as if it cited lines: `records/b01.xlsx[表]A12` is `records/b01.csv:12`, `b01“表”A12格` is `b01第12行`, and
  /// the id of its row has no sheet.
  private func asLines(_ bytes: Data) -> Data {
    let bytes = asPaths(bytes)
    guard bytes.range(of: Data("表".utf8)) != nil else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    return Data(
      text.replacing(#/“表”[A-Z]+([0-9]+)格/#) { "第\($0.1)行" }.replacing("-表-", with: "-").utf8)
  }

  private func asPaths(_ bytes: Data) -> Data {
    guard bytes.range(of: Self.mark) != nil else { return bytes }
    var (result, rest) = (Data(), bytes)
    while let mark = rest.range(of: Self.mark) {
      result += rest[..<mark.lowerBound] + Data(".csv:".utf8)
      rest = rest[mark.upperBound...].drop { (0x41...0x5A).contains($0) }
    }
    return result + rest
  }
}
