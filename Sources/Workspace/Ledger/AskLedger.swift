import Diagnostics
import Disk
import Foundation
import LedgerTables
import Querying
import Reports
import SQLite
import Scoring
import Tables
import Texts

/// What is asked: SQL as it was written, or a query that comes with the program.
package enum LedgerQuestion {
  /// - Parameter name: what mistakes call it.
  case sql(String, name: String)
  case named(String)
}

/// What a question came to.
package struct LedgerAnswer {
  /// What the diagnostics speak of: the project, or the query.
  package let tree: SourceTree
  package let diagnostics: [Diagnostic]
  /// `nil` with an error among the diagnostics.
  package let report: TableReport?
}

/// disk → … → rows. In memory, and nothing is written.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func askLedger(
  _ question: LedgerQuestion, parameters: [String: String] = [:], _ order: LedgerOrder,
  limits: QueryLimits = QueryLimits()
) throws -> LedgerAnswer {
  let named = try question.named()
  if let named, named.isOffice, order.profile != .office {
    throw UsageFailure(
      zh: "“\(named.name)”要看党员何时加入，内网版没有；请加 --profile office",
      en: "“\(named.name)” asks when members came, which the intranet's edition doesn't say; add --profile office")
  }
  let (source, tree, diagnostics) = try ledgerSource(order)
  guard let source else { return LedgerAnswer(tree: tree, diagnostics: diagnostics, report: nil) }
  let query =
    switch question {
    case .sql(let sql, let name): Query(sql, path: name, parameters: parameters)
    case .named(let name):
      named?.query(parameters, currentYear: source.currentYear) ?? Query("", path: name)
    }
  let outcome: QueryOutcome
  do {
    let database = try ledgerDatabase(source, in: TablesRead(by: query), feed: RowConveyor.feed(source))
    let end = ContinuousClock.now + .seconds(limits.seconds)
    outcome = ask(query, of: database, limits: limits, for: source) { ContinuousClock.now < end }
  } catch let failure as SQLiteFailure {
    throw UsageFailure(
      zh: "内存不够，放不下整个数据库（SQLite 的原话：「\(failure.message)」）",
      en: "the database doesn't fit into memory (\(failure.message))")
  }
  switch outcome {
  case .mistake(let mistake): return LedgerAnswer(tree: query.tree, diagnostics: [mistake], report: nil)
  case .table(let table):
    let heading = query.title.map { [$0] } ?? []
    let report = TableReport(heading: heading, [.init("rows", table, title: query.title)])
    return LedgerAnswer(tree: tree, diagnostics: diagnostics, report: report)
  }
}

/// What `query --list` says: each query that comes with the program, and what it takes.
package func listedQueries() -> TableReport {
  let table = DataTable(
    columns: [
      .word("query", zh: "名称", en: "Name"), .word("title", zh: "问什么", en: "Question"),
      .word("parameters", zh: "参数和默认值", en: "Parameters and their defaults"),
    ],
    rows: namedQueries.map { query in
      let parameters = query.parameters.map { parameter in
        let value =
          switch parameter.fallback {
          case .value(let value): Bilingual(zh: value, en: value)
          case .currentYear: Bilingual(zh: "今年", en: "this year")
          }
        return Bilingual(
          zh: "\(parameter.name)=\(value.zh)（\(parameter.title.zh)）",
          en: "\(parameter.name)=\(value.en) (\(parameter.title.en))")
      }
      return [
        .text(query.name), .term(query.title.zh, query.title),
        .term(
          parameters.map(\.zh).joined(separator: "；"),
          Bilingual(
            zh: parameters.map(\.zh).joined(separator: "；"), en: parameters.map(\.en).joined(separator: "; "))),
      ]
    })
  return TableReport([.init("queries", table)])
}

extension LedgerQuestion {
  /// The named query that is meant; `nil` for SQL.
  fileprivate func named() throws -> NamedQuery? {
    guard case .named(let name) = self else { return nil }
    if let found = namedQueries.first(where: { $0.name == name }) { return found }
    let near = nearest(to: name, in: namedQueries.map(\.name))
    throw UsageFailure(
      zh: "没有叫“\(name)”的查询" + (near.map { "；是不是 \($0)？" } ?? "；现成的见 query --list"),
      en: "there is no query “\(name)”" + (near.map { "; did you mean \($0)?" } ?? "; query --list has those there are")
    )
  }
}

/// A file with SQL in it.
/// - Throws: `EnvironmentFailure`.
package func readQuery(_ path: String) throws -> String {
  errno = 0
  guard let bytes = FileManager.default.contents(atPath: path) else {
    throw EnvironmentFailure.system(errno == 0 ? ENOENT : errno, .read, path)
  }
  return String(decoding: bytes, as: UTF8.self)
}
