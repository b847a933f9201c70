import Parsing

/// The columns of records (S6): a member's or a branch's.
struct RecordColumns: TableColumns {
  var layout = TableLayout()
  let date, member, item, quantity, level, activity, work, note, id, corrects, entered, branch, affair,
    role, points: ColumnNumber

  init() {
    date = layout.add("date", "日期")
    member = layout.refer("member", "党员", or: "branch")
    item = layout.refer("item", "项目")
    quantity = layout.add("quantity", "数量", required: false)
    level = layout.add("level", "级别", required: false)
    activity = layout.refer("activity", "活动", required: false)
    work = layout.refer("work", "工作", required: false)
    note = layout.add("note", "事由", required: false)
    id = layout.add("id", "记录号", required: false)
    corrects = layout.add("corrects", "更正", required: false)
    entered = layout.add("entered", "补录日期", required: false)
    branch = layout.refer("branch", "支部", required: false)
    affair = layout.add("affair", "事项", required: false)
    role = layout.add("role", "角色", required: false)
    points = layout.add("points", "得分", required: false)
  }
}

let recordColumns = RecordColumns()
