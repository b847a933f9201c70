import Diagnostics
import Parsing
import Scoring
import Texts

struct SurveyColumns: TableColumns {
  var layout = TableLayout()
  let date, member, item, score, ballots, note: ColumnNumber

  init() {
    date = layout.add("date", "日期")
    member = layout.refer("member", "党员")
    item = layout.refer("item", "项目")
    score = layout.add("score", "得分")
    ballots = layout.add("ballots", "票数")
    note = layout.add("note", "说明", required: false)
  }
}

/// content/years/<year>/surveys/*.csv: what those asked gave each member (民主测评). A mean and how many were asked: there
/// is no column for who said what.
func decodeSurveys(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = SurveyColumns()
  return draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(columns.layout, draft.findings) else { return false }
    let reach = RuleReach(draft)
    let items = year.memberItems
    let (roster, table) = (draft.roster, PeopleFinder(draft).branch(of: file))
    var firsts: [SurveyCell: Place] = [:]
    for row in year.surveys { firsts[SurveyCell(member: row.member, item: row.item)] = row.place }
    while rows.next() {
      let day = rows.requiredDay(columns.date)
      let member = rows.requiredReference(columns.member, .member, draft.members.names) {
        day != nil && roster.isOf(table, on: day, $0)
      }
      let item = rows.requiredReference(columns.item, .item, year.items, year: year.year)
      let score = rows.score(columns.score)
      let ballots = rows.requiredWhole(columns.ballots, in: 1...1_000_000)
      let dated = year.checkSettled(day, draft, at: rows.place(of: columns.date))
      guard let item else { continue }
      guard case .survey = items[item].form else {
        draft.findings.report(.noSurvey(items[item], at: rows.place(of: columns.item)))
        continue
      }
      guard let day, let member, let score, let ballots, dated != .waiting else { continue }
      reach.check(
        items[item], of: items, .member(member), on: day, draft.findings,
        at: (rows.place(of: columns.date), rows.place(of: columns.member)))
      if let first = firsts[SurveyCell(member: member, item: item)] {
        let who = draft.members.entities[member]
        draft.findings.report(
          .surveyedTwice(who, items[item], first: draft.findings.citation(first), at: rows.place))
        continue
      }
      firsts[SurveyCell(member: member, item: item)] = rows.place
      year.surveys.append(
        SurveyResult(
          member: member, item: item, score: score, ballots: ballots, day: day, note: rows.text(columns.note),
          place: rows.place))
    }
    return rows.isSound
  }
}

private struct SurveyCell: Hashable {
  let member: Ref<Member>
  let item: Ref<Item>
}

extension TableRows {
  /// A score of 0 to 100, which must be given.
  fileprivate func score(_ column: ColumnNumber) -> Quantity? {
    if isEmpty(column) { missing(column) }
    guard let score = quantity(column) else { return nil }
    guard score >= .zero, score <= Quantity(100) else {
      findings.report(.scoreOutOfRange(text(column), at: place(of: column)))
      return nil
    }
    return score
  }
}

extension Diagnostic {
  fileprivate static func noSurvey(_ item: Item, at place: Place) -> Diagnostic {
    Diagnostic(
      .itemNotRecordable, at: place,
      message: Bilingual(zh: "“\(item.key)”（\(item.name)）不是民主测评的项目", en: "“\(item.key)” is no item of a survey"),
      remedy: Bilingual(
        zh: "逐条的记录写在 records/；要按测评计分，在标准里写 form: survey 和 weight",
        en: "Write records into records/; to earn it by a survey, write form: survey and weight in the rulebook"))
  }

  fileprivate static func surveyedTwice(_ member: Member, _ item: Item, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateRecord, at: place,
      message: Bilingual(
        zh: "\(member.name)的“\(item.name)”已有结果（\(first)）",
        en: "\(member.key) has a result of “\(item.key)” already (\(first))"),
      remedy: Bilingual(
        zh: "一人一项一年只有一个测评结果：删去一行，或在标准里另设一项",
        en: "A member has one result of an item in a year: remove one, or let the rulebook have another item"))
  }
}
