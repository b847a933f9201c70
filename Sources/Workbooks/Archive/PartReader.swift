/// A name without its prefix, in the parser's memory.
struct LocalName {
  let start: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) {
    var start = name
    var at = name
    while at.pointee != 0 {
      if at.pointee == 0x3A { start = at + 1 }
      at += 1
    }
    self.start = start
  }

  static func ~= (name: StaticString, found: LocalName) -> Bool { found == name }

  static func == (found: LocalName, name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    let expected = name.utf8Start
    for index in 0..<count where UInt8(bitPattern: found.start[index]) != expected[index] { return false }
    return found.start[count] == 0
  }

  var hash: UInt64 {
    var (hash, at): (UInt64, UnsafePointer<CChar>) = (0xCBF2_9CE4_8422_2325, start)
    while at.pointee != 0 {
      hash = (hash ^ UInt64(UInt8(bitPattern: at.pointee))) &* 0x100_0000_01B3
      at += 1
    }
    return hash
  }
}

/// Names and values in turn, in the parser's memory.
struct XMLAttributes: Sequence, IteratorProtocol {
  private var at: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(first: UnsafeMutablePointer<UnsafePointer<CChar>?>) { at = first }

  mutating func next() -> (name: LocalName, value: UnsafePointer<CChar>)? {
    guard let name = at[0], let value = at[1] else { return nil }
    at += 2
    return (LocalName(name), value)
  }

  func value(_ name: StaticString) -> String? { first { $0.name == name }.map { String(cString: $0.value) } }

  /// As XML Schema writes it, and as some programs do.
  func isTrue(_ name: StaticString) -> Bool {
    value(name).map { ["1", "true", "on", "t"].contains($0) } ?? false
  }
}

/// What a part's elements and texts are made into; one subclass a kind of part.
class PartReader {
  private(set) final var refusal: WorkbookRefusal?
  private final var isStopped = false
  private(set) final var elements = 0
  /// Times the parser had something to say.
  private(set) final var calls = 0
  private(set) final var limits = WorkbookLimits()
  private final var stop: () -> Void = {}
  private final var depth = 0
  /// Depth of the element whose content is passed over.
  private final var skipped = Int.max
  private final var names: Set<UInt64> = []

  /// An element begins.
  /// - Parameter depth: 0 for the root.
  /// - Returns: whether its content is wanted.
  func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool { false }
  /// An element that was entered ends.
  func leave(depth: Int) {}
  /// A stretch of text in the innermost element that was entered.
  func take(_ text: UnsafeBufferPointer<UInt8>) {}

  /// The first one stays; nothing is called any more.
  final func refuse(_ reason: WorkbookRefusal.Reason, cell: String? = nil) {
    refuse(WorkbookRefusal(reason, cell: cell))
  }

  final func refuse(_ refusal: WorkbookRefusal) {
    self.refusal = self.refusal ?? refusal
    isStopped = true
    stop()
  }

  /// - Parameter stop: ends the parser's pass.
  final func begin(_ limits: WorkbookLimits, stop: @escaping () -> Void) {
    self.limits = limits
    self.stop = stop
  }

  final func opened(_ name: LocalName, _ attributes: XMLAttributes) {
    if isStopped { return }
    calls += 1
    elements += 1
    if depth < skipped, !enter(name, attributes, depth: depth) { skipped = depth }
    if depth >= skipped { remember(name, attributes) }
    depth += 1
    if depth > limits.depth { refuse(.tooLarge(.depth)) }
  }

  final func closed() {
    if isStopped { return }
    calls += 1
    depth -= 1
    if depth == skipped {
      skipped = Int.max
    } else if depth < skipped {
      leave(depth: depth)
    }
  }

  final func stretch(_ text: UnsafeBufferPointer<UInt8>) {
    if isStopped { return }
    calls += 1
    if depth <= skipped { take(text) }
  }

  /// The parser keeps every name it has met; a part that has ever new ones is stopped.
  private final func remember(_ name: LocalName, _ attributes: XMLAttributes) {
    names.insert(name.hash)
    for attribute in attributes { names.insert(attribute.name.hash) }
    if names.count > limits.names { refuse(.tooLarge(.names)) }
  }

  /// An attribute that its element isn't asked for.
  final func pass(over name: LocalName) {
    names.insert(name.hash)
    if names.count > limits.names { refuse(.tooLarge(.names)) }
  }
}
