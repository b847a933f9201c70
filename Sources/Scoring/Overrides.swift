import Diagnostics
import Texts

extension StandingsFold {
  /// The computed qualification with what the committee decided against it, as of the report's day.
  ///
  /// A decision moves the one member it names: nobody moves up into a place that was taken away, and nobody loses theirs
  /// to a member who was let in. Who ranks nowhere or was vetoed can't be let in.
  func overridden(_ computed: [[Qualifier]], _ standings: MemberStandings, year: Ref<YearLedger>) -> [[Qualifier]] {
    let decisions = ledger.years[year].decisions
    var result = computed
    for (index, decision) in decisions.enumerated() where decision.on <= ledger.asOf {
      guard case .qualification(let member, let isQualified) = decision.matter,
        let row = standings.rows.first(where: { $0.member == member })
      else { continue }
      let branch = Int(row.branch.index)
      let place = result[branch].firstIndex { $0.member == member }
      let listed = place.map { result[branch][$0] }
      guard (listed?.obstacle == nil && listed != nil) != isQualified, listed?.obstacle != .veto else { continue }
      if isQualified, vetoed(year: year).contains(member) { continue }
      let inBranch = standings.rows.filter { $0.branch == row.branch }
      let changed = Qualifier(
        member: member, rank: 1 + inBranch.count { ($0.rank ?? .max) < (row.rank ?? .max) },
        isTied: false, total: row.total,
        obstacle: isQualified ? nil : .decision, override: index)
      if let place {
        result[branch][place] = changed
      } else {
        let next = result[branch].firstIndex { $0.rank > changed.rank } ?? result[branch].count
        result[branch].insert(changed, at: next)
      }
    }
    return result.map { $0.markingTies() }
  }

  /// An override that overrides nothing: the points say the same, or the member can't be let in.
  func idle(
    _ decision: Decision, _ member: Ref<Member>, isQualified: Bool, book: YearBook, year: Ref<YearLedger>
  ) -> Diagnostic? {
    let listed = book.qualified.lazy.joined().first { $0.member == member }
    let isApplied = listed?.override.map { ledger.years[year].decisions[$0].place == decision.place } ?? false
    if isApplied { return nil }
    let name = ledger.roster.members[member].name
    let isRanked = book.members.rows.contains { $0.member == member }
    if isQualified, !isRanked || vetoed(year: year).contains(member) {
      let reason =
        isRanked
        ? Qualifier.Obstacle.veto.words
        : Bilingual(zh: "\(name)不参加排名", en: "\(name) doesn't rank")
      return .winnerNotEligible(name, reason: reason, at: decision.place)
    }
    return .overrideWithoutEffect(name, isQualified: isQualified, at: decision.place)
  }
}

extension Diagnostic {
  static func overrideWithoutEffect(_ name: String, isQualified: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .overrideWithoutEffect, at: place,
      message: Bilingual(
        zh: "这条决定没有改变什么：按积分，\(name)本来就\(isQualified ? "具备" : "不具备")优秀党员 PK 的资格",
        en: "this decision changes nothing: by points \(name) \(isQualified ? "qualifies" : "doesn't qualify") anyway"),
      remedy: Bilingual(
        zh: "删去这一条；只有与积分结果不同的决定才登记在 qualifications 里",
        en: "remove it; only a decision against the points belongs under qualifications"))
  }
}
