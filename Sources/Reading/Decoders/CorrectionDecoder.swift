import Diagnostics
import Parsing
import Scoring
import Texts

/// The columns of the table of corrections (更正): whose record, and what should stand.
struct CorrectionColumns: TableColumns {
  var layout = TableLayout()
  let date, corrects, member, branch, day, item, stands, note, entered: ColumnNumber

  init() {
    date = layout.add("date", "日期")
    corrects = layout.add("corrects", "更正", required: false)
    member = layout.refer("member", "党员", required: false)
    branch = layout.refer("branch", "支部", required: false)
    day = layout.add("day", "原日期", required: false)
    item = layout.refer("item", "项目", required: false)
    stands = layout.add("stands", "应为")
    note = layout.add("note", "事由", required: false)
    entered = layout.add("entered", "补录日期", required: false)
  }
}

/// A row of the table of corrections, until the records of its year are settled.
struct WrittenCorrection: Sendable {
  /// Whose record it is, what of, and of which day; a branch and a branches' item by their numbers.
  struct Subject: Sendable {
    let holder: Ref<Member>
    let item: Ref<Item>
    let day: Day
  }

  let on: Day
  let isBranch: Bool
  /// Obligatory but beside an id.
  let subject: Subject?
  /// Whose it is, where an id is several people's.
  let holder: Ref<Member>?
  /// An id, or a place as pages show it.
  let named: Located<String>?
  let stands: Quantity
  let note: Int32
  let entered: Day?
  let place: Place
}

/// content/years/<year>/corrections.csv, or a sheet 更正: corrections that say what should stand ([decision 8]), of records
/// that need no id.
func decodeCorrections(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let people = PeopleFinder(draft)
  return draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(CorrectionColumns().layout, draft.findings) else { return false }
    var search = CorrectedRecords(year, draft)
    while rows.next() {
      if let one = correction(rows, &search, people, &draft, year) { year.corrections.append(one) }
    }
    return rows.isSound
  }
}

private let columns = CorrectionColumns()

private func correction(
  _ rows: TableRows, _ search: inout CorrectedRecords, _ people: PeopleFinder, _ draft: inout Draft, _ year: YearDraft
) -> WrittenCorrection? {
  let on = rows.requiredDay(columns.date)
  let entered = rows.day(columns.entered)
  let reach = YearDays(year, draft).check(
    on, rows.findings, at: rows.place(of: columns.date), entered: entered, at: rows.place(of: columns.entered))
  let stands = stands(rows)
  let named =
    rows.isEmpty(columns.corrects) ? nil : Located(rows.text(columns.corrects), rows.place(of: columns.corrects))
  let isBranch = rows.isEmpty(columns.member) && !rows.isEmpty(columns.branch)
  let note = rows.note(columns.note, in: &draft.notes)
  let isByID = named.map { CitedPlace($0.value) == nil } ?? false
  let day = isByID ? rows.day(columns.day) : rows.requiredDay(columns.day)
  let holder = holder(rows, people, on: day, isBranch: isBranch, isByID: isByID, draft)
  let item = item(rows, &search, isBranch: isBranch, isByID: isByID, holder, day, year)
  guard let on, let stands, reach != .waiting else { return nil }
  let subject = holder.flatMap { holder in
    item.flatMap { item in day.map { WrittenCorrection.Subject(holder: holder, item: item, day: $0) } }
  }
  guard isByID || subject != nil else { return nil }
  return WrittenCorrection(
    on: on, isBranch: isBranch, subject: subject, holder: holder, named: named, stands: stands, note: note,
    entered: entered, place: rows.place)
}

/// How much of the record should stand: `作废` for nothing of it.
private func stands(_ rows: TableRows) -> Quantity? {
  if rows.isEmpty(columns.stands) {
    rows.missing(columns.stands)
    return nil
  }
  if ["作废", "撤销", "void"].contains(rows.text(columns.stands).trimmed) { return .zero }
  return rows.hundredths(columns.stands).map { Quantity(hundredths: $0) }
}

/// Whose record it is: the branch's, or of one member.
private func holder(
  _ rows: TableRows, _ people: PeopleFinder, on day: Day?, isBranch: Bool, isByID: Bool, _ draft: Draft
) -> Ref<Member>? {
  if isBranch {
    return rows.reference(columns.branch, .branch, draft.branches.names).map { Ref(Int($0.index)) }
  }
  if isByID, rows.isEmpty(columns.member) { return nil }
  switch people.people(rows, columns.member, of: columns.branch, on: day, in: nil) {
  case .one(let member): return member
  case .several(let members):
    rows.findings.report(.severalCorrected(members.count, at: rows.place(of: columns.member)))
    return nil
  case .unclear: return nil
  }
}

private func item(
  _ rows: TableRows, _ search: inout CorrectedRecords, isBranch: Bool, isByID: Bool, _ holder: Ref<Member>?,
  _ day: Day?,
  _ year: YearDraft
) -> Ref<Item>? {
  if isByID, rows.isEmpty(columns.item) { return nil }
  // Of several items of one name the one that was recorded is meant.
  func has(_ item: Ref<Item>) -> Bool {
    guard let holder, let day else { return false }
    return !search.records(of: .init(holder: holder, item: item, day: day), isBranch: isBranch).isEmpty
  }
  return isBranch
    ? rows.requiredReference(columns.item, .branchItem, year.branchItems, year: year.year) { has(Ref(Int($0.index))) }
      .map { Ref(Int($0.index)) }
    : rows.requiredReference(columns.item, .item, year.items, year: year.year) { has($0) }
}

extension Diagnostic {
  static func severalCorrected(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .correctionPlace, at: place,
      message: Bilingual(
        zh: "这里写了 \(count) 个人，一行更正只改一个人的一条", en: "\(count) people stand here, and a correction is of one record of one"),
      remedy: Bilingual(zh: "一人写一行", en: "Write a row for each"))
  }
}
