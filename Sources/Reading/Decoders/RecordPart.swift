import Diagnostics
import Parsing
import Scoring
import Texts

/// The records of members, or of branches: those of a stretch of a file, then those of a year. What they say is judged the
/// same way, and each among its own.
struct RecordRows: Sendable {
  /// Of branches, member and item are indexes of a branch and of a branches' item.
  var records: [Record] = []
  var corrections: [Correction] = []
  /// The records that have an id, ascending.
  var identified: [Int32] = []

  /// A record that names another as the one it corrects, with the places of what it states beside: the record's own level,
  /// role and affair are its too.
  struct Correction: Sendable {
    var record: Int32
    var corrects: Located<String>
    var level: Place?
    var role: Place?
    var affair: Place?

    func moved(past records: Int32, down lines: Int32) -> Correction {
      Correction(
        record: record + records, corrects: Located(corrects.value, corrects.place.moved(down: lines)),
        level: level?.moved(down: lines), role: role?.moved(down: lines), affair: affair?.moved(down: lines))
    }
  }

  /// Adds what a stretch of a file holds.
  /// - Parameter notes: the number of each of its words among all.
  mutating func append(_ more: RecordRows, notes: [Int32], linesBefore: Int32) {
    let base = Int32(records.count)
    corrections += more.corrections.map { $0.moved(past: base, down: linesBefore) }
    for record in more.records {
      records.append(
        record.noting(
          notes[Int(record.note)], affair: record.affair.map { notes[Int($0)] }, linesBefore: linesBefore))
    }
  }
}

/// Where a record stands: among the members' or the branches'.
struct RecordAddress: Sendable, Hashable {
  let isBranch: Bool
  /// -1 for a record that can't be read.
  var index: Int32
}

/// A stretch of a record file (S6). Words are numbers in `notes`; lines are counted from the beginning of the stretch.
struct RecordPart: Sendable {
  /// An id that a record bears.
  struct ID: Sendable {
    let cell: Cell
    let place: Place
    let row: Place
    let record: RecordAddress
  }

  var members = RecordRows()
  var branches = RecordRows()
  var notes = ByteTable()
  var ids: [ID] = []

  mutating func append(_ record: Record, isBranch: Bool) {
    if isBranch { branches.records.append(record) } else { members.records.append(record) }
  }

  func count(isBranch: Bool) -> Int32 { Int32(isBranch ? branches.records.count : members.records.count) }
}
