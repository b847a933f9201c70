import Diagnostics
import Parsing
import Scoring
import Texts

private let recordColumns = [
  Column("date", "日期"), Column("member", "党员"), Column("item", "项目"), Column("quantity", "数量", required: false),
  Column("level", "级别", required: false), Column("activity", "活动", required: false),
  Column("work", "工作", required: false), Column("note", "事由", required: false), Column("id", "记录号", required: false),
  Column("corrects", "更正", required: false), Column("entered", "补录日期", required: false),
]

/// A stretch of a record file (S6).
struct RecordPart: Sendable {
  /// An id that a record bears.
  struct ID: Sendable {
    let cell: Cell
    let place: Place
    let row: Place
    /// Index into `records`; -1 for a record that can't be read.
    let record: Int32
  }
  /// Their notes are numbers in `notes`; lines are counted from the beginning of the stretch.
  fileprivate(set) var records: [Record] = []
  fileprivate(set) var notes = ByteTable()
  fileprivate(set) var ids: [ID] = []
  fileprivate(set) var corrections: [Correction] = []

  /// A record that names another as the one it corrects, with its level's place where it states one.
  struct Correction: Sendable {
    var record: Int32
    var corrects: Located<String>
    var level: Place?

    fileprivate func moved(past records: Int32, down lines: Int32) -> Correction {
      Correction(
        record: record + records, corrects: Located(corrects.value, corrects.place.moved(down: lines)),
        level: level?.moved(down: lines))
    }
  }
}

/// What has been read of a year before its records, apart from the draft: several threads read with it.
private struct RecordReader: Sendable {
  let year: Int
  let days: YearDays
  let items: [Item]
  let isRecordable: [Bool]
  let itemNames: Names<Item>
  /// For each item, the names of its levels.
  let levels: [ByteTable]
  let members: Names<Member>
  let works: Names<Work>
  let activities: Names<Activity>
  let closed: ClosedDays

  init(_ year: YearDraft, _ draft: Draft) {
    self.year = year.year
    days = YearDays(period: year.period, asOf: draft.asOf)
    items = year.rulebook?.items ?? []
    isRecordable = items.map(\.isRecordable)
    itemNames = year.items
    levels = year.levels.map { names in
      var table = ByteTable()
      for name in names { _ = table.insert(name.span) }
      return table
    }
    members = draft.members.names
    works = draft.works.names
    activities = year.activities.names
    closed = ClosedDays(year)
  }

  /// Reads row after row without allocating; what a record refers to is found straight from its bytes.
  func read(_ rows: inout CSVRows) -> RecordPart {
    var part = RecordPart()
    part.records.reserveCapacity(rows.mostRowsLeft)
    while rows.next() {
      let day = rows.requiredDay(0)
      let member = rows.requiredReference(1, .member, members)
      let item = rows.requiredReference(2, .item, itemNames, year: year)
      let quantity = rows.quantity(3)
      let activity = rows.reference(5, .activity, activities, year: year)
      let work = rows.reference(6, .work, works)
      let note = rows.note(7, in: &part.notes)
      let entered = rows.day(10)
      days.check(day, rows.findings, at: rows.place(of: 0))
      if let entered, days.checkReached(entered, rows.findings, at: rows.place(of: 10)), let day, entered < day {
        rows.findings.report(.enteredBefore(entered, day, at: rows.place(of: 10)))
      }
      if let quantity, quantity < .zero, rows.isEmpty(9) {
        rows.findings.report(.negativeNumber(rows.text(3), at: rows.place(of: 3)))
      }
      if quantity == .zero { rows.findings.report(.zeroQuantity(at: rows.place(of: 3))) }
      var level: Int32 = 0
      if let item {
        let index = Int(item.index)
        if !isRecordable[index] { rows.findings.report(.itemNotRecordable(items[index], at: rows.place(of: 2))) }
        level = rows.level(4, of: items, index, names: levels[index], isCorrection: !rows.isEmpty(9))
        if let quantity { rows.check(quantity, of: items[index], isClosed: day.map(closed.contains) ?? false) }
      }
      if !rows.isEmpty(8), !rows.hasID(8) {
        rows.spoil()
        continue
      }
      let isReadable = day != nil && member != nil && item != nil
      let index = Int32(part.records.count)
      if !rows.isEmpty(8) {
        part.ids.append(
          .init(cell: rows.cells[8], place: rows.place(of: 8), row: rows.place, record: isReadable ? index : -1))
      }
      guard let day, let member, let item else { continue }
      if !rows.isEmpty(9) {
        part.corrections.append(
          .init(
            record: index, corrects: Located(rows.text(9), rows.place(of: 9)),
            level: rows.isEmpty(4) ? nil : rows.place(of: 4)))
      }
      part.records.append(
        Record(
          day: day, member: member, item: item, quantity: quantity ?? .one, level: level, activity: activity,
          work: work,
          note: note, corrects: nil, entered: entered, place: rows.place))
    }
    return part
  }
}

/// content/years/<year>/records/*.csv: the daily records (S6), read side by side.
func readRecords(_ draft: inout Draft, _ files: [InputFile]) {
  let readers = draft.years.mapValues { RecordReader($0, draft) }
  draft.recordTables = draft.tables.read(files, recordColumns) { rows, file in
    readers[Int(file.captures[0]) ?? 0]?.read(&rows) ?? RecordPart()
  }
  var counts: [Int: Int] = [:]
  for file in files {
    let parts = draft.recordTables[file.index]?.parts ?? []
    counts[Int(file.captures[0]) ?? 0, default: 0] += parts.reduce(0) { $0 + $1.part.records.count }
  }
  for (year, count) in counts { draft.years[year]?.records.reserveCapacity(count) }
}

/// Adds a file's records to its year, in the order of the file.
func decodeRecords(_ draft: inout Draft, _ file: InputFile) -> Bool {
  guard let table = draft.recordTables.removeValue(forKey: file.index) else { return false }
  return draft.inYear(of: file) { draft, year in
    for (part, linesBefore) in table.parts {
      let base = Int32(year.records.count)
      for id in part.ids {
        if id.record >= 0 { year.identified.append(base + id.record) }
        let name = file.bytes.span.extracting(id.cell.start..<id.cell.end)
        if let first = year.recordIDs.define(name, at: id.row.moved(down: linesBefore)) {
          let text = String(decoding: file.bytes[id.cell.start..<id.cell.end], as: UTF8.self)
          draft.findings.report(
            .duplicateID(text, first: draft.findings.citation(first), at: id.place.moved(down: linesBefore)))
        } else {
          year.recordsByID.append(id.record < 0 ? -1 : base + id.record)
        }
      }
      year.corrections += part.corrections.map { $0.moved(past: base, down: linesBefore) }
      let notes = part.notes.numbers(in: &draft.notes)
      for record in part.records {
        year.records.append(
          record.noting(
            notes[Int(record.note)], affair: record.affair.map { notes[Int($0)] }, linesBefore: linesBefore))
      }
    }
    return table.isSound
  }
}

/// Corrections may stand in any file and before the record they correct, and so may a record and its twin: both are looked
/// for once all are read.
func settleRecords(_ draft: inout Draft) {
  reportTwins(draft)
  reportNearDoubles(draft)
  for number in draft.years.keys.sorted() {
    guard var year = draft.years.removeValue(forKey: number) else { continue }
    for correction in year.corrections {
      let (index, name) = (correction.record, correction.corrects)
      guard let id = name.reference(.record, year.recordIDs, year: number, findings: draft.findings) else { continue }
      let target = year.recordsByID[Int(id.index)]
      guard target >= 0 else { continue }
      let (record, corrected) = (year.records[Int(index)], year.records[Int(target)])
      if target == index || record.member != corrected.member || record.item != corrected.item {
        draft.findings.report(
          .strayCorrection(name.value, of: draft.findings.citation(corrected.place), at: name.place))
        continue
      }
      if record.day < corrected.day {
        draft.findings.report(.correctedBefore(record.day, corrected.day, at: record.place))
      }
      year.records[Int(index)] = record.correcting(target)
    }
    settleLevels(&year, draft.findings)
    reportOvercorrected(year, draft.findings)
    reportAbsurdSum(year, draft.findings)
    draft.years[number] = year
  }
}

extension CSVRows {
  /// A quantity says something only where points are given by the unit; elsewhere a correction's says how much of the
  /// record it takes away.
  fileprivate func check(_ quantity: Quantity, of item: Item, isClosed: Bool) {
    switch item.form {
    case .perUnit(let points, let unit, each: _):
      if worth(of: quantity, points).magnitude > maximumWorth {
        findings.report(.absurdPoints(quantity, unit, points, at: place(of: 3)))
      }
    case .perRecord, .levels:
      // A negative one without a record to correct was reported already.
      if quantity > .zero, quantity != .one {
        let found = Diagnostic.quantityNotUsed(quantity, item, at: place(of: 3))
        findings.report(isClosed ? found.tolerated(.closedQuantity) : found)
      }
    case .steps, .reach, .range, .credit, .survey, .rating, .welfareBase, .welfareBeyond, .project: break
    }
  }

  /// The number of the cell's words among all notes, each kept once.
  func note(_ column: Int, in notes: inout ByteTable) -> Int32 {
    let cell = cells[column]
    guard cell.hasEscapes else { return notes.insert(bytes.span.extracting(cell.start..<cell.end)).index }
    let text = Array(string(cell).utf8)
    return notes.insert(text.span).index
  }

  /// The number of the level named in the cell; an item without levels names none, and a correction may leave it to the
  /// record it corrects.
  func level(_ column: Int, of items: [Item], _ item: Int, names: ByteTable, isCorrection: Bool) -> Int32 {
    if isEmpty(column) {
      if names.count > 0, !isCorrection { missing(column) }
      return 0
    }
    let cell = cells[column]
    if let index = names.index(of: bytes.span.extracting(cell.start..<cell.end)) { return index }
    findings.report(
      errorAt: place,
      .unknownLevel(
        text(column).shortened, items[item], (0..<Int32(names.count)).map(names.string), at: place(of: column)))
    return 0
  }
}
