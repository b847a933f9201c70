import Diagnostics
import Scoring

/// Byte strings, each once, numbered as they came: finds a name straight from a file's bytes without making a `String`.
struct ByteTable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing with linear probing; -1 is free. Never more than half full.
  private var slots = [Int32](repeating: -1, count: 16)

  var count: Int { ends.count }

  private func range(_ index: Int32) -> Range<Int> {
    (index == 0 ? 0 : ends[Int(index) - 1])..<ends[Int(index)]
  }

  /// The slot that holds `name`, or the free one where it belongs.
  private func slot(of name: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in name.indices { hash = (hash ^ UInt64(name[i])) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0, !isEqual(range(slots[slot]), name) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ range: Range<Int>, _ name: Span<UInt8>) -> Bool {
    guard range.count == name.count else { return false }
    let start = range.lowerBound
    for i in name.indices where arena[start + i] != name[i] { return false }
    return true
  }

  func index(of name: Span<UInt8>) -> Int32? {
    let index = slots[slot(of: name)]
    return index < 0 ? nil : index
  }

  /// The number of `name`, and whether it is new.
  mutating func insert(_ name: Span<UInt8>) -> (index: Int32, isNew: Bool) {
    let free = slot(of: name)
    if slots[free] >= 0 { return (slots[free], false) }
    let index = Int32(ends.count)
    for i in name.indices { arena.append(name[i]) }
    ends.append(arena.count)
    slots[free] = index
    if ends.count * 2 > slots.count { grow() }
    return (index, true)
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = [Int32](repeating: -1, count: size)
    for index in 0..<Int32(ends.count) {
      let free = slot(of: arena.span.extracting(range(index)))
      slots[free] = index
    }
  }

  func string(_ index: Int32) -> String { String(decoding: arena[range(index)], as: UTF8.self) }
}

/// The names of one kind of entity: where each was defined, and its number in the ledger's array.
struct Names<Entity> {
  private var table = ByteTable()
  private(set) var places: [Place] = []
  /// What people call the entity (a member's name): only to suggest the key.
  private var labels: [String] = []

  var count: Int { places.count }

  func find(_ name: Span<UInt8>) -> Ref<Entity>? { table.index(of: name).map { Ref(Int($0)) } }
  func find(_ name: String) -> Ref<Entity>? {
    let bytes = Array(name.utf8)
    return find(bytes.span)
  }

  /// Defines `name`, or gives the place where it was defined before.
  mutating func define(_ name: String, label: String = "", at place: Place) -> Place? {
    let bytes = Array(name.utf8)
    let (index, isNew) = table.insert(bytes.span)
    guard isNew else { return places[Int(index)] }
    places.append(place)
    labels.append(label)
    return nil
  }

  var all: [String] { (0..<Int32(count)).map(table.string) }

  /// The key to suggest for a name nobody defines: of the entity so called, else the nearest spelling.
  func suggestion(for name: String) -> String? {
    if let index = labels.firstIndex(of: name) { return table.string(Int32(index)) }
    return nearest(to: name, in: all)
  }
}
