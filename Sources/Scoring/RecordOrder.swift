/// A year's records grouped by holder (a member, or a branch) and, within a holder, in canonical order: by what they say, and by their
/// place only where they say the same. So neither files nor lines decide who is capped.
struct RecordOrder {
  /// Indexes of records, grouped.
  let indexes: [Int32]
  /// For each holder, the range in `indexes`.
  let ranges: [Range<Int>]
  /// For each record, the record whose bucket it belongs to: itself, or the one a correction cites.
  let roots: [Int32]
  /// For each position in `indexes`, the position of its root: the same one unless it is a correction.
  let rootPositions: [Int32]

  private struct Key {
    let order: UInt64
    let record: Int32
    let root: Int32
  }

  init(_ records: [Record], holders: Int, rules: FlatRules, activities: [Activity], notes: [String]) {
    let roots = records.indices.map { Self.root(of: $0, in: records) }
    var ends = [Int](repeating: 0, count: holders)
    for record in records { ends[Int(record.member.index)] += 1 }
    var sum = 0
    for member in ends.indices {
      let count = ends[member]
      ends[member] = sum
      sum += count
    }
    var keys = [Key](repeating: Key(order: 0, record: 0, root: 0), count: records.count)
    for index in records.indices {
      let record = records[index]
      let order = UInt64(record.day.packed) << 32 | UInt64(UInt32(bitPattern: rules.rank(Int(record.item.index))))
      keys[ends[Int(record.member.index)]] = Key(order: order, record: Int32(index), root: roots[index])
      ends[Int(record.member.index)] += 1
    }
    var start = 0
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(holders)
    for end in ends {
      ranges.append(start..<end)
      if end - start > 1 {
        keys[start..<end].sort { a, b in
          a.order != b.order
            ? a.order < b.order
            : Self.precedes(a.record, b.record, records: records, roots: roots, activities: activities, notes: notes)
        }
      }
      start = end
    }
    indexes = keys.map(\.record)
    rootPositions = Self.rootPositions(of: keys)
    self.ranges = ranges
    self.roots = roots
  }

  private static func rootPositions(of keys: [Key]) -> [Int32] {
    var positions = keys.indices.map { Int32($0) }
    guard keys.contains(where: { $0.root != $0.record }) else { return positions }
    var positionOfRecord = positions
    for position in keys.indices { positionOfRecord[Int(keys[position].record)] = Int32(position) }
    for position in keys.indices where keys[position].root != keys[position].record {
      positions[position] = positionOfRecord[Int(keys[position].root)]
    }
    return positions
  }

  private static func root(of index: Int, in records: [Record]) -> Int32 {
    guard let cited = records.rootOfCorrection(index) else { return Int32(index) }
    let (record, root) = (records[index], records[Int(cited)])
    return record.member == root.member && record.item == root.item ? cited : Int32(index)
  }

  /// For records of one holder, day and item.
  private static func precedes(
    _ a: Int32, _ b: Int32, records: [Record], roots: [Int32], activities: [Activity], notes: [String]
  ) -> Bool {
    let (p, q) = (records[Int(a)], records[Int(b)])
    // What is corrected stands before what corrects it.
    if (p.corrects == nil) != (q.corrects == nil) { return p.corrects == nil }
    if p.quantity != q.quantity { return p.quantity > q.quantity }
    if p.level != q.level { return p.level < q.level }
    if p.role != q.role { return (p.role ?? -1) < (q.role ?? -1) }
    if p.affair != q.affair {
      let name = { (record: Record) in record.affair.map { notes[Int($0)] } ?? "" }
      return name(p) < name(q)
    }
    if p.note != q.note { return notes[Int(p.note)] < notes[Int(q.note)] }
    if p.activity != q.activity {
      let id = { (record: Record) in record.activity.map { activities[$0].id } ?? "" }
      return id(p) < id(q)
    }
    if p.work != q.work { return (p.work?.index ?? -1) < (q.work?.index ?? -1) }
    let (r, s) = (records[Int(roots[Int(a)])], records[Int(roots[Int(b)])])
    if r.day != s.day { return r.day < s.day }
    if r.quantity != s.quantity { return r.quantity > s.quantity }
    return p.place < q.place
  }
}

extension [Record] {
  /// The record that one corrects, directly or over other corrections; `nil` for one that corrects nothing.
  package func rootOfCorrection(_ index: Int) -> Int32? {
    guard var cited = self[index].corrects else { return nil }
    // Corrections of corrections end soon; the bound only keeps a circle from turning for ever.
    for _ in 0..<64 {
      guard let next = self[Int(cited)].corrects else { break }
      cited = next
    }
    return cited
  }
}
