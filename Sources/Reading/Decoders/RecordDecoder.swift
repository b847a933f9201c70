import Diagnostics
import Parsing
import Scoring
import Texts

/// What has been read of a year before its records, apart from the draft: several threads read with it, each row of it by
/// reference.
private final class RecordReader: Sendable {
  let year: Int
  let days: YearDays
  let ofMembers: RecordStandard
  let ofBranches: RecordStandard
  let itemNames: Names<Item>
  let branchItemNames: Names<BranchItem>
  let people: PeopleFinder
  let branches: Names<Branch>
  let works: Names<Work>
  let activities: Names<Activity>
  let closed: ClosedDays

  init(_ year: YearDraft, _ draft: Draft, _ reach: RuleReach, _ people: PeopleFinder) {
    self.people = people
    self.year = year.year
    days = YearDays(year, draft)
    ofMembers = RecordStandard(year.memberItems, year.rulebook?.memberFramework, reach)
    ofBranches = RecordStandard(year.branchRules, year.rulebook?.branchFramework, reach)
    itemNames = year.items
    branchItemNames = year.branchItems
    branches = draft.branches.names
    works = draft.works.names
    activities = year.activities.names
    closed = ClosedDays(year)
  }

  /// Reads row after row without allocating; what a record refers to by id is found straight from its bytes.
  /// - Parameter table: the branch whose file it is.
  func read(_ rows: inout TableRows, of table: Ref<Branch>?) -> RecordPart {
    var part = RecordPart()
    let hasMembers = rows.has(recordColumns.member)
    part.members.records.reserveCapacity(hasMembers ? rows.mostRowsLeft : 0)
    while rows.next() {
      let isBranch = !rows.isEmpty(recordColumns.branch) && rows.isEmpty(recordColumns.member)
      if rows.isEmpty(recordColumns.branch), rows.isEmpty(recordColumns.member) {
        reportNobody(rows)
        note(&rows, of: RecordAddress(isBranch: isBranch), in: &part)
        continue
      }
      let day = rows.requiredDay(recordColumns.date)
      if isBranch {
        let branch = rows.reference(recordColumns.branch, .branch, branches)
        let holders = branch.map { RecordHolders(branch: $0) } ?? RecordHolders(isBranch: true)
        let item = rows.requiredReference(recordColumns.item, .branchItem, branchItemNames, year: year) {
          takes(Ref(Int($0.index)), ofBranches, holders, day)
        }
        readRow(&rows, day, holders, item.map { Ref(Int($0.index)) }, ofBranches, into: &part)
      } else {
        let holders = RecordHolders(
          people.people(rows, recordColumns.member, of: recordColumns.branch, on: day, in: table))
        guard part.shared.take(holders, &rows, recordColumns.member) else { break }
        let item = rows.requiredReference(recordColumns.item, .item, itemNames, year: year) {
          takes($0, ofMembers, holders, day)
        }
        readRow(&rows, day, holders, item, ofMembers, into: &part)
      }
    }
    return part
  }

  /// Whether a record may be of an item: of several of one name, the one in force for its holders on its day is meant.
  private func takes(_ item: Ref<Item>, _ standard: RecordStandard, _ holders: RecordHolders, _ day: Day?) -> Bool {
    guard let day, !holders.isEmpty else { return false }
    return holders.allSatisfy { standard.reach.takes(standard.items[item], holders.holder($0), on: day) }
  }

  private func readRow(
    _ rows: inout TableRows, _ day: Day?, _ holders: RecordHolders, _ item: Ref<Item>?, _ standard: RecordStandard,
    into part: inout RecordPart
  ) {
    let activity = rows.reference(recordColumns.activity, .activity, activities, year: year)
    let work = rows.reference(recordColumns.work, .work, works)
    let note = rows.note(recordColumns.note, in: &part.notes)
    let affair = rows.isEmpty(recordColumns.affair) ? nil : rows.note(recordColumns.affair, in: &part.notes)
    let entered = rows.day(recordColumns.entered)
    let reach = days.check(
      day, rows.findings, at: rows.place(of: recordColumns.date), entered: entered,
      at: rows.place(of: recordColumns.entered))
    let points = rows.signedPoints(recordColumns.points)
    var stated: RecordFigures?
    if let item {
      let index = Int(item.index)
      stated = rows.figures(standard, index) { day.map(closed.contains) ?? false }
      if standard.rules[index].hasTerms, rows.isEmpty(recordColumns.corrects), let day {
        let holder = holders.isBranch ? recordColumns.branch : recordColumns.member
        for one in holders {
          standard.reach.check(
            standard.items[index], of: standard.items, holders.holder(one), on: day, rows.findings,
            at: (rows.place(of: recordColumns.date), rows.place(of: holder)))
        }
      }
    } else {
      rows.checkQuantityOfUnknown(recordColumns.quantity)
    }
    // What can't be read is reported already. Such a row is no record: two of them would be told to be one entered twice.
    let isReadable =
      day != nil && !holders.isEmpty && stated != nil && (activity != nil || rows.isEmpty(recordColumns.activity))
    var address = RecordAddress(isBranch: holders.isBranch)
    if reach == .waiting { address.waitsFor = [day, entered].compactMap(\.self).max() }
    if isReadable, reach != .waiting { address.indexes = part.next(holders) }
    guard self.note(&rows, of: address, in: &part), isReadable, reach != .waiting, let day, let item, let stated
    else { return }
    if let points {
      part.note(points, at: rows.place(of: recordColumns.points), of: address)
    }
    for (index, holder) in zip(address.indexes, holders) {
      noteCorrection(rows, by: index, isBranch: holders.isBranch, in: &part)
      part.append(
        Record(
          day: day, member: holder, item: item, quantity: stated.quantity, level: stated.level, role: stated.role,
          affair: affair, activity: activity, work: work, note: note, corrects: nil, entered: entered,
          place: rows.place),
        isBranch: holders.isBranch)
    }
  }

  private func noteCorrection(_ rows: TableRows, by record: Int32, isBranch: Bool, in part: inout RecordPart) {
    guard !rows.isEmpty(recordColumns.corrects) else { return }
    let correction = RecordRows.Correction(
      record: record, corrects: Located(rows.text(recordColumns.corrects), rows.place(of: recordColumns.corrects)),
      level: rows.placeIfGiven(recordColumns.level),
      role: rows.placeIfGiven(recordColumns.role), affair: rows.placeIfGiven(recordColumns.affair))
    if isBranch { part.branches.corrections.append(correction) } else { part.members.corrections.append(correction) }
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

  /// A record is a member's or a branch's, and never nobody's.
  private func reportNobody(_ rows: TableRows) {
    guard rows.has(recordColumns.branch) else { return rows.missing(recordColumns.member) }
    rows.has(recordColumns.member)
      ? rows.findings.report(
        .missingValue(Bilingual(zh: "党员或支部", en: "member or branch"), at: rows.place(of: recordColumns.member)))
      : rows.missing(recordColumns.branch)
  }
}

/// content/years/<year>/records/*.csv: the daily records (S6), read side by side.
func readRecords(_ draft: inout Draft, _ files: [InputFile]) {
  let reach = RuleReach(draft)
  let people = PeopleFinder(draft)
  let readers = draft.years.mapValues { RecordReader($0, draft, reach, people) }
  let tables = draft.tables.read(files, recordColumns.layout) { rows, file in
    readers[Int(file.captures[0]) ?? 0]?.read(&rows, of: people.branch(of: file)) ?? RecordPart()
  }
  draft.join(tables, of: files)
}
