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
    /// The whole path of the record, as it is typed back.
    package var record: String
    /// The same for readers: `记录b10-q2第126行`.
    package var source: String
    /// Whether `record` says more than `source` and `sources` of the account together.
    package var isElsewhere: Bool
    var hasID: Bool { !id.isEmpty }
    /// Of the first row that a record earned; empty for its others.
    package var id: String
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
    var count: Int { postings.count }
    /// The year's last so far: it stands open where the others are folded.
    package var isLast: Bool
  }

  package struct ItemSum: Fillable {
    package var name: String
    @WebAddress package var anchor: String
    package var points: String
    /// Of a line that is as long as the scale at 100, and of the frame that the cap draws; none without a cap. Per cent.
    package var width: String
    var hasTrack: Bool { !track.isEmpty }
    package var track: String
    package var bound: String
    package var capped: String
    var isUndeducted: Bool { !undeducted.isEmpty }
    /// What caps kept from being deducted; empty where nothing was.
    package var undeducted: String
    /// What is left of it, and what its next step needs.
    package var notes: [String]
  }

  /// An item beside the year before.
  package struct Change: Fillable {
    package var name: String
    package var before: String
    package var now: String
    package var difference: String
    package var isGain: Bool
    /// Of a bar to the right of 50 for a gain, to its left for a loss: its ends, per cent.
    package var from: String
    package var to: String
  }

  package struct Changes: Fillable {
    package var year: Int
    package var before: Int
    package var isWhole: Bool
    package var rows: [Change]
  }

  package struct Rank: Fillable {
    package var rank: Int
    package var isTied: Bool
    package var count: Int
  }

  /// A folder of the content whose files' names are all that `source` says of them besides a word: `years/2025/records`.
  package struct SourceFolder: Fillable {
    package var word: String
    package var folder: String
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
  package var strip: YearStrip?
  /// The running total against the year before.
  package var runningChart: ChartView?
  package var baseItems: [ItemSum]
  package var optionalItems: [ItemSum]
  var baseCount: Int { baseItems.count }
  var optionalCount: Int { optionalItems.count }
  /// Figures at the marks of the scale that all items are drawn on, and how many parts they make of it.
  package var ticks: [String]
  var tickCount: Int { max(1, ticks.count - 1) }
  package var changes: Changes?
  /// How much of the caps that items share is used up.
  package var caps: [CapUse]
  var hasCaps: Bool { !caps.isEmpty }
  package var months: [Month]
  /// Where the records of the postings lie: their files end in `.csv`.
  package var sources: [SourceFolder]
  var hasSources: Bool { !sources.isEmpty }
  package var postingCount: Int
  package var baseCountOfPostings: Int
  package var optionalCountOfPostings: Int
  package var cutCount: Int
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
    strip: .specimen, runningChart: .specimen,
    baseItems: [
      ItemSum(
        name: "主题党日", anchor: "2025/rulebook.html#theme-day", points: "12.00", width: "100", track: "100",
        bound: "12.00",
        capped: "–", undeducted: "-1.00", notes: ["余9分，起始10分"])
    ],
    optionalItems: [
      ItemSum(
        name: "公益献血", anchor: "2025/rulebook.html#blood", points: "6.00", width: "50", track: "50", bound: "6.00",
        capped: "3.00", undeducted: "-1.00", notes: ["还差3学时到20学时档，可再得3分"])
    ], ticks: ["0", "4", "8", "12"],
    changes: Changes(
      year: 2025, before: 2024, isWhole: true,
      rows: [
        Change(name: "获奖", before: "0.00", now: "10.00", difference: "10.00", isGain: true, from: "50", to: "100")
      ]), caps: [.specimen],
    months: [
      Month(
        id: "m2025-09", year: 2025, month: 9, base: "4.00", optional: "10.50", capped: "1.50", undeducted: "-1.00",
        postings: [
          Posting(
            date: "2025-09-13", day: "09-13", reason: "河道水质义务监测", detail: "年度上限12.00分，计入4.50分",
            ruleAnchor: "2025/rulebook.html#welfare-beyond", ruleSpot: "第48行", base: "",
            optional: "4.50", capped: "1.50", running: "89.50", record: "years/2025/welfare/b07.csv:261",
            source: "公益b07第261行", isElsewhere: false, id: "welfare-b07-261",
            isCut: true)
        ], isLast: true)
    ],
    sources: [SourceFolder(word: "公益", folder: "years/2025/welfare")],
    postingCount: 50, baseCountOfPostings: 30, optionalCountOfPostings: 20, cutCount: 4,
    history: ["2025-07-16 软件研发支部 → 环境监测支部"])
}
