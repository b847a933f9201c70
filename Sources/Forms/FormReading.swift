import Diagnostics
import Parsing
import Scoring
import Texts
import Sheets

/// The reading of one sheet: what is known of it, and what was found so far.
struct FormReading {
  let grid: FormGrid
  let file: Int32
  let rule: TableRule?
  let context: FormContext
  let findings: MistakeCollector
  var faults = FormFaults()
  var result: FormedTable
  var scene = DayScene()
  var evidence = DayEvidence()
  /// By which columns rows are told to be of one affair.
  var plannedAffairs: SheetPlan?
  /// What columns that are filled down said last, by their index.
  var lastTexts: [Int: (String, SheetTable.Origin)] = [:]

  var sheet: WorkbookSheet { grid.sheet }
  var layout: TableLayout { result.kind.layout }

  func place(_ row: Int32, _ column: Int32) -> Place { Place(file: file, line: row, column: column) }
  func place(_ cell: FormCell) -> Place { place(cell.row, cell.column) }

  /// What days without year and month are completed by: the rule, the sheet's name, the rows above its header.
  mutating func setScene(above header: Int32) {
    scene = DayScene(month: nil, year: nil, period: context.period)
    var named = [rule?.month.map { NamedMonth($0.value.isMonthNumber ? $0.value + "月" : $0.value) }].compactMap { $0 }
    named.append(NamedMonth(sheet.name))
    if header > 1 {
      var sweep = grid.rows()
      while let row = sweep.next(), row.number < header { named += row.cells.map { NamedMonth($0.text) } }
    }
    scene.year = named.compactMap(\.year).first ?? context.year
    scene.month = named.first { $0.month != nil }?.month
  }

  /// The header, by the rule or by what is known of names; what stands in its way is reported.
  func findHeader() -> (rows: ClosedRange<Int32>, fields: [FoundHeader.Field])? {
    let search = HeaderSearch(grid: grid, known: knownNames)
    if let rows = rule?.header { return (rows, search.fields(rows)) }
    let best = search.best()
    if let best, best.known >= leastKnown {
      let rows = search.extent(of: best.row)
      return (rows, search.fields(rows))
    }
    // A header of two rows may have no single row with enough of the names.
    if let best, best.known > 0 {
      let rows = search.extent(of: best.row)
      let fields = search.fields(rows)
      if fields.count(where: isKnown) >= leastKnown { return (rows, fields) }
    }
    let likeliest = best.flatMap { $0.known > 0 ? grid.row($0.row) : nil } ?? search.likeliest()
    findings.report(.noHeader(sheet.name, likeliest, kind: result.kind, at: place(likeliest?.number ?? 1, 1)))
    return nil
  }

  private var leastKnown: Int {
    let required = layout.columns.count(where: \.isRequired)
    return rule == nil ? min(2, max(1, required)) : 1
  }

  private var knownNames: Set<String> {
    var names = Set(layout.columns.flatMap { [$0.name, $0.chinese] })
    if let rule {
      for source in rule.columns.flatMap(\.sources) {
        if case .column(let name) = source.origin { names.insert(name) }
      }
      for name in rule.leftOutColumns.map(\.theirs) + rule.rowSums + rule.across.map(\.theirs) {
        names.insert(name.value)
      }
    }
    return Set(names.flatMap { [$0.asHeader, $0.lastPart.asHeader] })
  }

  private func isKnown(_ field: FoundHeader.Field) -> Bool {
    let known = knownNames
    return known.contains(field.name.asHeader) || known.contains(field.lowest.asHeader)
  }
}

extension String {
  /// Of `加减分情况/扣分`, 扣分.
  var lastPart: String { parts(at: "/").last.map(String.init) ?? self }

  var isMonthNumber: Bool { utf8.count <= 2 && unicodeScalars.allSatisfy { $0.digit != nil } }
}
