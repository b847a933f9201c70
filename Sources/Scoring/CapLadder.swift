/// Caps as running sums, nested record → month → year: a record's sum is clamped, the clamped sums of a month are
/// clamped, and those of the year again.
///
/// An award is the *change* of the year's clamped sum, so totals don't depend on the order of records, and a record
/// with its corrections comes to exactly what it should have been at every level.
struct CapLadder {
  private let firstMonth: Int
  private let monthCount: Int
  private var months: [Int64]
  private var years: [Int64]

  /// Room for the items' months over the days given, for one member at a time.
  init(items: Int, days: some Sequence<Day>) {
    var first = Int32.max
    var last = Int32.min
    for day in days {
      first = min(first, day.packed)
      last = max(last, day.packed)
    }
    firstMonth = first <= last ? Self.month(first) : 0
    monthCount = first <= last ? Self.month(last) - firstMonth + 1 : 0
    months = Array(repeating: 0, count: items * monthCount)
    years = Array(repeating: 0, count: items)
  }

  /// Applies `raw` millionths; `recordSum` is what the record and its corrections applied so far.
  mutating func post(
    _ raw: Int64, to recordSum: inout Int64, item: Int32, rule: FlatItem, month day: Day
  ) -> (points: Int64, cap: Award.Cap) {
    let byRecord = Self.move(&recordSum, by: raw, within: rule.perRecord)
    let byMonth = Self.move(&months[slot(item, day)], by: byRecord, within: rule.perMonth)
    let byYear = Self.move(&years[Int(item)], by: byMonth, within: rule.perYear)
    // A clamp never turns a change around or makes it larger, so the first level that differs is the one that cut.
    let cap: Award.Cap =
      byRecord != raw ? .record : byMonth != byRecord ? .month : byYear != byMonth ? .year : .none
    return (byYear, cap)
  }

  /// Forgets what was posted to the item in that month, before the next member's turn.
  mutating func clear(item: Int32, month day: Day) {
    months[slot(item, day)] = 0
    years[Int(item)] = 0
  }

  private func slot(_ item: Int32, _ day: Day) -> Int {
    Int(item) * monthCount + Self.month(day.packed) - firstMonth
  }

  private static func move(_ sum: inout Int64, by change: Int64, within bound: FlatItem.Bound) -> Int64 {
    let before = bound.clamp(sum)
    sum += change
    return bound.clamp(sum) - before
  }

  private static func month(_ packed: Int32) -> Int { Int(packed) / 10000 * 12 + Int(packed) / 100 % 100 }
}
