import Diagnostics
import Parsing
import Scoring
import Texts

/// Reports records of one member, day and item with another reason: mostly one thing entered by two people,
/// or a file that was copied and worked over. One warning for each pair of files. What is paid by quantity is entered in
/// parts by right; another level, role, affair or activity is another thing; ids say that both are meant; of two days that no
/// sheet states nobody knows that they are one.
func reportNearDoubles(_ draft: Draft) {
  let books = draft.years.values.sorted { $0.year < $1.year }.flatMap { year in
    [(year.records, year.memberItems), (year.branchRecords, year.branchRules)]
  }
  let completed = Set(draft.readSheets.flatMap(\.completedDays))
  let found = draft.pool.map(books.count) { nearDoubles(books[$0].0, books[$0].1, completed) }
  for (index, doubles) in found.enumerated() {
    let holder = index.isMultiple(of: 2) ? Bilingual(zh: "党员", en: "member") : Bilingual(zh: "支部", en: "branch")
    for (pair, places) in doubles.sorted(by: { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }) {
      let shown = places.first.map { (draft.findings.citation($0.earlier), draft.findings.citation($0.later)) }
      let files = [pair.first, pair.second].map { draft.tree.files[Int($0)].path }
      draft.findings.report(
        .nearDoubles(places.count, of: holder, first: shown, files: files, at: places.first[0].later))
    }
  }
}

private struct FilePair: Hashable {
  let first: Int32
  let second: Int32
}

private struct Doubles {
  var count = 0
  /// The first three.
  var first: [(earlier: Place, later: Place)] = []
}

/// What is the same in two records that may be one.
private struct Sameness: Hashable {
  let day: Day
  let member: Ref<Member>
  let item: Ref<Item>
  let level: Int32
  let role: Int32
  let affair: Int32
}

private struct Entered {
  /// The first record of the kind, the first that names no activity, and the first of each activity.
  let any: Int
  var plain: Int?
  var ofActivity: [Ref<Activity>: Int] = [:]
}

/// Indexes, ascending, of the records that are of one day, member and item with another: few of a million are, and only they
/// need a look.
private func recordsAlike(_ records: [Record]) -> [Int] {
  // As for twins: open addressing, never more than half full, half of the hash and the index in a slot.
  let free = UInt64.max
  var mask = 15
  while mask < records.count * 2 { mask = mask * 2 + 1 }
  var slots = [UInt64](repeating: free, count: mask + 1)
  var isAlike = [Bool](repeating: false, count: records.count)
  for index in records.indices {
    let record = records[index]
    var hash = UInt64(UInt32(bitPattern: record.day.packed)) << 32 | UInt64(UInt32(bitPattern: record.member.index))
    hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(UInt32(bitPattern: record.item.index))
    hash = (hash ^ hash >> 29) &* 0xff51_afd7_ed55_8ccd
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != free {
      if slots[slot] >> 32 == hash >> 32 {
        let other = Int(Int32(truncatingIfNeeded: slots[slot]))
        if records[other].day == record.day, records[other].member == record.member,
          records[other].item == record.item
        {
          (isAlike[other], isAlike[index]) = (true, true)
          break
        }
      }
      slot = (slot + 1) & mask
    }
    if slots[slot] == free { slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index) }
  }
  return isAlike.indices.filter { isAlike[$0] }
}

/// - Parameter completed: the places of records whose sheet doesn't say their day.
private func nearDoubles(_ rows: RecordRows, _ items: [Item], _ completed: Set<Place>) -> [FilePair: Doubles] {
  let isByQuantity = items.map { item in
    switch item.form {
    case .perUnit, .reach: true
    case .perRecord, .levels, .steps, .range, .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating: false
    }
  }
  let identified = Set(rows.identified)
  let corrections = Set(rows.corrections.map(\.record))
  var entered: [Sameness: Entered] = [:]
  var found: [FilePair: Doubles] = [:]
  for index in recordsAlike(rows.records) {
    let record = rows.records[index]
    guard !isByQuantity[Int(record.item.index)], !corrections.contains(Int32(index)), record.quantity > .zero,
      !completed.contains(record.place)
    else { continue }
    let key = Sameness(
      day: record.day, member: record.member, item: record.item, level: record.level,
      role: Int32(record.role ?? -1), affair: record.affair ?? -1)
    guard var known = entered[key] else {
      entered[key] = Entered(
        any: index, plain: record.activity == nil ? index : nil,
        ofActivity: record.activity.map { [$0: index] } ?? [:])
      continue
    }
    let earlier = record.activity.map { known.ofActivity[$0] ?? known.plain } ?? known.any
    if let activity = record.activity { known.ofActivity[activity] = known.ofActivity[activity] ?? index }
    if record.activity == nil { known.plain = known.plain ?? index }
    entered[key] = known
    guard let earlier else { continue }
    let other = rows.records[earlier]
    // Those are reported as twins.
    if other.note == record.note, other.activity == record.activity, other.quantity == record.quantity { continue }
    if identified.contains(Int32(earlier)), identified.contains(Int32(index)) { continue }
    let (a, b) = (other.place, record.place)
    let pair = FilePair(first: min(a.file, b.file), second: max(a.file, b.file))
    found[pair, default: Doubles()].count += 1
    if let count = found[pair]?.first.count, count < 3 { found[pair]?.first.append((a, b)) }
  }
  return found
}

extension Diagnostic {
  fileprivate static func nearDoubles(
    _ count: Int, of holder: Bilingual, first: [(String, String)], files: [String], at place: Place
  ) -> Diagnostic {
    let zh = first.map { "\($0.0) 与 \($0.1)" }.joined(separator: "；")
    let en = first.map { "\($0.0) and \($0.1)" }.joined(separator: "; ")
    let isOneFile = files[0] == files[1]
    return Diagnostic(
      .nearDouble, .warning, at: place,
      message: Bilingual(
        zh: (isOneFile ? "这个文件里" : "这个文件与 \(files[0]) ") + "有 \(count) 处同一\(holder.zh)、同一天、同一项目登记了两次：\(zh)"
          + (count > first.count ? "……" : ""),
        en: "the same \(holder.en), day and item entered twice, \(count) \(count == 1 ? "time" : "times") "
          + (isOneFile ? "in this file" : "in this file and \(files[0])") + ": \(en)"
          + (count > first.count ? " …" : "")),
      remedy: Bilingual(
        zh: "同一件事登记了两次就删去一条；确是两件事，各给一个记录号",
        en: "Remove one if it is one thing entered twice; give both an id if they are two"))
  }
}
