import Scoring
import Texts

/// What stands in the rows of a year's tables, by whose it is: the file somebody cites is looked through once, however many
/// of its rows are cited.
struct StandingEntries {
  private struct Entry: Hashable {
    let line: Int32
    let subject: Objection.Subject
  }

  private let year: YearDraft
  private var files: [Int32: [Entry: Place]] = [:]
  /// Entries looked at so far: what this costs.
  private(set) var work = 0

  init(_ year: YearDraft) { self.year = year }

  /// The place of a record, welfare entry, survey's row or rating of the subject's on a line, or in a row of a sheet: the
  /// first in this order, since a row of several people has as many records.
  mutating func place(of subject: Objection.Subject, in row: Place) -> Place? {
    if files[row.file] == nil { files[row.file] = entries(of: row.file) }
    return files[row.file]?[Entry(line: row.line, subject: subject)]
  }

  private mutating func entries(of file: Int32) -> [Entry: Place] {
    var found: [Entry: Place] = [:]
    func add(_ place: Place, _ subject: @autoclosure () -> Objection.Subject) {
      guard place.file == file else { return }
      let entry = Entry(line: place.line, subject: subject())
      if found[entry] == nil { found[entry] = place }
    }
    for record in year.records.records { add(record.place, .member(record.member)) }
    for entry in year.welfare { add(entry.place, .member(entry.member)) }
    for row in year.surveys { add(row.place, .member(row.member)) }
    for record in year.branchRecords.records { add(record.place, .branch(Ref(Int(record.member.index)))) }
    for rating in year.ratings { add(rating.place, .branch(rating.branch)) }
    work +=
      year.records.records.count + year.welfare.count + year.surveys.count + year.branchRecords.records.count
      + year.ratings.count
    return found
  }
}
