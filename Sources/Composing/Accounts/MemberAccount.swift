import Scoring
import Templating
import Texts

/// A member's account, like a bank statement: the equation, what it is made of, and every posting with its running total.
package struct MemberAccount: Fillable {
  package struct Posting: Fillable {
    package var date: String
    package var day: String
    package var reason: String
    package var detail: String
    var hasDetail: Bool { !detail.isEmpty }
    @WebAddress package var ruleAnchor: String
    /// Line of the rule in the rulebook, or its cell in a sheet.
    package var ruleSpot: String
    package var base: String
    package var optional: String
    package var capped: String
    package var running: String
    package var record: String
    package var isCut: Bool
  }

  package struct Month: Fillable {
    package var id: String
    package var year: Int
    package var month: Int
    package var base: String
    package var optional: String
    /// What caps kept from counting, and what they kept from being deducted; empty where nothing.
    package var capped: String
    var isUndeducted: Bool { !undeducted.isEmpty }
    package var undeducted: String
    package var postings: [Posting]
  }

  package struct ItemSum: Fillable {
    package var name: String
    @WebAddress package var anchor: String
    package var points: String
    package var width: String
    package var bound: String
    package var capped: String
    var isUndeducted: Bool { !undeducted.isEmpty }
    /// What caps kept from being deducted; empty where nothing was.
    package var undeducted: String
    /// What is left of it, and what its next step needs.
    package var notes: [String]
  }

  package struct Rank: Fillable {
    package var rank: Int
    package var isTied: Bool
    package var count: Int
  }

  /// Where she stands, as far as the profile's boards tell.
  package struct Place: Fillable {
    package var inCompany: Rank?
    package var inBranch: Rank?
    /// Whether somebody of the company has a point, so that there are ranks at all.
    @Unprinted package var isBegun: Bool
    var isUnnamed: Bool { isBegun && inCompany == nil && inBranch == nil }
    var isUnbegun: Bool { !isBegun }
    /// The last rank the boards name.
    package var published: Int
    package var perBranch: Int
  }

  package var name: String
  package var branch: LinkView?
  package var standing: String
  package var offices: [String]
  package var honors: [String]
  /// Decisions about her that override the points.
  package var overrides: [OverrideView]
  package var place: Place?
  package var total: String
  package var base: String
  package var optional: String
  package var capped: String
  /// What caps kept from being deducted; empty where nothing was.
  package var undeducted: String
  var isUndeducted: Bool { !undeducted.isEmpty }
  /// The grade by a final total, none or one: a reading of the total, not an appraisal.
  package var band: [String]
  package var welfareHours: String
  package var chart: ChartView?
  /// The running total against the year before.
  package var runningChart: ChartView?
  package var baseItems: [ItemSum]
  package var optionalItems: [ItemSum]
  /// How much of the caps that items share is used up.
  package var caps: [CapUse]
  var hasCaps: Bool { !caps.isEmpty }
  package var months: [Month]
  package var postingCount: Int
  var hasPostings: Bool { postingCount > 0 }
  package var history: [String]

  package static let specimen = MemberAccount(
    name: "周静怡", branch: .specimen, standing: "正式党员", offices: ["组织委员"],
    honors: ["具备优秀党员PK资格"], overrides: [.specimen],
    place: Place(
      inCompany: Rank(rank: 2, isTied: true, count: 395), inBranch: Rank(rank: 1, isTied: true, count: 30),
      isBegun: true,
      published: 20,
      perBranch: 5), total: "103.50",
    base: "60.00", optional: "43.50", capped: "6.50", undeducted: "-1.00", band: ["优秀"], welfareHours: "8.50",
    chart: .specimen, runningChart: .specimen,
    baseItems: [
      ItemSum(
        name: "主题党日", anchor: "2025/rulebook.html#theme-day", points: "12.00", width: "100.0", bound: "12.00",
        capped: "–", undeducted: "-1.00", notes: ["余9分，起始10分"])
    ],
    optionalItems: [
      ItemSum(
        name: "公益献血", anchor: "2025/rulebook.html#blood", points: "6.00", width: "50.0", bound: "6.00",
        capped: "3.00", undeducted: "-1.00", notes: ["还差3学时到20学时档，可再得3分"])
    ], caps: [.specimen],
    months: [
      Month(
        id: "m2025-09", year: 2025, month: 9, base: "4.00", optional: "10.50", capped: "1.50", undeducted: "-1.00",
        postings: [
          Posting(
            date: "2025-09-13", day: "09-13", reason: "河道水质义务监测", detail: "年度上限12.00分，计入4.50分",
            ruleAnchor: "2025/rulebook.html#welfare-beyond", ruleSpot: "第48行", base: "",
            optional: "4.50", capped: "1.50", running: "89.50", record: "years/2025/welfare/b07.csv:261", isCut: true)
        ])
    ],
    postingCount: 50, history: ["2025-07-16 软件研发支部 → 环境监测支部"])
}
