import Scoring
import Templating
import Wording

/// A member over all years that have begun. Points of two years are never added: each stands beside its own year's.
package struct MemberHistory: Fillable {
  /// A year between the first and the last, in the order of time: the strip's columns.
  package struct Column: Fillable {
    package var year: Int
    /// None for a year without an account.
    package var account: Figures?
    /// Whether she won that year's PK.
    package var isWinner: Bool
  }

  /// What a column shows.
  package struct Figures: Fillable {
    @WebAddress package var href: String
    package var total: String
    package var stairs: Stairs
  }

  /// A year with an account.
  package struct Year: Fillable {
    package var year: Int
    @WebAddress package var href: String
    package var state: String
    package var branch: LinkView?
    package var standing: String
    package var offices: [String]
    package var honors: [String]
    package var place: MemberAccount.Place?
    @Unprinted package var sum: MemberSum
    var total: String { sum.total.shown(sum.decimals) }
    var base: String { sum.base.shown(sum.decimals) }
    var optional: String { sum.optional.shown(sum.decimals) }
    var capped: String { sum.uncounted.gains.shown(sum.decimals) }
    var isUndeducted: Bool { !undeducted.isEmpty }
    /// What caps kept from being deducted; empty where nothing was.
    var undeducted: String { sum.uncounted.deductions.orBlank(sum.decimals) }
    package var band: [String]
    @Unprinted package var best: Points?
    @Unprinted package var middle: Points?
    /// The company's highest total and the one in the middle; none where the boards don't tell.
    var highest: [String] { best.map { [$0.shown] } ?? [] }
    var median: [String] { middle.map { [$0.shown] } ?? [] }
    @Unprinted package var minutes: Int
    var hours: String { Words.hours(minutes) }
    @Unprinted package var owedMinutes: Int?
    /// What everybody owes; none for who is exempt.
    var owed: [String] { owedMinutes.map { [Words.hours($0)] } ?? [] }
    /// Of a bar as long as her most hours at 100, and of the frame that what is owed draws.
    package var hoursWidth: String
    package var owedWidth: String
    package var rulebook: LinkView
    /// None for her first year.
    package var step: StandardStep?
  }

  /// An honor in years that follow one another.
  package struct Run: Fillable {
    package var honor: String
    package var first: Int
    package var last: Int
    package var count: Int
    var isLong: Bool { count > 1 }
  }

  /// A signed decision about her.
  package struct Ruling: Fillable {
    package var year: Int
    package var matter: String
    var hasWords: Bool { !words.isEmpty }
    /// What she did, or why it was decided.
    package var words: String
    package var signedBy: String
    package var on: String
    package var record: String
    package var source: String
  }

  /// A stay in a branch, or an office in one.
  package struct Stretch: Fillable {
    package var name: String
    /// The branch over the years, or who held the office; none for somebody without a page.
    package var link: LinkView?
    /// Standing, duty or post.
    package var role: String
    /// Empty where the profile doesn't tell.
    package var from: String
    var hasFrom: Bool { !from.isEmpty }
    /// Empty while it lasts.
    package var to: String
    var hasTo: Bool { !to.isEmpty }
  }

  /// A share in a project.
  package struct Share: Fillable {
    package var year: Int
    package var link: LinkView
    package var task: String
    package var share: Int
    /// None while the project isn't graded.
    package var grade: [String]
    /// None before it brought anything.
    package var points: [String]
  }

  package struct Service: Fillable {
    package var link: LinkView
    /// Records, welfare entries and projects.
    package var count: Int
  }

  package var name: String
  @Unprinted package var key: String
  package var branch: LinkView?
  package var standing: String
  package var columns: [Column]
  package var years: [Year]
  package var yearCount: Int { years.count }
  var isSingle: Bool { years.count == 1 }
  var hasHighest: Bool { years.contains { !$0.highest.isEmpty } }
  var hasMedian: Bool { years.contains { !$0.median.isEmpty } }
  package var firstYear: Int
  package var lastYear: Int
  /// Years whose company median she was above.
  package var aboveMedian: Int
  var isAbove: Bool { aboveMedian > 0 }
  package var winnerCount: Int
  var hasWins: Bool { winnerCount > 0 }
  package var qualifiedCount: Int
  package var starCount: Int
  package var hours: String
  /// Whether the standard's items differ from one of the years to the next.
  package var isUnlike: Bool
  package var runs: [Run]
  package var rulings: [Ruling]
  var hasHonors: Bool { !runs.isEmpty || !rulings.isEmpty }
  package var stays: [Stretch]
  package var offices: [Stretch]
  var hasOffices: Bool { !offices.isEmpty }
  package var shares: [Share]
  package var projectCount: Int
  var hasProjects: Bool { projectCount > 0 }
  package var gradedCount: Int
  /// The works she served most, and how many more there are.
  package var works: [Service]
  var hasWorks: Bool { !works.isEmpty }
  package var furtherWorks: Int
  var hasFurther: Bool { furtherWorks > 0 }

  package static let specimen = MemberHistory(
    name: "周静怡", key: "zhou-jingyi", branch: .specimen, standing: "正式党员",
    columns: [
      Column(
        year: 2025, account: Figures(href: "2025/members/zhou-jingyi.html", total: "103.50", stairs: .specimen),
        isWinner: true)
    ],
    years: [
      Year(
        year: 2025, href: "2025/members/zhou-jingyi.html", state: "定稿", branch: .specimen, standing: "正式党员",
        offices: ["环境监测支部组织委员"], honors: ["优秀党员，连续2年"], place: MemberAccount.specimen.place,
        sum: .specimen, band: ["优秀"], best: Points(112), middle: Points(hundredths: 7825), minutes: 510,
        owedMinutes: 120, hoursWidth: "100.0", owedWidth: "23.5", rulebook: .specimen,
        step: .specimen)
    ], firstYear: 2024, lastYear: 2025, aboveMedian: 2, winnerCount: 2, qualifiedCount: 2, starCount: 1,
    hours: "20.00", isUnlike: true, runs: [Run(honor: "优秀党员", first: 2024, last: 2025, count: 2)],
    rulings: [
      Ruling(
        year: 2025, matter: "优秀党员", words: "三条河断面监测", signedBy: "公司党委", on: "2025-12-27",
        record: "years/2025/decisions.yaml:2", source: "决定第2行")
    ], stays: [Stretch(name: "环境监测支部", link: .specimen, role: "正式党员", from: "2025-07-16", to: "2026-03-31")],
    offices: [Stretch(name: "环境监测支部", link: .specimen, role: "组织委员", from: "2024-01-01", to: "2026-03-31")],
    shares: [
      Share(year: 2025, link: .specimen, task: "断面布点", share: 40, grade: ["80"], points: ["6.40"])
    ], projectCount: 2, gradedCount: 1, works: [Service(link: .specimen, count: 12)], furtherWorks: 3)
}
