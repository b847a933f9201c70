import Diagnostics
import Scoring
import Texts

/// The words data selects: everything a template can't say itself because it depends on an award, a duty or a stage.
package enum Words {
  package static let exempt = "免计"
  package static let pinyinOrder = "姓名拼音"
  package static let strokeOrder = "姓氏笔画"
  package static func exempt(for reason: String) -> String { "免计（\(reason)）" }
  package static let noContest = "不参加PK"

  package static func standing(_ standing: Membership.Standing) -> String { standing == .full ? "正式党员" : "预备党员" }

  package static func duty(_ duty: Office.Duty) -> String {
    switch duty {
    case .secretary: "书记"
    case .deputy: "副书记"
    case .committee: "委员"
    }
  }

  package static func level(_ level: Office.Level) -> String {
    switch level {
    case .staff: "员工"
    case .supervisor: "主管"
    case .middle: "中层"
    case .senior: "高管"
    }
  }

  package static func kind(_ kind: Item.Kind) -> String { kind == .base ? "规定动作" : "自选动作" }

  /// What a cadre must have (S10), as the committee says it.
  package static func criterion(_ criterion: Criterion) -> String {
    switch criterion {
    case .willing: "强烈意愿"
    case .character: "品行（政治素质、口碑、能力）"
    case .organising: "组织协调"
    }
  }

  package static func stage(_ stage: Project.Stage) -> String {
    switch stage {
    case .goal: "目标确定"
    case .breakdown: "工作分解"
    case .control: "过程控制"
    case .review: "成效复盘"
    case .evaluation: "综合评价"
    }
  }

  package static func span(_ span: CapSpan) -> String {
    switch span {
    case .record: "单次"
    case .day: "每日"
    case .week: "每周"
    case .month: "月度"
    case .quarter: "季度"
    case .year: "年度"
    }
  }

  /// Where in its file something stands.
  package static func spot(_ spot: CitedPlace.Spot) -> String {
    switch spot {
    case .line(let line): "第\(line)行"
    case .cell(let sheet, let row, let column): "“\(sheet)”\(columnLetters(column))\(row)格"
    }
  }

  package static func objection(_ kind: Objection.Kind) -> String { kind == .missing ? "漏记" : "错记" }

  package static func outcome(_ outcome: Objection.Finding.Outcome) -> String {
    switch outcome {
    case .upheld: "成立"
    case .partly: "部分成立"
    case .rejected: "不成立"
    }
  }

  package static func obstacle(_ obstacle: Qualifier.Obstacle) -> String {
    switch obstacle {
    case .probationary: "预备党员，积分照记，不参加PK"
    case .tooFewMonths: "在册月数不足"
    case .veto: "一票否决"
    case .zeroPoints: "积分为零"
    case .baseAlone: "只有基础分"
    case .decision: "党委决定不参加PK"
    }
  }

  package static let isProbationary = "是预备党员"

  /// `29人在册月数不足`.
  package static func people(_ count: Int, _ what: String) -> String { "\(count)人\(what)" }

  /// Minutes as hours: 90 is `1.50`.
  package static func hours(_ minutes: Int) -> String { Hours(minutes: minutes).description }
}
