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
    }
    package var bins: [Bin]
    package var width: Int
    package var people: Int
    package var median: String
    /// Where the median stands on the axis, in hundredths of it.
    package var medianMark: String
    /// Figures at even distances along the axis, in points.
    package var ticks: [String]
  }

  package struct Cut: Fillable {
    package struct Mark: Fillable {
      package var x: String
    }
    package var branch: LinkView
    package var cut: String
    package var first: String
    package var marks: [Mark]
    package var cutMark: String
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
  var shown: Int { rows.count }
  package var ranked: Int
  package var exempt: Int
  package var isYear: Bool
  package var isCompany: Bool
  /// Whether the rows carry a drawing of the months; a pathway has none.
  package var hasMonths: Bool
  package var distribution: Distribution?
  package var cuts: [Cut]
  package var hasCuts: Bool { !cuts.isEmpty }
  /// Figures at even distances along the scale of the cuts, in points.
  package var cutTicks: [String]
  package var baseTotal: [String]
  package var nameOrder: String
  package var tieByBase: Bool
  package var tieByOptional: Bool
  var hasRows: Bool { !rows.isEmpty }
  var isLonger: Bool { rows.count > published }
  var tieByNone: Bool { !tieByBase && !tieByOptional }

  package static let specimen = StandingsBoard(
    scopeName: "全公司", periodName: "2025年", first: "2024-12-01", last: "2025-11-30",
    leader: .specimen, rows: [.specimen], isCut: true, published: 20, perBranch: 5, line: ["88.00"], ranked: 395,
    exempt: 23, isYear: true,
    isCompany: true, hasMonths: true,
    distribution: Distribution(
      bins: [.init(x: "3.0", y: "12.0", from: "72", to: "75.99", count: 41)], width: 4, people: 395, median: "78.25",
      medianMark: "56.0", ticks: ["40", "60", "80", "100", "120"]),
    cuts: [
      Cut(branch: .specimen, cut: "88.00", first: "103.50", marks: [.init(x: "40.0")], cutMark: "30.0")
    ], cutTicks: ["80", "90", "100", "110"], baseTotal: ["60.00"], nameOrder: "姓名拼音", tieByBase: true,
    tieByOptional: true)
}
