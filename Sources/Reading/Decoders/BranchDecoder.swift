import Diagnostics
import Parsing
import Scoring
import Texts

struct BranchColumns: TableColumns {
  var layout = TableLayout()
  let id, name, short, unit: ColumnNumber

  init() {
    id = layout.add("id", "编号")
    name = layout.add("name", "名称")
    short = layout.add("short", "简称")
    unit = layout.add("unit", "业务", required: false)
  }
}

/// content/branches.csv (S2): the branches in the order in which pages list them.
func decodeBranches(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = BranchColumns()
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  var names: [String: Place] = [:]
  while rows.next() {
    guard let id = rows.id(columns.id) else {
      rows.spoil()
      continue
    }
    for column in [columns.name, columns.short] where !rows.isEmpty(column) {
      let (name, place) = (rows.text(column).asCompared, rows.place(of: column))
      if let first = names["\(column.number)\(name)"] {
        draft.findings.report(.duplicateName(name, first: draft.findings.citation(first), at: place))
      } else {
        names["\(column.number)\(name)"] = place
      }
    }
    for column in [columns.name, columns.short] { rows.checkName(column) }
    let branch = Branch(
      id: id, name: rows.required(columns.name), short: rows.required(columns.short), unit: rows.text(columns.unit),
      place: rows.place)
    draft.branches.add(branch, id, label: branch.name, at: rows.place(of: columns.id), draft.findings)
  }
  return rows.isSound
}

extension Diagnostic {
  static func duplicateName(_ name: String, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateName, at: place,
      message: Bilingual(
        zh: "“\(name)”已是另一个支部的名字（\(first)）", en: "“\(name)” is another branch's name already (\(first))"),
      remedy: Bilingual(
        zh: "页面上只见名字；给两个支部不同的名称和简称", en: "Pages show nothing but names; tell the two branches apart by theirs"))
  }
}
