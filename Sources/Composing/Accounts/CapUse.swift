import Scoring
import Templating
import Wording

/// How much of a cap that several items share is used up.
package struct CapUse: Fillable {
  package var name: String
  @WebAddress package var anchor: String
  /// What it covers now: `全年`, `本月`.
  package var span: String
  package var used: String
  package var bound: String
  package var left: String
  package static let specimen = CapUse(
    name: "学习类", anchor: "2025/rulebook.html#group-study", span: "全年", used: "18.00", bound: "20.00", left: "2.00")
}

extension SiteContext {
  /// The caps of groups and of the total that a member's or a branch's awards run against; the narrow ones for the span the
  /// report's day lies in, while the year lasts.
  func capUses(
    _ awards: ArraySlice<Award>, _ items: [Item], _ framework: Framework, anchors prefix: String, year: Ref<YearLedger>,
    _ decimals: Int
  ) -> [CapUse] {
    let rulebook = Address.rulebook(self[year].ledger.year)
    let use = { (name: String, anchor: String, span: CapSpan, used: Points, bound: Points) in
      CapUse(
        name: name, anchor: anchor, span: Words.current(span), used: used.shown(decimals),
        bound: bound.shown(decimals), left: max(.zero, bound - used).shown(decimals))
    }
    var uses: [CapUse] = []
    for (index, group) in framework.groups.enumerated() {
      let isMember = items.map { $0.terms.group == Int32(index) }
      let own = awards.filter { $0.heading.index.map { isMember[$0] } ?? false }
      let isDeduction = zip(items, isMember).allSatisfy { !$1 || $0.form.isDeduction }
      for (span, bound) in group.caps.set {
        guard let covered = covers(span, year) else { continue }
        let sum = own.filter { covered($0.day) }.reduce(Points.zero) { $0 + $1.beforeTotal }
        uses.append(use(group.name, "\(rulebook)#\(prefix)group-\(group.key)", span, isDeduction ? -sum : sum, bound))
      }
    }
    if let cap = framework.total.cap {
      uses.append(use(Words.total, "\(rulebook)#\(prefix)total", .year, awards.reduce(.zero) { $0 + $1.points }, cap))
    }
    return uses
  }

  /// Which days lie in the same span as the report's; `nil` where that says nothing.
  private func covers(_ span: CapSpan, _ year: Ref<YearLedger>) -> ((Day) -> Bool)? {
    let (period, today) = (self[year].ledger.period, ledger.asOf)
    if span == .year { return { _ in true } }
    guard period.contains(today) else { return nil }
    let month = { (day: Day) in (day.year - period.first.year) * 12 + day.month - period.first.month }
    switch span {
    case .week: return { ($0.ordinal + 3) / 7 == (today.ordinal + 3) / 7 }
    case .month: return { month($0) == month(today) }
    case .quarter: return { month($0) / 3 == month(today) / 3 }
    case .record, .day, .year: return nil
    }
  }

  /// The grade by a final total: beside it while the year is on public notice and once it is final.
  func band(of total: Points, _ framework: Framework, year: Ref<YearLedger>) -> [String] {
    if case .draft = self[year].ledger.state { return [] }
    return framework.band(of: total).map { [$0.name] } ?? []
  }
}

extension Award {
  /// What counts against a group's caps: what the total's bounds then cut is used up all the same.
  fileprivate var beforeTotal: Points { cap == .total || cap == .totalFloor ? points + capped : points }
}
