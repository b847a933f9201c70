import Diagnostics
@testable import Parsing
import Scoring
import Texts

private struct FuzzedColumns: TableColumns {
  var layout = TableLayout()
  let date, member, points, minutes, note, id: ColumnNumber

  init() {
    date = layout.add("date", "日期")
    member = layout.add("member", "党员")
    points = layout.add("points", "分值")
    minutes = layout.add("minutes", "分钟", required: false)
    note = layout.add("note", "事由", required: false)
    id = layout.add("id", "记录号", required: false)
  }
}

private let columns = FuzzedColumns()

/// All that a table says, with the places of its cells.
private func rows(of bytes: [UInt8], stretch: Int) -> (said: [String], mistakes: [Diagnostic]) {
  let path = "content/years/2025/records/b01.csv"
  let tree = SourceTree(files: [SourceFile(path: path, bytes: bytes)])
  let file = InputFile(index: 0, path: path, bytes: bytes, captures: ["2025", "b01"])
  let findings = MistakeCollector(tree: tree)
  let tables = TableReader(pool: OneByOne(), findings: findings, stretch: stretch)
  let table = tables.read([file], columns.layout) { rows, _ in
    var said: [(Int32, String)] = []
    while rows.next() {
      let day = rows.day(columns.date).map { "\($0)" } ?? "-"
      let list = rows.list(columns.member).map { "\($0.value)@\($0.place.column)" }.joined(separator: "|")
      let points = rows.hundredths(columns.points, negative: true).map { "\($0)" } ?? "-"
      let minutes = rows.whole(columns.minutes, in: 1...1440).map { "\($0)" } ?? "-"
      let id = rows.isEmpty(columns.id) ? "" : rows.id(columns.id) ?? "-"
      said.append(
        (
          rows.line,
          "\(day);\(list);\(points);\(minutes);\(rows.text(columns.note));\(id);\(rows.place(of: columns.note).column)"
        ))
    }
    return said
  }
  let said = table[0]?.parts.flatMap { part in part.part.map { "\($0.0 + part.linesBefore) \($0.1)" } } ?? []
  return (said, findings.all())
}

/// The first byte cuts the file: however it is cut, the same rows and the same mistakes have to come out.
@_cdecl("LLVMFuzzerTestOneInput") public func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = asLoaded(start + 1, count - 1)
  let whole = rows(of: bytes, stretch: 1 << 21)
  checkPlaces(whole.mistakes, in: SourceFile(path: "content/years/2025/records/b01.csv", bytes: bytes))
  let parts = rows(of: bytes, stretch: 1 + 2 * Int(start[0]))
  precondition(whole.said == parts.said, "cut in stretches, other rows:\n\(whole.said)\n\(parts.said)")
  precondition(whole.mistakes == parts.mistakes, "cut, other mistakes:\n\(whole.mistakes)\n\(parts.mistakes)")
  let findings = MistakeCollector(tree: SourceTree(files: []))
  if var table = TableRows(bytes, file: 0, findings: findings) {
    while table.next() { for cell in table.cells { precondition(table.string(cell).utf8.count <= bytes.count) } }
  }
  return 0
}
