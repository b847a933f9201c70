import Composing
import Reading
import Scoring
import Templating
import Wording

/// Every year the ledger holds, newest first: its state, who led, its figures, the way to its pages.
struct YearsPage: Page {
  struct Leader: Fillable {
    var rank: String
    var isTied: Bool
    var link: LinkView
    var total: String

    static let specimen = Leader(rank: "1", isTied: true, link: .specimen, total: "67.50")
  }

  struct YearView: Fillable {
    var year: Int
    var asOf: String
    var periodFirst: String
    var periodLast: String
    var state: StateView
    var rulebook: LinkView
    var branches: [Leader]
    var members: [Leader]
    var winners: [LinkView]
    var records: String
    /// Of them, those that were entered later.
    var lateRecords: String
    var memberCount: Int
    /// Of them, those with a posting beside what everybody starts with.
    var scoredCount: Int
    var storyCount: Int
    var activitiesDone: Int
    var activitiesPlanned: Int
    var projectsGraded: Int
    var projectsTotal: Int
    var hours: String
    /// Per cent with one decimal, or nothing when nobody counts.
    var rate: [String]
    @WebAddress var standingsHref: String
    @WebAddress var branchesHref: String
    @WebAddress var activitiesHref: String
    @WebAddress var projectsHref: String
    @WebAddress var welfareHref: String
    @WebAddress var brandHref: String
    @WebAddress var noticeHref: String
    var seals: [SealView]
    var hasSeals: Bool { !seals.isEmpty }
  }

  @Inlined var chrome: Chrome
  var yearTotal: Int { years.count }
  var chart: ChartView?
  var years: [YearView]

  static let template = "years"
  static let specimen = YearsPage(
    chrome: .specimen, chart: .specimen,
    years: [
      YearView(
        year: 2025, asOf: "2025-11-30", periodFirst: "2024-12-01", periodLast: "2025-11-30", state: .specimen,
        rulebook: .specimen, branches: [.specimen], members: [.specimen], winners: [.specimen], records: "15,204",
        lateRecords: "12", memberCount: 398, scoredCount: 391, storyCount: 12, activitiesDone: 66,
        activitiesPlanned: 72, projectsGraded: 14, projectsTotal: 21,
        hours: "4,812.50", rate: ["93.1"], standingsHref: "2025/standings/index.html",
        branchesHref: "2025/branches/index.html", activitiesHref: "2025/activities.html",
        projectsHref: "2025/projects.html", welfareHref: "2025/welfare.html", brandHref: "2025/brand.html",
        noticeHref: "2025/notice.html", seals: [.specimen])
    ])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    [plan(Address.years) { context.yearsPage(Address.years) }]
  }
}

extension SiteContext {
  fileprivate func yearsPage(_ path: String) -> YearsPage {
    YearsPage(
      chrome: chrome(path, title: Words.years, year: currentYear, section: .about), chart: yearsChart(),
      years: ledger.years.refs.reversed().map { yearView($0, path) })
  }

  private func yearView(_ year: Ref<YearLedger>, _ path: String) -> YearsPage.YearView {
    let (book, scores) = (self[year].ledger, self[year].book)
    let frame = chrome(path, title: "", year: year, section: .about)
    let activity = activity(of: year)
    return YearsPage.YearView(
      year: book.year, asOf: frame.asOf, periodFirst: frame.periodFirst, periodLast: frame.periodLast,
      state: frame.state, rulebook: LinkView(href: Address.rulebook(book.year), text: book.rulebook.title),
      branches: scores.branches.filter { isAmong(3, $0.rank) && $0.total > .zero }.map {
        YearsPage.Leader(
          rank: $0.rank.orDash, isTied: $0.isTied, link: branchLink($0.branch, year), total: $0.total.shown)
      },
      members: scores.members.rows.filter { isAmong(3, $0.rank) && $0.total > .zero }.map {
        YearsPage.Leader(
          rank: $0.rank.orDash, isTied: $0.isTied, link: memberLink($0.member, year), total: $0.total.shown)
      },
      winners: winners(year).map { memberLink($0, year) }, records: grouped(book.records.count),
      lateRecords: grouped(activity.late), memberCount: scores.members.rows.count, scoredCount: activity.scored,
      storyCount: activity.stories,
      activitiesDone: scores.activities.count { $0.isHeld }, activitiesPlanned: scores.activities.count,
      projectsGraded: scores.projects.count { if case .graded = $0.state { true } else { false } },
      projectsTotal: scores.projects.count, hours: totalHours(scores.welfare.minutes.reduce(0, +)),
      rate: scores.welfare.company.perMille.map { [tenths($0)] } ?? [], standingsHref: Address.standings(book.year),
      branchesHref: Address.branches(book.year), activitiesHref: Address.activities(book.year),
      projectsHref: Address.projects(book.year), welfareHref: Address.welfare(book.year),
      brandHref: Address.brand(book.year), noticeHref: Address.notice(book.year), seals: seals(year))
  }
}
