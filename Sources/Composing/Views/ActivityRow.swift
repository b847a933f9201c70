import Reading
import Scoring
import Templating
import Wording

/// A line of the activity plan (S19): what, when, who claimed it, its value and how that came about (S20).
package struct ActivityRow: Fillable {
  package var id: String
  package var title: String
  /// The planned month.
  package var planYear: Int
  package var month: Int
  package var held: String
  /// Month and day alone.
  package var heldDay: String
  package var isHeld: Bool
  package var isCommittee: Bool
  package var complexity: Int
  package var coverage: Int
  package var value: String
  var isOverridden: Bool { !overrideReason.isEmpty }
  /// Why the value isn't the matrix's; empty when it is.
  package var overrideReason: String
  package var budget: String
  package var funder: String
  package var claims: [LinkView]
  package var claimedOn: String
  package var participants: Int
  package var works: [LinkView]
  package var stories: [LinkView]
  var hasNote: Bool { !note.isEmpty }
  package var note: String
  package var record: String
  /// The same for readers: `活动计划第12行`.
  package var source: String
  @Unprinted package var isClaimed: Bool
  var isUnclaimed: Bool { !isClaimed }
  var isOpen: Bool { isClaimed && !isHeld }
  /// What a branch got for it, on the branch's own pages; none elsewhere, or while it isn't held.
  package var counted: [String] = []
  /// The same with all its decimals, where two are not all.
  package var exact: [String] = []
  package var isRounded: Bool { !exact.isEmpty }
  /// What a cap kept from that; empty where nothing was.
  package var capped = ""
  var isCut: Bool { !capped.isEmpty }

  package static let specimen = ActivityRow(
    id: "a25-07", title: "河道水质义务监测", planYear: 2025, month: 9, held: "2025-09-06", heldDay: "09-06", isHeld: true,
    isCommittee: true,
    complexity: 3, coverage: 3, value: "9.00", overrideReason: "两个周末", budget: "12,000", funder: "工会",
    claims: [.specimen], claimedOn: "2025-01-10", participants: 26, works: [.specimen], stories: [.specimen],
    note: "试剂与保险", record: "years/2025/activities.csv:12",
    source: "活动计划第12行", isClaimed: true, counted: ["9.00"], exact: ["0.666667"], capped: "1.00")
}

extension SiteContext {
  package func activityRow(_ index: Int, year: Ref<YearLedger>) -> ActivityRow {
    let book = self[year].ledger
    let activity = book.activities[index]
    let result = self[year].book.activities[index]
    return ActivityRow(
      id: activity.id, title: activity.title, planYear: activity.month.year, month: activity.month.month,
      held: result.isHeld ? activity.held?.description ?? "" : "",
      heldDay: result.isHeld ? activity.held?.monthDay ?? "" : "", isHeld: result.isHeld,
      isCommittee: activity.origin == .committee, complexity: activity.complexity, coverage: activity.coverage,
      value: result.value.shown, overrideReason: activity.override?.reason ?? "",
      budget: grouped(activity.budget),
      funder: activity.funder,
      claims: activity.claims.map {
        LinkView(href: Address.branch(roster.branches[$0.branch], book.year), text: roster.branches[$0.branch].short)
      }, claimedOn: activity.claims.map(\.on).min()?.description ?? "", participants: result.participants.count,
      works: activity.works.map { LinkView(href: Address.work(ledger.works[$0]), text: ledger.works[$0].title) },
      stories: self[year].stories.byActivity[index].map {
        LinkView(href: Address.story(content.stories[$0]), text: content.stories[$0].title)
      }, note: activity.note, record: citation(activity.place), source: source(activity.place),
      isClaimed: result.isClaimed)
  }
}
