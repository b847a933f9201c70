import Diagnostics
import Parsing
import Texts
import Sheets

extension FormReading {
  /// A row a thing: the shape of plain tables and of most ledgers.
  mutating func readFlow() {
    guard let found = findHeader() else { return }
    setScene(above: found.rows.lowerBound)
    let plan = plan(found.rows, found.fields)
    let first = found.rows.upperBound + 1
    gatherEvidence(plan, from: first)
    begin(plan, found.rows)
    var sums = SumRows()
    eachRow(from: first, plan, &sums) { reading, row, plan in
      let anchor = SheetTable.Origin(row: row.number, column: plan.firstColumn)
      guard reading.add(row, plan, at: anchor) else { return .refused }
      for (column, name) in plan.rowSums { reading.addRowSum(row, column, name) }
      return .taken(1)
    }
    addSums(sums, plan)
    if result.table?.rowCount == 1, result.account.refused > 0 { result.table = nil }
  }

  /// The table's header: our columns, each at the cell that heads theirs.
  mutating func begin(_ plan: SheetPlan, _ rows: ClosedRange<Int32>) {
    var table = SheetTable()
    table.beginRow(at: SheetTable.Origin(row: rows.upperBound, column: plan.firstColumn))
    for column in plan.columns {
      let origin = column.sources.lazy.compactMap { source -> SheetTable.Origin? in
        if case .column(let number) = source.origin { .init(row: rows.upperBound, column: number) } else { nil }
      }.first
      table.add(column.column.chinese, from: origin ?? .init(row: rows.upperBound, column: plan.firstColumn))
    }
    result.table = table
  }

  /// Adds a row of the table; `false` where a cell of it can't be read, which is noted.
  mutating func add(
    _ row: FormRow, _ plan: SheetPlan, at anchor: SheetTable.Origin, fields: [String: FormCell] = [:],
    overriding said: [String: (text: String, origin: SheetTable.Origin)] = [:]
  ) -> Bool {
    var texts: [(String, SheetTable.Origin)] = []
    var isSound = true
    for (index, column) in plan.columns.enumerated() {
      if let (text, origin) = said[column.column.name] {
        texts.append((column.values.translate(text), origin))
        continue
      }
      switch read(column, row, at: anchor, fields: fields) {
      case .text(let text, let origin):
        texts.append((text, origin))
        if column.isFilledDown { lastTexts[index] = (text, origin) }
      case .completed(let text, let origin):
        texts.append((text, origin))
        if column.column.name == "date" { result.completedDays.insert(anchor) }
      case .empty:
        texts.append(column.isFilledDown ? lastTexts[index] ?? ("", anchor) : ("", emptyOrigin(column, row, anchor)))
      case .fault:
        isSound = false
        texts.append(("", anchor))
      }
    }
    guard isSound else { return false }
    result.table?.beginRow(at: anchor)
    for (text, origin) in texts { result.table?.add(text, from: origin) }
    return true
  }

  /// An empty cell is cited where it should be filled.
  private func emptyOrigin(_ plan: ColumnPlan, _ row: FormRow, _ anchor: SheetTable.Origin) -> SheetTable.Origin {
    for source in plan.sources {
      if case .column(let column) = source.origin { return .init(row: row.number, column: column) }
    }
    return anchor
  }
}

/// What became of a row of data.
enum RowOutcome {
  case taken(Int), idle, refused
}

extension FormReading {
  /// Goes through the rows below a header, has those of data read, and accounts for every one.
  mutating func eachRow(
    from first: Int32, to last: Int32 = .max, _ plan: SheetPlan, _ sums: inout SumRows,
    _ read: (inout FormReading, FormRow, SheetPlan) -> RowOutcome
  ) {
    let speaking = plan.speaking
    let header = result.header?.fields ?? []
    var looks = RowLooks()
    var sweep = grid.rows(from: first)
    while let row = sweep.next(), row.number <= last {
      result.account.rows += 1
      switch sort(row, columns: speaking, header: header) {
      case .blank: result.account.blank += 1
      case .unfilled: result.account.unfilled += 1
      case .header: result.account.repeatedHeaders += 1
      case .note: result.account.notes += 1
      case .leftOut(let reason): result.account.leftOut[reason, default: 0] += 1
      case .sum(let label, let isTotal):
        if isTotal { result.account.totals += 1 } else { result.account.subtotals += 1 }
        sums.rows.append(SumRow(row: row, label: label, isTotal: isTotal))
      case .struck:
        result.account.refused += 1
        faults.add(.struckRow(at: place(row.cells[0])), about: "", column: 0)
      case .odd:
        result.account.refused += 1
        faults.add(.oddRow(row.cells[0].text.shortened, at: place(row.cells[0])), about: "", column: 0)
      case .data:
        sums.firstRow = sums.firstRow ?? row.number
        noteUnnamed(row, plan)
        looks.note(row, self)
        switch read(&self, row, plan) {
        case .taken(let count):
          result.account.taken += 1
          result.account.records += count
        case .idle: result.account.idle += 1
        case .refused: result.account.refused += 1
        }
      }
    }
    looks.report(&self, plan)
  }

  /// A cell under no name isn't passed over.
  private mutating func noteUnnamed(_ row: FormRow, _ plan: SheetPlan) {
    for cell in row.cells where !plan.named.contains(cell.column) {
      faults.add(.namelessColumn(cell.column, at: place(cell)), about: "", column: cell.column)
    }
  }
}

/// What the rows of a sheet look like: hidden ones are read, and few of a colour may mean something.
struct RowLooks {
  private var rows = 0
  private var hidden: [Int32] = []
  private var colours: [Int: [Int32]] = [:]

  mutating func note(_ row: FormRow, _ reading: FormReading) {
    rows += 1
    if reading.sheet.hiddenRows.holds(row.number) { hidden.append(row.number) }
    for colour in Set(row.cells.map(\.colour)) where colour > 0 { colours[colour, default: []].append(row.number) }
  }

  func report(_ reading: inout FormReading, _ plan: SheetPlan) {
    if let first = hidden.first, !reading.isKept(.hidden) {
      reading.findings.report(.hiddenRows(hidden, reading.sheet.name, at: reading.place(first, 1)))
    }
    let columns = plan.speaking.sorted().filter { reading.sheet.hiddenColumns.holds($0) }
    if let first = columns.first, !reading.isKept(.hidden), let header = reading.result.header {
      reading.findings.report(
        .hiddenColumns(columns, reading.sheet.name, at: reading.place(header.rows.upperBound, first)))
    }
    for (colour, found) in colours.sorted(by: { $0.value[0] < $1.value[0] }) where found.count * 4 <= rows {
      guard let name = reading.context.colourName(colour), !reading.isKept(.colour(name)) else { continue }
      reading.findings.report(.rareColour(name, found, at: reading.place(found[0], 1)))
    }
  }
}
