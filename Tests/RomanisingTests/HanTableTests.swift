import Testing

@testable import Romanising

@Suite("The tables of Han characters")
struct HanTableTests {
  @Test("all characters of the plane and all beyond are found where they stand, and none between them")
  func everyPlace() {
    // Unihan 15.0 has 41 419 characters with a reading in Mandarin, one of them among those of compatibility.
    let blocks: [ClosedRange<UInt32>] = [0x3000...0xA4CF, 0xF900...0xFAFF, 0x20000...0x323FF]
    let found = blocks.joined().compactMap(Unicode.Scalar.init).filter { HanTable.character($0)?.syllable != nil }
    #expect(found.count == 41_419)
    #expect(found.first == "\u{3400}")
    #expect(found.filter { (0xF900...0xFAFF).contains($0.value) }.count == 1)
    #expect(found.allSatisfy { $0.properties.isIdeographic })
    #expect(found.allSatisfy { (1...84).contains(HanTable.character($0)?.strokes ?? 0) })
  }

  @Test("syllables are small letters in their order: pinyin sorts as bytes do, and an address can hold it")
  func syllables() {
    #expect(HanTable.syllables == HanTable.syllables.sorted())
    #expect(Set(HanTable.syllables).count == HanTable.syllables.count)
    #expect(HanTable.syllables.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= $0 } })
    for syllable in ["lv", "nv", "lve", "nve", "zhuang", "er", "a"] { #expect(HanTable.syllables.contains(syllable)) }
  }

  @Test("what is no Han character isn't found, at the edges of the tables too")
  func outside() {
    for scalar in ["\u{33FF}", "\u{A000}", "a", "ü", "あ", "\u{10FFFF}", "\u{0}", "·"] as [Unicode.Scalar] {
      #expect(HanTable.character(scalar) == nil)
    }
    #expect(HanTable.character("\u{3400}")?.syllable == "qiu")
    #expect(HanTable.character("\u{4E00}") == HanCharacter(syllable: "yi", strokes: 1))
  }
}
