import LedgerTables
import SQLite
import Scoring

/// Asks questions again, of tables whose rows and ties lie as nobody asked for (decision 66).
struct ShuffledAnswers: Sendable {
  let source: LedgerSource
  let read: TablesRead
  /// The rows of the tables, as they were made for the first database.
  let rows: KeptRows
  let limits: QueryLimits
  let clock: @Sendable () -> () -> Bool

  /// Of a million records each database takes hundreds of megabytes: beyond this many bytes one is there at a time.
  private static let sideBySide = 64 << 20

  /// What each question came to, each time it was asked; nothing of those that are `nil`.
  /// - Parameters:
  ///   - questions: those that were answered within the limits as the tables lie.
  ///   - size: of the tables, in bytes.
  /// - Throws: `SQLiteFailure` where memory doesn't suffice for the tables.
  func answers(
    to questions: [AskedQuestion?], size: Int, pool: some WorkPool
  ) throws -> [[[AskedQuestion.Row]]] {
    let orders: [LedgerRowOrder] = [.shuffled, .turned]
    let ask = { @Sendable (index: Int) -> Result<[[[AskedQuestion.Row]]], any Error> in
      Result { try answers(to: questions, orders[index]) }
    }
    let passes = size <= Self.sideBySide ? pool.map(2, ask) : OneByOne().map(2, ask)
    let (shuffled, turned) = try (passes[0].get(), passes[1].get())
    return zip(shuffled, turned).map { $0 + $1 }
  }

  private func answers(
    to questions: [AskedQuestion?], _ order: LedgerRowOrder
  ) throws -> [[[AskedQuestion.Row]]] {
    let database = try ledgerDatabase(source, rows: order, in: read, feed: rows.feed)
    _ = try QueryCatalogue(database)
    database.limit(limits.ofStatements)
    return try questions.map { question in try question.map { try answers(to: $0, of: database, order) } ?? [] }
  }

  /// Ties both ways, so that of any two each comes first once: those of the statement by themselves, since turned round
  /// together with those within it they might come as before. Which of them are turned with which rows makes no difference,
  /// as long as the same rows are asked without. Without indexes of a statement's own rows of a join come as they lie; where
  /// that takes too long, with them.
  private func answers(
    to question: AskedQuestion, of database: SQLiteDatabase, _ order: LedgerRowOrder
  ) throws -> [[AskedQuestion.Row]] {
    let rank = order == .turned ? 1 : 0
    let rows = try answer(to: question, of: database, turning: nil)
    // Where no order of the rank was asked for, none can be turned round.
    if rows != nil, database.shuffles(ofRank: rank) == 0 { return [rows].compactMap { $0 } }
    return try [rows, answer(to: question, of: database, turning: rank)].compactMap { $0 }
  }

  private func answer(
    to question: AskedQuestion, of database: SQLiteDatabase, turning rank: Int?
  ) throws -> [AskedQuestion.Row]? {
    var few = limits
    few.steps = min(limits.steps, 20_000_000)
    try database.makeIndexes(false)
    if let rows = question.askShuffled(database, within: few, turning: rank, clock()) { return rows }
    try database.makeIndexes(true)
    return question.askShuffled(database, within: limits, turning: rank, clock())
  }
}
