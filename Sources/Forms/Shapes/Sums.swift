import Diagnostics
import Parsing
import Texts

/// A row that states sums.
struct SumRow {
  let row: FormRow
  let label: String
  let isTotal: Bool
}

/// The rows of sums of a sheet, and where its data begin.
struct SumRows {
  var rows: [SumRow] = []
  var firstRow: Int32?
}

extension FormReading {
  /// What a cell says that a row comes to.
  mutating func addRowSum(_ row: FormRow, _ column: Int32, _ name: String) {
    guard let cell = row.own(column) else { return }
    state(cell, name, .rows(row.number...row.number), .points)
  }

  /// What the rows of sums state of the rows above them: a subtotal of those since the last, a total of all.
  mutating func addSums(_ sums: SumRows, _ plan: SheetPlan) {
    guard let first = sums.firstRow else { return }
    // Where each branch ends in 合计, only the last may be of all.
    let totals = sums.rows.filter(\.isTotal)
    let words = Dictionary(grouping: totals, by: \.label)
    var start = first
    for sum in sums.rows {
      let isSection = sum.isTotal && words[sum.label, default: []].count > 1 && !isGrand(sum, sums)
      let last = sum.row.number - 1
      // Two sums in a row: the second is of all above.
      let begin = (sum.isTotal && !isSection) || start > last ? first : start
      if begin <= last { state(sum, begin...last, plan) }
      start = sum.row.number + 1
    }
  }

  private func isGrand(_ sum: SumRow, _ sums: SumRows) -> Bool {
    guard let last = sums.rows.last, last.row.number == sum.row.number else { return false }
    let others = sums.rows.dropLast()
    return sum.row.cells.contains { cell in
      guard let value = FormNumber(cell.text) else { return false }
      return others.compactMap { $0.row.own(cell.column).flatMap { FormNumber($0.text)?.millionths } }.reduce(0, +)
        == value.millionths
    }
  }

  private mutating func state(_ sum: SumRow, _ rows: ClosedRange<Int32>, _ plan: SheetPlan) {
    var isStated = false
    let columns = plan.columns.flatMap { column in column.sources.map { (column, $0) } }
    for cell in sum.row.cells where cell.text.spaceless != sum.label {
      if let crossed = plan.across.first(where: { $0.column == cell.column }) {
        let item = crossed.cell.sets.first { layout.index(of: $0.ours.value) == layout.index(of: "item") }
        state(cell, sum.label, item.map { .item($0.text, rows) } ?? .rows(rows), .points)
        isStated = true
      } else if plan.rowSums.contains(where: { $0.column == cell.column }) {
        state(cell, sum.label, .rows(rows), .points)
        isStated = true
      } else if let (column, source) = columns.first(where: { $0.1.isColumn(cell.column) }) {
        switch column.sense {
        case .points: state(cell, sum.label, .rows(rows), .points)
        case .minutes: state(cell, sum.label, .rows(rows), .minutes, column, source)
        case .number: state(cell, sum.label, .rows(rows), .quantity)
        default: if FormNumber(cell.text) != nil { state(cell, sum.label, .rows(rows), .rows) }
        }
        isStated = true
      }
    }
    if !isStated, let number = sum.label.parts(at: ":").dropFirst().first, let value = FormNumber(String(number)) {
      result.sums.append(
        StatedSum(
          label: sum.label, scope: .rows(rows), unit: .points, value: value.millionths, place: place(sum.row.cells[0])))
    }
  }

  /// Notes what a cell states; one that is no number can't be read, which is a warning.
  mutating func state(
    _ cell: FormCell, _ label: String, _ scope: StatedSum.Scope, _ unit: StatedSum.Unit, _ column: ColumnPlan? = nil,
    _ source: ColumnPlan.Source? = nil
  ) {
    if let fault = fault(in: cell) {
      faults.add(.unreadableSum(cell.text.shortened, at: fault.place), about: cell.text, column: cell.column)
      return
    }
    var value = FormNumber(cell.text)?.millionths
    if unit == .minutes, let column {
      let hours = column.unit ?? TimeUnit(source?.head ?? "")
      if hours == .hours { value = value.map { $0 * 60 } }
      if case .success(let minutes) = readMinutes(cell.kind, cell.text, unit: hours), value == nil {
        value = minutes * 1_000_000
      }
    }
    guard let value else {
      faults.add(.unreadableSum(cell.text.shortened, at: place(cell)), about: cell.text, column: cell.column)
      return
    }
    result.sums.append(StatedSum(label: label, scope: scope, unit: unit, value: value, place: place(cell)))
  }
}

extension ColumnPlan.Source {
  func isColumn(_ number: Int32) -> Bool { if case .column(number) = origin { true } else { false } }
}
