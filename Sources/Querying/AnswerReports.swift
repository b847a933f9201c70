import Diagnostics
import LedgerTables
import Reading
import Reporting
import SQLite
import Scoring
import Texts

/// Asks the ledger what reports ask, and tells what came of it. Each question is asked as it is and again with its rows
/// and ties shuffled; an answer that hangs on that is a mistake, since nobody asked for an order.
///
/// Without reports no database is made.
/// - Parameters:
///   - reports: those of the edition that `source` is of.
///   - clock: begins to count the seconds of a question, and says while they last; the stage itself knows no clock.
///   - feed: who makes the rows of the tables as they lie.
///   - pool: who asks shuffled tables side by side, where they are small.
/// - Throws: `SQLiteFailure` where memory doesn't suffice for the tables.
package func answer(
  _ reports: [LedgerReport], of source: LedgerSource, limits: QueryLimits = .ofReports,
  clock: @escaping @Sendable () -> () -> Bool = { { true } }, feed: LedgerFeed? = nil,
  pool: some WorkPool = OneByOne()
) throws -> (ReportAnswers, [Diagnostic]) {
  guard !reports.isEmpty else { return (.none, []) }
  let pages = reports.flatMap { report in report.scopes(source.content.ledger).map { (report, $0) } }
  let asker = ReportAsker(source, limits, clock, pool)
  let questions = pages.flatMap { report, scope in report.questions.map { asker.question($0, report, scope) } }
  var results = try asker.results(of: questions, feed)[...]
  var (answers, mistakes) = (ReportAnswers.none, [Diagnostic]())
  // What is wrong on one page is on the next: it is told once.
  var told: Set<Diagnostic> = []
  for (report, scope) in pages {
    let own = results.prefix(report.questions.count)
    results = results.dropFirst(report.questions.count)
    mistakes += own.flatMap(\.mistakes).filter { told.insert($0).inserted }
    let (page, found) = tell(report, scope, own.map(\.table), source.content)
    mistakes += found.filter { told.insert($0).inserted }
    if let page { answers = answers.joined(with: page) }
  }
  return (answers, mistakes)
}

extension QueryLimits {
  /// A table on a page: what is longer nobody reads.
  package static let mostRowsOfReports = 500

  package static let ofReports: QueryLimits = {
    var limits = QueryLimits()
    limits.rows = mostRowsOfReports
    return limits
  }()
}

/// A question's rows, or its mistakes.
private struct QuestionResult {
  let table: ResultTable?
  let mistakes: [Diagnostic]
}

/// Asks an edition's questions of one database after the other, and finds the way back from their keys.
private struct ReportAsker<Pool: WorkPool> {
  struct PageQuestion {
    let asked: AskedQuestion
    let year: Ref<YearLedger>
  }

  private struct Rows {
    let columns: [AnsweredColumn]
    let shown: [[SQLiteStatement.Value]]
    let guardian: QueryGuard
    /// Columns of awards, which are a set.
    let awards: [Int]
  }

  private enum Answer {
    case failed(Diagnostic)
    case rows(Rows)

    var rows: Rows? { if case .rows(let rows) = self { rows } else { nil } }
  }

  private let source: LedgerSource
  private let limits: QueryLimits
  private let clock: @Sendable () -> () -> Bool
  private let pool: Pool
  private let resolver: ResultResolver
  private let hidden: HiddenNames
  private let places: PublishedPlaces

  init(_ source: LedgerSource, _ limits: QueryLimits, _ clock: @escaping @Sendable () -> () -> Bool, _ pool: Pool) {
    self.source = source
    self.limits = limits
    self.clock = clock
    self.pool = pool
    resolver = ResultResolver(LedgerNumbers(source))
    hidden = .of(source, isReport: true)
    places = PublishedPlaces(source)
  }

  func question(_ question: ReportQuestion, _ report: LedgerReport, _ scope: ReportScope) -> PageQuestion {
    PageQuestion(
      asked: AskedQuestion(question, values(report, scope), hidden, limits),
      year: report.year(scope, source.content.ledger))
  }

  func results(of questions: [PageQuestion], _ feed: LedgerFeed?) throws -> [QuestionResult] {
    let read = try TablesRead(by: questions.map(\.asked.question.sql))
    var rows = KeptRows()
    let (catalogue, size, answers) = try inOrder(questions, read, feed ?? inTurn(source), keeping: &rows)
    let shuffled = ShuffledAnswers(source: source, read: read, rows: rows, limits: limits, clock: clock)
    let answered = zip(questions, answers).map { question, answer in answer.rows.map { _ in question.asked } }
    let others = try shuffled.answers(to: answered, size: size, pool: pool)
    return questions.indices.map { index in
      switch answers[index] {
      case .failed(let mistake): QuestionResult(table: nil, mistakes: [mistake])
      case .rows(let rows): result(of: questions[index], rows, others[index], catalogue)
      }
    }
  }

  /// As the tables lie; what the page shows. The database is gone when the next is made.
  private func inOrder(
    _ questions: [PageQuestion], _ read: TablesRead, _ feed: @escaping LedgerFeed, keeping rows: inout KeptRows
  ) throws -> (QueryCatalogue, size: Int, [Answer]) {
    var kept = KeptRows()
    let database = try ledgerDatabase(source, in: read) { tables, take in
      try feed(tables) { table, batch in
        kept.keep(batch, of: table)
        try take(table, batch)
      }
    }
    rows = kept
    let catalogue = try QueryCatalogue(database)
    let size = database.size
    database.limit(limits.ofStatements)
    let answers = questions.map { question -> Answer in
      switch question.asked.ask(database, clock()) {
      case .failed(let mistake): return .failed(mistake)
      case .rows(let columns, let rows, let guardian):
        let awards = columns.indices.filter { resolver.holdsAwards(columns[$0]) }
        return .rows(
          Rows(columns: columns, shown: rows.map { $0.shown(awards) }, guardian: guardian, awards: awards))
      }
    }
    return (catalogue, size, answers)
  }

  private func result(
    of question: PageQuestion, _ rows: Rows, _ others: [[AskedQuestion.Row]], _ catalogue: QueryCatalogue
  ) -> QuestionResult {
    let others = others.map { $0.map { $0.shown(rows.awards) } }
    if let mistake = question.asked.orderMistake(rows.columns.map(\.name), rows.shown, others) {
      return QuestionResult(table: nil, mistakes: [mistake])
    }
    let table = ResultTable(
      columns: rows.columns.map {
        ResultTable.Column(name: $0.name, title: catalogue.title(of: $0.name, from: $0.origin).zh)
      }, rows: rows.shown.map { row in zip(rows.columns, row).map { resolver.cell($1, of: $0) } })
    let mistake = question.asked.placesMistake(table, rows.guardian, places, question.year)
    return QuestionResult(table: mistake == nil ? table : nil, mistakes: [mistake].compactMap { $0 })
  }

  private func values(_ report: LedgerReport, _ scope: ReportScope) -> [String: SQLiteStatement.Value] {
    let ledger = source.content.ledger
    var values: [String: SQLiteStatement.Value] = [
      "year": .integer(Int64(ledger.years[report.year(scope, ledger)].year))
    ]
    if case .branch(let branch) = scope { values["branch"] = .text(ledger.roster.branches[branch].id) }
    return values
  }
}

extension [SQLiteStatement.Value] {
  /// The same as far as a page shows it: what floating point adds behind the sixth decimal hangs on the order of adding, and
  /// awards are a set.
  fileprivate func shown(_ awards: [Int]) -> Self {
    var row = self
    for index in row.indices {
      switch row[index] {
      case .real(let real) where abs(real) < 1e9: row[index] = .real((real * 1e6).rounded() / 1e6)
      case .text(let text) where awards.contains(index): row[index] = .text(inOrder(text))
      default: break
      }
    }
    return row
  }
}

private func inOrder(_ list: String) -> String {
  let numbers = list.parts(at: ",").map { Int64($0) }
  guard !numbers.contains(nil) else { return list }
  return Set(numbers.compactMap { $0 }).sorted().map { "\($0)" }.joined(separator: ",")
}
