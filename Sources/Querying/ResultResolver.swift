import LedgerTables
import Reading
import Reporting
import SQLite
import Texts

/// A column of a result: its name, and the column of a table that it is read from, if any.
struct AnsweredColumn {
  let name: String
  let origin: (table: String, column: String)?
}

/// What the cells of a result stand for. A column that is read from a key of the ledger holds what the key names; one that
/// is reckoned does where it is called as such a key is.
struct ResultResolver {
  private let numbers: LedgerNumbers

  init(_ numbers: LedgerNumbers) { self.numbers = numbers }

  /// By name, of columns that are reckoned.
  private static let named = [
    "member": "members", "branch": "branches", "work": "works", "awards": "member_awards", "award": "member_awards",
    "record_id": "records", "welfare_id": "welfare", "activity_id": "activities",
  ]

  private func subject(_ column: AnsweredColumn) -> String? {
    if let origin = column.origin { return tableNamed(by: origin.column, of: origin.table) }
    return Self.named[column.name]
  }

  func holdsAwards(_ column: AnsweredColumn) -> Bool { subject(column) == "member_awards" }

  func cell(_ value: SQLiteStatement.Value, of column: AnsweredColumn) -> ResultTable.Cell {
    switch value {
    case .null: return .none
    case .blob(let bytes): return .text("\(bytes.count)")
    case .real(let real): return .real(real)
    case .integer(let number): return entity(number, subject(column)) ?? .integer(number)
    case .text(let text): return entity(text, subject(column)) ?? .text(text)
    }
  }

  private func entity(_ number: Int64, _ subject: String?) -> ResultTable.Cell? {
    switch subject {
    case "member_awards": awards([number])
    case "records":
      numbers.record(number).map { .record(RecordSpot(year: $0.year, member: $0.member, place: $0.place)) }
    case "welfare":
      numbers.welfare(number).map { .record(RecordSpot(year: $0.year, member: $0.member, place: $0.place)) }
    case "activities": numbers.activity(number).map { .activity($0) }
    default: nil
    }
  }

  private func entity(_ text: String, _ subject: String?) -> ResultTable.Cell? {
    switch subject {
    case "members": numbers.member(text).map { .member($0) }
    case "branches": numbers.branch(text).map { .branch($0) }
    case "works": numbers.work(text).map { .work($0) }
    case "member_awards": awards(text.parts(at: ",").map { Int64($0) })
    default: nil
    }
  }

  private func awards(_ list: [Int64?]) -> ResultTable.Cell? {
    let found = list.map { $0.flatMap { numbers.award($0) } }
    guard !found.contains(where: { $0 == nil }) else { return nil }
    return .awards(
      found.compactMap { $0 }.map { AwardAddress(year: $0.year, member: $0.member, award: $0.award) })
  }
}
