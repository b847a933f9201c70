import Composing
import Reading
import Scoring
import Templating
import Wording

/// The year's plan with its claims, month by month; the unclaimed ones stand first, since somebody should take them.
struct ActivitiesPage: Page {
  struct Month: Fillable {
    var year: Int
    var month: Int
    var rows: [ActivityRow]
    func fill(_ out: inout Filler) {
      out.text("monthYear", year)
      out.text("month", month)
      out.list("rows", rows)
      out.text("count", rows.count)
    }
  }

  struct MatrixRow: Fillable {
    var complexity: Int
    var values: [String]
    func fill(_ out: inout Filler) {
      out.text("complexity", complexity)
      out.texts("values", values)
    }
  }

  var chrome: Chrome
  var planned: Int
  var claimed: Int
  var done: Int
  var unclaimed: [ActivityRow]
  var months: [Month]
  var budget: String
  var value: String
  var matrix: [MatrixRow]
  var years: [LinkView]

  func fill(_ out: inout Filler) {
    chrome.fill(&out)
    out.text("planned", planned)
    out.text("claimed", claimed)
    out.text("done", done)
    out.list("unclaimed", unclaimed)
    out.text("unclaimedCount", unclaimed.count)
    out.flag("hasMonths", !months.isEmpty)
    out.list("months", months)
    out.text("budget", budget)
    out.text("value", value)
    out.list("matrix", matrix)
    out.list("years", years)
  }

  static let template = "activities"
  static let specimen = ActivitiesPage(
    chrome: .specimen, planned: 72, claimed: 69, done: 66, unclaimed: [.specimen],
    months: [Month(year: 2025, month: 9, rows: [.specimen])], budget: "618,000", value: "250.00",
    matrix: [MatrixRow(complexity: 1, values: ["1.00", "2.00", "3.00"])], years: [.specimen])

  static func plans(_ context: SiteContext) -> [PagePlan] {
    context.ledger.years.indices.map { year in
      let path = Address.activities(context.ledger.years[year].year)
      return plan(path) { context.activitiesPage(year, path) }
    }
  }
}

extension SiteContext {
  fileprivate func activitiesPage(_ year: Int, _ path: String) -> ActivitiesPage {
    let book = ledger.years[year]
    let results = scorebook.years[year].activities
    let order = book.activities.indices.sorted {
      let (a, b) = (book.activities[$0], book.activities[$1])
      return (a.month, a.held ?? a.month.lastDay, a.id) < (b.month, b.held ?? b.month.lastDay, b.id)
    }
    let months = Set(book.activities.map(\.month)).sorted()
    return ActivitiesPage(
      chrome: chrome(path, title: Words.activities(book.year), year: year, section: .activities),
      planned: book.activities.count, claimed: results.count { $0.isClaimed },
      done: results.count { $0.isHeld },
      unclaimed: order.filter { !results[$0].isClaimed }.map { activityRow($0, year: year) },
      months: months.map { month in
        ActivitiesPage.Month(
          year: month.year, month: month.month,
          rows: order.filter { book.activities[$0].month == month }.map { activityRow($0, year: year) })
      }, budget: grouped(book.activities.reduce(0) { $0 + $1.budget }),
      value: zip(book.activities, results).reduce(Points.zero) { $0 + ($1.1.isHeld ? $1.1.value : .zero) }
        .description,
      matrix: book.rulebook.matrix.enumerated().map {
        ActivitiesPage.MatrixRow(complexity: $0 + 1, values: $1.map(\.description))
      }, years: yearLinks(current: year, Address.activities))
  }
}
