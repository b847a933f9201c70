import Diagnostics
import Parsing
import Texts
import Sheets

/// What the columns of a sheet are: which of ours are filled from which, which state sums, which are left out.
struct SheetPlan {
  var columns: [ColumnPlan] = []
  /// Columns that say what a row comes to, with their names.
  var rowSums: [(column: Int32, name: String)] = []
  /// What is read across, in the order of the rule.
  var across: [(column: Int32, name: String, cell: CrossCell)] = []
  var remarks: Int32?
  /// Columns with no name in the header's range.
  var named: Set<Int32> = []

  /// The columns of the sheet whose cells say something of a record.
  var speaking: Set<Int32> {
    var all = Set(rowSums.map(\.column) + across.map(\.column))
    if let remarks { all.insert(remarks) }
    for source in columns.flatMap(\.sources) { if case .column(let column) = source.origin { all.insert(column) } }
    return all
  }

  /// The leftmost column of the sheet that any column of ours is taken from.
  var firstColumn: Int32 {
    columns.flatMap(\.sources).compactMap { source -> Int32? in
      if case .column(let column) = source.origin { column } else { nil }
    }.min() ?? 1
  }
}

extension FormReading {
  /// Matches the header with the rule and with our own names; a name nobody knows is reported, once.
  mutating func plan(_ rows: ClosedRange<Int32>, _ fields: [FoundHeader.Field]) -> SheetPlan {
    var header = FoundHeader(rows: rows, fields: fields)
    var plan = SheetPlan()
    plan.named = Set(fields.map(\.column))
    var taken = Set<Int32>()
    if let rule {
      leaveOut(rule, &header, &taken)
      for (ours, sources) in rule.columns {
        guard let column = column(ours) else { continue }
        var filled = ColumnPlan(column)
        for source in sources { add(source, to: &filled, &header, &taken) }
        plan.columns.append(filled)
      }
      for name in rule.rowSums {
        for field in find(name, in: header) { plan.rowSums.append((field.column, field.name)) }
      }
      for (theirs, cell) in rule.across {
        for field in find(theirs, in: header) { plan.across.append((field.column, field.name, cell)) }
      }
      if let remarks = rule.remarks { plan.remarks = find(remarks.column, in: header).first?.column }
      taken.formUnion(plan.rowSums.map(\.column) + plan.across.map(\.column) + [plan.remarks].compactMap { $0 })
    }
    addNamesakes(&plan, &header, taken)
    addDefaults(&plan)
    result.header = header
    return plan
  }

  private func column(_ ours: Located<String>) -> Column? {
    if let index = layout.index(of: ours.value) { return layout.columns[index] }
    let near = nearest(to: ours.value, in: layout.columns.flatMap { [$0.name, $0.chinese] })
    findings.report(.unknownColumn(ours.value, suggestion: near, columns: layout.columns, at: ours.place))
    return nil
  }

  private func find(_ name: Located<String>, in header: FoundHeader) -> [FoundHeader.Field] {
    let found = fields(name.value, in: header)
    if found.isEmpty { findings.report(.missingSheetColumn(name.value, sheet: sheet.name, header, at: name.place)) }
    return found
  }

  /// Fields by name: the whole of it, or the part below a group if only one has it; `*` for several.
  private func fields(_ name: String, in header: FoundHeader) -> [FoundHeader.Field] {
    let whole = header.fields.filter { $0.name.asHeader == name.asHeader }
    if !whole.isEmpty { return whole }
    for part in [\.lowest.asHeader, \.lowest.withoutBrackets.asHeader] as [(FoundHeader.Field) -> String] {
      let parts = header.fields.filter { part($0) == name.asHeader }
      if parts.count == 1 || (!parts.isEmpty && result.shape == .roll) { return parts }
    }
    guard name.holds("*") else { return [] }
    let pattern = FormPattern(name)
    return header.fields.filter { pattern.matches($0.name) }
  }

  private mutating func leaveOut(_ rule: TableRule, _ header: inout FoundHeader, _ taken: inout Set<Int32>) {
    for (name, reason) in rule.leftOutColumns {
      for field in fields(name.value, in: header) {
        taken.insert(field.column)
        result.account.leftOutColumns[field.name] = reason
      }
    }
  }

  private func add(
    _ source: ColumnSource, to plan: inout ColumnPlan, _ header: inout FoundHeader, _ taken: inout Set<Int32>
  ) {
    var origins: [(ColumnPlan.Source.Origin, head: String)] = []
    switch source.origin {
    case .column(let name):
      for field in find(Located(name, source.place), in: header) {
        origins.append((.column(field.column), field.name))
        taken.insert(field.column)
        let index = header.fields.firstIndex { $0.column == field.column }
        if let index, header.fields[index].ours == nil { header.fields[index].ours = plan.column.name }
      }
    case .sheetName: origins.append((.fixed(sheet.name.trimmed, .init(row: header.rows.lowerBound, column: 1)), ""))
    case .title:
      var sweep = grid.rows()
      var cells: [FormCell] = []
      while let row = sweep.next(), row.number < header.rows.lowerBound { cells += row.cells }
      let pattern = source.pattern.map(FormPattern.init)
      if let cell = cells.first(where: { cell in pattern.map { $0.capture(in: cell.text) != nil } ?? true }) {
        origins.append((.fixed(cell.text.onOneLine, cell.origin), ""))
      }
    case .field(let name): origins.append((.field(name), ""))
    }
    for (origin, head) in origins {
      plan.sources.append(
        ColumnPlan.Source(
          origin: origin, pattern: source.pattern.map(FormPattern.init), values: source.values.patterns,
          only: source.only, isDeducted: source.isDeducted, head: head))
    }
  }

  /// Columns that have our names and that no rule speaks of.
  private mutating func addNamesakes(_ plan: inout SheetPlan, _ header: inout FoundHeader, _ taken: Set<Int32>) {
    var others: [FoundHeader.Field] = []
    for index in header.fields.indices where !taken.contains(header.fields[index].column) {
      let field = header.fields[index]
      let name = field.name.asHeader
      let ours = layout.columns.first {
        $0.name == name || $0.chinese == name || $0.chinese == field.lowest.asHeader
      }
      if let ours, !plan.columns.contains(where: { $0.column.name == ours.name && !$0.sources.isEmpty }) {
        var filled = ColumnPlan(ours)
        filled.sources = [ColumnPlan.Source(origin: .column(field.column), head: field.name)]
        header.fields[index].ours = ours.name
        plan.columns.append(filled)
      } else if let cell = crossed(field, plan) {
        plan.across.append((field.column, field.name, cell))
      } else if result.shape == .roll {
        // Marks beside names.
        plan.named.insert(field.column)
      } else if ["序号", "no", "no.", "#", "行号"].contains(name) {
        result.account.leftOutColumns[field.name] = "序号"
      } else if let ours, let first = header.fields.first(where: { $0.ours == ours.name }) {
        findings.report(
          .columnTwice(
            field.name, first: place(header.rows.upperBound, first.column),
            at: place(header.rows.upperBound, field.column)))
      } else {
        others.append(field)
      }
    }
    // What may be meant by them is known when all others are.
    for field in others { passOver(field, plan, header) }
  }

  /// Leaves out a column that nobody knows, where that is wanted and it isn't one of ours misspelt; else reports it.
  private mutating func passOver(_ field: FoundHeader.Field, _ plan: SheetPlan, _ header: FoundHeader) {
    let found = Set(plan.columns.filter { !$0.sources.isEmpty }.map(\.column.name))
    let meant = context.leavesOutOthers ? meantColumn(by: field.name, of: layout, found: found) : nil
    if context.leavesOutOthers, meant == nil {
      result.account.leftOutColumns[field.name] = "没有这一列"
      result.account.otherColumns.append(field.name)
      return
    }
    let near = meant ?? nearest(to: field.name, in: layout.columns.flatMap { [$0.name, $0.chinese] })
    findings.report(
      column: field.name,
      .unknownColumn(
        field.name, suggestion: near, columns: layout.columns, wayOut: layout.wayOut,
        at: place(header.rows.upperBound, field.column)))
  }

  /// What a column across stands for that the rule doesn't speak of: an item, or a month of a summary.
  private func crossed(_ field: FoundHeader.Field, _ plan: SheetPlan) -> CrossCell? {
    switch result.shape {
    case .matrix:
      let item = CrossCell(head: field.lowest)
      let words = rule?.values.first { layout.index(of: $0.ours.value) == layout.index(of: "item") }?.words ?? []
      return item.sets.first.map { context.isItem(words.patterns.translate($0.text)) } ?? false ? item : nil
    case .summary:
      let isTotal = sumWord(field.lowest) != nil || ["总分", "得分", "积分", "总积分"].contains(field.lowest.asHeader)
      return NamedMonth(field.lowest).month != nil || isTotal ? CrossCell() : nil
    case .flow, .roll, .blocks: return nil
    }
  }

  /// What holds where the sheet says nothing, units and words.
  private func addDefaults(_ plan: inout SheetPlan) {
    guard let rule else { return }
    for (ours, text) in rule.defaults {
      guard let column = column(ours) else { continue }
      edit(column, &plan) { $0.fallback = text }
    }
    for (ours, unit) in rule.units {
      guard let column = column(ours) else { continue }
      guard let known = TimeUnit(unit.value) else {
        findings.report(.unknownUnit(unit.value, at: unit.place))
        continue
      }
      edit(column, &plan) { $0.unit = known }
    }
    for (ours, words) in rule.values {
      guard let column = column(ours) else { continue }
      edit(column, &plan) { $0.values = words.patterns }
    }
    for ours in rule.fill {
      guard let column = column(ours) else { continue }
      edit(column, &plan) { $0.isFilledDown = true }
    }
  }

  private func edit(_ column: Column, _ plan: inout SheetPlan, _ change: (inout ColumnPlan) -> Void) {
    if let index = plan.columns.firstIndex(where: { $0.column.name == column.name }) {
      change(&plan.columns[index])
    } else {
      var added = ColumnPlan(column)
      change(&added)
      plan.columns.append(added)
    }
  }
}
