import Disk
import Foundation
import Reading
import Rendering
import Reports
import Scoring
import Sheets
import Texts
import WorkbookWriting
import Workbooks

/// Last year's tables of items, where its rulebook has them beside it: a year begins in the layout of the one before, and
/// days that bound an item lie as many years later.
struct YearItems {
  /// As they are written.
  private(set) var files: [RenderedFile] = []
  /// As they are read.
  private(set) var sources: [SourceFile] = []

  /// - Throws: `EnvironmentFailure`.
  init(of year: Int, after last: YearLedger, in tree: SourceTree, on day: Day?, project: String) throws {
    let folder = "content/years/\(last.year)/"
    let tables = tree.files.indices.filter { tree.files[$0].path.begins(with: folder + "items.") }
    let dated = datedWorkbooks(tree, on: day, Set(tables))
    for index in tables {
      let file = tree.files[index]
      let name = String(file.path.dropping(prefix: folder) ?? "")
      let path = "content/years/\(year)/\(name)"
      guard let sheet = file.sheet else {
        // What is written anew needs no rule of reading.
        if !dated.isEmpty, name.ends(with: ".yaml") { continue }
        let text = String(decoding: file.bytes, as: UTF8.self)
        let lines = text.components(separatedBy: "\n").map { shifted($0, by: year - last.year) }
        let bytes = Array(lines.joined(separator: "\n").utf8)
        files.append(RenderedFile(path: name, bytes: bytes))
        sources.append(SourceFile(path: path, bytes: bytes))
        continue
      }
      let isKnown = files.contains { $0.path == name }
      if let tables = dated[file.path] {
        guard !isKnown else { continue }
        let moved = tables.map { ($0.sheet, $0.table.later(by: year - last.year)) }
        let bytes = plainWorkbook(moved, title: "\(year)年积分项目").xlsx
        files.append(RenderedFile(path: name, bytes: bytes))
        sources += try readWorkbook(bytes).get().sheets.map { SourceFile(path: path, sheet: $0) }
      } else {
        sources.append(SourceFile(path: path, sheet: sheet))
        guard !isKnown else { continue }
        let stored = "\(project)/\(file.storedPath)"
        let workbook = try Descriptor(stored, flags: O_RDONLY, path: stored, action: .read)
        files.append(RenderedFile(path: name, bytes: try workbook.read(upTo: Int(try workbook.status().st_size))))
      }
    }
  }

  /// A row whose days, alone in a cell or with 起 or 止, lie as many years later.
  private func shifted(_ line: String, by years: Int) -> String {
    line.replacing(#/(?<before>^|[,"，；])(?<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?=$|[\r,"起止])/#) { found in
      found.before + day(String(found.day), later: years)
    }
  }
}

private typealias DatedSheet = (sheet: String, table: WrittenTable)

/// The workbooks of items in which days of their year stand, by path: such a one can't be taken as it is, since nobody
/// writes into a workbook of other people's making. What was understood of its sheets can.
private func datedWorkbooks(_ tree: SourceTree, on day: Day?, _ tables: Set<Int>) -> [String: [DatedSheet]] {
  guard tables.contains(where: { tree.files[$0].sheet != nil }) else { return [:] }
  let sheets = understandTables(tree, on: day).sheets.filter { $0.isOfItems && tables.contains(Int($0.file)) }
  let written = sheets.compactMap { sheet in
    sheet.written.map { table in
      (path: tree.files[Int(sheet.file)].path, sheet: tree.files[Int(sheet.file)].sheet?.name ?? "", table: table)
    }
  }
  return Dictionary(grouping: written, by: \.path).mapValues { $0.map { ($0.sheet, $0.table) } }
    .filter { $0.value.contains { $0.table.hasDays } }
}

extension WrittenTable {
  fileprivate var hasDays: Bool { heading.contains { Self.dayColumns.contains($0) } }

  /// The same with its days as many years later.
  fileprivate func later(by years: Int) -> WrittenTable {
    let isDay = heading.map { Self.dayColumns.contains($0) }
    return with(rows.map { row in zip(row, isDay).map { $1 ? day($0, later: years) : $0 } })
  }

  private static var dayColumns: [String] { ["起", "止"] }
}
