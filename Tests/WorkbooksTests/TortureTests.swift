import Foundation
import Testing

import Sheets
import Texts
@testable import Workbooks

/// Small workbooks that hurt, and what each must give: see Fixtures/expected.json.
struct Torture: Decodable, CustomTestStringConvertible, Sendable {
  enum Kind: String, Decodable { case read, either, refuse }
  struct Sheet: Decodable {
    let name: String
    let cells: [String: Wanted]
    let alt: [[String: Wanted]]?
    let merges: [String]?
    let hidden_rows: [Int32]?
    let filtered: [Int32]?
    let loose: Bool?
  }

  let file: String
  let kind: Kind
  let sheets: [Sheet]?
  var testDescription: String { file }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  static let all: [Torture] = {
    let data = (try? Data(contentsOf: folder.appending(path: "expected.json"))) ?? Data()
    return (try? JSONDecoder().decode([Torture].self, from: data)) ?? []
  }()
}

/// `["n", 5]`, `["empty"]`, or several of them.
enum Wanted: Decodable {
  case one(kind: String, value: String)
  case any([Wanted])

  private enum Key: CodingKey { case any }

  init(from decoder: any Decoder) throws {
    if let several = try? decoder.container(keyedBy: Key.self) {
      self = .any(try several.decode([Wanted].self, forKey: .any))
      return
    }
    var list = try decoder.unkeyedContainer()
    let kind = try list.decode(String.self)
    guard !list.isAtEnd else {
      self = .one(kind: kind, value: "")
      return
    }
    if let text = try? list.decode(String.self) {
      self = .one(kind: kind, value: text)
    } else if let flag = try? list.decode(Bool.self) {
      self = .one(kind: kind, value: "\(flag)")
    } else {
      self = .one(kind: kind, value: "\(try list.decode(Decimal.self))")
    }
  }

  func fits(_ cell: WorkbookCell?) -> Bool {
    switch self {
    case .any(let list): list.contains { $0.fits(cell) }
    case .one("empty", _): cell == nil
    case .one("e", _): cell.map { [.error, .unreadable, .noSuchDay].contains($0.kind) } ?? false
    case .one(let kind, let value): cell.map { Self.kinds[$0.kind] == kind && $0.text == value } ?? false
    }
  }

  private static let kinds: [CellKind: String] = [
    .number: "n", .text: "s", .boolean: "b", .day: "d", .dayTime: "dt", .time: "t", .duration: "dur",
    .formulaWithoutValue: "f",
  ]
}

@Suite("Small workbooks that hurt")
struct TortureTests {
  @Test("each gives what it must", arguments: Torture.all)
  func each(torture: Torture) throws {
    let bytes = [UInt8](try Data(contentsOf: Torture.folder.appending(path: torture.file)))
    switch readWorkbook(bytes) {
    case .failure(let refusal): #expect(torture.kind != .read, "\(refusal)")
    case .success(let book):
      #expect(torture.kind != .refuse)
      for wanted in torture.sheets ?? [] {
        try compare(#require(book.sheets.first { $0.name == wanted.name }), with: wanted)
      }
    }
  }

  @Test("all of them are tried")
  func count() { #expect(Torture.all.count == 47) }

  private func compare(_ sheet: WorkbookSheet, with wanted: Torture.Sheet) {
    var cells: [String: WorkbookCell] = [:]
    for index in 0..<sheet.rowCount {
      let row = sheet.row(at: index)
      for cell in row { cells[cellName(row: row.number, column: cell.column)] = cell }
    }
    let fits = ([wanted.cells] + (wanted.alt ?? [])).contains { choice in
      choice.allSatisfy { $0.value.fits(cells[$0.key]) }
        && (wanted.loose == true || cells.keys.allSatisfy { choice[$0] != nil })
    }
    #expect(fits, "\(sheet.said)")
    if let merges = wanted.merges { #expect(sheet.merges.map(\.said) == merges) }
    if let rows = wanted.hidden_rows { #expect(sheet.hiddenRows.flatMap(Array.init) == rows) }
    if let rows = wanted.filtered { #expect(sheet.filteredRows.flatMap(Array.init) == rows) }
  }
}

extension CellRange {
  fileprivate var said: String {
    cellName(row: rows.lowerBound, column: columns.lowerBound) + ":"
      + cellName(row: rows.upperBound, column: columns.upperBound)
  }
}
