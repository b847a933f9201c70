import Scoring

/// Words of what somebody, or a branch, was over the years.
extension Words {
  package static func history(_ whose: String) -> String { "\(whose)历年积分" }
  package static func memberFile(_ whose: String) -> String { "\(whose)个人积分档案" }
  /// - Parameter branch: its name; empty for all of them.
  package static func branchFile(_ branch: String) -> String { "\(branch.isEmpty ? "各支部" : branch)历年档案" }
  /// Between two clauses that were written apart.
  package static let clauseBreak = "；"
  package static func decided(isQualified: Bool) -> String {
    isQualified ? "党委决定具备优秀党员PK资格" : "党委决定不具备优秀党员PK资格"
  }
  package static let branchVeto = "一票否决，不参加先进支部评选"

  /// How far a year is, in a word.
  package static func shortState(_ state: YearState) -> String {
    switch state {
    case .draft: "草稿"
    case .notice: "公示"
    case .final: "定稿"
    }
  }
}
