import Diagnostics
import Scoring
import Texts

/// Where somebody counts, and as what.
private struct Footing: Equatable {
  var branch: Ref<Branch>
  var isProbationary: Bool
  var exemption: String?
}

/// A day on which a footing changes.
private struct Turn {
  let day: Day
  let reason: Enrolment.Reason
  let change: (inout Footing) -> Void
}

extension Registrar {
  /// Proposes the stays of one person, as far as the content doesn't have them.
  mutating func settle(_ row: RosterRow, _ key: String) {
    let theirs = stays[key] ?? []
    guard let open = theirs.last else { return begin(row, key) }
    guard open.to == nil else {
      // Who has an end and a later day of leaving is through; anybody else seems to be back.
      if row.left == nil {
        doubt(row, key, zh: "名册里有，最后一段却已写了“至”", en: "is in the roster, but the last stay has an end")
      }
      return
    }
    proceed(from: open, row, key)
  }

  private mutating func begin(_ row: RosterRow, _ key: String) {
    guard let branch = row.branch else {
      return doubt(row, key, zh: "名册里没有写支部", en: "has no branch in the roster")
    }
    let from = max(row.joined ?? since, since)
    let (last, turns) = outcome(of: row, branch)
    var footing = last
    // Before a turn things were otherwise.
    for turn in turns where turn.day > from {
      switch turn.reason {
      case .confirmed: footing.isProbationary = true
      case .exempt: footing.exemption = nil
      case .moved: footing.branch = origin(of: row) ?? footing.branch
      case .new, .left: break
      }
    }
    add(row, key, from: from, footing, turns.filter { $0.day > from }, reason: .new)
  }

  /// What the roster says of a stay that goes on: turns with a day change it, others are doubts.
  private mutating func proceed(from open: Membership, _ row: RosterRow, _ key: String) {
    let now = Footing(
      branch: open.branch, isProbationary: open.standing == .probationary, exemption: open.exemption)
    let (wanted, all) = outcome(of: row, row.branch ?? open.branch)
    var (turns, reached): ([Turn], Footing) = ([], now)
    for turn in all where turn.day > open.from {
      let before = reached
      turn.change(&reached)
      if reached != before { turns.append(turn) }
    }
    if reached.branch != wanted.branch {
      doubt(
        row, key, zh: "名册里在\(branches[wanted.branch].name)，没有写哪天转入",
        en: "is of \(branches[wanted.branch].name) in the roster, which names no day of moving")
    }
    if reached.exemption == nil, let exemption = wanted.exemption {
      doubt(
        row, key, zh: "备注有\(exemption)，没有写从哪天起", en: "is exempt (\(exemption)) since a day that the remark doesn't name"
      )
    }
    if let first = turns.map(\.day).min() ?? leaving(row) {
      let reason = turns.first?.reason ?? .left
      let last = turns.isEmpty ? first : first.adding(days: -1)
      result.ends.append(Enrolment.End(key: key, name: row.name, place: open.place, last: last, reason: reason))
    }
    guard let first = turns.first else { return }
    var footing = now
    first.change(&footing)
    add(row, key, from: first.day, footing, Array(turns.dropFirst()), reason: first.reason)
  }

  /// Rows of one stay after the other, from a day on.
  private mutating func add(
    _ row: RosterRow, _ key: String, from: Day, _ footing: Footing, _ turns: [Turn], reason: Enrolment.Reason
  ) {
    var (from, footing, reason) = (from, footing, reason)
    func stay(to: Day?) -> Enrolment.Stay {
      Enrolment.Stay(
        key: key, name: row.name, branch: branches[footing.branch].id, from: from, to: to,
        isProbationary: footing.isProbationary, exemption: footing.exemption, reason: reason)
    }
    for turn in turns {
      if turn.day > from { result.stays.append(stay(to: turn.day.adding(days: -1))) }
      turn.change(&footing)
      (from, reason) = (turn.day, turn.reason)
    }
    result.stays.append(stay(to: leaving(row)))
  }

  /// What the roster comes to on the report's day, and the days on which that came about.
  private func outcome(of row: RosterRow, _ branch: Ref<Branch>) -> (Footing, [Turn]) {
    var turns: [Turn] = []
    if case .on(let day) = row.confirmation, day <= asOf {
      turns.append(Turn(day: day, reason: .confirmed) { $0.isProbationary = false })
    }
    let remarked = row.remark.day(year: asOf.year).flatMap { $0 <= asOf ? $0 : nil }
    if let day = remarked, row.remark.isArriving {
      turns.append(Turn(day: day, reason: .moved) { $0.branch = branch })
    }
    let exemption = row.remark.exemption
    if let day = remarked, exemption != nil {
      turns.append(Turn(day: day, reason: .exempt) { $0.exemption = exemption })
    }
    let footing = Footing(branch: branch, isProbationary: isProbationary(row), exemption: exemption)
    return (footing, turns.sorted { $0.day < $1.day })
  }

  /// As the roster says; who joined in the last two years and has no day of becoming a full member isn't one yet: probation
  /// lasts a year, and can be prolonged by one.
  private func isProbationary(_ row: RosterRow) -> Bool {
    switch row.confirmation {
    case .on(let day): day > asOf
    case .empty: row.remark.isProbationary || row.joined.map { $0 > asOf.yearEarlier.yearEarlier } ?? false
    case .unsaid: row.remark.isProbationary
    }
  }

  private func origin(of row: RosterRow) -> Ref<Branch>? {
    guard let words = row.remark.origin else { return nil }
    return branches.firstIndex { $0.name == words || $0.short == words || $0.also.contains(words) }.map { Ref($0) }
  }

  /// The last day before somebody was elsewhere.
  private func leaving(_ row: RosterRow) -> Day? {
    let day = row.left ?? (row.remark.isLeaving ? row.remark.day(year: asOf.year) : nil)
    return day.map { $0.adding(days: -1) }
  }

  private mutating func doubt(_ row: RosterRow, _ key: String, zh: String, en: String) {
    result.doubts.append(Enrolment.Doubt(name: row.name, key: key, words: Bilingual(zh: zh, en: en)))
  }
}
