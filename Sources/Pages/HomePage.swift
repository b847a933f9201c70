import Composing
import Reading
import Scoring
import Templating

/// The front page: who leads, what is new, how the year stands.
struct HomePage: Page {
  struct Line: Fillable {
    var x: String
    var y: String
    var isShort: Bool
    func fill(_ out: inout Filler) {
      out.text("x", x)
      out.text("y", y)
      out.flag("isShort", isShort)
    }
    static let specimen = Line(x: "12.5", y: "14.0", isShort: true)
  }

  struct Welfare: Fillable {
    var rate: String
    var participants: Int
    var eligible: Int
    var gate: GateView
    var branches: Int
    var passing: Int
    var lowest: String
    var gateX: String
    var lines: [Line]
    func fill(_ out: inout Filler) {
      out.text("rate", rate)
      out.text("participants", participants)
      out.text("eligible", eligible)
      gate.fill(&out)
      // While the year runs, nobody is reproached with what hasn't begun.
      out.flag("isTold", participants > 0 || gate.verdict != .open)
      out.text("branches", branches)
      out.text("passing", passing)
      out.text("lowest", lowest)
      out.text("gateX", gateX)
      out.list("lines", lines)
    }
  }

  struct Works: Fillable {
    struct Pathway: Fillable {
      var name: String
      /// Where its lines begin and how much of the picture they take, in percent.
      var x: String
      var width: String
      func fill(_ out: inout Filler) {
        out.text("name", name)
        out.text("x", x)
        out.text("width", width)
      }
    }
    var count: Int
    var withEvidence: Int
    var without: Int
    var pieces: String
    /// In the order of the lines, so that a label stands below its works.
    var pathways: [Pathway]
    var lines: [Line]
    func fill(_ out: inout Filler) {
      out.text("count", count)
      out.text("withEvidence", withEvidence)
      out.text("without", without)
      out.text("pieces", pieces)
      out.list("pathways", pathways)
      out.text("pathwayCount", pathways.count)
      out.list("lines", lines)
    }
  }

  struct Activities: Fillable {
    var planned: Int
    var claimed: Int
    /// Held, whether a branch claimed it or not.
    var done: Int
    /// Claimed and not held yet.
    var notDone: Int
    /// Held or not.
    var unclaimed: Int
    var budget: String
    var done_: [Line]
    var open: [Line]
    var free: [Line]
    func fill(_ out: inout Filler) {
      out.text("planned", planned)
      out.text("claimed", claimed)
      out.text("done", done)
      out.text("notDone", notDone)
      out.text("unclaimed", unclaimed)
      out.text("budget", budget)
      out.list("doneLines", done_)
      out.list("openLines", open)
      out.list("freeLines", free)
    }
  }

  struct Projects: Fillable {
    struct Grade: Fillable {
      var grade: Int
      var count: Int
      func fill(_ out: inout Filler) {
        out.text("grade", grade)
        out.text("count", count)
      }
    }
    var count: Int
    var evaluated: Int
    var awaiting: Int
    var underway: Int
    var grades: [Grade]
    var done: [Line]
    var open: [Line]
    func fill(_ out: inout Filler) {
      out.text("count", count)
      out.text("evaluated", evaluated)
      out.text("awaiting", awaiting)
      out.text("underway", underway)
      out.list("grades", grades)
      out.list("doneLines", done)
      out.list("openLines", open)
    }
  }

  /// Entries of each month, as small lines in a sentence.
  struct Months: Fillable {
    var spark: String
    var peak: String
    /// None where too many months share it to be named.
    var peakMonth: [String]
    func fill(_ out: inout Filler) {
      out.text("spark", spark)
      out.text("peak", peak)
      out.texts("peakMonth", peakMonth)
    }
  }

  struct Lead: Fillable {
    var href: String
    var title: String
    var picture: PictureView?
    func fill(_ out: inout Filler) {
      out.address("href", href)
      out.text("title", title)
      out.optional("picture", picture)
    }
  }

  var chrome: Chrome
  /// Whether the year has begun.
  var isBegun: Bool
  /// Whether it is still under way.
  var isRunning: Bool
  var leader: LeadView?
  var branches: [BranchRow]
  var branchTie: CutTie?
  var branchCount: Int
  var members: [StandingRow]
  var memberTie: CutTie?
  var published: Int
  var perBranch: Int
  var memberCount: Int
  var recordCount: String
  var months: Months?
  var lead: Lead?
  var stories: [StoryLine]
  var welfare: Welfare?
  var works: Works
  var activities: Activities
  var projects: Projects

  func fill(_ out: inout Filler) {
    chrome.fill(&out)
    out.flag("isBegun", isBegun)
    out.flag("isRunning", isRunning)
    out.optional("leader", leader)
    out.list("branches", branches)
    out.optional("branchTie", branchTie)
    out.text("branchCount", branchCount)
    out.list("members", members)
    out.optional("memberTie", memberTie)
    out.text("published", published)
    out.text("perBranch", perBranch)
    out.text("memberCount", memberCount)
    out.text("recordCount", recordCount)
    out.optional("months", months)
    out.optional("lead", lead)
    out.list("stories", stories)
    out.optional("welfare", welfare)
    out.record("works", works)
    out.record("activities", activities)
    out.record("projects", projects)
  }

  static let template = "home"
  static let specimen = HomePage(
    chrome: .specimen, isBegun: true, isRunning: true, leader: .specimen, branches: [.specimen], branchTie: .specimen,
    branchCount: 16,
    members: [.specimen], memberTie: .specimen, published: 20, perBranch: 5, memberCount: 412, recordCount: "15,230",
    months: Months(spark: "M4 22V12", peak: "M12 22V2", peakMonth: ["3月"]),
    lead: Lead(href: "stories/rivers.html", title: "两个周六，采完三条河", picture: .specimen), stories: [.specimen],
    welfare: Welfare(
      rate: "92.9", participants: 367, eligible: 395, gate: .specimen, branches: 15, passing: 13, lowest: "80",
      gateX: "50.0", lines: [.specimen]),
    works: Works(
      count: 53, withEvidence: 51, without: 2, pieces: "1,359",
      pathways: [.init(name: "助力经营", x: "0.0", width: "22.6")],
      lines: [.specimen]),
    activities: Activities(
      planned: 72, claimed: 69, done: 66, notDone: 3, unclaimed: 3, budget: "618,000", done_: [.specimen],
      open: [.specimen], free: [.specimen]),
    projects: Projects(
      count: 21, evaluated: 14, awaiting: 1, underway: 6, grades: [.init(grade: 90, count: 5)], done: [.specimen],
      open: [.specimen]))

  static func plans(_ context: SiteContext) -> [PagePlan] {
    [plan(Address.home) { context.homePage() }]
  }
}
