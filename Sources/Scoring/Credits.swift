/// What everybody starts with (基础分): credited to a member on the later of the year's first day and the day of joining, by
/// the membership that begins; who is outside every denominator on that day has none until that ends.
func memberCredits(_ year: YearLedger, rules: FlatRules, ledger: Ledger) -> [Extra] {
  let credited = year.rulebook.items.indices.filter { year.rulebook.items[$0].terms.start != nil }
  guard !credited.isEmpty else { return [] }
  return ledger.roster.memberships.enumerated().flatMap { member, stays -> [Extra] in
    credited.compactMap { index -> Extra? in
      let terms = year.rulebook.items[index].terms
      let found = stays.enumerated().first { _, stay in
        let day = max(stay.from, year.period.first)
        let isOpen = day <= (stay.to ?? day) && day <= min(year.period.last, ledger.asOf)
        return isOpen && stay.exemption == nil && terms.audience?.takes(member, on: day, ledger.roster) != false
      }
      guard let (number, stay) = found, let start = terms.start else { return nil }
      let rule = rules.items[index]
      return Extra(
        day: max(stay.from, year.period.first), holder: Int32(member), item: index, kind: rule.kind,
        pathway: rule.pathway, raw: start.millionths, reason: .start(Int32(number)), rule: rule.place,
        record: stay.place, isOfYear: true)
    }
  }
}

/// The same for branches, on the year's first day.
func branchCredits(_ year: YearLedger, rules: FlatRules, ledger: Ledger) -> [Extra] {
  guard year.period.first <= ledger.asOf else { return [] }
  return year.rulebook.branchItems.enumerated().flatMap { index, item -> [Extra] in
    guard let start = item.rule.terms.start else { return [] }
    return ledger.roster.branches.indices.compactMap { branch in
      let only = item.rule.terms.audience?.branches ?? []
      guard only.isEmpty || only.contains(Ref(branch)) else { return nil }
      return Extra(
        day: year.period.first, holder: Int32(branch), item: index, kind: item.kind,
        pathway: rules.items[index].pathway, raw: start.millionths, reason: .start(Int32(branch)), rule: item.place,
        record: ledger.roster.branches[branch].place, isOfYear: true)
    }
  }
}

/// What surveys give the members: a share of the score, exact in millionths.
func surveyExtras(_ year: YearLedger, rules: FlatRules, ledger: Ledger) -> [Extra] {
  let order = year.surveys.indices.sorted { a, b in
    let (p, q) = (year.surveys[a], year.surveys[b])
    return p.day != q.day ? p.day < q.day : p.score != q.score ? p.score > q.score : p.place < q.place
  }
  return order.compactMap { index in
    let row = year.surveys[index]
    guard row.day <= ledger.asOf, case .survey(let weight) = year.rulebook.items[row.item].form else { return nil }
    let item = Int(row.item.index)
    let rule = rules.items[item]
    return Extra(
      day: row.day, holder: row.member.index, item: item, kind: rule.kind, pathway: rule.pathway,
      raw: row.score.hundredths * weight.hundredths, reason: .survey(Int32(index)), rule: rule.place, record: row.place)
  }
}

extension Terms.Audience {
  /// Whether a member belongs to it on a day; somebody without a branch belongs to none.
  package func takes(_ member: Int, on day: Day, _ roster: Roster) -> Bool {
    guard let stay = roster.membership(of: Ref(member), on: day) else { return false }
    if !standings.isEmpty, !standings.contains(stay.standing) { return false }
    if !branches.isEmpty, !branches.contains(stay.branch) { return false }
    return duties.isEmpty
      || roster.offices.contains { $0.member == Ref(member) && duties.contains($0.duty) && $0.covers(day) }
  }
}
