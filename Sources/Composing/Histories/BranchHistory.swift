import Scoring
import Templating
import Wording

/// A branch over all years that have begun. Points of two years are never added: each stands beside its own year's.
package struct BranchHistory: Fillable {
  package struct Year: Fillable {
    package var year: Int
    @WebAddress package var href: String
    package var state: String
    package var stairs: Stairs
    package var isExcellent: Bool
    /// Its honor by decision, or that a veto kept it from one.
    package var honors: [String]
    package var vetoes: [VetoView]
    package var secretary: LinkView?
    package var full: Int
    package var probationary: Int
    package var exempt: Int
    package var people: Int
    /// Its row on the board; `nil` where it has none.
    @Unprinted package var sum: BranchSum?
    /// A dash before any branch has a point.
    var rank: String { (sum?.place).orDash }
    var isTied: Bool { sum?.isTied ?? false }
    package var branchCount: Int
    var total: String { sum?.total.shown(sum?.decimals ?? 2) ?? "" }
    var activityPart: String { sum?.activityPart.shown(sum?.decimals ?? 2) ?? "" }
    var rewardPart: String { sum?.rewardPart.shown(sum?.decimals ?? 2) ?? "" }
    var heads: Int { sum?.heads ?? 0 }
    var average: String { sum?.average?.shown ?? Words.noAverage }
    package var band: [String]
    @Unprinted package var best: Points?
    @Unprinted package var middle: Points?
    /// The highest of all branches, and the one in the middle of three or more.
    var highest: [String] { best.map { [$0.shown] } ?? [] }
    var median: [String] { middle.map { [$0.shown] } ?? [] }
    /// Per cent; none where nobody counts.
    package var rate: [String]
    package var participants: Int
    package var eligible: Int
    @Inlined package var gate: GateView
    /// Activities it claimed or runs itself.
    package var activitiesHeld: Int
    package var activities: Int
    package var projectsGraded: Int
    package var projects: Int
    package var stories: Int
    /// Who of those that stood in it at the year's end came to which honor.
    package var winners: [LinkView]
    package var qualified: Int
    package var stars: Int
    @WebAddress package var honorsHref: String
    @WebAddress package var activitiesHref: String
    package var rulebook: LinkView
    package var step: StandardStep?
  }

  package struct Campaign: Fillable {
    package var link: LinkView
    package var stories: Int
  }

  package struct Project: Fillable {
    package var year: Int
    package var link: LinkView
    package var isPriority: Bool
    package var grade: [String]
  }

  package var name: String
  package var unit: String
  @Unprinted package var id: String
  /// Newest first, as tables have them; in the order of time, as the strip has them.
  package var years: [Year]
  package var columns: [Year]
  package var yearCount: Int { years.count }
  /// One year, or none that has begun.
  var isSingle: Bool { years.count <= 1 }
  var hasMedian: Bool { years.contains { !$0.median.isEmpty } }
  package var firstYear: Int
  package var lastYear: Int
  package var aboveMedian: Int
  var isAbove: Bool { aboveMedian > 0 }
  package var excellentCount: Int
  var wasExcellent: Bool { excellentCount > 0 }
  package var passedCount: Int
  package var isUnlike: Bool
  package var winnerCount: Int
  var hasWins: Bool { winnerCount > 0 }
  package var secretaries: [MemberHistory.Stretch]
  package var campaigns: [Campaign]
  var hasCampaigns: Bool { !campaigns.isEmpty }
  package var projects: [Project]
  package var projectCount: Int { projects.count }
  package var gradedCount: Int

  package static let specimen = BranchHistory(
    name: "环境监测支部", unit: "环境监测事业部", id: "b07", years: [.specimen], columns: [.specimen], firstYear: 2024,
    lastYear: 2025, aboveMedian: 2, excellentCount: 1, passedCount: 2, isUnlike: true,
    winnerCount: 3,
    secretaries: [.init(name: "周静怡", link: .specimen, role: "副总经理", from: "2024-01-01", to: "2026-03-31")],
    campaigns: [Campaign(link: .specimen, stories: 3)],
    projects: [Project(year: 2025, link: .specimen, isPriority: true, grade: ["80"])], gradedCount: 1)
}

/// A branch's year in sums.
package struct BranchSum: Sendable {
  /// `nil` before any branch has a point.
  package let place: Int?
  package let isTied: Bool
  package let activityPart: Points
  package let rewardPart: Points
  package let heads: Int
  /// Rounded to hundredths; `nil` where nobody counts.
  package let average: Points?
  /// With how many its parts add up.
  package let decimals: Int
  package var total: Points { activityPart + rewardPart }

  static let specimen = BranchSum(
    place: 2, isTied: true, activityPart: Points(41), rewardPart: Points(24), heads: 30,
    average: Points(hundredths: 217), decimals: 2)
}

extension BranchSum {
  init(_ row: BranchStanding) {
    self.init(
      place: row.rank, isTied: row.isTied, activityPart: row.activityPart, rewardPart: row.rewardPart,
      heads: row.heads, average: row.average?.rounded, decimals: row.decimals)
  }
}

extension BranchHistory.Year {
  package static let specimen = BranchHistory.Year(
    year: 2025, href: "2025/branches/b07.html", state: "定稿", stairs: .specimen, isExcellent: true, honors: ["先进支部"],
    vetoes: [.specimen], secretary: .specimen, full: 28, probationary: 2, exempt: 1, people: 31,
    sum: .specimen, branchCount: 16, band: ["优秀"], best: Points(hundredths: 6750),
    middle: Points(51), rate: ["96.7"], participants: 29, eligible: 30,
    gate: .specimen, activitiesHeld: 5, activities: 6, projectsGraded: 1, projects: 2, stories: 4, winners: [.specimen],
    qualified: 5, stars: 2, honorsHref: "2025/honors.html",
    activitiesHref: "2025/activities.html", rulebook: .specimen, step: .specimen)
}
