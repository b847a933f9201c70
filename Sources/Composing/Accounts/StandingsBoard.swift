import Scoring
import Templating

/// A member leaderboard: the company, a branch, a pathway, a month, a quarter or the year.
package struct StandingsBoard: Fillable {
  package struct Distribution: Fillable {
    package struct Bin: Fillable {
      package var x: String
      package var y: String
      package var from: String
      package var to: String
      package var count: Int
      package func fill(_ out: inout Filler) {
        out.text("x", x)
        out.text("y", y)
        out.text("from", from)
        out.text("to", to)
        out.text("count", count)
      }
    }
    package var bins: [Bin]
    package var width: Int
    package var people: Int
    package var median: String
    /// The ends of the axis, in points.
    package var lowest: String
    package var highest: String
    package func fill(_ out: inout Filler) {
      out.list("bins", bins)
      out.text("width", width)
      out.text("people", people)
      out.text("median", median)
      out.text("lowest", lowest)
      out.text("highest", highest)
    }
  }

  package struct Cut: Fillable {
    package struct Mark: Fillable {
      package var x: String
      package func fill(_ out: inout Filler) { out.text("x", x) }
    }
    package var branch: LinkView
    package var cut: String
    package var first: String
    package var marks: [Mark]
    package var cutMark: String
    package func fill(_ out: inout Filler) {
      out.record("branch", branch)
      out.text("cut", cut)
      out.text("first", first)
      out.list("marks", marks)
      out.text("cutMark", cutMark)
    }
  }

  /// `全公司`, a branch, a pathway.
  package var scopeName: String
  /// `2025年`, `2025年3月`, `2025年第1季度`.
  package var periodName: String
  package var first: String
  package var last: String
  package var leader: LeadView?
  package var rows: [StandingRow]
  /// Whether only part of the ranked members is named.
  package var isCut: Bool
  package var published: Int
  /// How many of each branch may enter the PK.
  package var perBranch: Int
  /// Total of the last who may by points, on a branch's board; none or one.
  package var line: [String]
  package var ranked: Int
  package var exempt: Int
  package var isYear: Bool
  package var isCompany: Bool
  /// Whether the rows carry a drawing of the months; a pathway has none.
  package var hasMonths: Bool
  package var distribution: Distribution?
  package var cuts: [Cut]
  package var baseTotal: [String]
  package var nameOrder: String
  package var tieByBase: Bool
  package var tieByOptional: Bool

  package func fill(_ out: inout Filler) {
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

  package static let specimen = StandingsBoard(
    scopeName: "全公司", periodName: "2025年", first: "2024-12-01", last: "2025-11-30",
    leader: .specimen, rows: [.specimen], isCut: true, published: 20, perBranch: 5, line: ["88.00"], ranked: 395,
    exempt: 23, isYear: true,
    isCompany: true, hasMonths: true,
    distribution: Distribution(
      bins: [.init(x: "3.0", y: "12.0", from: "72", to: "75.99", count: 41)], width: 4, people: 395, median: "78.25",
      lowest: "40", highest: "108"),
    cuts: [
      Cut(branch: .specimen, cut: "88.00", first: "103.50", marks: [.init(x: "40.0")], cutMark: "30.0")
    ], baseTotal: ["60.00"], nameOrder: "姓名拼音", tieByBase: true, tieByOptional: true)
}
