import Diagnostics
import LedgerTables
import Reading
import Reporting
import SQLite
import Scoring
import Texts

/// Asks the ledger what reports ask, and tells what came of it. Each question is asked twice, of tables whose rows lie in two
/// orders; an answer that hangs on that is a mistake, since nobody asked for an order.
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
  let asker = try ReportAsker(source, limits, clock)
  var (answers, mistakes) = (ReportAnswers.none, [Diagnostic]())
  // What is wrong on one page is on the next: it is told once.
  var told: Set<Diagnostic> = []
  for report in reports {
    for scope in report.scopes(source.content.ledger) {
      let results = report.questions.map { question -> ResultTable? in
        let (result, found) = asker.result(of: question, report, scope)
        mistakes += found.filter { told.insert($0).inserted }
        return result
      }
      let (page, found) = tell(report, scope, results, source.content)
      mistakes += found.filter { told.insert($0).inserted }
      if let page { answers = answers.joined(with: page) }
    }
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

/// Both databases of an edition, and the way back from their keys.
private final class ReportAsker {
  private let source: LedgerSource
  private let limits: QueryLimits
  private let clock: () -> () -> Bool
  private let databases: [SQLiteDatabase]
  private let catalogue: QueryCatalogue
  private let resolver: ResultResolver
  private let hidden: Set<String>

  init(_ source: LedgerSource, _ limits: QueryLimits, _ clock: @escaping () -> () -> Bool) throws {
    self.source = source
    self.limits = limits
    self.clock = clock
    databases = try [LedgerRowOrder.canonical, .reversed].map { try ledgerDatabase(source, rows: $0) }
    catalogue = try databases.map { try QueryCatalogue($0) }[0]
    for database in databases { database.limit(limits.ofStatements) }
    resolver = ResultResolver(LedgerNumbers(source))
    hidden = source.isForOffice ? [] : officeOnlyNames
  }

  func result(of question: ReportQuestion, _ report: LedgerReport, _ scope: ReportScope) -> (ResultTable?, [Diagnostic])
  {
    let asked = AskedQuestion(question, values(report, scope), hidden, limits)
    let one = asked.ask(databases[0], clock())
    guard case .rows(let columns, let rows) = one else { return (nil, [one.mistake].compactMap { $0 }) }
    let other = asked.ask(databases[1], clock())
    guard case .rows(_, let turned) = other else { return (nil, [other.mistake].compactMap { $0 }) }
    let awards = columns.indices.filter { resolver.holdsAwards(columns[$0]) }
    let (first, second) = (rows.map { $0.comparable(awards) }, turned.map { $0.comparable(awards) })
    if let mistake = asked.orderMistake(columns.map(\.name), first, second) { return (nil, [mistake]) }
    let shown = columns.map {
      ResultTable.Column(name: $0.name, title: catalogue.title(of: $0.name, from: $0.origin).zh)
    }
    return (
      ResultTable(
        columns: shown, rows: first.map { row in zip(columns, row).map { resolver.cell($1, of: $0) } }), []
    )
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
  fileprivate func comparable(_ awards: [Int]) -> Self {
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
