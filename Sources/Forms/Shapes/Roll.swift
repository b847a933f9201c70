import Parsing
import Sheets
import Texts

extension FormReading {
  /// Names in a grid, each with its mark behind it or in the next cell: who was there.
  mutating func readRoll() {
    guard let found = findHeader() else { return }
    setScene(above: found.rows.lowerBound)
    var plan = plan(found.rows, found.fields)
    let person = plan.columns.first { $0.column.name == "member" }
    let starts = (person?.sources ?? []).compactMap { source -> Int32? in
      if case .column(let column) = source.origin { column } else { nil }
    }.sorted()
    for name in ["item", "points"] {
      if let index = layout.index(of: name), !plan.columns.contains(where: { $0.column.name == name }) {
        plan.columns.append(ColumnPlan(layout.columns[index]))
      }
    }
    begin(plan, found.rows)
    var sums = SumRows()
    eachRow(from: found.rows.upperBound + 1, plan, &sums) { reading, row, plan in
      var count = 0
      for (index, start) in starts.enumerated() {
        guard let cell = row.own(start), cell.kind == .text else { continue }
        let end = index + 1 < starts.count ? starts[index + 1] : Int32.max
        switch reading.called(cell, row, before: end) {
        case nil: return .refused
        case .some(let (name, .absent)):
          reading.result.account.absences[name.isEmpty ? cell.text : "未到", default: 0] += 1
        case .some(let (name, said)):
          var overrides = ["member": (name, cell.origin)]
          if case .item(let item) = said { overrides["item"] = (item, cell.origin) }
          if case .number(let value) = said { overrides["points"] = (plainNumber(value), cell.origin) }
          guard reading.add(row, plan, at: cell.origin, overriding: overrides) else { return .refused }
          count += 1
        }
      }
      return count > 0 ? .taken(count) : .idle
    }
  }

  /// Who a cell names and what the mark says: in the next cells, or behind the name (`王伟√`, `王伟（请假）`); a name without
  /// a mark isn't known to have been there. `nil` where the mark can't be read, which is noted.
  private mutating func called(_ cell: FormCell, _ row: FormRow, before end: Int32) -> (String, Mark)? {
    let beside = row.cells.first { $0.column > cell.column && $0.column < end }
    var (name, sign) = (cell.text.onOneLine, beside?.text ?? "")
    if beside == nil {
      let scalars = Array(name.halfWidth.unicodeScalars)
      if let open = scalars.lastIndex(where: { $0 == "(" }), scalars.last == ")" {
        sign = String(String.UnicodeScalarView(scalars[(open + 1)..<(scalars.count - 1)]))
        name = String(String.UnicodeScalarView(scalars[..<open])).trimmed
      } else if let last = scalars.last, "√✓✔×—-".unicodeScalars.contains(last) {
        sign = String(last)
        name = String(String.UnicodeScalarView(scalars.dropLast())).trimmed
      }
    }
    if sign.isEmpty { return (name, .absent) }
    let said = mark(sign)
    guard case .unknown = said else { return (name, said) }
    faults.add(.unreadableMark(sign.shortened, at: place(beside ?? cell)), about: sign, column: cell.column)
    return nil
  }
}
