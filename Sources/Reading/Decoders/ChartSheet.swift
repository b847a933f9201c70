import Parsing
import Scoring

/// The tables beside the stories, each read once however many charts name it.
final class ChartSheets {
  /// Of all such tables, in order: what a misspelt name may have meant.
  let paths: [String]
  private let findings: MistakeCollector
  private var sheets: [Int32: ChartSheet?] = [:]
  /// Rows scanned so far: what a test of growth counts.
  private(set) var rowsScanned = 0

  init(_ files: [String: InputFile], findings: MistakeCollector) {
    paths = files.keys.sorted()
    self.findings = findings
  }

  /// `nil` where its header is mistaken, which is reported once.
  func sheet(of file: InputFile) -> ChartSheet? {
    if let known = sheets[file.index] { return known }
    let sheet = ChartSheet(file, findings)
    rowsScanned += sheet?.count ?? 0
    sheets[file.index] = .some(sheet)
    return sheet
  }
}

/// A table beside the stories as a chart asks for it, column by column. Of a table with more rows than any chart shows
/// the others are only counted.
final class ChartSheet {
  struct Labels {
    let names: [String]
    /// The first of each name.
    let index: [String: Int]
  }

  let columns: [Column]
  /// By name; a column without one can't be asked for.
  let index: [String: ColumnNumber]
  /// Rows of the table.
  private(set) var count = 0
  private let rows: TableRows
  private var cells: [[Cell]] = []
  private var starts: [(rowStart: Int, line: Int32)] = []
  private var knownLabels: [ColumnNumber: Labels?] = [:]
  private var knownFigures: [ColumnNumber: [Figure?]?] = [:]

  var isSound: Bool { rows.isSound }

  init?(_ file: InputFile, _ findings: MistakeCollector) {
    guard var rows = TableRows(file.bytes, file: file.index, findings: findings) else { return nil }
    columns = rows.columns
    index = Dictionary(
      rows.columns.enumerated().filter { $0.element.isNamed }.map { ($0.element.name, ColumnNumber($0.offset)) },
      uniquingKeysWith: { first, _ in first })
    while rows.next() {
      count += 1
      guard count <= ChartRequest.Kind.mostOfAny else { continue }
      cells.append(rows.cells)
      starts.append((rows.rowStart, rows.line))
    }
    self.rows = rows
  }

  func isEmpty(_ column: ColumnNumber) -> Bool { cells.allSatisfy { $0[column.number].end == $0[column.number].start } }

  /// The column as labels, none of them empty; `nil` where one is, which is reported once.
  func labels(_ column: ColumnNumber) -> Labels? {
    if let known = knownLabels[column] { return known }
    var isWhole = true
    let names = read { row in
      if row.isEmpty(column) { isWhole = false }
      return row.required(column)
    }
    let index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let labels = isWhole ? Labels(names: names, index: index) : nil
    knownLabels[column] = .some(labels)
    return labels
  }

  /// The column as figures; `nil` where one can't be read, which is reported once.
  func figures(_ column: ColumnNumber) -> [Figure?]? {
    if let known = knownFigures[column] { return known }
    var isWhole = true
    let figures = read { row in
      let figure = row.figure(column)
      if figure == nil, !row.isEmpty(column) { isWhole = false }
      return figure
    }
    knownFigures[column] = .some(isWhole ? figures : nil)
    return isWhole ? figures : nil
  }

  private func read<Value>(_ value: (TableRows) -> Value) -> [Value] {
    var row = rows
    return cells.indices.map { index in
      row.look(at: cells[index], from: starts[index].rowStart, line: starts[index].line)
      return value(row)
    }
  }
}
