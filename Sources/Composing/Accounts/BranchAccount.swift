import Reading
import Scoring
import Templating

/// A branch: both parts of its points, its first, its people, months, activities, projects and stories.
package struct BranchAccount: Fillable {
  package struct Posting: Fillable {
    package var date: String
    package var reason: String
    package var detail: String
    var hasDetail: Bool { !detail.isEmpty }
    package var points: String
    /// The same as it is reckoned with.
    @Unprinted package var exact: Points
    var isCut: Bool { !capped.isEmpty }
    /// What a cap kept from counting, or from being deducted; empty where nothing was.
    package var capped: String
    package var rule: String
    package var record: String
    /// Both for readers: `标准第36行`, `考评第56行`.
    package var ruleSource: String
    package var source: String
  }

  package struct Person: Fillable {
    package var member: LinkView
    package var standing: String
    /// Whether it is another than most have.
    package var isUnusual: Bool
    package var office: String
    var hasOffice: Bool { !office.isEmpty }
    package var since: String
  }

  package struct Secretary: Fillable {
    package var member: LinkView
    package var post: String
  }

  package struct Step: Fillable {
    package var name: String
    package var date: String
    package var isDone: Bool
  }

  package struct ProjectCard: Fillable {
    package var link: LinkView
    package var isPriority: Bool
    package var value: String
    package var points: String
    package var grade: [String]
    package var steps: [Step]
  }

  package var name: String
  package var unit: String
  /// The units it stands in, the outermost first.
  package var parents: [LinkView]
  /// Why the branch may not be an excellent one, by a signed decision.
  package var vetoes: [VetoView]
  package var secretary: Secretary?
  package var full: Int
  package var probationary: Int
  package var exempt: Int
  var peopleCount: Int { people.count }
  package var nameOrder: String
  package var me: BranchRow?
  package var branchCount: Int
  package var welfareRate: [String]
  package var participants: Int
  package var eligible: Int
  @Inlined package var gate: GateView
  package var rows: [BranchRow]
  package var activityPart: [Posting]
  package var rewardPart: [Posting]
  var isCapped: Bool { !capped.isEmpty }
  /// What caps kept from counting; empty where nothing was.
  package var capped: String
  var isUndeducted: Bool { !undeducted.isEmpty }
  /// What caps kept from being deducted; empty where nothing was.
  package var undeducted: String
  package var band: [String]
  var hasCaps: Bool { !caps.isEmpty }
  /// How much of the caps that items share is used up.
  package var caps: [CapUse]
  /// How many may enter the PK.
  package var perBranch: Int
  var hasFive: Bool { !five.isEmpty }
  package var five: [StandingRow]
  var hasKept: Bool { !kept.isEmpty }
  /// What keeps how many from the PK, where nobody may enter it and a list would be of all.
  package var kept: [String]
  package var hasTieAtCut: Bool
  package var chart: ChartView?
  /// The same months in one row, with the days of the branch's activities.
  package var strip: YearStrip?
  package var hasActivities: Bool { !activities.isEmpty }
  /// Whether a figure in their column isn't shown whole.
  var hasRounded: Bool { activities.contains(where: \.isRounded) }
  package var activities: [ActivityRow]
  package var projects: [ProjectCard]
  package var stories: [StoryLine]
  package var people: [Person]

  package static let specimen = BranchAccount(
    name: "环境监测支部", unit: "环境监测事业部", parents: [LinkView(href: "2025/units/u2.html", text: "制造党总支")],
    vetoes: [.specimen],
    secretary: Secretary(member: .specimen, post: "副总经理"), full: 28, probationary: 2, exempt: 1, nameOrder: "姓名拼音",
    me: .specimen,
    branchCount: 16, welfareRate: ["96.7"], participants: 29, eligible: 30, gate: .specimen, rows: [.specimen],
    activityPart: [
      Posting(
        date: "2025-09-06", reason: "河道水质义务监测", detail: "复杂度3×覆盖面3", points: "9.00", exact: Points(9), capped: "",
        rule: "years/2025/rulebook.yaml:1", record: "years/2025/claims.csv:12", ruleSource: "标准第1行", source: "认领第12行")
    ],
    rewardPart: [
      Posting(
        date: "2025-12-01", reason: "三会一课", detail: "三会一课年度上限5.00分，计入5.00分", points: "5.00", exact: Points(5),
        capped: "1.00",
        rule: "years/2025/rulebook.yaml:60",
        record: "years/2025/ratings.csv:7", ruleSource: "标准第60行", source: "考评第7行")
    ], capped: "1.00", undeducted: "-1.00", band: ["优秀"], caps: [.specimen], perBranch: 5, five: [.specimen],
    kept: ["29人在册月数不足", "1人是预备党员"],
    hasTieAtCut: true, chart: .specimen, strip: .specimen, activities: [.specimen],
    projects: [
      ProjectCard(
        link: .specimen, isPriority: true, value: "20.00", points: "16.00", grade: ["80"],
        steps: [Step(name: "目标确定", date: "2025-01-22", isDone: true)])
    ], stories: [.specimen],
    people: [Person(member: .specimen, standing: "正式党员", isUnusual: true, office: "书记", since: "2019-03-01")])
}
