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
/// - Throws: `SQLiteFailure` where memory doesn't suffice for the tables.
package func answer(
  _ reports: [LedgerReport], of source: LedgerSource, limits: QueryLimits = .ofReports,
  clock: @escaping () -> () -> Bool = { { true } }
) throws -> (ReportAnswers, [Diagnostic]) {
  guard !reports.isEmpty else { return (.none, []) }
  let pages = reports.flatMap { report in report.scopes(source.content.ledger).map { (report, $0) } }
  let asker = ReportAsker(source, limits, clock)
  let questions = pages.flatMap { report, scope in report.questions.map { asker.question($0, report, scope) } }
  var results = try asker.results(of: questions)[...]
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

/// Asks an edition's questions of one database after the other, and finds the way back from their keys.
private struct ReportAsker {
  struct PageQuestion {
    let asked: AskedQuestion
    let year: Ref<YearLedger>
  }

  /// A question's rows, or its mistakes.
  struct Result {
    let table: ResultTable?
    let mistakes: [Diagnostic]
  }

  private struct Rows {
    let columns: [AnsweredColumn]
    let shown: [[SQLiteStatement.Value]]
    let guardian: QueryGuard
    /// Columns of awards, which are a set.
    let awards: [Int]
    var others: [[[SQLiteStatement.Value]]] = []
  }

  private let source: LedgerSource
  private let limits: QueryLimits
  private let clock: () -> () -> Bool
  private let resolver: ResultResolver
  private let hidden: HiddenNames
  private let places: PublishedPlaces

  init(_ source: LedgerSource, _ limits: QueryLimits, _ clock: @escaping () -> () -> Bool) {
    self.source = source
    self.limits = limits
    self.clock = clock
    resolver = ResultResolver(LedgerNumbers(source))
    hidden = .of(source, isReport: true)
    places = PublishedPlaces(source)
  }

  func question(_ question: ReportQuestion, _ report: LedgerReport, _ scope: ReportScope) -> PageQuestion {
    PageQuestion(
      asked: AskedQuestion(question, values(report, scope), hidden, limits),
      year: report.year(scope, source.content.ledger))
  }

  /// One database is there at a time: of a million records each takes hundreds of megabytes.
  func results(of questions: [PageQuestion]) throws -> [Result] {
    var found = [Rows?](repeating: nil, count: questions.count)
    var mistakes = [Diagnostic?](repeating: nil, count: questions.count)
    let catalogue = try ask(.canonical) { database in
      for (index, question) in questions.enumerated() {
        switch question.asked.ask(database, clock()) {
        case .failed(let mistake): mistakes[index] = mistake
        case .rows(let columns, let rows, let guardian):
          let awards = columns.indices.filter { resolver.holdsAwards(columns[$0]) }
          found[index] = Rows(
            columns: columns, shown: rows.map { $0.shown(awards) }, guardian: guardian, awards: awards)
        }
      }
    }
    for order in [LedgerRowOrder.shuffled, .turned] {
      _ = try ask(order) { database in
        for (index, question) in questions.enumerated() {
          guard let awards = found[index]?.awards else { continue }
          let others = try shuffled(question.asked, database, order)
          found[index]?.others += others.map { $0.map { $0.shown(awards) } }
        }
      }
    }
    return questions.indices.map { index in
      guard let rows = found[index] else {
        return Result(table: nil, mistakes: [mistakes[index]].compactMap { $0 })
      }
      return result(of: questions[index], rows, catalogue)
    }
  }

  private func ask(_ order: LedgerRowOrder, _ body: (SQLiteDatabase) throws -> Void) throws -> QueryCatalogue {
    let database = try ledgerDatabase(source, rows: order)
    let catalogue = try QueryCatalogue(database)
    database.limit(limits.ofStatements)
    try body(database)
    return catalogue
  }

  /// Ties both ways, so that of any two each comes first once: those of the statement by themselves, since turned round
  /// together with those within it they might come as before. Without indexes of a statement's own rows of a join come as they
  /// lie; where that takes too long, with them.
  private func shuffled(
    _ asked: AskedQuestion, _ database: SQLiteDatabase, _ order: LedgerRowOrder
  ) throws -> [[[SQLiteStatement.Value]]] {
    var few = limits
    few.steps = min(limits.steps, 20_000_000)
    return try (order == .turned ? [nil] : [nil, 0, 1]).compactMap { (rank: Int?) in
      try database.makeIndexes(false)
      if let rows = asked.askShuffled(database, within: few, turning: rank, clock()) { return rows }
      try database.makeIndexes(true)
      return asked.askShuffled(database, within: limits, turning: rank, clock())
    }
  }

  private func result(of question: PageQuestion, _ rows: Rows, _ catalogue: QueryCatalogue) -> Result {
    if let mistake = question.asked.orderMistake(rows.columns.map(\.name), rows.shown, rows.others) {
      return Result(table: nil, mistakes: [mistake])
    }
    let table = ResultTable(
      columns: rows.columns.map {
        ResultTable.Column(name: $0.name, title: catalogue.title(of: $0.name, from: $0.origin).zh)
      }, rows: rows.shown.map { row in zip(rows.columns, row).map { resolver.cell($1, of: $0) } })
    let mistake = question.asked.placesMistake(table, rows.guardian, places, question.year)
    return Result(table: mistake == nil ? table : nil, mistakes: [mistake].compactMap { $0 })
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
