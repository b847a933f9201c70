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

  package static func cap(_ cap: Award.Cap) -> String {
    switch cap {
    case .none: ""
    case .item(let span): self.span(span)
    case .floor: "扣完为止，"
    case .group(_, let span): "本组" + self.span(span)
    case .total: "总分"
    case .totalFloor: "总分下限，"
    case .once: "同一事项取最高，"
    case .recounted: "更正后重新计算，"
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

  /// Why a member or branch got these points, in words: `主题党日，3月集中学习`.
  package static func reason(_ award: Award, _ ledger: Ledger, year: Ref<YearLedger>) -> String {
    // Straight from the ledger: a year in a variable of its own has its dozen arrays counted for every award.
    switch award.reason {
    case .record(let index):
      let record = ledger.years[year].records[Int(index)]
      return join(ledger.years[year].rulebook.items[record.item].name, ledger.notes[Int(record.note)])
    case .branchRecord(let index):
      let record = ledger.years[year].branchRecords[Int(index)]
      return join(ledger.years[year].rulebook.branchItems[record.item].name, ledger.notes[Int(record.note)])
    case .start: return "基础分"
    case .survey(let index):
      let row = ledger.years[year].surveys[Int(index)]
      return join(ledger.years[year].rulebook.items[row.item].name, row.note)
    case .welfareBase(let index):
      let entry = ledger.years[year].welfare[Int(index)]
      return join(
        "公益满\(hours(ledger.years[year].rulebook.welfare.baseMinutes))小时", ledger.notes[Int(entry.note)])
    case .welfareBeyond(let index, let minutes):
      let entry = ledger.years[year].welfare[Int(index)]
      return join("公益超出\(hours(Int(minutes)))小时", ledger.notes[Int(entry.note)])
    case .projectShare(let index, let task, _):
      let project = ledger.years[year].projects[Int(index)]
      return join("项目“\(project.title)”", project.tasks[Int(task)].title)
    case .activity(let index, _): return ledger.years[year].activities[Int(index)].title
    case .rating(let index):
      let rating = ledger.years[year].ratings[Int(index)]
      return join(ledger.years[year].rulebook.branchItems[rating.item].name, rating.note)
    }
  }

  /// What else explains the figure: a correction, a share, the cap that cut it. Empty when nothing does.
  package static func detail(_ award: Award, _ scorebook: Scorebook, _ ledger: Ledger, year: Ref<YearLedger>) -> String
  {
    var parts: [String] = []
    switch award.reason {
    case .record(let index):
      let record = ledger.years[year].records[Int(index)]
      if record.corrects != nil { parts.append("更正") }
      if let entered = record.entered { parts.append("\(entered)补录") }
      if case .perUnit(let points, let unit, _) = ledger.years[year].rulebook.items[record.item].form {
        parts.append("\(record.quantity.short)\(unit)×\(points)")
      }
      if case .levels(let levels) = ledger.years[year].rulebook.items[record.item].form {
        parts.append(levels[Int(record.level)].name)
      }
    case .projectShare(let index, _, let share):
      let project = ledger.years[year].projects[Int(index)]
      let result = scorebook.years[year].projects[Int(index)]
      if case .graded(let grade, _) = result.state {
        parts.append("\(project.value)×\(grade)÷100＝\(result.points.exact)，份额\(share)%")
      }
    case .activity(let index, let claim):
      let activity = ledger.years[year].activities[Int(index)]
      if let override = activity.override {
        parts.append("改定赋值：\(override.reason)")
      } else {
        parts.append("复杂度\(activity.complexity)×覆盖面\(activity.coverage)")
      }
      if activity.claims.count > 1 { parts.append("份额\(activity.claims[Int(claim)].share)") }
    case .branchRecord, .start, .survey, .welfareBase, .welfareBeyond, .rating: break
    }
    if award.capped != .zero {
      let item = rule(of: award, ledger.years[year].rulebook)
      let bound: Points? = if case .item(let span) = award.cap { item?.caps[span] } else { nil }
      parts.append("\(item?.name ?? "")\(cap(award.cap))上限\(bound?.description ?? "")分，计入\(award.points.exact)分")
    }
    return parts.joined(separator: "；")
  }

  /// The item that gave an award of records, shares or ratings; which standard it is of, its reason says.
  private static func rule(of award: Award, _ rulebook: Rulebook) -> Item? {
    guard award.item >= 0 else { return nil }
    switch award.reason {
    case .branchRecord, .rating: return rulebook.branchItems[Int(award.item)].rule
    case .record, .survey, .welfareBase, .welfareBeyond, .projectShare: return rulebook.items[Int(award.item)]
    case .start, .activity: return nil
    }
  }

  private static func join(_ head: String, _ tail: String) -> String { tail.isEmpty ? head : "\(head)，\(tail)" }

  /// Minutes as hours: 90 is `1.50`.
  package static func hours(_ minutes: Int) -> String { Hours(minutes: minutes).description }
}
