import Testing

@testable import SearchIndex

@Suite("Search: what is compared, and how it is written")
struct SearchTests {
  private func folded(_ text: String) -> String {
    String(decoding: text.utf16.map { SearchText.fold($0) == 0 ? 0x20 : SearchText.fold($0) }, as: UTF16.self)
  }

  @Test("width and case don't matter, marks part words, a decimal point doesn't")
  func folding() {
    #expect(folded("ＺＪＹ３．５％") == "zjy3.5%")
    #expect(folded("LIMS，两条河。“1＋X”") == "lims 两条河  1+x ")
    #expect(folded("École·阿依努尔-2") == "école 阿依努尔 2")
  }

  @Test(
    "a text's units are those of UTF-16",
    arguments: ["", "LIMS é ¥ 静怡 𬭎 😀", "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"])
  func units(text: String) {
    var units: [UInt16] = []
    SearchText.forEachUnit(of: text) { units.append($0) }
    #expect(units == Array(text.utf16))
  }

  @Test("what a string of JavaScript can't hold is escaped, a control character is a blank")
  func quoting() {
    var bytes: [UInt8] = []
    SearchCode.append(quoted: ["\\a\"静\n\t怡\"", "", "两条河两条河\\"], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #""\\a\"静\n 怡\"\n两条河两条河\\""#)
  }

  @Test("a rare character, which takes two units, is never cut in half")
  func rareCharacters() {
    let units = Array("王𬭎".utf16)
    #expect(units.count == 3)
    #expect(!SearchText.isWhole(units[0], units[1]))
    #expect(SearchText.isWhole(units[1], units[2]))
  }

  @Test(
    "a name's pinyin is parted into as many syllables as the name has characters",
    arguments: [
      ("zhou jingyi", "周静怡", [["zhou", "jing", "yi"]]), ("li na", "李娜", [["li", "na"]]),
      ("ouyang xiu", "欧阳修", [["ou", "yang", "xiu"]]), ("xi an", "习安", [["xi", "an"]]), ("xian", "冼", [["xian"]]),
      ("fang an", "方安", [["fang", "an"]]), ("wang xian", "王西安", [["wang", "xi", "an"]]),
      ("ayinuer aishan", "阿依努尔·艾山", [["a", "yi", "nu", "er", "ai", "shan"]]),
      // What is no pinyin stays as it is written.
      ("smith john", "约翰", [["smith", "john"]]),
    ])
  func syllables(pinyin: String, name: String, readings: [[String]]) {
    #expect(Pinyin.readings(pinyin, count: name.hanCount) == readings)
  }

  @Test("where a name can be read two ways, both are found")
  func twoReadings() {
    #expect(Set(Pinyin.readings("li fangan", count: 3)) == [["li", "fang", "an"], ["li", "fan", "gan"]])
  }

  @Test("a name can be typed from each syllable on, whole or as initials")
  func nameForms() {
    let forms = SearchDocument(title: "周静怡", href: "", pinyin: "zhou jing yi").nameForms
    #expect(forms.filter(\.isWhole).map(\.text) == ["周静怡", "zhoujingyi", "zjy"])
    #expect(forms.filter { !$0.isWhole }.map(\.text) == ["jingyi", "jy", "yi"])
  }

  @Test("documents read in stretches are found like documents read one after the other", arguments: 0...4)
  func stretches(cut: Int) {
    let documents = ["周静怡", "静水流深", "水质监测", "周静"].map { SearchDocument(title: $0, href: "", notes: ["监测"]) }
    var first = SearchPostings(first: 0)
    var second = SearchPostings(first: cut)
    for document in documents[..<cut] { first.add(document) }
    for document in documents[cut...] { second.add(document) }
    first.finish()
    second.finish()
    let table = SearchTable([first, second])
    func holding(_ pair: String, _ field: SearchPostings.Field) -> [Int32] {
      let units = Array(pair.utf16)
      guard let number = table.codes.firstIndex(of: SearchPair(units[0], units[1]).code) else { return [] }
      return table.documents(ofPair: number, field).flatMap { $0 }
    }
    #expect(holding("静怡", .title) == [0])
    #expect(holding("周静", .title) == [0, 3])
    #expect(holding("水质", .title) == [2])
    #expect(holding("监测", .text) == [0, 1, 2, 3])
    #expect(holding("监测", .title) == [2])
    #expect(holding("周静", .text) == [])
  }

  private func written(_ list: [Int32]) -> String {
    var bytes: [UInt8] = []
    SearchCode.append(list, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a list is its gaps: 5, then 34 between 5 and 40, which is 2 and one time 32")
  func gaps() {
    #expect(written([0]) == "A")
    #expect(written([5, 40]) == "FiB")
    #expect(written([3, 4, 5]) == "DAA")
  }

  @Test("a dense list is marks, six a character, from its first number on")
  func marks() {
    // 100 from 7 on: 16 full characters and four marks more, 1 + 2 + 4 + 8.
    #expect(written(Array(7..<107)) == "*H" + String(repeating: "_", count: 16) + "P")
    // Every second one: 1 + 4 + 16 in each, up to 198 = 6 × 33.
    #expect(written((0..<100).map { $0 * 2 }) == "*A" + String(repeating: "V", count: 33) + "B")
  }

  @Test("a pair's shard lies within the shards there are")
  func shards() {
    for bits in [1, 8, 10] {
      let found = Set((0..<5000).map { SearchPair(0x4E00 + UInt16($0), 0x6C34).shard(bits: bits) })
      #expect(found.allSatisfy { (0..<(1 << bits)).contains($0) })
      #expect(found.count == 1 << bits, "some shard is never used")
    }
  }
}
