import Diagnostics
import Reading
import Scoring
import Tables
import Texts
import WorkbookWriting

/// A workbook to be filled in, and where it stands in the year's folder.
package struct BlankForm: Sendable {
  /// `records/积分登记.xlsx`.
  package let path: String
  package let workbook: WrittenWorkbook
}

/// The forms of a year: its records and its welfare hours, each one sheet for the whole year. A year's table is filtered,
/// sorted and added up where twelve sheets aren't, a row that came late has its place in it, and a month is chosen by the
/// filter on its day.
package func blankForms(_ scored: ScoredProject, year: Ref<YearLedger>) -> [BlankForm] {
  let form = FormMaker(year: scored.ledger.years[year], lists: ChoiceLists(scored.ledger, year))
  return [form.records, form.welfare]
}

private struct FormMaker {
  let year: YearLedger
  let lists: ChoiceLists

  var records: BlankForm {
    let title = FilledTable.records.title
    let items = year.rulebook.items + year.rulebook.branchItems.map(\.rule)
    var columns = [
      day(title("date"), "这件事的日期"),
      WrittenColumn(title("member"), width: 18, entry: lists.choice(.members, hint: people)),
      WrittenColumn(
        title("branch"), width: 20,
        entry: lists.choice(.branches, only: true, hint: "支部自己的记录只写支部；党员的记录写了支部，同名的人由它分清。")),
      WrittenColumn(title("item"), width: 20, entry: lists.choice(.items, only: true, hint: "积分标准里的项目。")),
    ]
    if !lists.isEmpty(.levels) {
      columns.append(
        WrittenColumn(title("level"), width: 12, entry: lists.choice(.levels, only: true, hint: "分级的项目要写，别的空着。")))
    }
    if !lists.isEmpty(.roles) {
      columns.append(
        WrittenColumn(title("role"), width: 12, entry: lists.choice(.roles, only: true, hint: "有角色的项目要写，别的空着。")))
    }
    if items.contains(where: \.terms.isOnce) || hasAffairGroups {
      columns.append(
        WrittenColumn(title("affair"), width: 18, entry: Entry(.anything, hint: "同一件事写一样的字，只取最高的一条。")))
    }
    columns += [
      WrittenColumn(title("quantity"), .number, width: 8, entry: Entry(.anything, hint: "按数量计分的项目才写，不写是 1。")),
      WrittenColumn(title("note"), width: 36, entry: Entry(.anything, hint: "一句话说明；网站上照样显示。")),
    ]
    columns += evidence(title)
    columns += [
      WrittenColumn(title("id"), width: 10, entry: Entry(.anything, hint: "要被更正的记录才需要，全年不重复。")),
      WrittenColumn(title("corrects"), width: 10, entry: Entry(.anything, hint: "更正哪一条，写它的记录号；数量写负数。")),
      WrittenColumn(title("entered"), .day, width: 12, entry: Entry(.anything, hint: "封账以后补记的，写补记的日子，并写事由。")),
    ]
    return form("records/积分登记.xlsx", "积分登记", columns, required: "日期、项目，和党员（支部自己的记录写支部）")
  }

  var welfare: BlankForm {
    let title = FilledTable.welfare.title
    var columns = [
      day(title("date"), "做公益的日期"),
      WrittenColumn(title("member"), width: 18, entry: lists.choice(.members, hint: people)),
      WrittenColumn(
        title("branch"), width: 20, entry: lists.choice(.branches, only: true, hint: "可以不写；同名的人由支部分清。")),
      WrittenColumn(
        title("minutes"), .number, width: 10,
        entry: Entry(.wholeNumbers(1...1440), hint: "时长写分钟，1 至 1440 的整数：一个半小时写 90。")),
    ]
    if !lists.isEmpty(.series) {
      columns.append(
        WrittenColumn(title("series"), width: 16, entry: lists.choice(.series, only: true, hint: "属于哪个系列，不属于就空着。")))
    }
    columns += evidence(title)
    columns.append(WrittenColumn(title("note"), width: 36, entry: Entry(.anything, hint: "一句话说明。")))
    return form("welfare/公益登记.xlsx", "公益登记", columns, required: "日期、党员、分钟")
  }

  private let people = "选一个人。几个人一起可写 王伟、张静怡；一个支部的全体写 全体党员:支部名称。"

  private func day(_ title: String, _ what: String) -> WrittenColumn {
    let (first, last) = (year.period.first, year.period.last)
    return WrittenColumn(
      title, .day, width: 12,
      entry: Entry(.days(first.ordinal...last.ordinal), hint: "\(what)，\(first) 至 \(last)，写成 2025-03-08 这样。"))
  }

  private func evidence(_ title: (String) -> String) -> [WrittenColumn] {
    let activity = WrittenColumn(
      title("activity"), width: 24, entry: lists.choice(.activities, only: true, hint: "属于年度计划里的哪项活动，可以空着。"))
    let work = WrittenColumn(
      title("work"), width: 20, entry: lists.choice(.works, only: true, hint: "佐证哪项工作，可以空着。"))
    return (lists.isEmpty(.activities) ? [] : [activity]) + (lists.isEmpty(.works) ? [] : [work])
  }

  private var hasAffairGroups: Bool {
    (year.rulebook.memberFramework.groups + year.rulebook.branchFramework.groups).contains(where: \.isOnce)
  }
}

extension FormMaker {
  private func form(_ path: String, _ name: String, _ columns: [WrittenColumn], required: String) -> BlankForm {
    let footer = pageFooter(in: .chinese)
    var sheet = WrittenSheet(name: name, printing: Printing(orientation: .landscape, footer: footer))
    sheet.columns = columns
    sheet.isForm = true
    var explanation = WrittenSheet(name: "填表说明", printing: Printing(orientation: .portrait, footer: footer))
    explanation.lines = ["\(year.year)年\(name)：填表说明"] + general(name, required) + columns.map(\.explained) + namesakes
    let printing = Printing(footer: footer)
    return BlankForm(
      path: path,
      workbook: WrittenWorkbook(
        title: "\(year.year)年\(name)", sheets: [sheet, explanation, lists.sheet(printing)]))
  }

  private func general(_ name: String, _ required: String) -> [String] {
    [
      "填在“\(name)”里，一行一条，一年一张表。列可以加宽、隐藏、换次序；列名不要改，不要合并单元格，中间不要夹小计。",
      "必填：\(required)。分数由程序按积分标准计算，表上不填。",
      "带下拉箭头的格子点开来选，也可以照着打。人名、项目、支部从哪里选，见“\(ChoiceLists.sheetName)”；名册、标准或计划改了以后，重新生成一份空表即可。",
      "存成 .xlsx 放在原来的地方，文件名可以改。“填表说明”和“\(ChoiceLists.sheetName)”两张表程序不读。",
      "各列：",
    ]
  }

  private var namesakes: [String] {
    lists.namesakes.isEmpty ? [] : ["同名的人在表里写成下面这样；也可以写姓名，再写支部：" + lists.namesakes.joined(separator: "；") + "。"]
  }
}

extension WrittenColumn {
  fileprivate var explained: String { "　\(title)：\(entry?.hint ?? "")" }
}
