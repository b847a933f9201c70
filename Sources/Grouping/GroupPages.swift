import Charting
import Composing
import Scoring
import Templating
import Wording

/// A kind of page of a group's site: its template, its specimen, and its pages.
package protocol GroupPage: Fillable {
  static var template: String { get }
  static var specimen: Self { get }
  static func plans(_ group: GroupContext) -> [PagePlan]
}

extension GroupPage {
  fileprivate static func plan(_ path: String, _ make: @escaping @Sendable () -> Self) -> PagePlan {
    PagePlan(path: path, template: template, make: make)
  }
}

/// Every kind of page that a group's site has.
package let groupCatalog: [any GroupPage.Type] = [GroupHomePage.self, GroupYearPage.self, GroupMeasurePage.self]

/// The front page of a group: the companies of the year side by side, and what each of them tells last.
struct GroupHomePage: GroupPage, Fillable {
  struct CompanyStories: Fillable {
    var name: String
    /// All stories of the company, on its own site.
    @WebAddress var href: String
    var stories: [StoryLine]
  }

  @Inlined var chrome: GroupChrome
  @Inlined var board: GroupBoard
  var tellers: [CompanyStories]

  static let template = "group/home"
  static let specimen = GroupHomePage(
    chrome: .specimen, board: .specimen,
    tellers: [CompanyStories(name: "仪表", href: "../meters/stories/index.html", stories: [.specimen])])

  static func plans(_ group: GroupContext) -> [PagePlan] {
    let path = GroupAddress.home
    return [
      plan(path) {
        GroupHomePage(
          chrome: group.chrome(path, title: group.title, year: nil), board: group.board(group.currentYear, at: path),
          tellers: group.companies.filter { !$0.figures.stories.isEmpty }.map { group.stories($0, at: path) })
      }
    ]
  }
}

/// One year of a group: the companies side by side.
struct GroupYearPage: GroupPage, Fillable {
  @Inlined var chrome: GroupChrome
  @Inlined var board: GroupBoard

  static let template = "group/year"
  static let specimen = GroupYearPage(chrome: .specimen, board: .specimen)

  static func plans(_ group: GroupContext) -> [PagePlan] {
    group.years.map { year in
      let path = GroupAddress.year(year)
      return plan(path) {
        GroupYearPage(
          chrome: group.chrome(path, title: GroupWords.year(year), year: year), board: group.board(year, at: path))
      }
    }
  }
}

/// One measure in one year: every company's figure with its two counts, in the group's order.
struct GroupMeasurePage: GroupPage, Fillable {
  @Inlined var chrome: GroupChrome
  @Inlined var measure: MeasureView
  var year: Int
  var chart: ChartView?
  /// The same measure in every year.
  var years: [LinkView]
  /// The year's other measures, with this one.
  var measures: [LinkView]

  static let template = "group/measure"
  static let specimen = GroupMeasurePage(
    chrome: .specimen, measure: .specimen, year: 2025, chart: .specimen, years: [.specimen], measures: [.specimen])

  static func plans(_ group: GroupContext) -> [PagePlan] {
    group.years.flatMap { year in
      Measure.allCases.map { measure in
        let path = GroupAddress.measure(measure, year)
        return plan(path) { group.measurePage(measure, year, path) }
      }
    }
  }
}

extension GroupContext {
  fileprivate func measurePage(_ measure: Measure, _ year: Int, _ path: String) -> GroupMeasurePage {
    GroupMeasurePage(
      chrome: chrome(path, title: GroupWords.pageTitle(measure.rawValue, year), year: year),
      measure: view(measure, year, at: path), year: year, chart: chart(measure),
      years: yearLinks(year) { GroupAddress.measure(measure, $0) },
      measures: Measure.allCases.map {
        LinkView(
          href: GroupAddress.measure($0, year), text: GroupWords.name($0.rawValue), isCurrent: $0 == measure)
      })
  }

  /// More lines than these nobody tells apart; then each company has a drawing of its own.
  private static let mostLines = 5

  /// How it went from year to year; `nil` with a single year.
  private func chart(_ measure: Measure) -> ChartView? {
    let key = measure.rawValue
    let all = Array(years.reversed())
    let sums = all.compactMap { year in sum(measure, year).tenths.map { (year: year, tenths: $0) } }
    guard all.count > 1, let first = sums.first, let last = sums.last, first.year < last.year else { return nil }
    let text = { (tenths: Int) in Wording.tenths(tenths) + GroupWords.unit(key) }
    return ChartView(
      ChartData(
        heading: GroupWords.company, labels: all.map(GroupWords.year),
        series: companies.map { company in
          ChartSeries(company.short, all.map { company.year($0)?[measure].tenths.map { Int64($0) * 10 } })
        }, unit: GroupWords.unit(key), places: 1), as: companies.count > Self.mostLines ? .multiples : .line,
      title: GroupWords.course(
        key, from: first.year, text(first.tenths), to: last.year, text(last.tenths)), note: GroupWords.chartNote)
  }

  fileprivate func stories(_ company: GroupCompanyFigures, at path: String) -> GroupHomePage.CompanyStories {
    let root = Address.root(of: path)
    return GroupHomePage.CompanyStories(
      name: company.short, href: company.address(Address.stories, from: root),
      stories: company.figures.stories.map {
        StoryLine(
          href: company.address($0.address, from: root), title: $0.title, date: $0.day.description,
          day: $0.day.monthDay)
      })
  }
}
