import Diagnostics
import Texts

extension StandingsFold {
  /// Records, welfare entries and survey results on days on which their member holds no branch.
  func strayRecords(year: Ref<YearLedger>) -> [Diagnostic] {
    let content = ledger.years[year]
    var found: [Diagnostic] = []
    let check = { (member: Ref<Member>, day: Day, place: Place) in
      if stays.on(day, member: Int(member.index)) == nil {
        found.append(withoutBranch(member, on: day, at: place))
        // A roster without its stays: a million records would say the same.
        if found.count > 100 * Diagnostic.mostPerFile { found = found.capped() }
      }
    }
    // A correction may come after its member has left: what it corrects was checked.
    for record in content.records where record.corrects == nil { check(record.member, record.day, record.place) }
    for entry in content.welfare { check(entry.member, entry.day, entry.place) }
    for row in content.surveys { check(row.member, min(row.day, content.period.last), row.place) }
    for project in content.projects { found += strangers(to: project) }
    return found
  }

  /// Claimants of a task who were no member on any day of the project (S15).
  private func strangers(to project: Project) -> [Diagnostic] {
    guard let start = project.stages.first?.on, let last = project.stages.last?.on else { return [] }
    let end = project.stages.last?.stage == .evaluation ? max(start, last) : ledger.asOf
    return project.tasks.flatMap(\.shares).compactMap { share in
      let isMember = stays.of(Int(share.member.index)).contains { $0.from <= end && $0.to >= start }
      return isMember ? nil : withoutBranch(share.member, on: start, at: share.place)
    }
  }

  private func withoutBranch(_ member: Ref<Member>, on day: Day, at place: Place) -> Diagnostic {
    let left = stays.of(Int(member.index)).map(\.to).filter { $0 < day }.max()
    return .memberWithoutBranch(ledger.roster.members[member], on: day, left: left, at: place)
  }

  /// What the year's figures say against its decisions, assertions and duties.
  func findings(_ book: YearBook, year: Ref<YearLedger>) -> [Diagnostic] {
    let content = ledger.years[year]
    return content.decisions.compactMap { ineligible($0, book: book, year: year) }
      + content.assertions.compactMap { failure($0, book: book) }
      + book.differences(from: content).map(Diagnostic.statedFigure)
      + moreThanBands(book, content) + belowGate(book, content) + notHeld(book, content)
      + withoutPainPoint(book, content) + refusals(book, content)
  }

  private func ineligible(_ decision: Decision, book: YearBook, year: Ref<YearLedger>) -> Diagnostic? {
    switch decision.matter {
    case .winner(let member):
      let listed = book.qualified.lazy.joined().first { $0.member == member }
      if let listed, listed.obstacle == nil { return nil }
      let reason = listed?.obstacle.map(\.words) ?? unranked(member, book: book, year: year, in: .branch)
      return .winnerNotEligible(ledger.roster.members[member].name, reason: reason, at: decision.place)
    case .cadre(let member, tier: _, _):
      if book.cadrePool.contains(where: { $0.member == member }) { return nil }
      let reason =
        vetoed(year: year).contains(member)
        ? Qualifier.Obstacle.veto.words : unranked(member, book: book, year: year, in: .company)
      return .cadreNotEligible(
        ledger.roster.members[member].name, percent: ledger.years[year].rulebook.cadre.bestPercent, reason: reason,
        at: decision.place)
    case .qualification(let member, let isQualified):
      return idle(decision, member, isQualified: isQualified, book: book, year: year)
    case .excellentBranch(let branch):
      guard vetoedBranches(year: year).contains(branch) else { return nil }
      return .branchNotEligible(
        ledger.roster.branches[branch].name, reason: Qualifier.Obstacle.veto.words, at: decision.place)
    case .veto, .branchVeto: return nil
    }
  }

  private enum Field { case branch, company }

  /// Why a member without an obstacle isn't among the chosen.
  private func unranked(_ member: Ref<Member>, book: YearBook, year: Ref<YearLedger>, in field: Field) -> Bilingual {
    let name = ledger.roster.members[member].name
    if book.members.exempt.contains(member) {
      return Bilingual(zh: "\(name)免计，不参加排名", en: "\(name) is exempt and doesn't rank")
    }
    guard let row = book.members.rows.first(where: { $0.member == member }) else {
      return Bilingual(zh: "\(name)期末不在任何支部", en: "\(name) is in no branch on the period's last day")
    }
    if field == .company {
      guard let rank = row.rank else { return Qualifier.Obstacle.zeroPoints.words }
      return Bilingual(
        zh: "\(name)以 \(row.total) 分列全公司第 \(rank) 名，共 \(book.members.rows.count) 人参加排名",
        en: "\(name) is number \(rank) of \(book.members.rows.count) in the company with \(row.total) points")
    }
    let branch = ledger.roster.branches[row.branch]
    let rows = memberStandings(year: year, scope: StandingsScope(branch: row.branch), asOf: ledger.asOf).rows
    guard let rank = rows.first(where: { $0.member == member })?.rank else {
      return Qualifier.Obstacle.zeroPoints.words
    }
    return Bilingual(
      zh: "\(name)以 \(row.total) 分列\(branch.name)第 \(rank) 名",
      en: "\(name) is number \(rank) of \(branch.name) with \(row.total) points")
  }

  private func failure(_ assertion: Assertion, book: YearBook) -> Diagnostic? {
    let claim: (subject: Bilingual, expected: String, got: String)
    switch assertion.claim {
    case .branches(let expected):
      let subject = Bilingual(zh: "支部数", en: "the number of branches")
      claim = (subject, "\(expected)", "\(ledger.roster.branches.count)")
    case .works(let expected):
      claim = (Bilingual(zh: "工作数", en: "the number of works"), "\(expected)", "\(ledger.works.count)")
    case .members(let expected, on: let day):
      let count = (0..<stays.members).count { stays.on(day, member: $0) != nil }
      claim = (Bilingual(zh: "\(day) 的党员数", en: "the number of members on \(day)"), "\(expected)", "\(count)")
    case .memberTotal(let member, on: let day, let expected):
      let name = ledger.roster.members[member].name
      claim = (
        Bilingual(zh: "\(name)截至 \(day) 的总分", en: "the total of \(name) as of \(day)"), "\(expected)",
        "\(book.total(of: member, asOf: day))"
      )
    case .branchTotal(let branch, on: let day, let expected):
      let name = ledger.roster.branches[branch].name
      claim = (
        Bilingual(zh: "\(name)截至 \(day) 的总分", en: "the total of \(name) as of \(day)"), "\(expected)",
        "\(book.total(of: branch, asOf: day))"
      )
    }
    if claim.expected == claim.got { return nil }
    return .failedAssertion(claim.subject, expected: claim.expected, got: claim.got, at: assertion.place)
  }

  /// Decisions that name more members or branches than the highest grade may have (S7: the grade decides nothing).
  private func moreThanBands(_ book: YearBook, _ content: YearLedger) -> [Diagnostic] {
    let signed = content.decisions.filter { $0.on <= ledger.asOf }
    let winners = signed.filter { if case .winner = $0.matter { true } else { false } }
    let branches = signed.filter { if case .excellentBranch = $0.matter { true } else { false } }
    let heads = content.rulebook
    return [
      exceeding(heads.memberFramework, winners, of: book.members.rows.count),
      exceeding(heads.branchFramework, branches, of: ledger.roster.branches.count),
    ].compactMap { $0 }
  }

  private func exceeding(_ framework: Framework, _ decided: [Decision], of count: Int) -> Diagnostic? {
    guard let band = framework.bands.first(where: { $0.atMost != nil }), let share = band.atMost,
      decided.count > share.of(count)
    else { return nil }
    return .moreThanBand(
      band, decided: decided.count, most: share.of(count), of: count, at: decided[share.of(count)].place)
  }

  /// Branches that missed the gate, once the year is over; before that they still have time.
  private func belowGate(_ book: YearBook, _ content: YearLedger) -> [Diagnostic] {
    zip(ledger.roster.branches, book.welfare.branches).compactMap { branch, rate in
      rate.verdict == .missed
        ? .welfareBelowGate(
          branch, rate, gateTenths: content.rulebook.welfare.gateTenths, year: content.year,
          at: content.rulebook.welfare.gatePlace ?? content.rulebook.place)
        : nil
    }
  }

  /// Activities that people took part in but that have no day: their branches earn nothing (S19, S21).
  private func notHeld(_ book: YearBook, _ content: YearLedger) -> [Diagnostic] {
    zip(content.activities, book.activities).compactMap { activity, result in
      activity.held == nil && !result.participants.isEmpty
        ? .activityNotHeld(activity, participants: result.participants.count) : nil
    }
  }

  /// Branches with people but without a priority topic that answers a pain point (S14).
  private func withoutPainPoint(_ book: YearBook, _ content: YearLedger) -> [Diagnostic] {
    // A year that stands there with its rules only has its first meeting before it.
    guard content.isUnderWay(on: ledger.asOf) else { return [] }
    return ledger.roster.branches.indices.compactMap { index in
      let branch = Ref<Branch>(index)
      guard book.welfare.branches[index].eligible > 0 else { return nil }
      let hasOne = content.projects.contains { $0.branch == branch && $0.isPriority && !$0.painPoint.isEmpty }
      return hasOne ? nil : .painPointMissing(ledger.roster.branches[index], year: content.year)
    }
  }
}
