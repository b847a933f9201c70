import Diagnostics
import Forms
import Parsing
import Scoring
import Sheets
import Texts

/// How a sheet of a workbook was understood, mistakes or not.
package struct UnderstoodSheet: Sendable {
  /// The sheet's number in the source tree.
  package let file: Int32
  package let formed: FormedTable
  /// What came of it, as plain tables; `nil` where nothing did.
  package let written: WrittenTable?
  /// Whether it holds items of a rulebook, which go back to it.
  package let isOfItems: Bool
}

/// What a project's tables were understood as.
package struct UnderstoodTables: Sendable {
  /// In the order of the tree.
  package let sheets: [UnderstoodSheet]
  /// The rulebooks of the years whose items stand in tables, as rulebook.yaml would have them, in the order of the years.
  package let rulebooks: [(path: String, text: String)]
  /// All mistakes of the project.
  package let diagnostics: [Diagnostic]
}

/// Reads a project for the sake of its tables, mistakes or not.
package func understandTables(
  _ tree: SourceTree, on day: Day? = nil, pool: some WorkPool = OneByOne()
) -> UnderstoodTables {
  let draft = readDraft(tree, on: day, pool: pool, stretch: 2 << 20)
  let sheets = draft.readSheets.sorted { ($0.index, $0.kind.order) < ($1.index, $1.kind.order) }
  let records = draft.writableRecords(of: sheets)
  return UnderstoodTables(
    sheets: sheets.map { draft.understood($0, records) }, rulebooks: draft.writtenRulebooks,
    diagnostics: draft.newerFormat.map { [$0] } ?? draft.findings.all())
}

/// Rules of reading for a workbook of a project, from what is recognised of its sheets: to be looked through.
/// - Parameter workbook: its path in the tree.
package func suggestRules(
  for workbook: String, in tree: SourceTree, on day: Day? = nil, pool: some WorkPool = OneByOne()
) -> String {
  let draft = readDraft(tree, on: day, pool: pool, stretch: 2 << 20)
  let sheets = tree.files.filter { $0.path.isSame(as: workbook) }.compactMap(\.sheet)
  let parts = workbook.parts(at: "/").map { Substring($0) }
  let isOfYear = parts.count > 3 && parts[1] == "years"
  let year = isOfYear ? Int(parts[2]) : nil
  let kinds = FileKind.all
  let home = kinds.home(of: parts).flatMap { kinds[$0.kind].table }
  let kind = home ?? (isOfYear ? .records : .members)
  let others = TableKind.allCases.filter { $0 != kind }.map(\.form)
  return suggestedRules(
    sheets, draft.context(kind, others, year, colours: sheets.first?.colours ?? []))
}

extension Draft {
  /// What is written of records, by year: of those that sheets hold some of.
  func writableRecords(of sheets: [ReadSheet]) -> [Int: WritableRecords] {
    let wanted = Set(sheets.filter { [.records, .corrections].contains($0.kind) }.compactMap(\.year))
    return years.filter { wanted.contains($0.key) }.mapValues { WritableRecords($0, self) }
  }

  /// What came of a sheet, as rows of a plain table.
  func rows(of sheet: ReadSheet, _ records: [Int: WritableRecords]) -> RowWriter {
    let year = sheet.year.flatMap { years[$0] }
    let writer = SheetWriter(draft: self, year: year, records: sheet.year.flatMap { records[$0] }, file: sheet.index)
    return writer.written(sheet.kind)
  }

  fileprivate func understood(_ sheet: ReadSheet, _ records: [Int: WritableRecords]) -> UnderstoodSheet {
    let rows = rows(of: sheet, records)
    return UnderstoodSheet(
      file: sheet.index, formed: sheet.formed, written: rows.rows.isEmpty ? nil : rows.table(path(of: sheet)),
      isOfItems: sheet.kind == .items)
  }

  /// Where the sheet's table would stand as CSV.
  private func path(of sheet: ReadSheet) -> String {
    let file = tree.files[Int(sheet.index)]
    let workbook = file.storedPath.parts(at: "/").last.map { String($0).stem } ?? ""
    return path(of: sheet, called: workbook + "-" + (file.sheet?.name.asFileName ?? ""))
  }

  /// - Parameter name: where several tables of its kind may stand.
  func path(of sheet: ReadSheet, called name: String) -> String {
    let year = sheet.year.map { "content/years/\($0)/" } ?? "content/"
    return switch sheet.kind {
    case .members, .memberships, .records, .welfare, .surveys: "\(year)\(sheet.kind.name.en)/\(name).csv"
    case .corrections: "\(year)\(TableKind.records.name.en)/\(name).csv"
    case .branches, .parents, .offices, .activities, .claims, .ratings, .items: "\(year)\(sheet.kind.name.en).csv"
    }
  }
}

extension TableKind {
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension String {
  /// Without what a path can't hold, and without white space.
  fileprivate var asFileName: String {
    String(
      String.UnicodeScalarView(
        trimmed.unicodeScalars.map { "/\\:*?\"<>|".unicodeScalars.contains($0) || $0.isUnseen ? "_" : $0 }))
  }
}
