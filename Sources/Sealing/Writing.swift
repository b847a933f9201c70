import Diagnostics
import Scoring
import Texts

/// The two files of a seal: what it states, and the entries it covers.
package struct SealFiles: Sendable {
  package let head: String
  package let entries: String
}

/// The columns of a seal's entries, in order; reading asks for the same.
private let columns = ["类", "日期", "对象", "项目", "得分", "封顶未计", "来源", "摘要", "要点"]

/// The files of a seal; its entries stand in an order that doesn't depend on files or lines.
/// - Parameters:
///   - rules: the digest of what the rulebook says.
///   - program: the version that writes it.
///   - cite: where an entry stands, for a person.
package func seal(
  _ entries: [LedgerEntry], name: String, period: Period, asOf: Day, rules: String, program: String,
  cite: (Place) -> String
) -> SealFiles {
  let sealed = entries.map { entry in
    Seal.Entry(
      kind: entry.kind, day: entry.day, holder: entry.holder, item: entry.item, points: entry.points,
      capped: entry.capped, source: cite(entry.place), digest: entry.digest, essence: entry.essence, place: entry.place)
  }
  let totals = Seal.Totals(sealed)
  let head = """
    # 封账：由 dualpoints seal 写成，不要手改；改动封账记录请另记更正或补录。
    written_by: \(program)
    period: {from: \(period.first), to: \(period.last)}
    sealed_as_of: \(asOf)
    entries: \(totals.entries)
    points: "\(totals.points.exact)"
    capped: "\(totals.capped.exact)"
    rules_sha256: \(rules)
    entries_sha256: \(entriesDigest(sealed))

    """
  return SealFiles(head: head, entries: table(of: sealed, quoted: true))
}

/// SHA-256 of what a seal's entries say, in the one form in which the program writes them: a table saved by another
/// program (line ends, quotes, order of rows and columns, other forms of days) still says the same.
func entriesDigest(_ entries: [Seal.Entry]) -> String {
  HashFunction.sha256.digest(of: Array(table(of: entries, quoted: false).utf8))
}

private func table(of entries: [Seal.Entry], quoted: Bool) -> String {
  // Seals before version 0.5.0 have no essences.
  let hasEssence = entries.contains { $0.essence != nil } || entries.isEmpty && quoted
  let names = hasEssence ? columns : Array(columns.dropLast())
  var text = names.joined(separator: ",") + "\n"
  for entry in entries.sorted(by: hasEssence ? precedesFully : precedes) {
    let source = quoted ? csvField(entry.source) : entry.source
    let cells = [
      entry.kind.rawValue, "\(entry.day)", entry.holder, entry.item, entry.points.exact, entry.capped.exact, source,
      entry.digest,
    ]
    text += (hasEssence ? cells + [entry.essence ?? ""] : cells).joined(separator: ",") + "\n"
  }
  return text
}

private func precedes(_ a: Seal.Entry, _ b: Seal.Entry) -> Bool {
  (a.day, a.kind.rawValue, a.holder, a.item, a.digest) < (b.day, b.kind.rawValue, b.holder, b.item, b.digest)
}

/// Entries that say the same, which older seals hold in the order they stood in, by what they gave.
private func precedesFully(_ a: Seal.Entry, _ b: Seal.Entry) -> Bool {
  if precedes(a, b) || precedes(b, a) { return precedes(a, b) }
  return (a.points, a.capped, a.source) < (b.points, b.capped, b.source)
}

/// The name of a file may hold a comma or a quote.
