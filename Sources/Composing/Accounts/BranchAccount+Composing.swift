import Charting
import Reading
import Scoring
import Tables
import Wording

extension SiteContext {
  /// What a branch's page, its files and its report on paper are forms of.
  package func account(of branch: Ref<Branch>, _ year: Ref<YearLedger>) -> AccountTable {
    AccountTable(self[year].book.awards(of: branch), year: year, ledger, scorebook, citations)
  }

  package func branchAccount(_ ref: Ref<Branch>, year: Ref<YearLedger>) -> BranchAccount {
    branchAccount(ref, account(of: ref, year), year: year)
  }

  /// - Parameter table: its own account of the year.
  package func branchAccount(_ ref: Ref<Branch>, _ table: AccountTable, year: Ref<YearLedger>) -> BranchAccount {
    let branch = roster.branches[ref]
    let book = self[year].ledger
    let scores = self[year].book
    let rows = branchRows(year, me: ref)
    let awards = scores.awards(of: ref)
    let decimals = table.decimals
    var uncounted = Uncounted()
    for award in awards { uncounted += award }
    let stays = self[year].standing.stays[Int(ref.index)]
    let counts = MemberCounts(stays)
    let rate = scores.welfare.branches[Int(ref.index)]
    // Nobody is listed above the line with nothing.
    let qualified = scores.qualified[Int(ref.index)].filter { $0.obstacle != .zeroPoints }
    let line = scores.lines[Int(ref.index)]
    let own = scores.members.rows.filter { $0.branch == ref }
    let isOpen = qualified.count <= book.rulebook.qualification.perBranch || qualified.contains { $0.obstacle == nil }
    let five = isOpen ? own.filter { row in qualified.contains { $0.member == row.member } } : []
    let claimed = book.activities.indices.filter { book.activities[$0].claims.contains { $0.branch == ref } }
      .sorted { (book.activities[$0].shownDay, $0) < (book.activities[$1].shownDay, $1) }
    return BranchAccount(
      name: branch.name, unit: branch.unit, parents: unitLinks(above: ref, year), vetoes: vetoes(year, of: ref),
      secretary: secretary(of: ref, year),
      full: counts.full, probationary: counts.probationary, exempt: counts.exempt, nameOrder: nameOrder,
      me: rows.first { $0.isMe },
      branchCount: rows.count,
      welfareRate: rate.perMille.map { [tenths($0)] } ?? [], participants: rate.participants, eligible: rate.eligible,
      gate: GateView(rate), rows: rows,
      activityPart: table.lines.filter(\.award.isActivity).map { posting($0, decimals) },
      rewardPart: table.lines.filter { !$0.award.isActivity }.map { posting($0, decimals) },
      capped: uncounted.gains.orBlank(decimals), undeducted: uncounted.deductions.orBlank(decimals),
      band: band(of: scores.total(of: ref, asOf: ledger.asOf), book.rulebook.branchFramework, year: year),
      caps: capUses(
        awards, book.rulebook.branchItems.map(\.rule), book.rulebook.branchFramework, anchors: "branch-", year: year,
        decimals),
      perBranch: book.rulebook.qualification.perBranch,
      five: five.map { standing in
        var ranked = row(
          standing, year: year, widest: five.first?.total ?? .zero, months: nil,
          qualifier: self[year].ranks.qualifiers[Int(standing.member.index)])
        let place = self[year].ranks.entries[Int(standing.member.index)]?.inBranch
        ranked.place = place?.rank
        ranked.isTied = place?.isTied ?? false
        return ranked
      }, kept: isOpen ? [] : keptWords(qualified.compactMap(\.obstacle)),
      hasTieAtCut: qualified.contains { $0.isTied && $0.rank == line?.rank },
      chart: monthsChart(self[year].months[Int(ref.index)], year: year, note: Words.branchMonthsNote),
      strip: yearStrip(of: ref, claimed, year: year),
      activities: claimed.map { claimedRow($0, awards, year, decimals) },
      projects: book.projects.indices.filter { book.projects[$0].branch == ref }.map { projectCard($0, year) },
      stories: self[year].stories.byBranch[Int(ref.index)].map(storyLine),
      people: stays.sorted {
        (roster.members[$0.member].sortKey, $0.member) < (roster.members[$1.member].sortKey, $1.member)
      }.map {
        person($0, year)
      })
  }

  private func posting(_ line: AccountTable.Line, _ decimals: Int) -> BranchAccount.Posting {
    let award = line.award
    return BranchAccount.Posting(
      date: award.day.description, reason: line.reason, detail: line.detail.shown,
      points: award.points.shown(decimals), exact: award.points, capped: award.capped.orBlank(decimals),
      rule: citations.path(award.rule), record: citations.path(award.record),
      ruleSource: citations.source(award.rule), source: citations.source(award.record))
  }

  /// An activity with what the branch got for it.
  private func claimedRow(_ index: Int, _ awards: ArraySlice<Award>, _ year: Ref<YearLedger>, _ decimals: Int)
    -> ActivityRow
  {
    var row = activityRow(index, year: year)
    let own = awards.filter { if case .activity(Int32(index), _) = $0.reason { true } else { false } }
    guard !own.isEmpty else { return row }
    // A third of two points needs six decimals to add up: the column has two, and the exact figure is said beside it.
    let points = own.reduce(Points.zero) { $0 + $1.points }
    row.counted = [points.shown]
    row.exact = points == points.rounded(decimals: 2) ? [] : [withMinus(points.exact)]
    row.capped = own.reduce(Points.zero) { $0 + $1.capped }.orBlank(decimals)
    return row
  }

  private func secretary(of branch: Ref<Branch>, _ year: Ref<YearLedger>) -> BranchAccount.Secretary? {
    secretaryOffice(of: branch, year).map {
      BranchAccount.Secretary(member: memberLink($0.member, year), post: $0.post)
    }
  }

  private func person(_ stay: Membership, _ year: Ref<YearLedger>) -> BranchAccount.Person {
    let office = self[year].standing.offices[Int(stay.member.index)].first { $0.branch == stay.branch }
    return BranchAccount.Person(
      member: memberLink(stay.member, year), standing: standingWords(stay),
      isUnusual: stay.standing != .full || stay.exemption != nil,
      office: office.map { Words.duty($0.duty) } ?? "", since: stay.from.description)
  }

  private func projectCard(_ index: Int, _ year: Ref<YearLedger>) -> BranchAccount.ProjectCard {
    let (project, result) = (self[year].ledger.projects[index], self[year].book.projects[index])
    return BranchAccount.ProjectCard(
      link: projectLink(index, year), isPriority: project.isPriority, value: project.value.shown,
      points: result.points.shown, grade: result.grade,
      steps: Project.Stage.allCases.map { stage in
        let done = project.stages.first { $0.stage == stage && $0.on <= ledger.asOf }
        let isDone = done != nil && (stage != .evaluation || !result.grade.isEmpty)
        return BranchAccount.Step(
          name: Words.stage(stage), date: isDone ? done?.on.description ?? "" : "", isDone: isDone)
      })
  }
}

extension Activity {
  /// The day it stands under in a list by days: one that wasn't held stands at the end of its month.
  var shownDay: Day { held ?? month.lastDay }
}
