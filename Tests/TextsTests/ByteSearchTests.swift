import Testing
import Texts

@Suite("Searches in bytes")
struct ByteSearchTests {
  @Test(
    "a part is found where it stands for the first time",
    arguments: [
      ("公开课（上）（下）", "（", 9), ("aaaaaaaaab", "ab", 8), ("aaaaaaaaaaaaaaab", "aab", 13), ("", "a", nil),
      ("abc", "", 0), ("ab", "abc", nil), ("0123456789-", "9-", 9), ("abcdefgh", "h", 7), ("abcdefg", "gh", nil),
      ("\u{80}a\u{80}b", "\u{80}b", 3), ("x\u{0}y\u{1}z", "\u{1}", 3), ("ababac ababad", "ababad", 7),
    ] as [(String, String, Int?)])
  func first(whole: String, part: String, offset: Int?) {
    let found = whole.utf8.firstStretch(of: part.utf8)
    #expect(found.map { whole.utf8.distance(from: whole.startIndex, to: $0.lowerBound) } == offset)
    #expect(found.map { whole[$0] } == offset.map { _ in Substring(part) })
    // Of a slice the same place is told.
    let bytes = Array("\(part)..\(whole)".utf8)
    let slice = bytes[(part.utf8.count + 2)...]
    #expect(slice.firstStretch(of: Array(part.utf8))?.lowerBound == offset.map { $0 + part.utf8.count + 2 })
  }

  /// Of every length and alignment: whole texts of two letters, held against a search letter by letter.
  @Test("it finds what a search byte by byte finds")
  func agrees() {
    var state: UInt64 = 20_251_130
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<4_000 {
      let whole = (0..<next(40)).map { _ in [0x61, 0x62, 0xE3, 0x60, 0xFF][next(5)] as UInt8 }
      let part = (0..<(1 + next(3))).map { _ in [0x61, 0x62, 0xE3][next(3)] as UInt8 }
      let all = whole.indices.filter { whole[$0...].starts(with: part) }
      #expect(whole.firstStretch(of: part)?.lowerBound == all.first)
      var apart: [Int] = []
      for place in all where place >= (apart.last ?? -part.count) + part.count { apart.append(place) }
      #expect(whole.stretches(of: part).map(\.lowerBound) == apart)
    }
  }
}
