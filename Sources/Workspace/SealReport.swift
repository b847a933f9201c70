import Diagnostics
import Disk
import Foundation
import Reports
import Scoring
import Sealing
import Texts

/// What a seal was made of.
package struct SealReport: Sendable {
  package let path: String
  package let entries: Int
  /// SHA-256 of the seal's head: the line to sign on paper.
  package let fingerprint: String
}

/// Seals a period of a project that has no error: writes its entries and digests into the content.
///
/// - Parameters:
///   - name: `2025`, `2025-q1` or `2025-03`.
///   - day: the day to stand for where the content leaves it open.
/// - Returns: `nil` with an error among the diagnostics.
/// - Throws: `UsageFailure` for a period that isn't there, isn't over or is sealed; `EnvironmentFailure`.
package func sealPeriod(
  _ name: String, project: String, on day: Day? = nil
) throws -> (SealReport?, SourceTree, [Diagnostic]) {
  let (found, tree, diagnostics) = try scoreProject(project, on: day, asOf: nil)
  guard let scored = found else { return (nil, tree, diagnostics) }
  let ledger = scored.ledger
  let match = ledger.years.refs.lazy.compactMap { index in
    sealedPeriod(name, of: ledger.years[index]).map { (index, $0) }
  }.first
  guard let (index, period) = match else {
    throw UsageFailure(
      zh: "没有“\(name)”这个时段；年度写 2025，季度写 2025-q1，月份写 2025-03",
      en: "there is no period “\(name)”; write a year 2025, a quarter 2025-q1 or a month 2025-03")
  }
  let year = ledger.years[index]
  guard period.last < ledger.asOf else {
    throw UsageFailure(
      zh: "\(name) 到 \(period.last) 才结束，统计日是 \(ledger.asOf)",
      en: "\(name) ends on \(period.last); the report stands for \(ledger.asOf)")
  }
  guard !year.seals.contains(where: { $0.name == name }) else {
    throw UsageFailure(
      zh: "\(name) 已经封账；更正请另记一条并引用原记录", en: "\(name) is sealed already; mend it by corrections that cite the old record"
    )
  }
  let covered = entries(
    ledger, scored.scorebook.years[index], year: index, in: name == "\(year.year)" ? nil : period)
  let files = seal(
    covered, name: name, period: period, asOf: ledger.asOf,
    rules: rulesDigest(year.rulebook, works: ledger.works, branches: ledger.roster.branches), program: programVersion
  ) { place in
    let folder = "content/years/\(year.year)/"
    let citation = tree.citation(of: place)
    return citation.dropping(prefix: folder).map { String($0) } ?? citation
  }
  let path = "content/years/\(year.year)/seals/\(name)"
  // The entries first: without its head a seal isn't one, and `seal` can be run again.
  try replaceFile("\(project)/\(path).csv", with: Array(files.entries.utf8))
  try replaceFile("\(project)/\(path).yaml", with: Array(files.head.utf8))
  let fingerprint = HashFunction.sha256.digest(of: Array(files.head.utf8))
  return (SealReport(path: path, entries: covered.count, fingerprint: fingerprint), tree, diagnostics)
}
