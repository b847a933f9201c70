import Diagnostics
import Parsing
import Scoring
import Texts

struct ParentColumns: TableColumns {
  var layout = TableLayout()
  let child, parent, since: ColumnNumber

  init() {
    child = layout.refer("organisation", "组织")
    parent = layout.refer("parent", "上级组织", required: false)
    since = layout.add("since", "自年度")
  }
}

/// content/parents.csv: branches and units that came under another unit, each from a year of the ledger on. All of that
/// year counts in the new unit, so a day within it says nothing.
func decodeParents(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = ParentColumns()
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  while rows.next() {
    let child = rows.child(columns.child, draft)
    let parent = rows.reference(columns.parent, .unit, draft.levels.units.names)
    if parent == nil, !rows.isEmpty(columns.parent) { continue }
    if let day = parseDay(rows.bytes(of: columns.since).span) {
      draft.findings.report(.parentWithinYear(day, at: rows.place(of: columns.since)))
      continue
    }
    guard let since = rows.requiredWhole(columns.since, in: 1900...2199), let child else { continue }
    if let earlier = draft.levels.placements.first(where: { $0.child == child && $0.since == since }) {
      draft.findings.report(
        .parentTwice(since, first: draft.findings.citation(earlier.place), at: rows.place(of: columns.since)))
      continue
    }
    draft.levels.placements.append(Placement(child, under: parent, since: since, place: rows.place(of: columns.child)))
  }
  return rows.isSound
}

extension TableRows {
  /// A branch or a unit.
  fileprivate func child(_ column: ColumnNumber, _ draft: Draft) -> Placement.Child? {
    if case .found(let branch) = naming(column, draft.branches.names) { return .branch(branch) }
    return requiredReference(column, .organisation, draft.levels.units.names).map { .unit($0) }
  }

  fileprivate func bytes(of column: ColumnNumber) -> [UInt8] { Array(text(column).utf8) }
}
