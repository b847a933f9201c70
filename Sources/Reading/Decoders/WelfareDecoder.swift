import Diagnostics
import Parsing
import Scoring
import Texts

struct WelfareColumns: TableColumns {
  var layout = TableLayout()
  let date, member, minutes, series, activity, work, note, branch: ColumnNumber

  init() {
    date = layout.add("date", "日期")
    member = layout.refer("member", "党员")
    minutes = layout.add("minutes", "分钟")
    series = layout.refer("series", "系列", required: false)
    activity = layout.refer("activity", "活动", required: false)
    work = layout.refer("work", "工作", required: false)
    note = layout.add("note", "事由", required: false)
    branch = layout.add("branch", "支部", required: false)
  }
}

private let columns = WelfareColumns()

/// A stretch of a welfare file; its entries' notes are numbers in `notes`, and lines are counted from its beginning.
struct WelfarePart: Sendable {
  fileprivate var entries: [WelfareEntry] = []
  fileprivate var notes = ByteTable()
  fileprivate var shared = SharedRows()
}

/// What has been read of a year before its welfare, apart from the draft: several threads read with it.
private final class WelfareReader: Sendable {
  let year: Int
  let days: YearDays
  let series: Names<WelfareSeries>
  let activities: Names<Activity>
  let people: PeopleFinder
  let works: Names<Work>

  init(_ year: YearDraft, _ draft: Draft, _ people: PeopleFinder) {
    self.people = people
    self.year = year.year
    days = YearDays(year, draft)
    series = year.series
    activities = year.activities.names
    works = draft.works.names
  }

  /// - Parameter table: the branch whose file it is.
  func read(_ rows: inout TableRows, of table: Ref<Branch>?) -> WelfarePart {
    var part = WelfarePart()
    while rows.next() {
      let day = rows.requiredDay(columns.date)
      let members = RecordHolders(people.people(rows, columns.member, of: columns.branch, on: day, in: table))
      guard part.shared.take(members, &rows, columns.member) else { break }
      let minutes = rows.requiredWhole(columns.minutes, in: 1...minutesOfDay)
      let series = rows.reference(columns.series, .series, series, year: year)
      let activity = rows.reference(columns.activity, .activity, activities, year: year)
      let work = rows.reference(columns.work, .work, works)
      let note = rows.note(columns.note, in: &part.notes)
      let reach = days.check(day, rows.findings, at: rows.place(of: columns.date))
      guard let day, let minutes, reach != .waiting else { continue }
      for member in members {
        part.entries.append(
          WelfareEntry(
            day: day, member: member, minutes: Int32(minutes), series: series, activity: activity, work: work,
            note: note, place: rows.place))
      }
    }
    return part
  }
}

/// content/years/<year>/welfare/*.csv: minutes given to public welfare (S23), read side by side.
func readWelfare(_ draft: inout Draft, _ files: [InputFile]) {
  let people = PeopleFinder(draft)
  let readers = draft.years.mapValues { WelfareReader($0, draft, people) }
  let tables = draft.tables.read(files, columns.layout) { rows, file in
    readers[Int(file.captures[0]) ?? 0]?.read(&rows, of: people.branch(of: file)) ?? WelfarePart()
  }
  for (year, joined) in draft.joinYears(tables, of: files, words: \.notes, JoinedWelfare.init) {
    draft.soundFiles.formUnion(joined.sound)
    draft.years[year]?.welfare = joined.entries
  }
}

/// What the stretches of a year's files were read to, put together.
private struct JoinedWelfare: Sendable {
  var entries: [WelfareEntry] = []
  /// The files that could be read as a whole.
  var sound: Set<Int32> = []

  init(_ files: [StretchedTable<WelfarePart>], _ findings: MistakeCollector) {
    entries.reserveCapacity(files.lazy.flatMap(\.table.parts).reduce(0) { $0 + $1.part.entries.count })
    for file in files {
      for ((part, linesBefore), notes) in zip(file.table.parts, file.notes) {
        for entry in part.entries { entries.append(entry.noting(notes[Int(entry.note)], linesBefore: linesBefore)) }
      }
      if file.isSound(\.shared, findings) { sound.insert(file.file.index) }
    }
  }
}

let minutesOfDay = 24 * 60

/// What somebody gave on one day fits into the day, over all files and lines.
func checkWelfareDays(_ draft: inout Draft) {
  let years = draft.years.values.sorted { $0.year < $1.year }.map(\.welfare)
  for (entry, sum) in draft.pool.map(years.count, { overlongDays(years[$0]) }).joined() {
    draft.findings.report(.dayTooShort(sum, draft.members.entities[entry.member], entry.day, at: entry.place))
  }
}

/// The entries that are too much for their day, with the minutes of somebody's day up to them.
private func overlongDays(_ entries: [WelfareEntry]) -> [(entry: WelfareEntry, minutes: Int)] {
  var sums: [Int64: Int] = [:]
  sums.reserveCapacity(entries.count)
  return entries.compactMap { entry in
    let key = Int64(entry.member.index) << 32 | Int64(entry.day.packed)
    let sum = sums[key, default: 0] + Int(entry.minutes)
    sums[key] = sum
    return sum > minutesOfDay && sum - Int(entry.minutes) <= minutesOfDay ? (entry, sum) : nil
  }
}

extension Diagnostic {
  static func dayTooShort(_ minutes: Int, _ member: Member, _ day: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(
        zh: "\(member.name)在 \(day) 的公益合计 \(minutes) 分钟，一天只有 \(minutesOfDay) 分钟",
        en: "\(member.key) has \(minutes) minutes on \(day), which has \(minutesOfDay)"),
      remedy: Bilingual(zh: "核对分钟数，或删去重复登记的一条", en: "Check the minutes, or remove what was entered twice"))
  }
}
