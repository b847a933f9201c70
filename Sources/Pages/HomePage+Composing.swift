import Charting
import Composing
import Reading
import Scoring
import Wording

extension SiteContext {
  /// So that the whole year stands on one screen of 1280 × 800.
  private static let homeRows = 5

  func homePage() -> HomePage {
    let year = currentYear
    let book = self[year].ledger
    let scores = self[year].book
    let rows = branchRows(year)
    let begun = rows.filter { $0.place != nil }
    let ranked = scores.members.rows.filter { $0.total > .zero }
    let best = told(ranked.prefix(Self.homeRows), year)
    let leadIndex = content.stories.indices.first { content.stories[$0].picture != nil }
    let lead = leadIndex.map { content.stories[$0] }
    let onRoster = roster.memberships.count { $0.contains { $0.covers(ledger.asOf) } }
    return HomePage(
      chrome: chrome(Address.home, title: Words.home, year: year, section: .home),
      isBegun: book.period.first <= ledger.asOf, isRunning: book.period.contains(ledger.asOf),
      leader: leadingBranches(year),
      branches: Array(begun.prefix(Self.homeRows)), branchTie: CutTie(begun.map(\.place), after: Self.homeRows),
      branchCount: rows.count,
      members: best.map { row($0, year: year, widest: best.first?.total ?? .zero, months: nil) },
      memberTie: CutTie(ranked.map(\.rank), after: Self.homeRows),
      published: book.rulebook.ranking.published, perBranch: book.rulebook.qualification.perBranch,
      memberCount: onRoster,
      recordCount: grouped(book.records.count + book.welfare.count),
      months: monthsFigure(year),
      lead: lead.map { story in
        HomePage.Lead(href: Address.story(story), title: story.title, picture: story.picture.map(pictureView))
      }, stories: content.stories.indices.lazy.filter { $0 != leadIndex }.prefix(5).map(storyLine),
      welfare: welfareFigure(year),
      works: worksFigure(year), activities: activitiesFigure(year), projects: projectsFigure(year))
  }

  /// How many records and welfare entries each month brought.
  private func monthsFigure(_ year: Ref<YearLedger>) -> HomePage.Months? {
    let book = self[year].ledger
    let months = book.period.months
    guard let first = months.first else { return nil }
    var counts = [Int64](repeating: 0, count: months.count)
    for day in book.records.lazy.map(\.day) + book.welfare.lazy.map(\.day) where day <= ledger.asOf {
      let offset = (day.year - first.year) * 12 + day.month - first.month
      if counts.indices.contains(offset) { counts[offset] += 1 }
    }
    let lead = Lead(counts.indices, above: 0) { counts[$0] }
    guard !lead.holders.isEmpty else { return nil }
    let paths = spark(counts)
    return HomePage.Months(
      spark: paths.others, peak: paths.peak,
      peakMonth: Words.mostMonths(lead.map { months[$0].month }).map { [$0] } ?? [])
  }

  /// Branches on an axis from ten points below the gate (or the lowest branch) to 100 %.
  private func welfareFigure(_ year: Ref<YearLedger>) -> HomePage.Welfare? {
    let report = self[year].book.welfare
    guard let rate = report.company.perMille else { return nil }
    let gate = self[year].ledger.rulebook.welfare.gateTenths * 10
    let branches = report.branches.compactMap(\.perMille)
    let low = min(gate * 10 - 100, (branches.min() ?? 0) / 50 * 50)
    let x = { (perMille: Int) in tenths((perMille - low) * 980 / max(1, 1000 - low) + 10) }
    return HomePage.Welfare(
      rate: tenths(rate), participants: report.company.participants, eligible: report.company.eligible,
      gate: GateView(report.company), branches: branches.count,
      passing: report.branches.count { $0.passes == true }, lowest: low % 10 == 0 ? "\(low / 10)" : tenths(low),
      gateX: x(gate * 10),
      lines: report.branches.compactMap { branch in
        branch.perMille.map {
          HomePage.Line(x: x($0), y: branch.passes == true ? "14.0" : "4.0", isShort: branch.passes != true)
        }
      })
  }

  private func worksFigure(_ year: Ref<YearLedger>) -> HomePage.Works {
    let pathways = ledger.pathways.indices.map { works(of: Ref($0)) }
    let counts = pathways.flatMap { $0 }.map { evidenceCount($0, year) }
    let days = pathways.flatMap { $0 }.map { evidenceDays($0, year) }
    let most = max(1, days.max() ?? 1)
    let share = { (works: Int) in tenths(works * 1000 / max(1, counts.count)) }
    return HomePage.Works(
      count: counts.count, withEvidence: counts.count { $0 > 0 }, without: counts.count { $0 == 0 },
      pieces: grouped(counts.reduce(0, +)),
      pathways: pathways.indices.filter { !pathways[$0].isEmpty }.map { index in
        .init(
          name: ledger.pathways[index].name, x: share(pathways[..<index].reduce(0) { $0 + $1.count }),
          width: share(pathways[index].count))
      },
      lines: days.enumerated().map { index, count in
        HomePage.Line(
          x: tenths((2 * index + 1) * 500 / max(1, counts.count)),
          y: tenths(440 - max(20, count * 420 / most)), isShort: count == 0)
      })
  }

  private func activitiesFigure(_ year: Ref<YearLedger>) -> HomePage.Activities {
    let results = self[year].book.activities
    let done = results.count { $0.isHeld }
    let open = results.count { $0.isClaimed && !$0.isHeld }
    let unclaimed = results.count { !$0.isClaimed }
    let line = { (index: Int) in
      HomePage.Line(x: tenths((2 * index + 1) * 500 / max(1, results.count)), y: "0.0", isShort: false)
    }
    return HomePage.Activities(
      planned: results.count, claimed: results.count - unclaimed, done: done, notDone: open,
      unclaimed: unclaimed, budget: grouped(self[year].ledger.activities.reduce(0) { $0 + $1.budget }),
      doneLines: (0..<done).map(line), openLines: (done..<(done + open)).map(line),
      freeLines: ((done + open)..<results.count).map(line))
  }

  private func projectsFigure(_ year: Ref<YearLedger>) -> HomePage.Projects {
    var grades: [Int: Int] = [:]
    var awaiting = 0
    var underway = 0
    let results = self[year].book.projects
    for result in results {
      switch result.state {
      case .graded(let grade, _): grades[grade, default: 0] += 1
      case .failed: grades[0, default: 0] += 1
      case .awaitingSelf, .awaitingHead, .awaitingBoth: awaiting += 1
      case .underway: underway += 1
      }
    }
    let evaluated = results.count - awaiting - underway
    let line = { (index: Int) in
      HomePage.Line(x: tenths((2 * index + 1) * 500 / max(1, results.count)), y: "0.0", isShort: false)
    }
    return HomePage.Projects(
      count: results.count, evaluated: evaluated, awaiting: awaiting, underway: underway,
      grades: grades.keys.sorted(by: >).map { .init(grade: $0, count: grades[$0] ?? 0) },
      doneLines: (0..<evaluated).map(line), openLines: (evaluated..<results.count).map(line))
  }
}
