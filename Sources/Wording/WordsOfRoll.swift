import Scoring
import Texts

/// What the roll says of itself at its end, and its margins.
extension Words {
  package static let starsOfRoll = "公益之星　一年的数字"
  package static let indexOfRoll = "人名索引"
  package static let notesOfRoll = "说明与来源"
  package static let signing = "签署"

  package static func rollPeriod(first: Day, last: Day, rulebook: String, state: String) -> String {
    "积分期间\(first)至\(last)，依据\(rulebook)；\(state)。数字都由每条记录逐项相加得出，每一分的规则和记录都能在网站的个人账目上查到。"
  }

  /// - Parameters:
  ///   - signers: each with the day.
  ///   - first: where the first of them is recorded, as `spot` says it.
  ///   - last: `nil` for a single decision.
  package static func rollDecision(_ honor: String, signers: [String], first: String, last: String?) -> String {
    "\(honor)由\(signers.joined(separator: "、"))决定，程序不推算、不增减；登记在年度的决定里，\(first)\(last.map { "至\($0)" } ?? "")。"
  }

  package static let rollDeeds = "事迹取自本人账目中得分最多的三项，自选动作在前；左边是这一项全年的得分，右边小字是其中一条记录的出处：文件名和行。"

  package static func rollLines(person: String, branch: String, company: String) -> String {
    "一条竖线是一天，线长是当天记下的分：灰色为规定动作，金色为自选动作。个人\(person)分、支部\(branch)分、全公司\(company)分及以上的画到顶。"
  }

  package static func rollOverride(
    _ name: String, of branch: String, total: String, isQualified: Bool, reason: String, signedBy: String, on: String,
    record: String
  ) -> String {
    "党委决定：\(name)（\(branch)，\(total)分）\(isQualified ? "" : "不")具备PK资格，与积分推算的不同；积分与名次不变，其他人的资格不受影响。"
      + "理由：\(reason)（\(signedBy)，\(on)，\(record)）。"
  }

  package static func rollOrder(_ order: String) -> String { "优秀党员和先进支部按决定登记的次序；索引按\(order)排列。" }

  /// With a full stop, where it has none.
  package static func sentence(_ text: String) -> String {
    ["。", "！", "？", "."].contains { text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) } ? text : text + "。"
  }
}
