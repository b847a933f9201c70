import Charting
import Scoring
import Templating
import Wording

/// A row of a member leaderboard.
package struct StandingRow: Fillable {
  /// `nil` before anybody has a point.
  @Unprinted package var place: Int?
  /// A dash before anybody has a point.
  var rank: String { place.orDash }
  package var isTied: Bool
  package var move: Movement
  package var member: LinkView
  /// What the name is sorted by.
  package var sortKey: String
  package var branch: LinkView
  package var isProbationary: Bool
  package var base: String
  package var optional: String
  package var total: String
  package var capped: String
  var isUndeducted: Bool { !undeducted.isEmpty }
  /// What caps kept from being deducted; empty where nothing was.
  package var undeducted: String
  /// SVG path of the months, each an upright line; the highest stands apart in `peak`.
  package var spark: String
  package var peak: String
  package var baseWidth: String
  package var optionalWidth: String
  package var isQualified: Bool
  /// Let in or kept out by a decision, against the points.
  package var isDecided: Bool
  var hasObstacle: Bool { !obstacle.isEmpty }
  /// Why somebody above the cut can't enter the PK; empty otherwise.
  package var obstacle: String

  package static let specimen = StandingRow(
    place: 2, isTied: true, move: .specimen, member: .specimen, sortKey: "zhou jingyi", branch: .specimen,
    isProbationary: true, base: "60.00",
    optional: "43.50", total: "103.50", capped: "6.50", undeducted: "-1.00", spark: "M4 22V12", peak: "M20 22V2",
    baseWidth: "58.0",
    optionalWidth: "42.0", isQualified: true, isDecided: true, obstacle: "预备党员")
}

/// How a rank moved since the previous period.
package struct Movement: Fillable {
  package var places: Int
  package var isUp = false
  package var isDown = false
  package var isNew = false
  package var isSame = false

  /// Nobody moves to where there is no rank, nor from one that isn't told.
  init(_ rank: Int?, previous: Int?, isWithheld: Bool = false) {
    guard let rank, !isWithheld else {
      places = 0
      return
    }
    places = previous.map { abs($0 - rank) } ?? 0
    isNew = previous == nil
    if let previous {
      isUp = previous > rank
      isDown = previous < rank
      isSame = previous == rank
    }
  }

  package static let specimen = Movement(2, previous: 6)
}

extension SiteContext {
  /// - Parameter widest: the total a full bar stands for.
  package func row(
    _ standing: MemberStanding, year: Ref<YearLedger>, widest: Points, months: Period?, qualifier: Qualifier? = nil
  )
    -> StandingRow
  {
    let person = roster.members[standing.member]
    let branch = roster.branches[standing.branch]
    let decimals = standing.decimals
    let (spark, peak) = months.map { sparkline(of: standing.member, year, $0) } ?? ("", "")
    return StandingRow(
      place: standing.rank, isTied: standing.isTied,
      move: Movement(standing.rank, previous: standing.previousRank, isWithheld: standing.isPreviousRankWithheld),
      member: LinkView(href: Address.member(person, self[year].ledger.year), text: person.name),
      sortKey: person.sortKey,
      branch: LinkView(href: Address.branch(branch, self[year].ledger.year), text: branch.name),
      isProbationary: standing.standing == .probationary, base: standing.base.shown(decimals),
      optional: standing.optional.shown(decimals), total: standing.total.shown(decimals),
      capped: standing.uncounted.gains.shown(decimals),
      undeducted: standing.uncounted.deductions.orBlank(decimals),
      spark: spark, peak: peak, baseWidth: percent(standing.base, of: widest),
      optionalWidth: percent(standing.optional, of: widest),
      isQualified: qualifier != nil && qualifier?.obstacle == nil,
      isDecided: qualifier?.override != nil, obstacle: qualifier?.obstacle.map(obstacleWords) ?? "")
  }

  private func sparkline(of member: Ref<Member>, _ year: Ref<YearLedger>, _ period: Period) -> (String, String) {
    spark(monthly(self[year].book.awards(of: member), over: period).map(\.total.millionths))
  }
}
