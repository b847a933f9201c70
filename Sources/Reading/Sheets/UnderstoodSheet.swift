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

/// Reads a project for the sake of its workbooks: every sheet as it was understood, in the order of the tree, and all
/// mistakes of the project.
package func readSheets(
  _ tree: SourceTree, on day: Day? = nil, pool: some WorkPool = OneByOne()
) -> ([UnderstoodSheet], [Diagnostic]) {
  let draft = readDraft(tree, on: day, pool: pool, stretch: 2 << 20, isTrial: false)
  let sheets = draft.readSheets.sorted { ($0.index, $0.kind.order) < ($1.index, $1.kind.order) }
  return (sheets.map(draft.understood), draft.newerFormat.map { [$0] } ?? draft.findings.all())
}

/// Rules of reading for a workbook of a project, from what is recognised of its sheets: to be looked through.
/// - Parameter workbook: its path in the tree.
package func suggestRules(
  for workbook: String, in tree: SourceTree, on day: Day? = nil, pool: some WorkPool = OneByOne()
) -> String {
  let draft = readDraft(tree, on: day, pool: pool, stretch: 2 << 20, isTrial: false)
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
  fileprivate func understood(_ sheet: ReadSheet) -> UnderstoodSheet {
    let rows = SheetWriter(draft: self, year: sheet.year.flatMap { years[$0] }, file: sheet.index).written(sheet.kind)
    return UnderstoodSheet(
      file: sheet.index, formed: sheet.formed, written: rows.rows.isEmpty ? nil : rows.table(path(of: sheet)),
      isOfItems: sheet.kind == .items)
  }

  /// Where the sheet's table would stand as CSV.
  private func path(of sheet: ReadSheet) -> String {
    let file = tree.files[Int(sheet.index)]
    let workbook = file.storedPath.parts(at: "/").last.map { String($0).stem } ?? ""
    let name = workbook + "-" + (file.sheet?.name.asFileName ?? "")
    let year = sheet.year.map { "content/years/\($0)/" } ?? "content/"
    return switch sheet.kind {
    case .members, .memberships, .records, .welfare, .surveys: "\(year)\(sheet.kind.name.en)/\(name).csv"
    case .corrections: "\(year)\(TableKind.records.name.en)/\(name).csv"
    case .branches, .offices, .activities, .claims, .ratings, .items: "\(year)\(sheet.kind.name.en).csv"
    }
  }
}

extension TableKind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension String {
  /// Without what a path can't hold, and without white space.
  fileprivate var asFileName: String {
    String(
      String.UnicodeScalarView(
        trimmed.unicodeScalars.map { "/\\:*?\"<>|".unicodeScalars.contains($0) || $0.isUnseen ? "_" : $0 }))
  }
}
