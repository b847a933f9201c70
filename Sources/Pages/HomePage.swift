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

    static let specimen = Line(x: "12.5", y: "14.0", isShort: true)
  }

  struct Welfare: Fillable {
    var rate: String
    var participants: Int
    var eligible: Int
    @Inlined var gate: GateView
    /// While the year runs, nobody is reproached with what hasn't begun.
    var isTold: Bool { participants > 0 || gate.verdict != .open }
    var branches: Int
    var passing: Int
    var lowest: String
    var gateX: String
    var lines: [Line]
  }

  struct Works: Fillable {
    struct Pathway: Fillable {
      var name: String
      /// Where its lines begin and how much of the picture they take, in percent.
      var x: String
      var width: String
    }
    var count: Int
    var withEvidence: Int
    var without: Int
    var pieces: String
    /// In the order of the lines, so that a label stands below its works.
    var pathways: [Pathway]
    var pathwayCount: Int { pathways.count }
    var lines: [Line]
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
    var doneLines: [Line]
    var openLines: [Line]
    var freeLines: [Line]
  }

  struct Projects: Fillable {
    struct Grade: Fillable {
      var grade: Int
      var count: Int
    }
    var count: Int
    var evaluated: Int
    var awaiting: Int
    var underway: Int
    var grades: [Grade]
    var doneLines: [Line]
    var openLines: [Line]
  }

  /// Entries of each month, as small lines in a sentence.
  struct Months: Fillable {
    var spark: String
    var peak: String
    /// None where too many months share it to be named.
    var peakMonth: [String]
  }

  struct Lead: Fillable {
    @WebAddress var href: String
    var title: String
    var picture: PictureView?
  }

  @Inlined var chrome: Chrome
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
      planned: 72, claimed: 69, done: 66, notDone: 3, unclaimed: 3, budget: "618,000", doneLines: [.specimen],
      openLines: [.specimen], freeLines: [.specimen]),
    projects: Projects(
      count: 21, evaluated: 14, awaiting: 1, underway: 6, grades: [.init(grade: 90, count: 5)], doneLines: [.specimen],
      openLines: [.specimen]))

  static func plans(_ context: SiteContext) -> [PagePlan] {
    [plan(Address.home) { context.homePage() }]
  }
}
