import Reading
import Scoring
import Templating

/// A branch: both parts of its points, its first, its people, months, activities, projects and stories.
struct BranchPage: Page {
  struct Posting: Fillable {
    var date: String
    var reason: String
    var detail: String
    var points: String
    var rule: String
    var record: String
    func fill(_ out: inout Filler) {
      out.text("date", date)
      out.text("reason", reason)
      out.text("detail", detail)
      out.flag("hasDetail", !detail.isEmpty)
      out.text("points", points)
      out.text("rule", rule)
      out.text("record", record)
    }
  }

  struct Person: Fillable {
    var member: LinkView
    var standing: String
    var office: String
    var since: String
    func fill(_ out: inout Filler) {
      out.record("member", member)
      out.text("standing", standing)
      out.text("office", office)
      out.flag("hasOffice", !office.isEmpty)
      out.text("since", since)
    }
  }

  struct Secretary: Fillable {
    var member: LinkView
    var post: String
    func fill(_ out: inout Filler) {
      out.record("member", member)
      out.text("post", post)
    }
  }

  struct Step: Fillable {
    var name: String
    var date: String
    var isDone: Bool
    func fill(_ out: inout Filler) {
      out.text("name", name)
      out.text("date", date)
      out.flag("isDone", isDone)
    }
  }

  struct ProjectCard: Fillable {
    var link: LinkView
    var isPriority: Bool
    var value: String
    var points: String
    var grade: [String]
    var steps: [Step]
    func fill(_ out: inout Filler) {
      out.record("link", link)
      out.flag("isPriority", isPriority)
      out.text("value", value)
      out.text("points", points)
      out.texts("grade", grade)
      out.list("steps", steps)
    }
  }

  struct StoryLine: Fillable {
    var href: String
    var title: String
    var date: String
    var day: String
    func fill(_ out: inout Filler) {
      out.address("href", href)
      out.text("title", title)
      out.text("date", date)
      out.text("day", day)
    }
    static let specimen = StoryLine(
      href: "stories/rivers.html", title: "两个周六，采完三条河", date: "2025-09-20", day: "09-20")
  }

  var chrome: Chrome
  var name: String
  var unit: String
  var secretary: Secretary?
  var full: Int
  var probationary: Int
  var exempt: Int
  var me: BranchRow?
  var branchCount: Int
  var welfareRate: [String]
  var participants: Int
  var eligible: Int
  var gate: GateView
  var rows: [BranchRow]
  var activityPart: [Posting]
  var rewardPart: [Posting]
  /// How many may enter the PK.
  var perBranch: Int
  var five: [StandingRow]
  var hasTieAtCut: Bool
  var chart: ChartView?
  var activities: [ActivityRow]
  var projects: [ProjectCard]
  var stories: [StoryLine]
  var people: [Person]
  var nameOrder: String
  var years: [LinkView]
  var downloads: DownloadsView
  var standingsHref: String

  func fill(_ out: inout Filler) {
    chrome.fill(&out)
    out.text("name", name)
    out.text("unit", unit)
    out.optional("secretary", secretary)
    out.text("full", full)
    out.text("probationary", probationary)
    out.text("exempt", exempt)
    out.text("peopleCount", people.count)
    out.text("nameOrder", nameOrder)
    out.optional("me", me)
    out.text("branchCount", branchCount)
    out.texts("welfareRate", welfareRate)
    out.text("participants", participants)
    out.text("eligible", eligible)
    gate.fill(&out)
    out.list("rows", rows)
    out.list("activityPart", activityPart)
    out.list("rewardPart", rewardPart)
    out.text("perBranch", perBranch)
    out.flag("hasFive", !five.isEmpty)
    out.list("five", five)
    out.flag("hasTieAtCut", hasTieAtCut)
    out.optional("chart", chart)
    out.list("activities", activities)
    out.list("projects", projects)
    out.list("stories", stories)
    out.list("people", people)
    out.list("years", years)
    out.record("downloads", downloads)
    out.address("standingsHref", standingsHref)
  }

  static let template = "branch"
  static let specimen = BranchPage(
    chrome: .specimen, name: "环境监测支部", unit: "环境监测事业部",
    secretary: Secretary(member: .specimen, post: "副总经理"), full: 28, probationary: 2, exempt: 1, me: .specimen,
    branchCount: 16, welfareRate: ["96.7"], participants: 29, eligible: 30, gate: .specimen, rows: [.specimen],
    activityPart: [
      Posting(
        date: "2025-09-06", reason: "河道水质义务监测", detail: "复杂度3×覆盖面3", points: "9.00",
        rule: "years/2025/rulebook.yaml:1", record: "years/2025/claims.csv:12")
    ],
    rewardPart: [
      Posting(
        date: "2025-12-01", reason: "三会一课", detail: "", points: "5.00", rule: "years/2025/rulebook.yaml:60",
        record: "years/2025/ratings.csv:7")
    ], perBranch: 5, five: [.specimen], hasTieAtCut: true, chart: .specimen, activities: [.specimen],
    projects: [
      ProjectCard(
        link: .specimen, isPriority: true, value: "20.00", points: "16.00", grade: ["80"],
        steps: [Step(name: "目标确定", date: "2025-01-22", isDone: true)])
    ], stories: [.specimen],
    people: [Person(member: .specimen, standing: "正式党员", office: "书记", since: "2019-03-01")], nameOrder: "姓名拼音",
    years: [.specimen],
    downloads: .specimen,
    standingsHref: "2025/standings/b07.html")

  static func plans(_ edition: Edition) -> [PagePlan] {
    edition.ledger.years.indices.flatMap { year in
      edition.roster.branches.indices.map { index in
        let path = Address.branch(edition.roster.branches[index], edition.ledger.years[year].year)
        return plan(path) { edition.branchPage(Ref(index), year: year, path: path) }
      }
    }
  }
}
