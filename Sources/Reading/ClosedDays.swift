import Diagnostics
import Scoring

/// The days of a year that are settled: sealed, or of a final year. What stands there was signed and can't be mended any
/// more, so a rule that came later is reported there and bars nobody's way.
struct ClosedDays: Sendable {
  let isWhole: Bool
  private let sealed: [Period]

  init(_ year: YearDraft) {
    if case .final = year.state { isWhole = true } else { isWhole = false }
    sealed = year.sealHeads.values.map(\.period)
  }

  /// Whether anything of the year is settled, and its rulebook with it.
  var holdsRules: Bool { isWhole || !sealed.isEmpty }

  func contains(_ day: Day) -> Bool { isWhole || sealed.contains { $0.contains(day) } }
}

extension Bilingual {
  static let closedQuantity = Bilingual(
    zh: "这一天已封账或定稿，不必改：这条照旧计一次分",
    en: "This day is sealed or final and needs no change: the record counts once, as it did")
  static let closedCorrection = Bilingual(
    zh: "这一天已封账或定稿，不必改：更正只按原记录的级别和份额冲销",
    en:
      "This day is sealed or final and needs no change: the correction takes away a part of its record, at the record's level"
  )
  static let closedForm = Bilingual(
    zh: "标准已封账或定稿，不必改：得分都记在第一项上",
    en: "The rulebook is sealed or final and needs no change: all points go to the first item")
}
