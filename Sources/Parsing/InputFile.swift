import Texts

/// One file to be decoded: its number in the tree, and what the stars of its kind's pattern matched.
package struct InputFile {
  package let index: Int32
  package let path: String
  package let bytes: [UInt8]
  package let captures: [String]
  /// What a YAML file holds, once somebody has parsed it.
  package var yaml: ParsedYAML?
  /// What was taken from a sheet, whose texts `bytes` then are.
  package private(set) var table: SheetTable?
  /// Of a table that is one branch's: what it calls the branch. Where nothing says so, its file's name may be one.
  package var branch: String?

  package init(index: Int32, path: String, bytes: [UInt8], captures: [String]) {
    self.index = index
    self.path = path
    self.bytes = bytes
    self.captures = captures
  }

  /// A sheet of a workbook, as its table was taken from it.
  package init(index: Int32, path: String, table: SheetTable, captures: [String]) {
    self.init(index: index, path: path, bytes: table.bytes, captures: captures)
    self.table = table
  }

  package var start: Place { Place(file: index, line: 1) }
  /// The folder with its closing slash.
  package var folder: String { folderOf(path) }

  package func yaml(_ findings: MistakeCollector, words: YAMLWords? = nil) -> YAMLTable? {
    let source = YAMLSource(file: index, firstLine: 1, findings: findings, words: words)
    guard let yaml else { return source.table(bytes[...]) }
    findings.report(yaml.problems)
    return yaml.top.flatMap(source.table)
  }

  package func rows(_ layout: TableLayout, _ findings: MistakeCollector) -> TableRows? {
    TableRows(bytes, sheet: table, file: index, layout: layout, findings: findings)
  }
}

/// The folder of a file with its closing slash. By bytes, as all paths are read: a name that begins with a combining mark
/// takes no slash away.
package func folderOf(_ path: String) -> String { path.utf8.lastIndex(of: 0x2F).map { String(path[...$0]) } ?? "" }
