import Diagnostics
import Reading
import SQLite
import Texts

/// One question of a report as it is asked for one page: what is bound, what is hidden, and its mistakes with their places in
/// the Markdown.
struct AskedQuestion {
  enum Outcome {
    case rows([AnsweredColumn], [[SQLiteStatement.Value]], QueryGuard)
    case failed(Diagnostic)

    var mistake: Diagnostic? { if case .failed(let mistake) = self { mistake } else { nil } }
  }

  let question: ReportQuestion
  private let query: Query
  private let values: [String: SQLiteStatement.Value]
  private let hidden: HiddenNames
  private let limits: QueryLimits

  init(
    _ question: ReportQuestion, _ values: [String: SQLiteStatement.Value], _ hidden: HiddenNames, _ limits: QueryLimits
  ) {
    self.question = question
    query = Query(question.sql, path: "report.sql")
    self.values = values
    self.hidden = hidden
    self.limits = limits
  }

  func ask(_ database: SQLiteDatabase, _ goesOn: @escaping () -> Bool) -> Outcome {
    ask(question.sql, database, limits, goesOn)
  }

  /// The same rows, come about in another order; `nil` where SQLite can't do it that way, or not in time.
  /// - Parameters:
  ///   - limits: what it may take.
  ///   - rank: of its ties, which come the other way round.
  func askShuffled(
    _ database: SQLiteDatabase, within limits: QueryLimits, turning rank: Int?, _ goesOn: @escaping () -> Bool
  ) -> [Row]? {
    let sql = Array(question.sql.utf8)
    let forms = [true, false].map { ShuffledOrders.sql(sql, joinsCompounds: $0) } + [question.sql]
    for form in forms {
      database.reseed(14, turning: rank)
      if case .rows(_, let rows, _) = ask(form, database, limits, goesOn) { return rows }
    }
    return nil
  }

  private func ask(
    _ sql: String, _ database: SQLiteDatabase, _ limits: QueryLimits, _ goesOn: @escaping () -> Bool
  ) -> Outcome {
    let guardian = QueryGuard(limits, hidden: hidden.names, goesOn)
    let (watch, words) = (guardian.watch, QueryMistakes(query, guardian, isOfReport: true))
    do {
      database.watch(watch)
      let (statement, rest) = try database.prepare(sql)
      if statement.isExplanation { return failed(words.explanation) }
      if let second = words.second(after: rest) { return failed(words.severalStatements(at: second)) }
      if let bound = words.tooWide { return failed(words.bound(bound, limits)) }
      if let mistake = words.hiddenWord(hidden.words) { return failed(mistake) }
      if let mistake = try bind(statement, words) { return failed(mistake) }
      return try withExtendedLifetime(watch) { try rows(statement, words, guardian) }
    } catch let failure as SQLiteFailure {
      return failed(words.mistake(failure, limits))
    } catch {
      preconditionFailure("SQLite fails in one way")
    }
  }

  private func rows(
    _ statement: SQLiteStatement, _ words: QueryMistakes, _ guardian: QueryGuard
  ) throws -> Outcome {
    let origins = statement.origins
    let columns = distinct(statement.columns).enumerated().map { AnsweredColumn(name: $1, origin: origins[$0]) }
    var rows: [[SQLiteStatement.Value]] = []
    var bytes = 0
    while try statement.step() {
      guard rows.count < limits.rows else { return .failed(.tooManyRows(limits.rows, at: question.place)) }
      let row = columns.indices.map { statement[$0] }
      if let index = row.firstIndex(where: \.isBeyondNumbers) { return failed(words.beyond(columns[index].name)) }
      bytes += row.reduce(0) { $0 + $1.size }
      guard bytes <= limits.bytes else { return failed(words.bound(.bytes, limits)) }
      rows.append(row)
    }
    return .rows(columns, rows, guardian)
  }

  private func bind(_ statement: SQLiteStatement, _ words: QueryMistakes) throws -> Diagnostic? {
    for (index, name) in statement.parameters.enumerated() {
      let plain = name.map { String($0.unicodeScalars.dropFirst()) } ?? ""
      guard let value = values[plain] else { return words.parameterOfReport(name ?? "?", values.keys.sorted()) }
      try statement.bind(value, to: index + 1)
    }
    return nil
  }

  /// From the SQL alone to the Markdown it stands in.
  private func failed(_ mistake: Diagnostic) -> Outcome {
    var moved = mistake
    moved.place = mistake.place.map(place)
    return .failed(moved)
  }

  func place(_ inner: Place) -> Place {
    let start = question.sqlPlace
    return Place(file: start.file, line: start.line + inner.line - 1, column: start.column + inner.column - 1)
  }

  func place(atByte offset: Int) -> Place {
    place(QueryMistakes(query, QueryGuard(limits) { true }, isOfReport: true).place(offset))
  }

  var pieces: [SQLPiece] { sqlPieces(Array(question.sql.utf8)) }
}

extension SQLiteStatement.Value {
  /// A number too large for one: `1e308 * 10`. It says nothing in a table and can't be written as JSON.
  var isBeyondNumbers: Bool { if case .real(let real) = self { !real.isFinite } else { false } }

  fileprivate var size: Int {
    switch self {
    case .text(let text): text.utf8.count + 8
    case .blob(let bytes): bytes.count + 8
    case .null, .integer, .real: 8
    }
  }
}
