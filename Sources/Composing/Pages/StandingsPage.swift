import Scoring
import Templating

/// A member leaderboard: the company, a branch, a pathway, a month, a quarter or the year.
struct StandingsPage: Page {
  struct Distribution: Fillable {
    struct Bin: Fillable {
      var x: String
      var y: String
      var from: String
      var to: String
      var count: Int
      func fill(_ out: inout Filler) {
        out.text("x", x)
        out.text("y", y)
        out.text("from", from)
        out.text("to", to)
        out.text("count", count)
      }
    }
    var bins: [Bin]
    var width: Int
    var people: Int
    var median: String
    /// The ends of the axis, in points.
    var lowest: String
    var highest: String
    func fill(_ out: inout Filler) {
      out.list("bins", bins)
      out.text("width", width)
      out.text("people", people)
      out.text("median", median)
      out.text("lowest", lowest)
      out.text("highest", highest)
    }
  }

  struct Cut: Fillable {
    struct Mark: Fillable {
      var x: String
      func fill(_ out: inout Filler) { out.text("x", x) }
    }
    var branch: LinkView
    var cut: String
    var first: String
    var marks: [Mark]
    var cutMark: String
    func fill(_ out: inout Filler) {
      out.record("branch", branch)
      out.text("cut", cut)
      out.text("first", first)
      out.list("marks", marks)
      out.text("cutMark", cutMark)
    }
  }

  var chrome: Chrome
  /// `全公司`, a branch, a pathway.
  var scopeName: String
  /// `2025年`, `2025年3月`, `2025年第1季度`.
  var periodName: String
  var first: String
  var last: String
  var leader: LeadView?
  var rows: [StandingRow]
  /// Whether only part of the ranked members is named.
  var isCut: Bool
  var published: Int
  /// How many of each branch may enter the PK.
  var perBranch: Int
  /// Total of the last who may by points, on a branch's board; none or one.
  var line: [String]
  var ranked: Int
  var exempt: Int
  var isYear: Bool
  var isCompany: Bool
  /// Whether the rows carry a drawing of the months; a pathway has none.
  var hasMonths: Bool
  var branches: [LinkView]
  var pathways: [LinkView]
  var periods: [LinkView]
  var years: [LinkView]
  var downloads: DownloadsView
  var distribution: Distribution?
  var cuts: [Cut]
  var baseTotal: [String]
  var nameOrder: String
  var tieByBase: Bool
  var tieByOptional: Bool

  func fill(_ out: inout Filler) {
    chrome.fill(&out)
    out.text("scopeName", scopeName)
    out.text("periodName", periodName)
    out.text("first", first)
    out.text("last", last)
    out.optional("leader", leader)
    out.list("rows", rows)
    out.flag("isCut", isCut)
    out.text("published", published)
    out.text("perBranch", perBranch)
    out.texts("line", line)
    out.text("shown", rows.count)
    out.text("ranked", ranked)
    out.text("exempt", exempt)
    out.flag("isYear", isYear)
    out.flag("isCompany", isCompany)
    out.flag("hasMonths", hasMonths)
    out.list("branches", branches)
    out.list("pathways", pathways)
    out.list("periods", periods)
    out.list("years", years)
    out.flag("hasYears", years.count > 1)
    out.record("downloads", downloads)
    out.optional("distribution", distribution)
    out.list("cuts", cuts)
    out.texts("baseTotal", baseTotal)
    out.text("nameOrder", nameOrder)
    out.flag("tieByBase", tieByBase)
    out.flag("tieByOptional", tieByOptional)
    out.flag("hasRows", !rows.isEmpty)
    out.flag("isLonger", rows.count > published)
    out.flag("tieByNone", !tieByBase && !tieByOptional)
  }

  static let template = "standings"
  static let specimen = StandingsPage(
    chrome: .specimen, scopeName: "全公司", periodName: "2025年", first: "2024-12-01", last: "2025-11-30",
    leader: .specimen, rows: [.specimen], isCut: true, published: 20, perBranch: 5, line: ["88.00"], ranked: 395,
    exempt: 23, isYear: true,
    isCompany: true, hasMonths: true, branches: [.specimen], pathways: [.specimen], periods: [.specimen],
    years: [.specimen, .specimen], downloads: .specimen,
    distribution: Distribution(
      bins: [.init(x: "3.0", y: "12.0", from: "72", to: "75.99", count: 41)], width: 4, people: 395, median: "78.25",
      lowest: "40", highest: "108"),
    cuts: [
      Cut(branch: .specimen, cut: "88.00", first: "103.50", marks: [.init(x: "40.0")], cutMark: "30.0")
    ], baseTotal: ["60.00"], nameOrder: "姓名拼音", tieByBase: true, tieByOptional: true)

  static func plans(_ edition: Edition) -> [PagePlan] {
    edition.ledger.years.indices.flatMap { year in
      edition.scopes(year).map { scope in
        let path = Address.standings(edition.ledger.years[year].year, scope.key)
        return plan(path) { edition.standingsPage(scope, year: year, path: path) }
      }
    }
  }
}
