/// Numbers pairs of characters in the order met.
struct PairNumbers {
  private(set) var codes: [UInt32] = []
  /// Open addressing: the pair and its number plus one, zero where free. Always at most half full.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

  /// The number of a pair, which is the count so far for a new one.
  mutating func number(of code: UInt32) -> Int {
    let slot = place(of: code)
    if slots[slot] != 0 { return Self.number(in: slots[slot]) }
    codes.append(code)
    slots[slot] = UInt64(code) << 32 | UInt64(codes.count)
    if codes.count * 2 > slots.count { grow() }
    return codes.count - 1
  }

  /// The number of a pair that was met; `nil` of another.
  func known(_ code: UInt32) -> Int? {
    let slot = place(of: code)
    return slots[slot] == 0 ? nil : Self.number(in: slots[slot])
  }

  /// The slot that holds a pair, or the free one it would take.
  private func place(of code: UInt32) -> Int {
    var slot = Self.slot(code, slots.count)
    while slots[slot] != 0, UInt32(slots[slot] >> 32) != code { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private static func number(in slot: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: slot)) - 1 }

  private static func slot(_ code: UInt32, _ count: Int) -> Int {
    Int((code &* 0x9E37_79B1) >> 8) & (count - 1)
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for taken in slots where taken != 0 {
      var slot = Self.slot(UInt32(taken >> 32), larger.count)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = taken
    }
    slots = larger
  }
}
