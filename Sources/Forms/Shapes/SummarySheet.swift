import Parsing
import Texts

extension FormReading {
  /// People down, sums across: nothing but assertions of what each has.
  mutating func readSummary() {
    guard let found = findHeader() else { return }
    setScene(above: found.rows.lowerBound)
    let plan = plan(found.rows, found.fields)
    let person = plan.columns.first { $0.column.name == "member" || $0.column.name == "name" }
    var sums = SumRows()
    eachRow(from: found.rows.upperBound + 1, plan, &sums) { reading, row, plan in
      guard let person, case .text(let name, _) = reading.read(person, row, at: .init(row: row.number, column: 1))
      else {
        return .idle
      }
      for across in plan.across {
        guard let cell = row.own(across.column), states(cell, reading) else { continue }
        reading.state(cell, across.name, .person(name, month: NamedMonth(across.name).month), .points)
      }
      return .taken(0)
    }
  }
}

/// Whether a cell of a summary states something.
private func states(_ cell: FormCell, _ reading: FormReading) -> Bool {
  if case .absent = reading.mark(cell) { false } else { true }
}
