import Diagnostics
import Forms
import Parsing
import Sheets
import Texts

/// The rules of reading (读表规则) of a project: which file has the rules of which workbooks.
///
/// A workbook's own rules stand beside it under its name (`积分登记.xlsx`, `积分登记.yaml`); `tables.yaml` of a folder has
/// those of the workbooks its `files` name, in that folder and below.
struct TableRules {
  /// One file of rules, as far as it could be read.
  private struct Source {
    let index: Int32
    let folder: String
    /// The path of the workbook it stands beside, without its ending; `nil` for rules of many.
    let own: String?
    let rules: TableRuleFile

    func isFor(_ workbook: String) -> Bool {
      if let own { return own.isSame(as: workbook.stem) }
      return workbook.begins(with: folder)
        && rules.isFor(workbook: String(workbook.utf8.dropFirst(folder.utf8.count)) ?? workbook)
    }
  }

  private var sources: [Source] = []
  /// Numbers in the tree of the files that hold rules: nobody else reads them.
  private(set) var files: Set<Int32> = []

  init(_ tree: SourceTree, _ findings: MistakeCollector) {
    let here = tree.files.lazy.filter { $0.sheet != nil }.map(\.path) + tree.refused.lazy.filter(\.isWorkbook)
    // Rules stay where the tables of a workbook stand in its place: they say how those were read.
    let workbooks = Set((Array(here) + tree.origins.workbooks).map(\.stem))
    for (index, file) in tree.files.enumerated()
    where file.path.begins(with: "content/") && file.path.ends(with: ".yaml") {
      let isShared = file.path.ends(with: "/tables.yaml")
      guard isShared || workbooks.contains(file.path.stem) else { continue }
      files.insert(Int32(index))
      let source = YAMLSource(file: Int32(index), firstLine: 1, findings: findings, words: tableRuleWords)
      guard let table = source.table(file.bytes[...]) else { continue }
      sources.append(
        Source(
          index: Int32(index), folder: folderOf(file.path), own: isShared ? nil : file.path.stem,
          rules: TableRuleFile(table)))
    }
  }

  /// The rules of a workbook, its own first.
  func rules(of workbook: String) -> [TableRule] {
    let meant = sources.filter { $0.isFor(workbook) }
    let (own, shared) = (meant.filter { $0.own != nil }, meant.filter { $0.own == nil })
    return (own + shared).flatMap(\.rules.tables)
  }

  /// The rules of a workbook's sheet: the first of each kind of table, since one sheet may hold several.
  func rules(of workbook: String, sheet: String) -> [TableRule] {
    let matching = TableRuleFile(tables: rules(of: workbook))
    return matching.rules(for: sheet)
  }

  /// Reports rules that no sheet is for.
  func reportUnused(_ tree: SourceTree, _ findings: MistakeCollector) {
    let workbooks = Dictionary(grouping: tree.files.filter { $0.sheet != nil }, by: \.path)
    for source in sources {
      let meant = workbooks.filter { path, _ in source.isFor(path) }
      // While one of them can't be read, or isn't here, nobody knows its sheets.
      if meant.isEmpty, tree.refused.contains(where: { source.isFor($0) }) { continue }
      if tree.origins.workbooks.contains(where: { source.isFor($0) }) { continue }
      source.rules.reportUnused(sheets: meant.values.flatMap { $0.compactMap { $0.sheet?.name } }.sorted(), findings)
    }
  }
}

extension String {
  /// A path without its file's ending.
  var stem: String {
    guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")), !self[dot...].utf8.contains(UInt8(ascii: "/")) else {
      return self
    }
    return String(self[..<dot])
  }

  /// Whether a path's ending is one of spreadsheet programs'.
  var isWorkbook: Bool {
    String(utf8.dropFirst(stem.utf8.count + 1)).map { workbookKinds.contains($0.lowercased()) } ?? false
  }
}
