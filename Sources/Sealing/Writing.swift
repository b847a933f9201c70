import Diagnostics
import Scoring

/// The two files of a seal: what it states, and the entries it covers.
package struct SealFiles: Sendable {
  package let head: String
  package let entries: String
}

/// The columns of a seal's entries, in order; reading asks for the same.
package let sealColumns = ["类", "日期", "对象", "项目", "得分", "封顶未计", "来源", "摘要"]

/// The files of a seal; its entries stand in an order that doesn't depend on files or lines.
/// - Parameters:
///   - rulebook: the rulebook's bytes.
///   - cite: where an entry stands, for a person.
package func seal(
  _ entries: [LedgerEntry], name: String, period: Period, asOf: Day, rulebook: [UInt8], cite: (Place) -> String
) -> SealFiles {
  var text = sealColumns.joined(separator: ",") + "\n"
  let ordered = entries.sorted {
    ($0.day, $0.kind.rawValue, $0.holder, $0.item, $0.digest) < (
      $1.day, $1.kind.rawValue, $1.holder, $1.item, $1.digest
    )
  }
  for entry in ordered {
    let cells = [
      entry.kind.rawValue, "\(entry.day)", entry.holder, entry.item, "\(entry.points)", "\(entry.capped)",
      cite(entry.place), entry.digest,
    ]
    text += cells.map(csvField).joined(separator: ",") + "\n"
  }
  let points = entries.reduce(Points.zero) { $0 + $1.points }
  let capped = entries.reduce(Points.zero) { $0 + $1.capped }
  let head = """
    # 封账：由 dualpoints seal 写成，不要手改；改动封账记录请另记更正或补录。
    period: {from: \(period.first), to: \(period.last)}
    sealed_as_of: \(asOf)
    entries: \(entries.count)
    points: "\(points)"
    capped: "\(capped)"
    rulebook_sha256: \(HashFunction.sha256.digest(of: rulebook))
    entries_sha256: \(HashFunction.sha256.digest(of: Array(text.utf8)))

    """
  return SealFiles(head: head, entries: text)
}
