/// Byte strings, each once, numbered as they came: finds a name straight from a file's bytes without making a `String`.
@usableFromInline package struct ByteTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing with linear probing, never more than half full. A slot holds the upper half of its name's hash and
  /// the name's number, so that probing and growing rarely look at the names themselves.
  private var slots = [UInt64](repeating: Self.free, count: 16)
  private static let free = UInt64.max

  package init() {}

  package var count: Int { ends.count }

  private func range(_ index: Int32) -> Range<Int> {
    (index == 0 ? 0 : ends[Int(index) - 1])..<ends[Int(index)]
  }

  private static func hash(_ name: Span<UInt8>) -> UInt64 {
    name.withUnsafeBytes { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      // Eight bytes to a multiplication, which is what each step waits for.
      var at = 0
      while at + 8 <= bytes.count {
        hash = (hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        at += 8
      }
      var word: UInt64 = 0
      while at < bytes.count {
        word = word << 8 | UInt64(bytes[at])
        at += 1
      }
      hash = (hash ^ word ^ UInt64(bytes.count) << 56) &* 0x100_0000_01b3
      return (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  /// The slot that holds `name`, or the free one where it belongs.
  private func slot(of name: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != Self.free {
      if slots[slot] >> 32 == hash >> 32, isEqual(range(number(slot)), name) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func number(_ slot: Int) -> Int32 { Int32(truncatingIfNeeded: slots[slot]) }

  private func isEqual(_ range: Range<Int>, _ name: Span<UInt8>) -> Bool {
    guard range.count == name.count else { return false }
    return arena.withUnsafeBytes { arena in
      name.withUnsafeBytes { name in
        let known = UnsafeRawBufferPointer(rebasing: arena[range])
        var at = 0
        while at + 8 <= name.count {
          let (a, b) = (
            known.loadUnaligned(fromByteOffset: at, as: UInt64.self),
            name.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          )
          guard a == b else { return false }
          at += 8
        }
        while at < name.count {
          guard known[at] == name[at] else { return false }
          at += 1
        }
        return true
      }
    }
  }

  @usableFromInline package func index(of name: Span<UInt8>) -> Int32? {
    let slot = slot(of: name, Self.hash(name))
    return slots[slot] == Self.free ? nil : number(slot)
  }

  /// The number of `name`, and whether it is new.
  package mutating func insert(_ name: Span<UInt8>) -> (index: Int32, isNew: Bool) {
    let hash = Self.hash(name)
    let slot = slot(of: name, hash)
    if slots[slot] != Self.free { return (number(slot), false) }
    let index = Int32(ends.count)
    for i in name.indices { arena.append(name[i]) }
    ends.append(arena.count)
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(index))
    if ends.count * 2 > slots.count { grow() }
    return (index, true)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: Self.free, count: old.count * 4)
    let mask = slots.count - 1
    for entry in old where entry != Self.free {
      var slot = Int(truncatingIfNeeded: entry >> 32) & mask
      while slots[slot] != Self.free { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// The number of each name in another table, which learns those it doesn't have.
  package func numbers(in other: inout ByteTable) -> [Int32] {
    (0..<Int32(count)).map { other.insert(arena.span.extracting(range($0))).index }
  }

  package func string(_ index: Int32) -> String { String(decoding: arena[range(index)], as: UTF8.self) }
}
