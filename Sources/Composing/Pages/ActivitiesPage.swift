import Reading
import Scoring
import Templating

/// A line of the activity plan (S19): what, when, who claimed it, its value and how that came about (S20).
struct ActivityRow: Fillable {
  var id: String
  var title: String
  /// The planned month.
  var year: Int
  var month: Int
  var held: String
  /// Month and day alone.
  var heldDay: String
  var isHeld: Bool
  var isCommittee: Bool
  var complexity: Int
  var coverage: Int
  var value: String
  /// Why the value isn't the matrix's; empty when it is.
  var overrideReason: String
  var budget: String
  var funder: String
  var claims: [LinkView]
  var claimedOn: String
  var participants: Int
  var works: [LinkView]
  var stories: [LinkView]
  var note: String
  var record: String

  func fill(_ out: inout Filler) {
    out.text("id", id)
    out.text("title", title)
    out.text("planYear", year)
    out.text("month", month)
    out.text("held", held)
    out.text("heldDay", heldDay)
    out.flag("isHeld", isHeld)
    out.flag("isCommittee", isCommittee)
    out.text("complexity", complexity)
    out.text("coverage", coverage)
    out.text("value", value)
    out.flag("isOverridden", !overrideReason.isEmpty)
    out.text("overrideReason", overrideReason)
    out.text("budget", budget)
    out.text("funder", funder)
    out.list("claims", claims)
    out.text("claimedOn", claimedOn)
    out.text("participants", participants)
    out.list("works", works)
    out.list("stories", stories)
    out.flag("hasNote", !note.isEmpty)
    out.text("note", note)
    out.text("record", record)
  }

  static let specimen = ActivityRow(
    id: "a25-07", title: "河道水质义务监测", year: 2025, month: 9, held: "2025-09-06", heldDay: "09-06", isHeld: true,
    isCommittee: true,
    complexity: 3, coverage: 3, value: "9.00", overrideReason: "两个周末", budget: "12,000", funder: "工会",
    claims: [.specimen], claimedOn: "2025-01-10", participants: 26, works: [.specimen], stories: [.specimen],
    note: "试剂与保险", record: "years/2025/activities.csv:12")
}

extension Edition {
  func activityRow(_ index: Int, year: Int) -> ActivityRow {
    let book = ledger.years[year]
    let activity = book.activities[index]
    let result = scorebook.years[year].activities[index]
    return ActivityRow(
      id: activity.id, title: activity.title, year: activity.month.year, month: activity.month.month,
      held: result.isHeld ? activity.held?.description ?? "" : "",
      heldDay: result.isHeld ? activity.held?.monthDay ?? "" : "", isHeld: result.isHeld,
      isCommittee: activity.origin == .committee, complexity: activity.complexity, coverage: activity.coverage,
      value: result.value.description, overrideReason: activity.override?.reason ?? "",
      budget: grouped(activity.budget),
      funder: activity.funder,
      claims: activity.claims.map {
        LinkView(href: Address.branch(roster.branches[$0.branch], book.year), text: roster.branches[$0.branch].short)
      }, claimedOn: activity.claims.map(\.on).min()?.description ?? "", participants: result.participants.count,
      works: activity.works.map { LinkView(href: Address.work(ledger.works[$0]), text: ledger.works[$0].title) },
      stories: stories.byActivity[year][index].map {
        LinkView(href: Address.story(content.stories[$0]), text: content.stories[$0].title)
      }, note: activity.note, record: citation(activity.place))
  }
}

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

  static func plans(_ edition: Edition) -> [PagePlan] {
    edition.ledger.years.indices.map { year in
      let path = Address.activities(edition.ledger.years[year].year)
      return plan(path) { edition.activitiesPage(year, path) }
    }
  }
}

extension Edition {
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
