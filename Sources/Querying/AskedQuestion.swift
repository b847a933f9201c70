import Diagnostics
import Reading
import SQLite
import Texts

/// One question of a report as it is asked for one page: what is bound, what is hidden, and its mistakes with their places in
/// the Markdown.
struct AskedQuestion {
  enum Outcome {
    case rows([AnsweredColumn], [[SQLiteStatement.Value]])
    case failed(Diagnostic)

    var mistake: Diagnostic? { if case .failed(let mistake) = self { mistake } else { nil } }
  }

  private let question: ReportQuestion
  private let query: Query
  private let values: [String: SQLiteStatement.Value]
  private let hidden: Set<String>
  private let limits: QueryLimits

  init(
    _ question: ReportQuestion, _ values: [String: SQLiteStatement.Value], _ hidden: Set<String>, _ limits: QueryLimits
  ) {
    self.question = question
    query = Query(question.sql, path: "report.sql")
    self.values = values
    self.hidden = hidden
    self.limits = limits
  }

  func ask(_ database: SQLiteDatabase, _ goesOn: @escaping () -> Bool) -> Outcome {
    let guardian = QueryGuard(limits, hidden: hidden, goesOn)
    let (watch, words) = (guardian.watch, QueryMistakes(query, guardian))
    do {
      database.watch(watch)
      let (statement, rest) = try database.prepare(question.sql)
      if statement.isExplanation { return failed(words.explanation) }
      if let second = words.second(after: rest) { return failed(words.severalStatements(at: second)) }
      if let bound = words.tooWide { return failed(words.bound(bound, limits)) }
      if let mistake = try bind(statement, words) { return failed(mistake) }
      return try withExtendedLifetime(watch) { try rows(statement, words) }
    } catch let failure as SQLiteFailure {
      return failed(words.mistake(failure, limits))
    } catch {
      preconditionFailure("SQLite fails in one way")
    }
  }

  private func rows(_ statement: SQLiteStatement, _ words: QueryMistakes) throws -> Outcome {
    let origins = statement.origins
    let columns = distinct(statement.columns).enumerated().map { AnsweredColumn(name: $1, origin: origins[$0]) }
    var rows: [[SQLiteStatement.Value]] = []
    var bytes = 0
    while try statement.step() {
      guard rows.count < limits.rows else { return .failed(.tooManyRows(limits.rows, at: question.place)) }
      let row = columns.indices.map { statement[$0] }
      bytes += row.reduce(0) { $0 + $1.size }
      guard bytes <= limits.bytes else { return failed(words.bound(.bytes, limits)) }
      rows.append(row)
    }
    return .rows(columns, rows)
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

  func place(atByte offset: Int) -> Place { place(QueryMistakes(query, QueryGuard(limits) { true }).place(offset)) }

  var pieces: [SQLPiece] { sqlPieces(Array(question.sql.utf8)) }
}

extension SQLiteStatement.Value {
  fileprivate var size: Int {
    switch self {
    case .text(let text): text.utf8.count + 8
    case .blob(let bytes): bytes.count + 8
    case .null, .integer, .real: 8
    }
  }
}
