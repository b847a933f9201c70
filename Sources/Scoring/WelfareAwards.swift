/// What welfare minutes give the members (S23): the base item once the minutes reach the base, then steps beyond it.
/// Each entry earns the *change* it makes to the running sum, so totals don't depend on the order of entries.
func welfareExtras(_ year: YearLedger, rules: FlatRules, ledger: Ledger) -> [Extra] {
  let rulebook = year.rulebook
  let base = rulebook.items.firstIndex { if case .welfareBase = $0.form { true } else { false } }
  let beyond = rulebook.items.firstIndex { $0.form == .welfareBeyond }
  guard base != nil || beyond != nil else { return [] }
  let entries = year.welfare
  let order = entries.indices.sorted { a, b in
    let (p, q) = (entries[a], entries[b])
    return p.member != q.member ? p.member < q.member : p.precedes(q, activities: year.activities, notes: ledger.notes)
  }
  let works = WelfareWorks(year, ledger: ledger)
  var extras: [Extra] = []
  var member: Ref<Member>?
  var minutes: Int32 = 0
  var isBaseReached = false
  for index in order {
    let entry = entries[index]
    if entry.member != member { (member, minutes, isBaseReached) = (entry.member, 0, false) }
    let stepsBefore = rulebook.welfare.steps(minutes)
    minutes += entry.minutes
    let steps = rulebook.welfare.steps(minutes) - stepsBefore
    let make = { (item: Int, raw: Int64, reason: Award.Reason) in
      let rule = rules.items[item]
      return Extra(
        day: entry.day, holder: entry.member.index, item: item, kind: rule.kind,
        pathway: rules.pathway(of: works.of(entry)) ?? rule.pathway, raw: raw,
        reason: reason, rule: rule.place, record: entry.place)
    }
    if let base, !isBaseReached, minutes >= Int32(rulebook.welfare.baseMinutes) {
      isBaseReached = true
      extras.append(make(base, rules.items[base].points, .welfareBase(Int32(index))))
    }
    if let beyond, steps != 0 {
      let counted = steps * Int32(rulebook.welfare.stepMinutes)
      let raw = Int64(steps) * rulebook.welfare.stepPoints.millionths
      extras.append(make(beyond, raw, .welfareBeyond(Int32(index), minutes: counted)))
    }
  }
  return extras
}

/// Which works a welfare entry gives evidence of: its own, else its series', else its activity's, else the base item's.
package struct WelfareWorks {
  private let series: [[Ref<Work>]]
  private let activities: [[Ref<Work>]]
  private let base: [Ref<Work>]

  package init(_ year: YearLedger, ledger: Ledger) {
    series = year.rulebook.welfare.series.map(\.works)
    activities = year.activities.map(\.works)
    base = year.rulebook.items.first { if case .welfareBase = $0.form { true } else { false } }?.works ?? []
  }

  package func of(_ entry: WelfareEntry) -> [Ref<Work>] {
    if let work = entry.work { return [work] }
    if let own = entry.series.map({ series[Int($0.index)] }), !own.isEmpty { return own }
    if let own = entry.activity.map({ activities[Int($0.index)] }), !own.isEmpty { return own }
    return base
  }
}

extension WelfareRule {
  /// Whole steps beyond the base.
  fileprivate func steps(_ minutes: Int32) -> Int32 {
    stepMinutes > 0 ? max(0, minutes - Int32(baseMinutes)) / Int32(stepMinutes) : 0
  }
}

extension WelfareEntry {
  /// Canonical order of one member's entries: place decides only between entries that say the same.
  fileprivate func precedes(_ other: WelfareEntry, activities: [Activity], notes: [String]) -> Bool {
    if day != other.day { return day < other.day }
    if minutes != other.minutes { return minutes > other.minutes }
    if series != other.series { return (series?.index ?? -1) < (other.series?.index ?? -1) }
    if note != other.note { return notes[Int(note)] < notes[Int(other.note)] }
    if activity != other.activity {
      let id = { (entry: WelfareEntry) in entry.activity.map { activities[$0].id } ?? "" }
      return id(self) < id(other)
    }
    if work != other.work { return (work?.index ?? -1) < (other.work?.index ?? -1) }
    return place < other.place
  }
}
