import Diagnostics
import Parsing
import Scoring
import Texts

private let recordColumns = [
  Column("date", "日期"), Column("member", "党员", or: "branch"), Column("item", "项目"),
  Column("quantity", "数量", required: false), Column("level", "级别", required: false),
  Column("activity", "活动", required: false), Column("work", "工作", required: false),
  Column("note", "事由", required: false), Column("id", "记录号", required: false),
  Column("corrects", "更正", required: false), Column("entered", "补录日期", required: false),
  Column("branch", "支部", required: false), Column("affair", "事项", required: false),
  Column("role", "角色", required: false),
]

/// What has been read of a year before its records, apart from the draft: several threads read with it.
private struct RecordReader: Sendable {
  let year: Int
  let days: YearDays
  let ofMembers: RecordStandard
  let ofBranches: RecordStandard
  let itemNames: Names<Item>
  let branchItemNames: Names<BranchItem>
  let members: Names<Member>
  let branches: Names<Branch>
  let works: Names<Work>
  let activities: Names<Activity>
  let closed: ClosedDays

  init(_ year: YearDraft, _ draft: Draft, _ reach: RuleReach) {
    self.year = year.year
    days = YearDays(period: year.period, asOf: draft.asOf)
    ofMembers = RecordStandard(year.memberItems, year.rulebook?.memberFramework, reach)
    ofBranches = RecordStandard(year.branchRules, year.rulebook?.branchFramework, reach)
    itemNames = year.items
    branchItemNames = year.branchItems
    members = draft.members.names
    branches = draft.branches.names
    works = draft.works.names
    activities = year.activities.names
    closed = ClosedDays(year)
  }

  /// Reads row after row without allocating; what a record refers to is found straight from its bytes.
  func read(_ rows: inout CSVRows) -> RecordPart {
    var part = RecordPart()
    let hasMembers = rows.has(1)
    part.members.records.reserveCapacity(hasMembers ? rows.mostRowsLeft : 0)
    while rows.next() {
      let isBranch = !rows.isEmpty(11)
      if isBranch ? !rows.isEmpty(1) : rows.isEmpty(1) {
        reportHolder(rows, isBranch: isBranch)
        note(&rows, of: RecordAddress(isBranch: isBranch, index: -1), in: &part)
      } else if isBranch {
        let branch = rows.reference(11, .branch, branches)
        let item = rows.requiredReference(2, .branchItem, branchItemNames, year: year)
        readRow(
          &rows, branch.map { .branch($0) }, item.map { Ref(Int($0.index)) }, ofBranches, isBranch: true, into: &part)
      } else {
        let member = rows.reference(1, .member, members)
        let item = rows.requiredReference(2, .item, itemNames, year: year)
        readRow(&rows, member.map { .member($0) }, item, ofMembers, isBranch: false, into: &part)
      }
    }
    return part
  }

  private func readRow(
    _ rows: inout CSVRows, _ holder: RuleReach.Holder?, _ item: Ref<Item>?, _ standard: RecordStandard, isBranch: Bool,
    into part: inout RecordPart
  ) {
    let day = rows.requiredDay(0)
    let activity = rows.reference(5, .activity, activities, year: year)
    let work = rows.reference(6, .work, works)
    let note = rows.note(7, in: &part.notes)
    let affair = rows.isEmpty(12) ? nil : rows.note(12, in: &part.notes)
    let entered = rows.day(10)
    days.check(day, rows.findings, at: rows.place(of: 0))
    if let entered, days.checkReached(entered, rows.findings, at: rows.place(of: 10)), let day, entered < day {
      rows.findings.report(.enteredBefore(entered, day, at: rows.place(of: 10)))
    }
    var stated: RecordFigures?
    if let item {
      let index = Int(item.index)
      stated = rows.figures(standard, index) { day.map(closed.contains) ?? false }
      if standard.rules[index].hasTerms, rows.isEmpty(9), let day, let holder {
        standard.reach.check(
          standard.items[index], of: standard.items, holder, on: day, rows.findings,
          at: (rows.place(of: 0), rows.place(of: isBranch ? 11 : 1)))
      }
    } else {
      rows.checkQuantityOfUnknown(3)
    }
    // What can't be read is reported already. Such a row is no record: two of them would be told to be one entered twice.
    let isReadable = day != nil && holder != nil && stated != nil && (activity != nil || rows.isEmpty(5))
    let index = part.count(isBranch: isBranch)
    guard self.note(&rows, of: RecordAddress(isBranch: isBranch, index: isReadable ? index : -1), in: &part) else {
      return
    }
    guard isReadable, let day, let holder, let item, let stated else { return }
    if !rows.isEmpty(9) {
      let correction = RecordRows.Correction(
        record: index, corrects: Located(rows.text(9), rows.place(of: 9)), level: rows.placeIfGiven(4),
        role: rows.placeIfGiven(13), affair: rows.placeIfGiven(12))
      if isBranch { part.branches.corrections.append(correction) } else { part.members.corrections.append(correction) }
    }
    part.append(
      Record(
        day: day, member: holder.number, item: item, quantity: stated.quantity, level: stated.level, role: stated.role,
        affair: affair, activity: activity, work: work, note: note, corrects: nil, entered: entered, place: rows.place),
      isBranch: isBranch)
  }

  /// Notes the row's id, if it has one; `false` where it can't be one, which is reported.
  @discardableResult
  private func note(_ rows: inout CSVRows, of record: RecordAddress, in part: inout RecordPart) -> Bool {
    guard !rows.isEmpty(8) else { return true }
    guard rows.hasID(8) else {
      rows.spoil()
      return false
    }
    part.ids.append(.init(cell: rows.cells[8], place: rows.place(of: 8), row: rows.place, record: record))
    return true
  }

  /// A record is a member's or a branch's: never both's, never nobody's.
  private func reportHolder(_ rows: CSVRows, isBranch: Bool) {
    if isBranch { return rows.findings.report(.twoHolders(at: rows.place(of: 11))) }
    if !rows.has(11) { return rows.missing(1) }
    rows.has(1)
      ? rows.findings.report(
        .missingValue(Bilingual(zh: "党员或支部", en: "member or branch"), at: rows.place(of: 1)))
      : rows.missing(11)
  }
}

extension RuleReach.Holder {
  /// Its number among members or branches.
  fileprivate var number: Ref<Member> {
    switch self {
    case .member(let member): member
    case .branch(let branch): Ref(Int(branch.index))
    }
  }
}

/// content/years/<year>/records/*.csv: the daily records (S6), read side by side.
func readRecords(_ draft: inout Draft, _ files: [InputFile]) {
  let reach = RuleReach(draft)
  let readers = draft.years.mapValues { RecordReader($0, draft, reach) }
  draft.recordTables = draft.tables.read(files, recordColumns) { rows, file in
    readers[Int(file.captures[0]) ?? 0]?.read(&rows) ?? RecordPart()
  }
  var counts: [Int: Int] = [:]
  for file in files {
    let parts = draft.recordTables[file.index]?.parts ?? []
    counts[Int(file.captures[0]) ?? 0, default: 0] += parts.reduce(0) { $0 + $1.part.members.records.count }
  }
  for (year, count) in counts { draft.years[year]?.records.records.reserveCapacity(count) }
}

/// Adds a file's records to its year, in the order of the file.
func decodeRecords(_ draft: inout Draft, _ file: InputFile) -> Bool {
  guard let table = draft.recordTables.removeValue(forKey: file.index) else { return false }
  return draft.inYear(of: file) { draft, year in
    for (part, linesBefore) in table.parts {
      let bases = (Int32(year.records.records.count), Int32(year.branchRecords.records.count))
      for id in part.ids {
        var record = id.record
        if record.index >= 0 { record.index += record.isBranch ? bases.1 : bases.0 }
        let name = file.bytes.span.extracting(id.cell.start..<id.cell.end)
        if record.index >= 0 {
          if record.isBranch {
            year.branchRecords.identified.append(record.index)
          } else {
            year.records.identified.append(record.index)
          }
        }
        if let first = year.recordIDs.define(name, at: id.row.moved(down: linesBefore)) {
          let text = String(decoding: file.bytes[id.cell.start..<id.cell.end], as: UTF8.self)
          draft.findings.report(
            .duplicateID(text, first: draft.findings.citation(first), at: id.place.moved(down: linesBefore)))
        } else {
          year.recordsByID.append(record)
        }
      }
      let notes = part.notes.numbers(in: &draft.notes)
      year.records.append(part.members, notes: notes, linesBefore: linesBefore)
      year.branchRecords.append(part.branches, notes: notes, linesBefore: linesBefore)
    }
    return table.isSound
  }
}
