import Scoring
import Texts

/// One entry of somebody's ledger that isn't as it was.
struct EntryChange: Equatable {
  /// `nil` for an entry that is new.
  let then: SiteFigures.Entry?
  /// `nil` for an entry that is gone.
  let now: SiteFigures.Entry?

  var kind: String { then == nil ? "added" : now == nil ? "removed" : "changed" }
  var difference: Points { (now?.points ?? .zero) - (then?.points ?? .zero) }
}

/// What must be added, removed and changed to make one ledger of another, in order of time.
///
/// A record that only stands on another line, since one was put in above it, is the same. What remains is paired by day,
/// subject and file, then by line: a record whose points changed, or whose words did, is one change, not two.
func difference(from then: [SiteFigures.Entry], to now: [SiteFigures.Entry]) -> [EntryChange] {
  var old = then
  var new = now
  var changes: [EntryChange] = []
  pair(&old, &new, by: { $0.withoutLines }) { _, _ in }
  pair(&old, &new, by: { [$0.day, $0.subject, file(of: $0.record)] }) { changes.append(EntryChange(then: $0, now: $1)) }
  pair(&old, &new, by: { [$0.record, file(of: $0.rule)] }) { changes.append(EntryChange(then: $0, now: $1)) }
  changes += old.map { EntryChange(then: $0, now: nil) } + new.map { EntryChange(then: nil, now: $0) }
  return changes.enumerated().sorted { a, b in
    let (first, second) = (a.element.now ?? a.element.then, b.element.now ?? b.element.then)
    return (first?.day ?? "", a.offset) < (second?.day ?? "", b.offset)
  }.map(\.element)
}

/// Takes out of both what has the same key, one for one and in order.
private func pair<Key: Hashable>(
  _ old: inout [SiteFigures.Entry], _ new: inout [SiteFigures.Entry], by key: (SiteFigures.Entry) -> Key,
  _ found: (SiteFigures.Entry, SiteFigures.Entry) -> Void
) {
  // The last in front, so that the first is taken from the end.
  var waiting: [Key: [Int]] = [:]
  for index in old.indices.reversed() { waiting[key(old[index]), default: []].append(index) }
  var taken: Set<Int> = []
  new = new.filter { entry in
    guard let match = waiting[key(entry)]?.popLast() else { return true }
    taken.insert(match)
    found(old[match], entry)
    return false
  }
  old = old.indices.filter { !taken.contains($0) }.map { old[$0] }
}

/// `path:line` without the line.
private func file(of citation: String) -> String {
  citation.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(citation[..<$0]) } ?? citation
}

extension SiteFigures.Entry {
  /// The reason without what follows in brackets, with quantities and caps.
  fileprivate var subject: String {
    reason.utf8.firstStretch(of: "（".utf8).map { String(reason[..<$0.lowerBound]) } ?? reason
  }

  fileprivate var withoutLines: SiteFigures.Entry {
    SiteFigures.Entry(
      day: day, reason: reason, points: points, capped: capped, rule: file(of: rule), record: file(of: record))
  }
}
