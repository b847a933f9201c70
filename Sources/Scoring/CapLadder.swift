/// Caps as running sums, nested from the narrowest span to the widest and from an item to its group: the sums of a day
/// are clamped, the clamped sums of a week, a month, a quarter and the year again (decision 7).
///
/// What comes out is the *change* of the widest clamped sum, so that records come to the same in whatever order they are
/// written, and a record with its corrections comes to exactly what it should have been at every level.
struct CapLadder {
  private let calendar: SpanCalendar
  private let bounds: [SpanBound]
  /// Of each bound, where its sums begin.
  private let bases: [Int]
  private var sums: [Int64]
  /// The sums of the holder's that may be other than zero: few of a year's days and weeks are.
  private var touched: [Int] = []

  /// Room for the bounds' spans over a year, for one holder at a time.
  init(_ rules: FlatRules, _ calendar: SpanCalendar) {
    self.calendar = calendar
    bounds = rules.bounds
    var room = 0
    bases = rules.bounds.map { bound in
      defer { room += calendar.count(bound.span) }
      return room
    }
    sums = Array(repeating: 0, count: room)
  }

  /// Applies a change in millionths to some of the bounds, narrowest first.
  /// - Returns: what is left of it, and the span of the first bound that changed it. A clamp never turns a change around
  ///   or makes it larger, so that is the one that cut.
  mutating func post(
    _ change: Int64, on day: Day, within range: Range<Int>, fromYear: Bool = false
  ) -> (left: Int64, cut: CapSpan?, isFloor: Bool) {
    var left = change
    var cut: CapSpan?
    var isFloor = false
    for index in range {
      let (span, bound) = (bounds[index].span, bounds[index].bound)
      if left == 0 { break }
      if fromYear, span != .year { continue }
      let slot = bases[index] + calendar.slot(span, day)
      let before = bound.clamp(sums[slot])
      if sums[slot] == 0 { touched.append(slot) }
      sums[slot] += left
      let moved = bound.clamp(sums[slot]) - before
      if moved != left, cut == nil { (cut, isFloor) = (span, left < 0 && bound.low == 0) }
      left = moved
    }
    return (left, cut, isFloor)
  }

  /// Forgets what was posted to some of the bounds.
  mutating func clear(_ range: Range<Int>) {
    for index in range {
      for slot in bases[index]..<bases[index] + calendar.count(bounds[index].span) { sums[slot] = 0 }
    }
  }

  /// Forgets everything, before the next holder's turn.
  mutating func clear() {
    for slot in touched { sums[slot] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}

/// Which day, week, month and quarter of a reporting year a day lies in, each counted from the year's first.
///
/// What is settled after the year's end belongs to the span of its own day for some months, then to the last of them.
struct SpanCalendar {
  private let first: Int
  private let firstWeek: Int
  private let firstMonth: Int
  private let last: Day
  private let start: Day
  private let counts: [Int]

  init(_ period: Period, latest: Day?) {
    let horizon = period.last.adding(days: 400)
    start = period.first
    last = min(max(latest ?? period.last, period.last), horizon)
    first = start.ordinal
    firstWeek = Self.week(start)
    firstMonth = Self.month(start)
    let months = Self.month(last) - firstMonth + 1
    counts = [1, last.ordinal - first + 1, Self.week(last) - firstWeek + 1, months, (months + 2) / 3, 1]
  }

  func count(_ span: CapSpan) -> Int { counts[span.rawValue] }

  func slot(_ span: CapSpan, _ given: Day) -> Int {
    let day = min(max(given, start), last)
    switch span {
    case .record, .year: return 0
    case .day: return day.ordinal - first
    case .week: return Self.week(day) - firstWeek
    case .month: return Self.month(day) - firstMonth
    case .quarter: return (Self.month(day) - firstMonth) / 3
    }
  }

  private static func month(_ day: Day) -> Int { Int(day.packed) / 10000 * 12 + Int(day.packed) / 100 % 100 }
  /// Weeks begin on Monday: 1970-01-01 was a Thursday.
  private static func week(_ day: Day) -> Int { (day.ordinal + 3 + 7 * 10_000) / 7 }
}
