/// The sample's own chance (xoshiro256**, seeded by splitmix64): the same seed gives the same bytes on every machine,
/// which the standard library's generators don't promise.
struct Dice {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// A stream of its own for each part, so that a change in one part leaves the others' bytes alone.
  init(seed: UInt64, _ part: String, _ numbers: Int...) {
    var mix = seed
    for byte in part.utf8 { mix = (mix ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for number in numbers { mix = (mix ^ UInt64(bitPattern: Int64(number))) &* 0x0000_0100_0000_01B3 &+ 0x9E37 }
    state = (Self.split(&mix), Self.split(&mix), Self.split(&mix), Self.split(&mix))
  }

  private static func split(_ mix: inout UInt64) -> UInt64 {
    mix &+= 0x9E37_79B9_7F4A_7C15
    var z = mix
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func next() -> UInt64 {
    let scrambled = state.1 &* 5
    let result = ((scrambled << 7) | (scrambled >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// 0 up to `bound - 1`; `bound` is above zero. The high half of a product: even enough for a sample.
  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True in so many of a thousand throws.
  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var shuffled = elements
    for index in stride(from: shuffled.count - 1, to: 0, by: -1) { shuffled.swapAt(index, below(index + 1)) }
    return shuffled
  }
}
