import Diagnostics
import Texts

extension Diagnostic {
  /// - Parameter left: the last day of somebody who was in a branch before.
  static func memberWithoutBranch(_ member: Member, on day: Day, left: Day?, at place: Place) -> Diagnostic {
    Diagnostic(
      .memberWithoutBranch, at: place,
      message: Bilingual(
        zh: "\(day) 这一天\(member.name)（\(member.key)）不在任何支部" + (left.map { "，\($0) 已离开" } ?? ""),
        en: "\(member.key) is in no branch on \(day)" + (left.map { ", having left on \($0)" } ?? "")),
      remedy: Bilingual(
        zh: "核对记录的日期，或在 memberships 中补上这段时间所在的支部",
        en: "check the record's date, or add the missing stay to the memberships"))
  }

  static func winnerNotEligible(_ name: String, reason: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(
      .notEligible, at: place,
      message: Bilingual(
        zh: "\(name)没有进入优秀党员 PK 的资格：\(reason.zh)", en: "\(name) may not enter the PK: \(reason.en)"),
      remedy: Bilingual(
        zh: "荣誉由积分产生：更正这条决定，或补上漏记的记录",
        en: "honors follow from points: correct the decision, or enter the records that are missing"))
  }

  static func branchNotEligible(_ name: String, reason: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(
      .notEligible, at: place,
      message: Bilingual(
        zh: "\(name)不能评为优秀支部：\(reason.zh)", en: "\(name) may not be an excellent branch: \(reason.en)"),
      remedy: Bilingual(zh: "更正这条决定，或撤销否决", en: "correct the decision, or withdraw the veto"))
  }

  static func moreThanBand(_ band: Band, decided: Int, most: Int, of count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .moreThanBand, .warning, at: place,
      message: Bilingual(
        zh: "决定了 \(decided) 个“\(band.name)”，标准规定 \(count) 个中至多 \(most) 个",
        en: "\(decided) are decided as “\(band.name)”; by the rulebook it is \(most) of \(count) at most"),
      remedy: Bilingual(
        zh: "档次只供对照，程序不替党委取舍：核对决定，或改标准里的 at_most",
        en: "a grade decides nothing: check the decisions, or at_most in the rulebook"))
  }

  static func cadreNotEligible(_ name: String, percent: Int, reason: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(
      .notEligible, at: place,
      message: Bilingual(
        zh: "\(name)不在党务干部培养名单（前 \(percent)%）之内：\(reason.zh)",
        en: "\(name) is not in the cadre pool (best \(percent) %): \(reason.en)"),
      remedy: Bilingual(
        zh: "更正这条决定，或补上漏记的记录", en: "correct the decision, or enter the records that are missing"))
  }

  static func failedAssertion(_ subject: Bilingual, expected: String, got: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .failedAssertion, at: place,
      message: Bilingual(
        zh: "\(subject.zh)应为 \(expected)，实际是 \(got)", en: "\(subject.en) should be \(expected) but is \(got)"),
      remedy: Bilingual(
        zh: "找出多出或缺少的记录；如果原来的数字有误，更正这条核对",
        en: "find the entry that is missing or too many; if the expected figure is wrong, correct the assertion"))
  }

  static func welfareBelowGate(
    _ branch: Branch, _ rate: WelfareReport.Rate, gateTenths: Int, year: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .welfareBelowGate, .warning, at: place,
      message: Bilingual(
        zh: "\(year) 年\(branch.name)的公益参与为 \(rate.participants)/\(rate.eligible) 人，没有达到 \(gateTenths * 10)%",
        en:
          "\(branch.name) has \(rate.participants) of \(rate.eligible) in public welfare in \(year), below \(gateTenths * 10) %"
      ),
      remedy: Bilingual(
        zh: "核对公益记录是否漏记；确未达到的，按标准处理",
        en: "check that no welfare entry is missing; if none is, the rulebook's rule applies"))
  }

  static func activityNotHeld(_ activity: Activity, participants: Int) -> Diagnostic {
    Diagnostic(
      .activityNotHeld, .warning, at: activity.place,
      message: Bilingual(
        zh: "“\(activity.title)”（\(activity.id)）已有 \(participants) 人参加，却没有举办日期，支部得不到分",
        en: "\(participants) took part in \(activity.id), which has no day: no branch earns its value"),
      remedy: Bilingual(zh: "在 activities.* 的“举办日期”列填上日期", en: "Enter the day in the column “held” of activities.*")
    )
  }

  static func painPointMissing(_ branch: Branch, year: Int) -> Diagnostic {
    Diagnostic(
      .painPointMissing, .warning, at: branch.place,
      message: Bilingual(
        zh: "\(branch.name)在 \(year) 年没有针对痛点的优先课题",
        en: "\(branch.name) has no priority topic with a pain point in \(year)"),
      remedy: Bilingual(
        zh: "在 years/\(year)/projects 中登记一个 priority: true 且写明 pain_point 的项目",
        en: "enter a project with `priority: true` and its `pain_point` in years/\(year)/projects"))
  }
}

extension Qualifier.Obstacle {
  var words: Bilingual {
    switch self {
    case .probationary: Bilingual(zh: "尚在预备期", en: "a probationary member")
    case .tooFewMonths: Bilingual(zh: "在支部的月数不足", en: "too few months of membership")
    case .veto: Bilingual(zh: "已被一票否决", en: "vetoed")
    case .zeroPoints: Bilingual(zh: "没有积分", en: "no points")
    case .baseAlone:
      Bilingual(zh: "只有人人都有的基础分，自己没有得分", en: "nothing but the points that everybody starts with")
    case .decision: Bilingual(zh: "党委已决定不参加", en: "kept out by a decision of the committee")
    }
  }
}
