import Composing
import Reading
import Scoring
import Sealing
import Templating
import Texts
import Wording

/// A sealed period (封账): what was fixed, on which day, and the fingerprint that was signed on paper.
package struct SealView: Fillable {
  /// `2025`, `2025-q1`, `2025-03`.
  package var name: String
  package var from: String
  package var to: String
  /// The day of the report that was sealed.
  package var sealedAsOf: String
  package var entries: String
  /// SHA-256 of the seal's head, in eights: as it is compared with paper.
  package var fingerprint: String

  package static let specimen = SealView(
    name: "2025-q1", from: "2024-12-01", to: "2025-02-28", sealedAsOf: "2025-03-10", entries: "4,012",
    fingerprint: "1b7fc5e3 f9de0587 e7fd72a6 c5d8a1f1 7c4fc7aa 339b1dab b37eaf3c 8c995769")
}

extension SiteContext {
  /// The seals of a year, by their names; each was compared with the ledger before anything was composed.
  package func seals(_ year: Ref<YearLedger>) -> [SealView] {
    self[year].ledger.seals.map { seal in
      let head = content.tree.files[Int(seal.place.file)].bytes
      let digest = Array(HashFunction.sha256.digest(of: withoutLineEndsOfWindows(head)))
      let groups = stride(from: 0, to: digest.count, by: 8).map { String(digest[$0..<min($0 + 8, digest.count)]) }
      return SealView(
        name: seal.name, from: seal.period.first.description, to: seal.period.last.description,
        sealedAsOf: seal.asOf.description, entries: grouped(seal.entries.count),
        fingerprint: groups.joined(separator: " "))
    }
  }
}
