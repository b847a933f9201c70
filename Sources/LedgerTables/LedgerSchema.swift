import Diagnostics

/// Every table of the ledger, as docs/schema.md lists them.
package let ledgerTables: [LedgerTable] =
  peopleTables + levelTables + ruleTables + entryTables + activityTables + projectTables + decisionTables + awardTables
  + standingTables + brandTables + keptTables

extension LedgerTable {
  /// The column that others name; `nil` where a row has several.
  package var keyColumn: LedgerColumn? {
    let keys = columns.filter(\.isKey)
    return keys.count == 1 ? keys[0] : nil
  }

  /// As SQLite is told it, with what each column is in both languages: `.schema` shows that.
  package var sql: String { sql(.canonical) }

  /// - Parameter order: where rows are shuffled, keys run the other way and no table lies in the order of its key.
  package func sql(_ order: LedgerRowOrder) -> String {
    let turn = order.turn
    let keys = columns.filter(\.isKey)
    var lines: [(code: String, comment: String)] = columns.map { column in
      var code = "  \(column.name) \(column.kind == .integer ? "INTEGER" : "TEXT")"
      if !isLink, column.isKey { code += " PRIMARY KEY\(turn)" }
      if !column.isOptional { code += " NOT NULL" }
      if let target = column.reference.flatMap({ name in ledgerTables.first { $0.name == name } }),
        let key = target.keyColumn
      {
        code += " REFERENCES \(target.name)(\(key.name))"
      }
      return (code, column.comment)
    }
    if isLink { lines.append(("  PRIMARY KEY (\(keys.map { $0.name + turn }.joined(separator: ", ")))", "")) }
    let body = lines.enumerated().map { index, line in
      line.code + (index + 1 < lines.count ? "," : "") + (line.comment.isEmpty ? "" : " -- \(line.comment)")
    }
    return "CREATE TABLE \(name) ( -- \(title.zh) · \(title.en)\n" + body.joined(separator: "\n") + "\n)"
      + (isLink && order == .canonical ? " WITHOUT ROWID" : "")
  }

  /// How a row is written.
  package var insertion: String {
    "INSERT INTO \(name) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
  }
}

extension LedgerColumn {
  /// `得分，百万分之一分 · points, millionths of a point`
  package var comment: String {
    guard kind == .integer, unit != .count, unit != .key else { return "\(title.zh) · \(title.en)" }
    return "\(title.zh)，\(unit.title.zh) · \(title.en), \(unit.title.en)"
  }
}

/// What is looked up by more than its key; made when all rows are in.
package func ledgerIndexes(_ order: LedgerRowOrder) -> [String] {
  let turn = order.turn
  return [
    "CREATE INDEX records_by_member ON records (member\(turn))",
    "CREATE INDEX welfare_by_member ON welfare (member\(turn))",
    "CREATE INDEX member_awards_by_member ON member_awards (member\(turn), year\(turn))",
  ]
}

/// In which order the rows of a table lie, which no question may ask for without saying so.
package enum LedgerRowOrder: Sendable {
  /// By their keys, as the file has them.
  case canonical
  /// In none: read forwards or backwards, by an index or without one, they come otherwise than by their keys. A key that is
  /// a number is no place any more: SQLite takes `INTEGER PRIMARY KEY DESC` for a key beside the rows. What a view groups
  /// comes in no order either.
  case shuffled
  /// Shuffled the same way and turned round, so that of any two rows each comes first once.
  case turned

  /// How keys run.
  var turn: String { self == .canonical ? "" : " DESC" }
}

/// The function that says in which order shuffled rows come: another number at each call, of the rank that its argument
/// names, 0 or 1. Views are within what is asked, and so of the second.
package let ledgerShuffle = "ledger_shuffle"
