import Parsing
import Scoring
import Texts

/// Reports records that are the same in everything as one before them; an id tells two such records apart.
func reportTwins(_ draft: Draft) {
  let books = draft.years.values.sorted { $0.year < $1.year }.flatMap { [$0.records, $0.branchRecords] }
  let twins = draft.pool.map(books.count) { recordTwins(books[$0].records, identified: books[$0].identified) }
  for (book, twins) in zip(books, twins) {
    for twin in twins {
      let (first, second) = (book.records[Int(twin.first)].place, book.records[Int(twin.second)].place)
      draft.findings.report(.duplicateRecord(first: draft.findings.citation(first), at: second))
    }
  }
}

/// Indexes of records without id that are equal, each with the first of its kind.
/// - Parameter identified: those with an id, ascending.
func recordTwins(_ records: [Record], identified: [Int32]) -> [(first: Int32, second: Int32)] {
  var twins: [(first: Int32, second: Int32)] = []
  // Open addressing with linear probing, never more than half full. As in `ByteTable` a slot holds the upper half of the
  // hash and the index, so that probing hardly ever has to fetch another record.
  let free = UInt64.max
  var mask = 15
  while mask < records.count * 2 { mask = mask * 2 + 1 }
  var slots = [UInt64](repeating: free, count: mask + 1)
  var withID = identified[...]
  for index in records.indices {
    if let next = withID.first, Int(next) == index {
      withID.removeFirst()
      continue
    }
    let record = records[index]
    let hash = record.contentHash
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != free {
      let other = Int32(truncatingIfNeeded: slots[slot])
      if slots[slot] >> 32 == hash >> 32, records[Int(other)].isTwin(of: record) {
        twins.append((other, Int32(index)))
        break
      }
      slot = (slot + 1) & mask
    }
    if slots[slot] == free { slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index) }
  }
  return twins
}

extension Record {
  fileprivate var contentHash: UInt64 {
    var hash: UInt64 = 0
    for part in [
      UInt64(UInt32(bitPattern: day.packed)) << 32 | UInt64(UInt32(bitPattern: member.index)),
      UInt64(UInt32(bitPattern: item.index)) << 32 | UInt64(UInt32(bitPattern: note)),
      UInt64(UInt32(bitPattern: level)) << 32 | UInt64(UInt32(bitPattern: activity?.index ?? -1)),
      UInt64(bitPattern: quantity.hundredths),
      UInt64(UInt32(bitPattern: affair ?? -1)) << 32 | UInt64(UInt32(bitPattern: Int32(role ?? -1))),
    ] {
      hash = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return hash &* 0xff51_afd7_ed55_8ccd
  }

  fileprivate func isTwin(of other: Record) -> Bool {
    day == other.day && member == other.member && item == other.item && quantity == other.quantity
      && level == other.level && activity == other.activity && note == other.note
      && affair == other.affair && role == other.role
  }
}
