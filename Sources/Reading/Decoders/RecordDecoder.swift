import Diagnostics
import Scoring

private let recordColumns = [
  Column("date", "日期"), Column("member", "党员"), Column("item", "项目"), Column("quantity", "数量", required: false),
  Column("level", "级别", required: false), Column("activity", "活动", required: false),
  Column("work", "工作", required: false), Column("note", "事由", required: false), Column("id", "记录号", required: false),
  Column("corrects", "更正", required: false), Column("entered", "补录日期", required: false),
]

/// content/years/<year>/records/*.csv: the daily records (S6). Reads a row without allocating; what a record refers to is
/// found straight from its bytes.
func decodeRecords(_ draft: inout Draft, _ file: InputFile) -> Bool {
  draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(recordColumns, draft.findings) else { return false }
    // Copied out once: reading them through the draft for each row costs more than the row.
    let items = year.rulebook?.items ?? []
    let isRecordable = items.map(\.isRecordable)
    let (itemNames, levels, period) = (year.items, year.levels, year.period)
    let (members, works, activities) = (draft.members.names, draft.works.names, year.activities.names)
    let asOf = draft.asOf
    let one = Points(1)
    while rows.next() {
      let day = rows.requiredDay(0)
      let member = rows.requiredReference(1, .member, members)
      let item = rows.requiredReference(2, .item, itemNames, year: year.year)
      let quantity = rows.points(3, negative: true)
      let activity = rows.reference(5, .activity, activities, year: year.year)
      let work = rows.reference(6, .work, works)
      let note = rows.note(7, in: &draft.notes)
      let entered = rows.day(10)
      if let day, let period, let asOf, !period.contains(day) || day > asOf {
        year.check(day, draft, at: rows.place(of: 0))
      }
      if let entered, draft.isReached(entered, at: rows.place(of: 10)), let day, entered < day {
        draft.findings.report(.enteredBefore(entered, day, at: rows.place(of: 10)))
      }
      if let quantity, quantity < .zero, rows.isEmpty(9) {
        draft.findings.report(.negativeNumber(rows.text(3), at: rows.place(of: 3)))
      }
      var level: Int32 = 0
      if let item {
        let index = Int(item.index)
        if !isRecordable[index] { draft.findings.report(.itemNotRecordable(items[index], at: rows.place(of: 2))) }
        level = rows.level(4, of: items, index, names: levels[index])
      }
      let index = Int32(year.records.count)
      if !rows.isEmpty(8) {
        guard rows.hasID(8) else {
          rows.spoil()
          continue
        }
        if let first = rows.define(8, in: &year.recordIDs) {
          draft.findings.report(
            .duplicateID(rows.text(8), first: draft.findings.citation(first), at: rows.place(of: 8)))
          continue
        }
        year.recordsByID.append(index)
      }
      guard let day, let member, let item else {
        // Keep the id's number in step: the record stays unreadable, the content is refused.
        if !rows.isEmpty(8) { year.recordsByID[year.recordsByID.count - 1] = -1 }
        continue
      }
      if !rows.isEmpty(9) { year.corrections.append((index, Located(rows.text(9), rows.place(of: 9)))) }
      let record = Record(
        day: day, member: member, item: item, quantity: quantity ?? one, level: level, activity: activity, work: work,
        note: note, corrects: nil, entered: entered, place: rows.place)
      year.records.append(record)
      if rows.isEmpty(8), let twin = year.seenRecords.insert(index, year.records) {
        let first = year.records[Int(twin)].place
        draft.findings.report(.duplicateRecord(first: draft.findings.citation(first), at: rows.place))
      }
    }
    return rows.isSound
  }
}

/// Corrections may stand in any file and before the record they correct: they are resolved once all are read.
func settleRecords(_ draft: inout Draft) {
  for number in draft.years.keys.sorted() {
    guard var year = draft.years.removeValue(forKey: number) else { continue }
    for (index, name) in year.corrections {
      guard let id = name.reference(.record, year.recordIDs, year: number, findings: draft.findings) else { continue }
      let target = year.recordsByID[Int(id.index)]
      guard target >= 0 else { continue }
      let (record, corrected) = (year.records[Int(index)], year.records[Int(target)])
      if target == index || record.member != corrected.member || record.item != corrected.item {
        draft.findings.report(
          .strayCorrection(name.value, of: draft.findings.citation(corrected.place), at: name.place))
        continue
      }
      year.records[Int(index)] = record.correcting(target)
    }
    draft.years[number] = year
  }
}

extension Record {
  func correcting(_ target: Int32) -> Record {
    Record(
      day: day, member: member, item: item, quantity: quantity, level: level, activity: activity, work: work,
      note: note,
      corrects: target, entered: entered, place: place)
  }
}

extension CSVRows {
  /// Defines the cell as a name, or gives the row where it was defined before.
  func define<Entity>(_ column: Int, in names: inout Names<Entity>) -> Place? {
    let cell = cells[column]
    return names.define(bytes.span.extracting(cell.start..<cell.end), at: place)
  }

  /// The number of the cell's words among all notes, each kept once.
  func note(_ column: Int, in notes: inout ByteTable) -> Int32 {
    let cell = cells[column]
    guard cell.hasEscapes else { return notes.insert(bytes.span.extracting(cell.start..<cell.end)).index }
    let text = Array(string(cell).utf8)
    return notes.insert(text.span).index
  }

  /// The number of the level named in the cell; an item without levels names none.
  func level(_ column: Int, of items: [Item], _ item: Int, names: [[UInt8]]) -> Int32 {
    if isEmpty(column) {
      if !names.isEmpty { missing(column) }
      return 0
    }
    let cell = cells[column]
    for index in names.indices where bytes[cell.start..<cell.end].elementsEqual(names[index]) { return Int32(index) }
    findings.report(
      .unknownLevel(text(column), items[item], names.map { String(decoding: $0, as: UTF8.self) }, at: place(of: column))
    )
    return 0
  }
}

/// Records seen so far, to find two that are the same in everything. Holds indexes into the records only.
struct RecordSet {
  private var slots = [Int32](repeating: -1, count: 64)
  private var count = 0

  private func hash(_ r: Record) -> Int {
    var h = UInt64(bitPattern: Int64(r.day.packed)) &* 0x9E37_79B9_7F4A_7C15
    for part in [r.member.index, r.item.index, r.level, r.activity?.index ?? -1, r.note] {
      h = (h ^ UInt64(UInt32(bitPattern: part))) &* 0xff51_afd7_ed55_8ccd
      h ^= h >> 32
    }
    h = (h ^ UInt64(bitPattern: r.quantity.hundredths)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: h >> 20)
  }

  private func isSame(_ a: Record, _ b: Record) -> Bool {
    a.day == b.day && a.member == b.member && a.item == b.item && a.quantity == b.quantity && a.level == b.level
      && a.activity == b.activity && a.note == b.note
  }

  /// The earlier record equal to this one, if there is one; else the record is remembered.
  mutating func insert(_ index: Int32, _ records: [Record]) -> Int32? {
    if (count + 1) * 2 > slots.count { grow(records) }
    let record = records[Int(index)]
    let mask = slots.count - 1
    var slot = hash(record) & mask
    while slots[slot] >= 0 {
      if isSame(records[Int(slots[slot])], record) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    slots[slot] = index
    count += 1
    return nil
  }

  private mutating func grow(_ records: [Record]) {
    let old = slots
    slots = [Int32](repeating: -1, count: old.count * 4)
    let mask = slots.count - 1
    for index in old where index >= 0 {
      var slot = hash(records[Int(index)]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = index
    }
  }
}
