import Scoring

/// Words of what stands between the company and its branches.
extension Words {
  package static func kind(_ kind: PartyUnit.Kind) -> String {
    switch kind {
    case .generalBranch: "党总支"
    case .committee: "二级党委"
    case .workCommittee: "党工委"
    case .area: "片区"
    }
  }

  package static let directBranches = "直属支部"
  package static let unitMonthsNote = "党员在所属各支部期间每月得分之和，不计入支部积分。"
}
