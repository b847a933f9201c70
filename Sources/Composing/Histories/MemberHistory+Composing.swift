import Reading
import Scoring
import Wording

extension SiteContext {
  /// The years in which a member has an account and that have begun.
  package func years(of member: Ref<Member>, through last: Ref<YearLedger>? = nil) -> [Ref<YearLedger>] {
    yearsBegun(through: last).filter { hasAccount(member, $0) }
  }

  /// - Parameters:
  ///   - measures: of every year, as `yearMeasures` makes them.
  ///   - last: the year it ends with; `nil` for all that have begun.
  /// - Returns: `nil` for somebody without an account in any of them.
  package func memberHistory(
    _ member: Ref<Member>, _ measures: [YearMeasure], through last: Ref<YearLedger>? = nil
  ) -> MemberHistory? {
    let years = years(of: member, through: last)
    guard let first = years.first, let latest = years.last else { return nil }
    let index = Int(member.index)
    let most = years.map { self[$0].book.welfare.minutes[index] }.max() ?? 0
    let stay = roster.membership(of: member, on: day(ofYear: latest))
    let counts = { [self] (list: KeyPath<Streaks, [Int]>) in years.count { self[$0].streaks[keyPath: list][index] > 0 }
    }
    let shares = years.reversed().flatMap { self.shares(of: member, measures[Int($0.index)], $0) }
    let works = works(of: member, measures, years)
    return MemberHistory(
      name: roster.members[member].name, key: roster.members[member].key,
      branch: stay.map { branchYearsLink($0.branch) }, standing: stay.map(standingWords) ?? "",
      columns: yearsBegun(through: last).filter { first <= $0 && $0 <= latest }.map {
        column(of: member, measures[Int($0.index)], $0)
      },
      years: years.reversed().map {
        self.year(of: member, measures[Int($0.index)], $0, isFirst: $0 == first, most: most)
      },
      firstYear: self[first].ledger.year, lastYear: self[latest].ledger.year,
      aboveMedian: years.count { year in
        guard let median = measures[Int(year.index)].median else { return false }
        return total(of: member, year) > median
      }, winnerCount: counts(\.winner), qualifiedCount: counts(\.qualified), starCount: counts(\.star),
      hours: Words.hours(years.reduce(0) { $0 + self[$1].book.welfare.minutes[index] }),
      isUnlike: years.dropFirst().contains { measures[Int($0.index)].memberStep.map { !$0.isSame } ?? true },
      runs: runs(of: member, through: latest), rulings: years.reversed().flatMap { rulings(of: member, $0) },
      stays: stays(of: member), offices: offices(of: member), shares: shares.map(\.view),
      projectCount: Set(shares.map(\.project)).count,
      gradedCount: Set(shares.filter { !$0.view.grade.isEmpty }.map(\.project)).count,
      works: works.prefix(Self.worksNamed).map { .init(link: workLink($0.work), count: $0.count) },
      furtherWorks: max(0, works.count - Self.worksNamed))
  }

  private static var worksNamed: Int { 12 }

  private func total(of member: Ref<Member>, _ year: Ref<YearLedger>) -> Points {
    self[year].book.awards(of: member).reduce(.zero) { $0 + $1.points }
  }

  private func column(of member: Ref<Member>, _ measure: YearMeasure, _ year: Ref<YearLedger>)
    -> MemberHistory.Column
  {
    let site = self[year]
    let awards = site.book.awards(of: member)
    let figures =
      hasAccount(member, year)
      ? MemberHistory.Figures(
        href: Address.member(roster.members[member], site.ledger.year),
        total: total(of: member, year).shown(decimals(of: awards)),
        stairs: Stairs(
          awards, over: site.ledger.period, until: ledger.asOf, highest: measure.highest, median: measure.median
        ) { $0.kind == .base }) : nil
    return .init(
      year: site.ledger.year, account: figures, isWinner: site.streaks.winner[Int(member.index)] > 0)
  }

  private func year(
    of member: Ref<Member>, _ measure: YearMeasure, _ year: Ref<YearLedger>, isFirst: Bool, most: Int
  ) -> MemberHistory.Year {
    let (book, scores) = (self[year].ledger, self[year].book)
    let sum = MemberSum(scores.awards(of: member))
    let stay = roster.membership(of: member, on: day(ofYear: year))
    let minutes = scores.welfare.minutes[Int(member.index)]
    let owed = stay.map { $0.exemption == nil } ?? false ? book.rulebook.welfare.baseMinutes : 0
    let scale = Int64(max(most, owed))
    return MemberHistory.Year(
      year: book.year, href: Address.member(roster.members[member], book.year), state: Words.shortState(book.state),
      branch: stay.map { branchLink($0.branch, year) }, standing: stay.map(standingWords) ?? "",
      offices: offices(of: member, year), honors: honors(of: member, year), place: place(of: member, year),
      sum: sum, band: band(of: sum.total, book.rulebook.memberFramework, year: year),
      best: measure.highest, middle: measure.median, minutes: minutes, owedMinutes: owed > 0 ? owed : nil,
      hoursWidth: percent(Int64(minutes), of: scale), owedWidth: percent(Int64(owed), of: scale),
      rulebook: LinkView(href: Address.rulebook(book.year), text: book.rulebook.title),
      step: isFirst ? nil : measure.memberStep)
  }

  private func runs(of member: Ref<Member>, through last: Ref<YearLedger>) -> [MemberHistory.Run] {
    let years = ledger.years.refs.filter { $0 <= last }
    let kinds: [(String, KeyPath<Streaks, [Int]>)] = [
      (Words.excellentMember, \.winner), (Words.qualified, \.qualified), (Words.welfareStar, \.star),
    ]
    return kinds.flatMap { honor, list in
      streakRuns(years.map { self[$0].streaks[keyPath: list][Int(member.index)] }).reversed().map { run in
        .init(
          honor: honor, first: self[years[run.first]].ledger.year, last: self[years[run.last]].ledger.year,
          count: run.count)
      }
    }
  }

  private func rulings(of member: Ref<Member>, _ year: Ref<YearLedger>) -> [MemberHistory.Ruling] {
    let number = self[year].ledger.year
    let overridden = Set(
      self[year].book.qualified.joined().filter { $0.member == member }.compactMap(\.override))
    return self[year].ledger.decisions.enumerated().compactMap { index, decision in
      guard let told = told(decision, of: member, isApplied: overridden.contains(index)) else { return nil }
      return .init(
        year: number, matter: told.matter, words: told.words, signedBy: decision.signedBy,
        on: decision.on.description, record: citation(decision.place), source: source(decision.place))
    }
  }

  private func stays(of member: Ref<Member>) -> [MemberHistory.Stretch] {
    let stays = roster.memberships[Int(member.index)].filter { $0.from <= ledger.asOf }
    return stays.indices.reversed().map { place in
      let stay = stays[place]
      return .init(
        name: roster.branches[stay.branch].name, link: branchYearsLink(stay.branch), role: standingWords(stay),
        from: toldStart(of: stay, after: place > 0 ? stays[place - 1] : nil)?.description ?? "",
        to: stay.to.flatMap { $0 < ledger.asOf ? $0.description : nil } ?? "")
    }
  }

  private func offices(of member: Ref<Member>) -> [MemberHistory.Stretch] {
    roster.offices.filter { $0.member == member && $0.from <= ledger.asOf }
      .sorted { ($1.from, $0.place) < ($0.from, $1.place) }
      .map { office in
        .init(
          name: roster.branches[office.branch].name, link: branchYearsLink(office.branch),
          role: Words.duty(office.duty),
          from: audience == .office ? office.from.description : "",
          to: office.to.flatMap { $0 < ledger.asOf ? $0.description : nil } ?? "")
      }
  }
}
