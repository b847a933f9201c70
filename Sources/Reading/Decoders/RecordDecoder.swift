import Diagnostics
import Parsing
import Scoring
import Texts

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
  func read(_ rows: inout TableRows) -> RecordPart {
    var part = RecordPart()
    let hasMembers = rows.has(recordColumns.member)
    part.members.records.reserveCapacity(hasMembers ? rows.mostRowsLeft : 0)
    while rows.next() {
      let isBranch = !rows.isEmpty(recordColumns.branch)
      if isBranch ? !rows.isEmpty(recordColumns.member) : rows.isEmpty(recordColumns.member) {
        reportHolder(rows, isBranch: isBranch)
        note(&rows, of: RecordAddress(isBranch: isBranch, index: -1), in: &part)
      } else if isBranch {
        let branch = rows.reference(recordColumns.branch, .branch, branches)
        let item = rows.requiredReference(recordColumns.item, .branchItem, branchItemNames, year: year)
        readRow(
          &rows, branch.map { .branch($0) }, item.map { Ref(Int($0.index)) }, ofBranches, isBranch: true, into: &part)
      } else {
        let member = rows.reference(recordColumns.member, .member, members)
        let item = rows.requiredReference(recordColumns.item, .item, itemNames, year: year)
        readRow(&rows, member.map { .member($0) }, item, ofMembers, isBranch: false, into: &part)
      }
    }
    return part
  }

  private func readRow(
    _ rows: inout TableRows, _ holder: RuleReach.Holder?, _ item: Ref<Item>?, _ standard: RecordStandard,
    isBranch: Bool,
    into part: inout RecordPart
  ) {
    let day = rows.requiredDay(recordColumns.date)
    let activity = rows.reference(recordColumns.activity, .activity, activities, year: year)
    let work = rows.reference(recordColumns.work, .work, works)
    let note = rows.note(recordColumns.note, in: &part.notes)
    let affair = rows.isEmpty(recordColumns.affair) ? nil : rows.note(recordColumns.affair, in: &part.notes)
    let entered = rows.day(recordColumns.entered)
    days.check(day, rows.findings, at: rows.place(of: recordColumns.date))
    if let entered, days.checkReached(entered, rows.findings, at: rows.place(of: recordColumns.entered)), let day,
      entered < day
    {
      rows.findings.report(.enteredBefore(entered, day, at: rows.place(of: recordColumns.entered)))
    }
    var stated: RecordFigures?
    if let item {
      let index = Int(item.index)
      stated = rows.figures(standard, index) { day.map(closed.contains) ?? false }
      if standard.rules[index].hasTerms, rows.isEmpty(recordColumns.corrects), let day, let holder {
        standard.reach.check(
          standard.items[index], of: standard.items, holder, on: day, rows.findings,
          at: (
            rows.place(of: recordColumns.date), rows.place(of: isBranch ? recordColumns.branch : recordColumns.member)
          ))
      }
    } else {
      rows.checkQuantityOfUnknown(recordColumns.quantity)
    }
    // What can't be read is reported already. Such a row is no record: two of them would be told to be one entered twice.
    let isReadable =
      day != nil && holder != nil && stated != nil && (activity != nil || rows.isEmpty(recordColumns.activity))
    let index = part.count(isBranch: isBranch)
    guard self.note(&rows, of: RecordAddress(isBranch: isBranch, index: isReadable ? index : -1), in: &part) else {
      return
    }
    guard isReadable, let day, let holder, let item, let stated else { return }
    if !rows.isEmpty(recordColumns.corrects) {
      let correction = RecordRows.Correction(
        record: index, corrects: Located(rows.text(recordColumns.corrects), rows.place(of: recordColumns.corrects)),
        level: rows.placeIfGiven(recordColumns.level),
        role: rows.placeIfGiven(recordColumns.role), affair: rows.placeIfGiven(recordColumns.affair))
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
  private func note(_ rows: inout TableRows, of record: RecordAddress, in part: inout RecordPart) -> Bool {
    guard !rows.isEmpty(recordColumns.id) else { return true }
    guard rows.hasID(recordColumns.id) else {
      rows.spoil()
      return false
    }
    part.ids.append(
      .init(
        cell: rows.cells[recordColumns.id.number], place: rows.place(of: recordColumns.id), row: rows.place,
        record: record))
    return true
  }

  /// A record is a member's or a branch's: never both's, never nobody's.
  private func reportHolder(_ rows: TableRows, isBranch: Bool) {
    if isBranch { return rows.findings.report(.twoHolders(at: rows.place(of: recordColumns.branch))) }
    if !rows.has(recordColumns.branch) { return rows.missing(recordColumns.member) }
    rows.has(recordColumns.member)
      ? rows.findings.report(
        .missingValue(Bilingual(zh: "党员或支部", en: "member or branch"), at: rows.place(of: recordColumns.member)))
      : rows.missing(recordColumns.branch)
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
  draft.recordTables = draft.tables.read(files, recordColumns.layout) { rows, file in
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
