import Diagnostics
import Parsing
import Scoring
import Texts

struct OfficeColumns: TableColumns {
  var layout = TableLayout()
  let branch, member, duty, level, post, from, to: ColumnNumber

  init() {
    branch = layout.refer("branch", "支部")
    member = layout.refer("member", "党员")
    duty = layout.add("duty", "职务")
    level = layout.add("level", "职级")
    post = layout.add("post", "岗位", required: false)
    from = layout.add("from", "自")
    to = layout.add("to", "至", required: false)
  }
}

let officeDuties = [
  Choice("书记", "secretary", Office.Duty.secretary), Choice("副书记", "deputy", .deputy),
  Choice("委员", "committee", .committee),
]

let officeLevels = [
  Choice("员工", "staff", Office.Level.staff), Choice("主管", "supervisor", .supervisor), Choice("中层", "middle", .middle),
  Choice("高管", "senior", .senior),
]

/// content/offices.csv: who leads a branch, and the level of their post (S9).
func decodeOffices(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = OfficeColumns()
  draft.hasAllOffices = false
  guard var rows = file.rows(columns.layout, draft.findings) else { return false }
  var read = 0
  while rows.next() {
    read += 1
    let branch = rows.requiredReference(columns.branch, .branch, draft.branches.names)
    let duty = rows.choice(columns.duty, officeDuties)
    let level = rows.choice(columns.level, officeLevels)
    let from = rows.requiredDay(columns.from)
    let member = rows.requiredReference(columns.member, .member, draft.members.names) {
      draft.roster.isOf(branch, on: from, $0)
    }
    let to = rows.day(columns.to)
    guard let branch, let member, let duty, let level, let from else { continue }
    if let to, to < from {
      draft.findings.report(.periodReversed(from, to, at: rows.place(of: columns.to)))
      continue
    }
    draft.offices.append(
      Office(
        branch: branch, member: member, duty: duty, level: level, post: rows.text(columns.post), from: from, to: to,
        place: rows.place))
  }
  draft.hasAllOffices = rows.isSound && draft.offices.count == read
  return draft.hasAllOffices
}
