import Parsing
import Sheets
import Texts

extension FormReading {
  /// One form a person and month, stacked: above each table stand its fields (姓名：王伟), and the header comes again.
  mutating func readBlocks() {
    guard let found = findHeader() else { return }
    setScene(above: found.rows.lowerBound)
    let plan = plan(found.rows, found.fields)
    begin(plan, found.rows)
    let sheetScene = scene
    let headers = headers(like: found.rows, found.fields)
    let head = found.rows.lowerBound - 1
    var sums = SumRows()
    for (index, header) in headers.enumerated() {
      // As many rows above each header as above the first.
      let above = max(1, header - head)...max(header - 1, 1)
      scene = sheetScene
      let fields = header > 1 ? fields(above) : [:]
      let named = fields.values.map { NamedMonth($0.text) }
      if let month = named.first(where: { $0.month != nil }) {
        scene.month = month.month
        scene.year = month.year ?? scene.year
      }
      let last = index + 1 < headers.count ? headers[index + 1] - head - 1 : Int32.max
      sums = SumRows()
      eachRow(from: header + Int32(found.rows.count), to: last, plan, &sums) { reading, row, plan in
        let anchor = SheetTable.Origin(row: row.number, column: plan.firstColumn)
        guard !reading.isIdle(row, plan) else { return .idle }
        return reading.add(row, plan, at: anchor, fields: fields) ? .taken(1) : .refused
      }
      addSums(sums, plan)
      if index + 1 < headers.count {
        // The fields and the header of the next form.
        result.account.rows += Int(head) + found.rows.count
        result.account.notes += Int(head)
        result.account.repeatedHeaders += found.rows.count
      }
    }
  }

  /// The first rows of the header and of all its repetitions.
  private func headers(like rows: ClosedRange<Int32>, _ fields: [FoundHeader.Field]) -> [Int32] {
    let pattern = grid.row(rows.lowerBound).cells.map(\.text.asHeader)
    var headers: [Int32] = []
    var sweep = grid.rows(from: rows.lowerBound)
    while let row = sweep.next() {
      if row.cells.map(\.text.asHeader) == pattern { headers.append(row.number) }
    }
    return headers
  }

  /// A form lists every item, also those of which there is nothing.
  private func isIdle(_ row: FormRow, _ plan: SheetPlan) -> Bool {
    let measures = plan.columns.filter { $0.sense == .points || $0.sense == .number }.flatMap(\.sources)
    guard !measures.isEmpty else { return false }
    return measures.allSatisfy { source in
      guard case .column(let column) = source.origin else { return true }
      guard let cell = row.cell(column) else { return true }
      return FormNumber(cell.text)?.millionths == 0
    }
  }

  /// What stands in the rows above a table: `姓名：王伟`, or 姓名 and 王伟 in the next cell.
  private func fields(_ rows: ClosedRange<Int32>) -> [String: FormCell] {
    var fields: [String: FormCell] = [:]
    for row in rows.map(grid.row) {
      for (index, cell) in row.cells.enumerated() {
        let parts = cell.text.halfWidth.parts(at: ":", most: 1, keepingEmpty: true).map(String.init)
        if parts.count == 2, !parts[1].isNothing {
          let said = FormCell(row: cell.row, column: cell.column, kind: .text, text: parts[1].trimmed, colour: 0)
          fields[parts[0].asHeader] = said
        } else if index + 1 < row.cells.count {
          fields[cell.text.asHeader] = row.cells[index + 1]
        }
      }
    }
    return fields
  }
}
