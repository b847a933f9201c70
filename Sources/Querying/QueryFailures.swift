import Diagnostics
import SQLite
import Texts

/// Queries that are sound as SQL and yet have no answer.
extension QueryMistakes {
  /// It failed on what it found: a sum that is too large, a text that is no JSON. SQLite doesn't say where, so it is shown at
  /// the first word that can fail so.
  func failed(_ failure: SQLiteFailure) -> Diagnostic {
    let said = sqliteWords(failure.message)
    return Diagnostic(
      .queryFailed, at: place(culprit(failure.message)?.start ?? firstPiece),
      message: Bilingual(zh: "查询算到一半出错：\(said.zh)", en: "the query failed while it ran: \(said.en)"),
      remedy: Bilingual(
        zh: "SQL 本身写对了，是碰到的数据算不下去：用 WHERE 先排除，或改用别的算法",
        en: "The SQL is sound, but not for every row: leave those out by WHERE, or reckon otherwise"))
  }

  /// A number that is too large for one (`1e308 * 10`): in a table it would say nothing.
  func beyond(_ column: String) -> Diagnostic {
    Diagnostic(
      .queryFailed, at: place(pieces.last { $0.text == column && $0.kind != .text }?.start ?? firstPiece),
      message: Bilingual(
        zh: "“\(column)”里的数大得写不出来（无穷大）", en: "a number in “\(column)” is too large to be one (infinity)"),
      remedy: Bilingual(
        zh: "多半是乘错了或除以零点几：核对算式，或用 WHERE 排除",
        en: "Look at what is multiplied or divided, or leave such rows out by WHERE"))
  }

  private func culprit(_ message: String) -> SQLPiece? {
    let words: [String] =
      if message.holds("overflow") { ["sum", "abs"] } else if message.holds("ESCAPE") { ["escape"] } else {
        pieces.map { $0.text.lowercased() }.filter { $0.begins(with: "json") }
      }
    return pieces.first { piece in words.contains { piece.isCalled($0) } }
  }

  /// `EXPLAIN`: it says nothing of the ledger, and another thing with every version.
  var explanation: Diagnostic {
    notAllowed(
      Bilingual(
        zh: "EXPLAIN 讲的是 SQLite 怎样算，每个版本说得不一样",
        en: "EXPLAIN tells how SQLite goes about it, which changes with its version"),
      at: firstPiece)
  }
}
