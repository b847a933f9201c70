import Parsing
import Sheets
import Texts

/// How a sheet looks to be meant: what the names in its header, and the shape of its cells, say.
struct SheetGuess {
  let grid: FormGrid
  let rows: ClosedRange<Int32>
  let fields: [FoundHeader.Field]
  let kind: FormKind
  let shape: FormShape
  /// Field → column of ours.
  let ours: [Int32: String]

  /// `nil` where no row looks like a header.
  init?(_ sheet: WorkbookSheet, _ context: FormContext) {
    grid = FormGrid(sheet)
    let names = context.kinds.flatMap { $0.layout.columns.flatMap { [$0.name, $0.chinese.asHeader] } }
    let search = HeaderSearch(grid: grid, known: Synonyms.all.union(names))
    guard let best = search.best(), best.known >= 2 else { return nil }
    rows = search.extent(of: best.row)
    fields = search.fields(rows)
    let fields = fields
    let choices = context.kinds.map { kind in (kind: kind, ours: SheetGuess.match(fields, kind)) }
    // What the workbook's folder says holds unless another kind's columns fit better.
    guard let first = choices.first else { return nil }
    let chosen = choices.dropFirst().reduce(first) { best, next in
      SheetGuess.score(next.ours, next.kind) > SheetGuess.score(best.ours, best.kind) + 1 ? next : best
    }
    kind = chosen.kind
    ours = chosen.ours
    shape = SheetGuess.shape(fields, ours, grid, rows, context)
  }

  func field(_ column: String) -> FoundHeader.Field? { fields.first { ours[$0.column] == column } }
  func field(among names: Set<String>) -> FoundHeader.Field? {
    fields.first { names.contains($0.lowest.withoutBrackets.asHeader) }
  }

  /// Whether it has what the kind can't do without.
  var isFit: Bool {
    let required = kind.layout.columns.filter { $0.isRequired && $0.name != "date" && $0.name != "item" }
    let has = required.count { column in field(column.name) != nil }
    return required.isEmpty ? !ours.isEmpty : has == required.count
  }

  private static func match(_ fields: [FoundHeader.Field], _ kind: FormKind) -> [Int32: String] {
    var ours: [Int32: String] = [:]
    for column in kind.layout.columns {
      let names = [column.name, column.chinese.asHeader] + (Synonyms.columns[column.name] ?? []).map(\.asHeader)
      let candidates = fields.filter { ours[$0.column] == nil }
      for name in names {
        let found =
          candidates.first { $0.name.asHeader == name }
          ?? candidates.first { $0.lowest.asHeader == name || $0.lowest.withoutBrackets.asHeader == name }
        if let found {
          ours[found.column] = column.name
          break
        }
      }
    }
    return ours
  }

  private static func score(_ ours: [Int32: String], _ kind: FormKind) -> Int {
    let found = Set(ours.values)
    return kind.layout.columns.reduce(0) { $0 + (found.contains($1.name) ? ($1.isRequired ? 2 : 1) : 0) }
  }

  private static func shape(
    _ fields: [FoundHeader.Field], _ ours: [Int32: String], _ grid: FormGrid, _ rows: ClosedRange<Int32>,
    _ context: FormContext
  ) -> FormShape {
    let people = fields.filter { Synonyms.isOne($0.lowest.asHeader, of: "member") }
    if people.count > 1 { return .roll }
    let free = fields.filter { ours[$0.column] == nil }
    let items = free.filter { field in
      let head = CrossCell(head: field.lowest)
      return head.per != nil || !head.levels.isEmpty || field.lowest.brackets.contains { $0.halfWidth.holds("分/") }
        || context.isItem(field.lowest.withoutBrackets)
    }
    if items.count > 1, !ours.values.contains("item") { return .matrix }
    if free.count(where: { NamedMonth($0.lowest).month != nil }) > 1 { return .summary }
    let header = grid.row(rows.lowerBound).cells.map(\.text.asHeader)
    var (sweep, count) = (grid.rows(from: rows.upperBound + 1), 0)
    while let row = sweep.next() { if row.cells.map(\.text.asHeader) == header { count += 1 } }
    // A form for each person names them above its table.
    return count > 0 && people.isEmpty ? .blocks : .flow
  }
}
