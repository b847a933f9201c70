import Scoring
import Texts

/// What stands in a table by the thousand and has no name of its own.
protocol LedgerEntry {
  var day: Day { get }
  var place: Place { get }
  var note: Int32 { get }
  /// What it is of, and how much, for an order within a day.
  var matter: (Int32, Int64) { get }
}

extension Record: LedgerEntry {
  var matter: (Int32, Int64) { (item.index, quantity.hundredths) }
}

extension WelfareEntry: LedgerEntry {
  var matter: (Int32, Int64) { (series?.index ?? -1, Int64(minutes)) }
}

/// Entries until a day by holder, day and what they say; by their place only where they say the same, so that it doesn't
/// matter which file has them.
func canonicalOrder<Entry: LedgerEntry>(
  _ entries: [Entry], until last: Day, _ notes: [String], _ holder: (Entry) -> Int32
) -> [Int32] {
  var keyed: [(key: UInt64, index: Int32)] = []
  keyed.reserveCapacity(entries.count)
  for index in entries.indices {
    let day = entries[index].day
    guard day <= last else { continue }
    let packed = UInt64(UInt32(bitPattern: day.packed))
    keyed.append((UInt64(UInt32(bitPattern: holder(entries[index]))) << 32 | packed, Int32(index)))
  }
  keyed.sort { a, b in
    if a.key != b.key { return a.key < b.key }
    let (p, q) = (entries[Int(a.index)], entries[Int(b.index)])
    let (m, n) = (p.matter, q.matter)
    if m != n { return m < n }
    if p.note != q.note {
      let (s, t) = (notes[Int(p.note)], notes[Int(q.note)])
      if s != t { return s < t }
    }
    return p.place < q.place
  }
  return keyed.map(\.index)
}
