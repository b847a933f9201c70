import Parsing
import Scoring
import Sheets
import Texts

/// A day and what was done on it, as a remark tells: `3.19修好浴室热水`.
struct Remark: Equatable {
  let day: DayText
  let text: String

  /// The parts of a remark, between `；`, `;` or on lines of their own; `nil` where one doesn't begin with a day.
  static func parts(_ text: String) -> [Remark]? {
    let parts = text.halfWidth.unicodeScalars.split { $0 == ";" || $0 == "\n" || $0 == "\r" }
    let remarks = parts.map { String(String.UnicodeScalarView($0)).trimmed }.filter { !$0.isEmpty }.map(Remark.init)
    return remarks.allSatisfy { $0 != nil } ? remarks.compactMap { $0 } : nil
  }

  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let head = scalars.prefix { $0.digit != nil || [".", "/", "-", "年", "月", "日", "号"].contains($0) }
    guard let day = DayText(.text, String(String.UnicodeScalarView(head))) else { return nil }
    self.day = day
    let rest = scalars.dropFirst(head.count).drop { $0.isUnseen || [":", ",", "、"].contains($0) }
    self.text = String(String.UnicodeScalarView(rest)).trimmed
  }
}

extension FormReading {
  /// Gives the things of a row that the rule says remarks tell of their days and words; `false` where they don't fit, which
  /// is noted.
  mutating func allotRemarks(
    _ row: FormRow, _ plan: SheetPlan, _ crossed: inout [(cell: FormCell, said: [String: String])]
  ) -> Bool {
    guard let column = plan.remarks, let rule = rule?.remarks, let cell = row.cell(column) else { return true }
    let told = rule.items.compactMap { item in
      crossed.firstIndex { $0.said["item"].map { $0.isSame(as: item.value) } ?? false }
    }
    guard let remarks = Remark.parts(cell.text) else { return true }
    let days = remarks.map { scene.days($0.day) }
    guard remarks.count == told.count, days.allSatisfy({ $0.count == 1 }) else {
      faults.add(
        .unmatchedRemark(cell.text.shortened, remarks: remarks.count, cells: told.count, at: place(cell)),
        about: cell.text, column: cell.column)
      return false
    }
    for (index, remark) in zip(told, remarks) {
      crossed[index].said["date"] = scene.days(remark.day).first?.description
      if !remark.text.isEmpty { crossed[index].said["note"] = remark.text }
    }
    return true
  }
}
