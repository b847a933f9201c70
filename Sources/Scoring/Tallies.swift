/// What a holder's records of each item come to, gains and deductions apart, and what of it the caps leave.
struct Tallies {
  /// Millionths.
  struct Tally {
    var worth: Int64 = 0
    var left: Int64 = 0

    fileprivate static func - (now: Tally, before: Tally) -> (points: Int64, capped: Int64) {
      let points = now.left - before.left
      return (points, now.worth - before.worth - points)
    }
  }

  /// What a correction moves in another item than its own, since both share caps.
  struct Move {
    /// `nil` for the shares of activities.
    let item: Int?
    let isDeduction: Bool
    let points: Int64
    let capped: Int64
  }

  private let items: Int
  /// Two an item, and two of what has none.
  private var slots: [Tally]

  init(items: Int) {
    self.items = items
    slots = Array(repeating: Tally(), count: 2 * items + 2)
  }

  private func slot(_ item: Int?, _ isDeduction: Bool) -> Int { 2 * (item ?? items) + (isDeduction ? 1 : 0) }

  mutating func add(_ item: Int?, _ isDeduction: Bool, worth: Int64, left: Int64) {
    let slot = slot(item, isDeduction)
    slots[slot].worth += worth
    slots[slot].left += left
  }

  mutating func clear() {
    for slot in slots.indices { slots[slot] = Tally() }
  }

  mutating func clear(_ item: Int?) {
    slots[slot(item, false)] = Tally()
    slots[slot(item, true)] = Tally()
  }

  /// What became more or less on one side of an item.
  func change(of item: Int, _ isDeduction: Bool, since before: Tallies) -> (points: Int64, capped: Int64) {
    let slot = slot(item, isDeduction)
    return slots[slot] - before.slots[slot]
  }

  /// The same of all others.
  func moves(beside item: Int, _ isDeduction: Bool, since before: Tallies) -> [Move] {
    let own = slot(item, isDeduction)
    return slots.indices.compactMap { slot in
      let change = slots[slot] - before.slots[slot]
      guard slot != own, change.points != 0 || change.capped != 0 else { return nil }
      return Move(
        item: slot / 2 < items ? slot / 2 : nil, isDeduction: slot % 2 == 1, points: change.points,
        capped: change.capped)
    }
  }
}
