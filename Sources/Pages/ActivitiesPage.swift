import Composing
import Reading
import Scoring
import Templating
import Wording

/// The year's plan with its claims, month by month; the unclaimed ones are named first, since somebody should take them.
struct ActivitiesPage: Page {
  struct Month: Fillable {
    var monthYear: Int
    var month: Int
    var id: String
    /// Points of what was held.
    var value: String
    var rows: [ActivityRow]
    var count: Int { rows.count }
  }

  @Inlined var chrome: Chrome
  var planned: Int
  var claimed: Int
  var done: Int
  var openCount: Int
  var hasOpen: Bool { openCount > 0 }
  var unclaimed: [ActivityRow]
  var hasUnclaimed: Bool { !unclaimed.isEmpty }
  var unclaimedCount: Int { unclaimed.count }
  /// What is longest in it is worth `message`.
  var strip: YearStrip?
  var hasMonths: Bool { !months.isEmpty }
  var months: [Month]
  var budget: String
  var value: String
  var years: [LinkView]

  static let template = "activities"
  static let specimen = ActivitiesPage(
    chrome: .specimen, planned: 72, claimed: 69, done: 66, openCount: 2, unclaimed: [.specimen], strip: .specimen,
    months: [Month(monthYear: 2025, month: 9, id: "a2025-09", value: "9.00", rows: [.specimen])], budget: "618,000",
    value: "250.00",
    years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.refs.map { year in
      let path = Address.activities(context[year].ledger.year)
      return plan(path, from: .heads) { context.activitiesPage(year, path) }
    }
  }
}

extension SiteContext {
  fileprivate func activitiesPage(_ year: Ref<YearLedger>, _ path: String) -> ActivitiesPage {
    let book = self[year].ledger
    let results = self[year].book.activities
    let order = book.activities.indices.sorted {
      let (a, b) = (book.activities[$0], book.activities[$1])
      return (a.month, a.held ?? a.month.lastDay, a.id) < (b.month, b.held ?? b.month.lastDay, b.id)
    }
    let months = Set(book.activities.map(\.month)).sorted()
    return ActivitiesPage(
      chrome: chrome(path, title: Words.activities(book.year), year: year, section: .activities),
      planned: book.activities.count, claimed: results.count { $0.isClaimed },
      done: results.count { $0.isHeld }, openCount: results.count { $0.isClaimed && !$0.isHeld },
      unclaimed: order.filter { !results[$0].isClaimed }.map { activityRow($0, year: year) },
      strip: planStrip(year) { "a\($0)" },
      months: months.map { month in
        let own = order.filter { book.activities[$0].month == month }
        let value = own.reduce(Points.zero) { $0 + (results[$1].isHeld ? results[$1].value : .zero) }
        return ActivitiesPage.Month(
          monthYear: month.year, month: month.month, id: "a\(month)", value: value.shown,
          rows: own.map { activityRow($0, year: year) })
      }, budget: grouped(book.activities.reduce(0) { $0 + $1.budget }),
      value: zip(book.activities, results).reduce(Points.zero) { $0 + ($1.1.isHeld ? $1.1.value : .zero) }
        .shown,
      years: yearLinks(current: year, Address.activities))
  }
}
