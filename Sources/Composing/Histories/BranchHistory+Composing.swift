import Reading
import Scoring
import Wording

extension SiteContext {
  /// - Parameters:
  ///   - measures: of every year, as `yearMeasures` makes them.
  ///   - last: the year it ends with; `nil` for all that have begun.
  package func branchHistory(
    _ ref: Ref<Branch>, _ measures: [YearMeasure], through last: Ref<YearLedger>? = nil
  ) -> BranchHistory {
    let begun = yearsBegun(through: last)
    let columns = begun.map { branchYear(ref, measures[Int($0.index)], $0) }
    let projects = begun.reversed().flatMap { self.projects(of: ref, $0) }
    return BranchHistory(
      name: roster.branches[ref].name, unit: roster.branches[ref].unit, id: roster.branches[ref].id,
      years: columns.reversed(), columns: columns, firstYear: columns.first?.year ?? self[currentYear].ledger.year,
      lastYear: columns.last?.year ?? self[currentYear].ledger.year,
      aboveMedian: begun.count { year in
        guard let median = measures[Int(year.index)].branchMedian else { return false }
        return self[year].book.branches.contains { $0.branch == ref && $0.total > median }
      }, excellentCount: columns.count(where: \.isExcellent),
      passedCount: begun.count { self[$0].book.welfare.branches[Int(ref.index)].verdict == .reached },
      isUnlike: begun.dropFirst().contains { measures[Int($0.index)].branchStep.map { !$0.isSame } ?? true },
      winnerCount: columns.reduce(0) { $0 + $1.winners.count },
      secretaries: secretaries(of: ref), campaigns: campaigns(of: ref, begun), projects: projects,
      gradedCount: projects.count { !$0.grade.isEmpty })
  }

  private func branchYear(_ ref: Ref<Branch>, _ measure: YearMeasure, _ year: Ref<YearLedger>) -> BranchHistory.Year {
    let (book, scores) = (self[year].ledger, self[year].book)
    let row = scores.branches.first { $0.branch == ref }
    let stays = self[year].standing.stays[Int(ref.index)]
    let counts = MemberCounts(stays)
    let rate = scores.welfare.branches[Int(ref.index)]
    let own = book.activities.indices.filter { book.activities[$0].claims.contains { $0.branch == ref } }
    let members = Set(scores.members.rows.filter { $0.branch == ref }.map(\.member))
    let isExcellent = book.decisions.contains { if case .excellentBranch(ref) = $0.matter { true } else { false } }
    return BranchHistory.Year(
      year: book.year, href: Address.branch(roster.branches[ref], book.year), state: Words.shortState(book.state),
      stairs: Stairs(
        scores.awards(of: ref), over: book.period, until: ledger.asOf, highest: measure.branchHighest,
        median: measure.branchMedian
      ) { $0.isActivity },
      isExcellent: isExcellent, honors: isExcellent ? [Words.excellentBranch] : [], vetoes: vetoes(year, of: ref),
      secretary: secretaryOffice(of: ref, year).map { memberLink($0.member, year) },
      full: counts.full, probationary: counts.probationary, exempt: counts.exempt, people: stays.count,
      sum: row.map { BranchSum($0) }, branchCount: scores.branches.count,
      band: band(of: scores.total(of: ref, asOf: ledger.asOf), book.rulebook.branchFramework, year: year),
      best: measure.branchHighest, middle: measure.branchMedian,
      rate: rate.perMille.map { [tenths($0)] } ?? [], participants: rate.participants, eligible: rate.eligible,
      gate: GateView(rate), activitiesHeld: own.count { scores.activities[$0].isHeld }, activities: own.count,
      projectsGraded: projects(of: ref, year).count { !$0.grade.isEmpty }, projects: projects(of: ref, year).count,
      stories: self[year].stories.byBranch[Int(ref.index)].count,
      winners: winners(year).filter(members.contains).map { memberLink($0, year) },
      qualified: scores.qualified[Int(ref.index)].count { $0.obstacle == nil },
      stars: scores.stars.count { $0.branch == ref }, honorsHref: Address.honors(book.year),
      activitiesHref: Address.activities(book.year),
      rulebook: LinkView(href: Address.rulebook(book.year), text: book.rulebook.title), step: measure.branchStep)
  }

  private func secretaries(of ref: Ref<Branch>) -> [MemberHistory.Stretch] {
    roster.offices.filter { $0.branch == ref && $0.duty == .secretary && $0.from <= ledger.asOf }
      .sorted { ($1.from, $0.place) < ($0.from, $1.place) }
      .map { office in
        let person = roster.members[office.member]
        return .init(
          name: person.name,
          link: years(of: office.member).isEmpty ? nil : LinkView(href: Address.years(of: person), text: person.name),
          role: office.post, from: audience == .office ? office.from.description : "",
          to: office.to.flatMap { $0 < ledger.asOf ? $0.description : nil } ?? "")
      }
  }

  private func projects(of ref: Ref<Branch>, _ year: Ref<YearLedger>) -> [BranchHistory.Project] {
    let book = self[year].ledger
    return book.projects.indices.filter { book.projects[$0].branch == ref }.map { index in
      .init(
        year: book.year, link: projectLink(index, year), isPriority: book.projects[index].isPriority,
        grade: self[year].book.projects[index].grade)
    }
  }

  /// Campaigns that the branch's stories of these years belong to, in the order of the content.
  private func campaigns(of ref: Ref<Branch>, _ years: [Ref<YearLedger>]) -> [BranchHistory.Campaign] {
    var counts = [Int](repeating: 0, count: content.campaigns.count)
    for story in years.flatMap({ self[$0].stories.byBranch[Int(ref.index)] }) {
      counts[content.stories[story].campaign] += 1
    }
    return counts.indices.filter { counts[$0] > 0 }.map { index in
      let campaign = content.campaigns[index]
      return .init(
        link: LinkView(href: Address.campaign(campaign), text: campaign.title), stories: counts[index])
    }
  }
}
