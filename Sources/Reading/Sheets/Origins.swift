import Diagnostics
import Parsing
import Texts

/// Which cells the rows of plain tables were read from, that an archive keeps in the place of a workbook.
let originsPath = "content/origins.csv"

struct OriginColumns: TableColumns {
  var layout = TableLayout()
  let file, line, origin: ColumnNumber

  init() {
    file = layout.add("file", "文件")
    line = layout.add("line", "行")
    origin = layout.add("origin", "出处")
  }
}

/// content/origins.csv; nothing where the project has none.
func readOrigins(_ tree: SourceTree, _ findings: MistakeCollector) -> RowOrigins {
  var origins = RowOrigins()
  let columns = OriginColumns()
  guard let index = tree.index(of: originsPath) else { return origins }
  let file = InputFile(index: index, path: originsPath, bytes: tree.files[Int(index)].bytes, captures: [])
  guard var rows = file.rows(columns.layout, findings) else { return origins }
  while rows.next() {
    let path = rows.required(columns.file)
    let line = rows.requiredWhole(columns.line, in: 1...Int(Int32.max))
    let origin = rows.required(columns.origin)
    guard !path.isEmpty, let line, !origin.isEmpty else { continue }
    guard let table = tree.index(of: path), tree.files[Int(table)].sheet == nil, let cell = CitedPlace(origin),
      origins.add(cell, of: Place(file: table, line: Int32(line)))
    else {
      if !tree.isRefused(path) { findings.report(.strayOrigin("\(path):\(line)", origin, at: rows.place)) }
      continue
    }
  }
  return origins
}

/// content/origins.csv of plain tables in the place of workbooks, with what the tree's own says.
package func tableOfOrigins(of tables: [WrittenTable], in tree: SourceTree) -> (path: String, bytes: [UInt8]) {
  var bytes = tree.index(of: originsPath).map { tree.files[Int($0)].bytes } ?? []
  if bytes.isEmpty {
    bytes += (OriginColumns().layout.columns.map(\.chinese).joined(separator: ",") + "\n").utf8
  } else if bytes.last != 0x0A {
    bytes.append(0x0A)
  }
  for table in tables {
    for (line, place) in zip(table.lines, table.places) {
      bytes += ([table.path, "\(line)", tree.citation(of: place)].map(csvField).joined(separator: ",") + "\n").utf8
    }
  }
  return (originsPath, bytes)
}

extension Diagnostic {
  fileprivate static func strayOrigin(_ row: String, _ origin: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .strayOrigin, at: place,
      message: Bilingual(
        zh: "“\(row)”与“\(origin)”对不上：没有这个表格，它已经有出处，或出处不是工作簿的一格",
        en: "“\(row)” and “\(origin)” don't fit: there is no such table, it has its origin, or that is no cell"),
      remedy: Bilingual(
        zh: "origins.csv 由归档写成，照归档包里的恢复；项目里另写的请删去",
        en: "origins.csv is written by an archive: restore it as it stands in the bag, and remove one that isn't"))
  }
}
