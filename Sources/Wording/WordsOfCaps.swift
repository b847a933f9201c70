import Scoring

/// What is left of a rule's bounds, as a member reads it of her own year.
extension Words {
  /// `还差3学时到20学时档，可再得3分`
  package static func next(_ step: Item.Step, lacking: Quantity, gain: Points, unit: String) -> String {
    "还差\(lacking.plain)\(unit)到\(step.from.plain)\(unit)档，可再得\(gain.plain)分"
  }

  /// `已到最高一档，累计42学时`
  package static func highest(_ reached: Quantity, unit: String) -> String { "已到最高一档，累计\(reached.plain)\(unit)" }

  /// What is left of what an item started with: `余9分，起始10分`.
  package static func remaining(_ left: Points, of start: Points) -> String { "余\(left.plain)分，起始\(start.plain)分" }

  /// A cap that runs, by the span it covers now.
  package static func current(_ span: CapSpan) -> String {
    switch span {
    case .record: "单次"
    case .day: "当日"
    case .week: "本周"
    case .month: "本月"
    case .quarter: "本季度"
    case .year: "全年"
    }
  }
}
