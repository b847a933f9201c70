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
  /// What rows state beside their records.
  var stated: [StatedRow] = []

  /// The points a row states, which its records are held against.
  struct StatedRow: Sendable {
    let records: Range<Int32>
    let points: Points
    let place: Place
  }

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
    stated += more.stated.map {
      StatedRow(
        records: $0.records.lowerBound + base..<$0.records.upperBound + base, points: $0.points,
        place: $0.place.moved(down: linesBefore))
    }
    for record in more.records {
      records.append(
        record.noting(
          notes[Int(record.note)], affair: record.affair.map { notes[Int($0)] }, linesBefore: linesBefore))
    }
  }
}

/// Where the records of a row stand among the members' or the branches': mostly one, and one for each of several people.
struct RecordAddress: Sendable, Hashable {
  let isBranch: Bool
  /// Empty for a row that can't be read or waits for its day.
  var indexes: Range<Int32> = 0..<0
  var waitsFor: Day?

  init(isBranch: Bool) { self.isBranch = isBranch }

  mutating func move(past records: Int32) {
    if !indexes.isEmpty { indexes = indexes.lowerBound + records..<indexes.upperBound + records }
  }
}

/// Whose a row's records are: a branch's, or of one or several members, each of whom has one.
struct RecordHolders: Sequence {
  let isBranch: Bool
  private let first: Ref<Member>?
  private let others: ArraySlice<Ref<Member>>

  /// Of nobody who is known.
  init(isBranch: Bool) { (self.isBranch, first, others) = (isBranch, nil, []) }

  init(branch: Ref<Branch>) { (isBranch, first, others) = (true, Ref(Int(branch.index)), []) }

  init(_ people: People) {
    isBranch = false
    switch people {
    case .one(let member): (first, others) = (member, [])
    case .several(let members): (first, others) = (members.first, members.dropFirst())
    case .unclear: (first, others) = (nil, [])
    }
  }

  var isEmpty: Bool { first == nil }
  var count: Int32 { first == nil ? 0 : Int32(others.count + 1) }

  /// Their numbers among members or branches.
  func makeIterator() -> Iterator { Iterator(first: first, others: others.makeIterator()) }

  struct Iterator: IteratorProtocol {
    fileprivate var first: Ref<Member>?
    fileprivate var others: ArraySlice<Ref<Member>>.Iterator

    mutating func next() -> Ref<Member>? {
      guard let one = first else { return others.next() }
      first = nil
      return one
    }
  }

  /// Who it is that has a number.
  func holder(_ number: Ref<Member>) -> RuleReach.Holder {
    isBranch ? .branch(Ref(Int(number.index))) : .member(number)
  }
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
  var shared = SharedRows()
  var ids: [ID] = []

  mutating func append(_ record: Record, isBranch: Bool) {
    if isBranch { branches.records.append(record) } else { members.records.append(record) }
  }

  /// Where the records of a row's holders will stand.
  func next(_ holders: RecordHolders) -> Range<Int32> {
    let start = Int32(holders.isBranch ? branches.records.count : members.records.count)
    return start..<start + holders.count
  }

  mutating func note(_ points: Points, at place: Place, of row: RecordAddress) {
    let stated = RecordRows.StatedRow(records: row.indexes, points: points, place: place)
    if row.isBranch { branches.stated.append(stated) } else { members.stated.append(stated) }
  }
}
