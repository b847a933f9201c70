import Charting
import Scoring
import Templating
import Wording

/// A row of a member leaderboard.
package struct StandingRow: Fillable {
  /// `nil` before anybody has a point.
  package var rank: Int?
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
  /// Whether there is nothing to be ranked by.
  package var isEmpty = false
  package var capped: String
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
  /// Why somebody above the cut can't enter the PK; empty otherwise.
  package var obstacle: String

  package func fill(_ out: inout Filler) {
    out.text("rank", rank.orDash)
    out.flag("isTied", isTied)
    out.record("move", move)
    out.record("member", member)
    out.text("sortKey", sortKey)
    out.record("branch", branch)
    out.flag("isProbationary", isProbationary)
    out.text("base", base)
    out.text("optional", optional)
    out.text("total", total)
    out.text("capped", capped)
    out.flag("isUndeducted", !undeducted.isEmpty)
    out.text("undeducted", undeducted)
    out.text("spark", spark)
    out.text("peak", peak)
    out.text("baseWidth", baseWidth)
    out.text("optionalWidth", optionalWidth)
    out.flag("isQualified", isQualified)
    out.flag("isDecided", isDecided)
    out.flag("hasObstacle", !obstacle.isEmpty)
    out.text("obstacle", obstacle)
  }

  package static let specimen = StandingRow(
    rank: 2, isTied: true, move: .specimen, member: .specimen, sortKey: "zhou jingyi", branch: .specimen,
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

  /// Nobody moves to where there is no rank.
  init(_ rank: Int?, previous: Int?) {
    guard let rank else {
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

  package func fill(_ out: inout Filler) {
    out.text("places", places)
    out.flag("isUp", isUp)
    out.flag("isDown", isDown)
    out.flag("isNew", isNew)
    out.flag("isSame", isSame)
  }

  package static let specimen = Movement(2, previous: 6)
}

extension SiteContext {
  /// - Parameter widest: the total a full bar stands for.
  package func row(_ standing: MemberStanding, year: Int, widest: Points, months: Period?, qualifier: Qualifier? = nil)
    -> StandingRow
  {
    let person = roster.members[standing.member]
    let branch = roster.branches[standing.branch]
    let decimals = standing.decimals
    let (spark, peak) = months.map { sparkline(of: standing.member, year, $0) } ?? ("", "")
    return StandingRow(
      rank: standing.rank, isTied: standing.isTied,
      move: Movement(standing.rank, previous: standing.previousRank),
      member: LinkView(href: Address.member(person, ledger.years[year].year), text: person.name),
      sortKey: person.sortKey,
      branch: LinkView(href: Address.branch(branch, ledger.years[year].year), text: branch.name),
      isProbationary: standing.standing == .probationary, base: standing.base.text(decimals: decimals),
      optional: standing.optional.text(decimals: decimals), total: standing.total.text(decimals: decimals),
      isEmpty: standing.total <= .zero, capped: standing.uncounted.gains.text(decimals: decimals),
      undeducted: standing.uncounted.deductions.orBlank(decimals),
      spark: spark, peak: peak, baseWidth: percent(standing.base, of: widest),
      optionalWidth: percent(standing.optional, of: widest),
      isQualified: qualifier != nil && qualifier?.obstacle == nil,
      isDecided: qualifier?.override != nil, obstacle: qualifier?.obstacle.map(obstacleWords) ?? "")
  }

  private func sparkline(of member: Ref<Member>, _ year: Int, _ period: Period) -> (String, String) {
    spark(monthly(scorebook.years[year].awards(of: member), over: period).map(\.total.millionths))
  }
}
