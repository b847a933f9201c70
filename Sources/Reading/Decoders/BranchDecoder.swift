import Diagnostics
import Parsing
import Scoring
import Texts

struct BranchColumns: TableColumns {
  var layout = TableLayout()
  let id, name, short, unit, also, kind, parent: ColumnNumber

  init() {
    id = layout.add("id", "编号")
    name = layout.add("name", "名称")
    short = layout.add("short", "简称")
    unit = layout.add("unit", "业务", required: false)
    also = layout.add("also", "又名", required: false)
    kind = layout.add("kind", "类别", required: false)
    parent = layout.refer("parent", "上级组织", required: false)
  }
}

/// What a row is; without a word it is a branch.
let organisationKinds: [Choice<PartyUnit.Kind?>] = [
  Choice("支部", "branch", nil), Choice("党支部", "branch", nil), Choice("党总支", "general-branch", .generalBranch),
  Choice("总支", "general-branch", .generalBranch), Choice("二级党委", "committee", .committee),
  Choice("党委", "committee", .committee), Choice("党工委", "work-committee", .workCommittee),
  Choice("片区", "area", .area),
]

/// content/branches.csv (S2): the branches in the order in which pages list them, and the units above them.
func decodeBranches(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = BranchColumns()
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  var names: [(of: Ref<Branch>, name: Located<String>)] = []
  while rows.next() {
    guard let id = rows.id(columns.id) else {
      rows.spoil()
      continue
    }
    let kind = rows.isEmpty(columns.kind) ? .some(nil) : rows.choice(columns.kind, organisationKinds)
    for column in [columns.name, columns.short, columns.also] { rows.checkName(column) }
    let others = rows.otherNames(columns.also)
    let (name, short) = (rows.required(columns.name), rows.required(columns.short))
    let own = ([columns.name, columns.short].map { Located(rows.text($0).asCompared, rows.place(of: $0)) } + others)
      .filter { !$0.value.isEmpty }
    let parent =
      rows.isEmpty(columns.parent)
      ? nil : Located(rows.text(columns.parent), rows.place(of: columns.parent))
    guard let kind else {
      // Whoever names it can't be told whether that is right.
      rows.spoil()
      continue
    }
    if let kind {
      let unit = PartyUnit(
        id: id, name: name, short: short, also: others.map(\.value), kind: kind, place: rows.place)
      draft.addUnit(unit, called: own, under: parent, at: rows.place(of: columns.id))
      continue
    }
    let branch = Branch(
      id: id, name: name, short: short, also: others.map(\.value), unit: rows.text(columns.unit), place: rows.place)
    let number = draft.branches.entities.count
    draft.branches.add(
      branch, id, called: [branch.name.asCompared, branch.short.asCompared] + branch.also,
      at: rows.place(of: columns.id), draft.findings)
    guard draft.branches.entities.count > number else { continue }
    if let parent { draft.levels.parents.append((.branch(Ref(number)), parent)) }
    draft.levels.names.append((id, Located(id, rows.place(of: columns.id))))
    draft.levels.names += own.map { (id, $0) }
    names += own.map { (Ref(number), $0) }
  }
  draft.branches.names.reportShared(names, .branch, draft.findings)
  return rows.isSound
}
