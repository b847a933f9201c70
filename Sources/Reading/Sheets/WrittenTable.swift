import Diagnostics
import Parsing
import Scoring
import Texts

/// A table as plain CSV would have it in `content/`: what was understood of a sheet, with ids where names may have stood.
package struct WrittenTable: Sendable {
  /// Path from the project folder.
  package let path: String
  /// Chinese names of the columns that any row fills, and of the obligatory ones.
  package let heading: [String]
  package let rows: [[String]]
  /// What each row was read from.
  package let places: [Place]

  package var csv: String {
    ([heading] + rows).map { $0.map(csvField).joined(separator: ",") + "\n" }.joined()
  }

  /// The line of `csv` that each row begins in, from 1: a cell in quotation marks may hold line ends.
  var lines: [Int] {
    var next = 2
    return rows.map { row in
      defer { next += 1 + row.reduce(0) { $0 + $1.lineEnds } }
      return next
    }
  }

  /// The same rows with other texts in them.
  package func with(_ rows: [[String]]) -> WrittenTable {
    WrittenTable(path: path, heading: heading, rows: rows, places: places)
  }

  /// Under another name.
  func moved(to path: String) -> WrittenTable {
    WrittenTable(path: path, heading: heading, rows: rows, places: places)
  }
}

/// Collects rows under the columns of a layout.
struct RowWriter {
  private let layout: TableLayout
  private(set) var rows: [[String]] = []
  private var places: [Place] = []

  init(_ layout: TableLayout) { self.layout = layout }

  /// Adds a row of what is filled; the other cells are empty.
  /// - Parameter place: what it was read from.
  mutating func add(from place: Place, _ cells: KeyValuePairs<ColumnNumber, String?>) {
    places.append(place)
    var row = [String](repeating: "", count: layout.columns.count)
    for (column, text) in cells { row[column.number] = text ?? "" }
    rows.append(row)
  }

  /// - Parameter columns: those that are written though no row fills them.
  func table(_ path: String) -> WrittenTable {
    let kept = layout.columns.indices.filter { column in
      layout.columns[column].isRequired || rows.contains { !$0[column].isEmpty }
    }
    return WrittenTable(
      path: path, heading: kept.map { layout.columns[$0].chinese }, rows: rows.map { row in kept.map { row[$0] } },
      places: places)
  }
}

extension Day {
  /// As tables have it.
  fileprivate var text: String { description }
}

/// Writes what was read from one sheet as a table of the sheet's kind.
struct SheetWriter {
  let draft: Draft
  let year: YearDraft?
  /// Of the year, where the sheet may hold some.
  let records: WritableRecords?
  let file: Int32

  func written(_ kind: TableKind) -> RowWriter {
    // A correction is written as the record it became.
    var rows = RowWriter(kind == .corrections ? recordColumns.layout : kind.layout)
    switch kind {
    case .branches: writeBranches(&rows)
    case .parents: writeParents(&rows)
    case .members: writeMembers(&rows)
    case .memberships: writeMemberships(&rows)
    case .offices: writeOffices(&rows)
    case .activities: writeActivities(&rows)
    case .claims: writeClaims(&rows)
    case .records, .corrections: writeRecords(&rows)
    case .welfare: writeWelfare(&rows)
    case .surveys: writeSurveys(&rows)
    case .ratings: writeRatings(&rows)
    case .items: writeItems(&rows)
    }
    return rows
  }

  func isHere(_ place: Place) -> Bool { place.file == file }

  private func key(_ member: Ref<Member>) -> String { draft.members.entities[member].key }
  func id(_ branch: Ref<Branch>) -> String { draft.branches.entities[branch].id }
  private func name(_ work: Ref<Work>?) -> String? { work.map { draft.works.entities[$0].id } }

  private func writeMembers(_ rows: inout RowWriter) {
    let columns = MemberColumns()
    let strokes = draft.writtenStrokes
    for member in draft.members.entities where isHere(member.place) {
      rows.add(
        from: member.place,
        [
          columns.key: member.key, columns.name: member.name, columns.pinyin: member.pinyin,
          columns.joined: member.joined?.text, columns.strokes: strokes[member.key],
          columns.also: member.also.joined(separator: "|"),
        ])
    }
  }

  private func writeMemberships(_ rows: inout RowWriter) {
    let columns = MembershipColumns()
    for stay in draft.memberships where isHere(stay.place) {
      rows.add(
        from: stay.place,
        [
          columns.member: key(stay.member), columns.branch: id(stay.branch), columns.from: stay.from.text,
          columns.to: stay.to?.text, columns.standing: memberStandingChoices.word(for: stay.standing),
          columns.exempt: stay.exemption,
        ])
    }
  }

  private func writeOffices(_ rows: inout RowWriter) {
    let columns = OfficeColumns()
    for office in draft.offices where isHere(office.place) {
      rows.add(
        from: office.place,
        [
          columns.branch: id(office.branch), columns.member: key(office.member),
          columns.duty: officeDuties.word(for: office.duty),
          columns.level: officeLevels.word(for: office.level), columns.post: office.post,
          columns.from: office.from.text,
          columns.to: office.to?.text,
        ])
    }
  }

  private func writeActivities(_ rows: inout RowWriter) {
    let columns = ActivityColumns()
    for activity in year?.activities.entities ?? [] where isHere(activity.place) {
      rows.add(
        from: activity.place,
        [
          columns.id: activity.id, columns.title: activity.title,
          columns.origin: activity.origin == .committee ? "党委" : "支部", columns.month: "\(activity.month)",
          columns.held: activity.held?.text, columns.complexity: "\(activity.complexity)",
          columns.coverage: "\(activity.coverage)", columns.value: activity.override.map { "\($0.value)" },
          columns.reason: activity.override?.reason, columns.budget: activity.budget == 0 ? nil : "\(activity.budget)",
          columns.funder: activity.funder, columns.works: activity.works.compactMap { name($0) }.joined(separator: "|"),
          columns.series: series(activity.series), columns.note: activity.note,
          columns.also: year?.activityNames[activity.id]?.joined(separator: "|"),
        ])
    }
  }

  private func writeClaims(_ rows: inout RowWriter) {
    let columns = ClaimColumns()
    guard let year else { return }
    for (activity, claims) in year.claims.sorted(by: { $0.key < $1.key }) {
      for claim in claims where isHere(claim.place) {
        rows.add(
          from: claim.place,
          [
            columns.activity: year.activities.entities[Int(activity)].id, columns.branch: id(claim.branch),
            columns.on: claim.on.text, columns.share: claim.share == 1 ? nil : "\(claim.share)",
          ])
      }
    }
  }

  private func writeWelfare(_ rows: inout RowWriter) {
    let columns = WelfareColumns()
    for entry in year?.welfare ?? [] where isHere(entry.place) {
      rows.add(
        from: entry.place,
        [
          columns.date: entry.day.text, columns.member: key(entry.member), columns.minutes: "\(entry.minutes)",
          columns.series: series(entry.series), columns.activity: activity(entry.activity),
          columns.work: name(entry.work), columns.note: draft.notes.string(entry.note),
        ])
    }
  }

  private func writeSurveys(_ rows: inout RowWriter) {
    let columns = SurveyColumns()
    guard let year else { return }
    for row in year.surveys where isHere(row.place) {
      rows.add(
        from: row.place,
        [
          columns.date: row.day.text, columns.member: key(row.member), columns.item: year.memberItems[row.item].key,
          columns.score: "\(row.score)", columns.ballots: "\(row.ballots)", columns.note: row.note,
        ])
    }
  }

  private func writeRatings(_ rows: inout RowWriter) {
    let columns = RatingColumns()
    guard let year, let rulebook = year.rulebook else { return }
    for rating in year.ratings where isHere(rating.place) {
      rows.add(
        from: rating.place,
        [
          columns.branch: id(rating.branch), columns.item: rulebook.branchItems[rating.item].key,
          columns.points: "\(rating.points)", columns.on: rating.on.text, columns.note: rating.note,
        ])
    }
  }

  private func activity(_ activity: Ref<Activity>?) -> String? {
    activity.flatMap { year?.activities.entities[$0].id }
  }

  private func series(_ series: Ref<WelfareSeries>?) -> String? {
    series.flatMap { year?.rulebook?.welfare.series[$0].id }
  }
}

extension [WrittenTable] {
  /// Tables that would stand in one file become one, under the columns of all.
  package var joinedByPath: [WrittenTable] {
    Dictionary(grouping: self, by: \.path).sorted { $0.key < $1.key }.map { path, parts in
      guard parts.count > 1 else { return parts[0] }
      var heading: [String] = []
      for name in parts.flatMap(\.heading) where !heading.contains(name) { heading.append(name) }
      let rows = parts.flatMap { part in
        part.rows.map { row in
          heading.map { name in part.heading.firstIndex(of: name).map { row[$0] } ?? "" }
        }
      }
      return WrittenTable(path: path, heading: heading, rows: rows, places: parts.flatMap(\.places))
    }
  }
}

extension String {
  /// As a reader of CSV counts them: LF, CR, and both together as one.
  fileprivate var lineEnds: Int {
    var (count, before): (Int, UInt8) = (0, 0)
    for byte in utf8 {
      if byte == 0x0D || byte == 0x0A && before != 0x0D { count += 1 }
      before = byte
    }
    return count
  }
}
