import Diagnostics
import Parsing
import Scoring
import Texts

struct BranchColumns: TableColumns {
  var layout = TableLayout()
  let id, name, short, unit, also: ColumnNumber

  init() {
    id = layout.add("id", "编号")
    name = layout.add("name", "名称")
    short = layout.add("short", "简称")
    unit = layout.add("unit", "业务", required: false)
    also = layout.add("also", "又名", required: false)
  }
}

/// content/branches.csv (S2): the branches in the order in which pages list them.
func decodeBranches(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = BranchColumns()
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  var names: [(of: Ref<Branch>, name: Located<String>)] = []
  while rows.next() {
    guard let id = rows.id(columns.id) else {
      rows.spoil()
      continue
    }
    for column in [columns.name, columns.short, columns.also] { rows.checkName(column) }
    let others = rows.otherNames(columns.also)
    let branch = Branch(
      id: id, name: rows.required(columns.name), short: rows.required(columns.short), also: others.map(\.value),
      unit: rows.text(columns.unit), place: rows.place)
    let number = draft.branches.entities.count
    draft.branches.add(
      branch, id, called: [branch.name.asCompared, branch.short.asCompared] + branch.also,
      at: rows.place(of: columns.id), draft.findings)
    guard draft.branches.entities.count > number else { continue }
    let own = [columns.name, columns.short].map { Located(rows.text($0).asCompared, rows.place(of: $0)) }
    names += (own + others).filter { !$0.value.isEmpty }.map { (Ref(number), $0) }
  }
  draft.branches.names.reportShared(names, .branch, draft.findings)
  return rows.isSound
}
