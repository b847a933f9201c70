import Parsing
import Scoring
import Texts

/// Which days the rows of one affair name clearly: so that a number whose last zero is lost (1.1 for the 1st or the 10th)
/// is the day that the other rows of the affair have.
struct DayEvidence {
  private var days: [String: [Day: FormCell]] = [:]

  mutating func note(_ day: Day, of affair: String, in cell: FormCell) {
    if days[affair]?[day] == nil { days[affair, default: [:]][day] = cell }
  }

  /// The one of some days that rows of the affair name, and where; `nil` where none or several are named.
  func one(of days: [Day], affair: String) -> (day: Day, cell: FormCell)? {
    guard let named = self.days[affair] else { return nil }
    let found = days.compactMap { day in named[day].map { (day, $0) } }
    return found.count == 1 ? found[0] : nil
  }
}

extension FormReading {
  /// What a row is about, as far as other rows may be about the same: its texts but for the person's.
  func affair(_ row: FormRow, _ plan: SheetPlan) -> String {
    plan.columns.filter { $0.sense == .text && $0.column.name != "member" }.map { column in
      column.sources.compactMap { source -> String? in
        guard case .column(let number) = source.origin else { return nil }
        return row.cell(number)?.text.writtenLines.first.map { $0.spaceless }
      }.joined(separator: "\u{1F}")
    }.joined(separator: "\u{1E}")
  }

  /// Looks through the sheet's days, if any number among them may be two.
  mutating func gatherEvidence(_ plan: SheetPlan, from first: Int32) {
    let columns = plan.columns.filter { $0.sense == .day }.flatMap(\.sources).compactMap { source -> Int32? in
      if case .column(let column) = source.origin { column } else { nil }
    }
    guard !columns.isEmpty else { return }
    var sweep = grid.rows(from: first)
    var isDoubtful = false
    while !isDoubtful, let row = sweep.next() {
      isDoubtful = columns.contains { column in
        row.own(column).flatMap { DayText($0.kind, $0.text) }.map { scene.days($0).count > 1 } ?? false
      }
    }
    guard isDoubtful else { return }
    sweep = grid.rows(from: first)
    while let row = sweep.next() {
      for column in columns {
        guard let cell = row.cell(column), let said = DayText(cell.kind, cell.text) else { continue }
        let days = scene.days(said)
        if days.count == 1 { evidence.note(days[0], of: affair(row, plan), in: cell) }
      }
    }
    plannedAffairs = plan
  }

  /// The day that other rows of the same affair show to be meant, which is said.
  mutating func evident(_ days: [Day], _ cell: FormCell) -> Day? {
    guard let plan = plannedAffairs, let found = evidence.one(of: days, affair: affair(grid.row(cell.row), plan)) else {
      return nil
    }
    faults.add(
      .completedDay(
        cell.text, found.day, by: cellName(row: found.cell.row, column: found.cell.column), at: place(cell)),
      about: "", column: cell.column)
    return found.day
  }
}
