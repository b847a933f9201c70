import Diagnostics
import Scoring
import Texts

/// Compares what was sealed with what the ledger says now.
///
/// An entry that says what it said is fine wherever it stands, also where a later one moved a cap. A changed or removed
/// entry is an error; a new one for the period must say when it was entered and why (补录). A figure that differs although
/// nothing of the content explains it was moved by the program: reported, since the office didn't touch it.
struct SealCheck {
  let seal: Seal
  /// The entries of the seal's period.
  let now: [LedgerEntry]
  /// Those of the whole year.
  let year: [LedgerEntry]
  let rules: [Item]

  private struct Differing {
    let then: Seal.Entry
    let now: LedgerEntry
  }

  /// - Parameter place: of the rulebook, where it doesn't say what it said.
  func findings(rulebookChanged place: Place?) -> [Diagnostic] {
    let isFormer = seal.program == nil
    var unmatched: [String: [Int]] = [:]
    for (index, entry) in now.enumerated().reversed() {
      if let digest = isFormer ? entry.formerDigest : entry.digest { unmatched[digest, default: []].append(index) }
    }
    var gone: [Seal.Entry] = []
    var differing: [Differing] = []
    for entry in seal.entries {
      guard let index = unmatched[entry.digest]?.popLast() else {
        gone.append(entry)
        continue
      }
      if now[index].points != entry.points { differing.append(Differing(then: entry, now: now[index])) }
    }
    let added = unmatched.values.joined().sorted()
    var diagnostics: [Diagnostic] = []
    if let place {
      diagnostics.append(
        .sealedRulebookChanged(
          seal.name, count: differing.count, example: differing.first.map { ($0.then, $0.now) }, at: place))
    } else {
      diagnostics += moved(differing, gone: gone, added: added)
    }
    return diagnostics + changes(gone, added)
  }

  /// Figures that differ under the same rules. Entries of one person and item share caps: another one that came, went or
  /// was entered late explains the difference; without any it is the program that reckons differently.
  private func moved(_ differing: [Differing], gone: [Seal.Entry], added: [Int]) -> [Diagnostic] {
    guard !differing.isEmpty, let reason = reasonFiguresMoved(since: seal.program) else { return [] }
    let capped = Set(
      rules.filter { $0.caps.record != nil || $0.caps.month != nil || $0.caps.year != nil }.map(\.key))
    let late = year.filter { $0.entered.map { $0 > seal.asOf } ?? false }
    let touched = Set(
      (late + added.map { now[$0] }).map { Subject(holder: $0.holder, item: $0.item) }
        + gone.map { Subject(holder: $0.holder, item: $0.item) })
    return differing.filter {
      !capped.contains($0.then.item) && $0.then.kind == .record
        || !touched.contains(Subject(holder: $0.then.holder, item: $0.then.item))
    }.map { .sealedFigureMoved($0.then, now: $0.now.points, seal: seal.name, reason: reason) }
  }

  private struct Subject: Hashable {
    let holder: String
    let item: String
  }

  private func changes(_ gone: [Seal.Entry], _ unmatched: [Int]) -> [Diagnostic] {
    var added = unmatched
    var diagnostics: [Diagnostic] = []
    var reworded: [(entry: Seal.Entry, place: Place)] = []
    var rewritten: [(entry: Seal.Entry, place: Place)] = []
    for entry in gone {
      // The same but for its reason; else the same person's entry for the same item: on the same day first, then anywhere.
      let twin =
        added.firstIndex { now[$0].essence == entry.essence }
        ?? added.firstIndex { now[$0].resembles(entry) && now[$0].day == entry.day }
        ?? added.firstIndex { now[$0].resembles(entry) && seal.period.contains(now[$0].day) && now[$0].entered == nil }
      guard let twin else {
        diagnostics.append(.sealedEntryRemoved(entry, seal: seal.name))
        continue
      }
      let changed = now[added.remove(at: twin)]
      let isSame = changed.day == entry.day && changed.points == entry.points && changed.capped == entry.capped
      if changed.essence == entry.essence {
        reworded.append((entry, changed.place))
      } else if isSame {
        rewritten.append((entry, changed.place))
      } else {
        diagnostics.append(.sealedEntryChanged(entry, now: changed.points, seal: seal.name, at: changed.place))
      }
    }
    for (group, isReason) in [(reworded, true), (rewritten, false)] {
      guard let first = group.min(by: { $0.place < $1.place }) else { continue }
      diagnostics.append(
        .sealedWordsChanged(group.map(\.entry.source), isReason: isReason, seal: seal.name, at: first.place))
    }
    for index in added where !(now[index].entered.map { $0 > seal.asOf } ?? false) || now[index].note.isEmpty {
      diagnostics.append(.unexplainedLateEntry(now[index], seal: seal.name, asOf: seal.asOf))
    }
    return diagnostics
  }
}

extension LedgerEntry {
  fileprivate func resembles(_ entry: Seal.Entry) -> Bool {
    kind == entry.kind && holder == entry.holder && item == entry.item
  }
}
