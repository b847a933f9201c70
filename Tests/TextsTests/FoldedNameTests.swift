import Testing
import Texts

@Suite("Names as they are looked up")
struct FoldedNameTests {
  @Test(
    "one name however it is written",
    arguments: [
      ("张静怡", ["张　静怡", "张 静 怡", "张\u{A0}静怡", "张\u{200B}静怡", " 张静怡\u{FEFF}", "张\u{2009}静怡"]),
      (
        "阿依古丽·买买提江",
        ["阿依古丽•买买提江", "阿依古丽‧买买提江", "阿依古丽・买买提江", "阿依古丽⋅买买提江", "阿依古丽 · 买买提江", "阿依古丽･买买提江", "阿依古丽.买买提江", "阿依古丽买买提江"]
      ),
      ("王伟（大）", ["王伟(大)", "王伟 （ 大 ）"]),
      ("第3党支部b", ["第３党支部Ｂ", "第 3 党支部 B"]),
      ("人力", ["⼈⼒"]), ("第iii支部", ["第Ⅲ支部", "第III支部", "第ⅲ 支部"]), ("第2组", ["第②组"]),
      ("li na", ["Li  Na", "ＬＩ\u{3000}ＮＡ", "li\u{A0}na"]),
    ])
  func alike(name: String, spellings: [String]) {
    for spelling in [name] + spellings { #expect(spelling.foldedName == name.foldedName, "\(spelling)") }
    #expect(name.foldedName.foldedName == name.foldedName, "folding twice is folding once")
  }

  @Test("what is another name stays another")
  func apart() {
    let names = [
      "张静怡", "张静宜", "王伟", "王伟（大）", "li na", "lina", "J·K", "J.K", "JK", "第1组", "第2组", "标准1.2", "标准12", "·", "",
    ]
    #expect(Set(names.map(\.foldedName)).count == names.count)
  }

  @Test(
    "pinyin is one however ü, tones, capitals and blanks are written",
    arguments: [
      "lü wei", "lǚ wèi", "lv wei", "lyu wei", "lvwei", "LÜ Wei", "lu\u{308} wei", "ｌｖ ｗｅｉ", "lü3 wei4", "luwei",
    ])
  func pinyin(spelling: String) { #expect(spelling.pinyinKey == "luwei") }

  @Test("yu is ü behind a leading l or n only, and stays a syllable elsewhere")
  func glide() {
    #expect("nyu lyue".plainPinyin == "nv lve")
    #expect("lin yu".plainPinyin == "lin yu")
    #expect("Yu Zhāng".plainPinyin == "yu zhang")
  }

  @Test("what is plain already is the same as what is made plain, letter by letter")
  func plain() {
    // Every word of up to four of these, and two of them: whatever stands before it is no letter.
    let letters = ["l", "n", "y", "u", "a", " "]
    var words = [""]
    for _ in 0..<4 { words += words.flatMap { word in letters.map { word + $0 } } }
    for word in Set(words) { #expect(word.plainPinyin == ("?" + word).plainPinyin, "\(word)") }
    #expect("lyu nyu".plainPinyin == "lv nv" && "a lyuu".plainPinyin == "a lvu")
  }

  @Test("Han that are no other signs in disguise are a name as it is")
  func plainHan() {
    for value in UInt32(0x4E00)...0x9FFF {
      let scalar = String(Unicode.Scalar(value).map(String.init) ?? "")
      #expect(("一" + scalar).foldedName == "一" + scalar)
      // A blank between them has every sign looked at.
      #expect(("一 " + scalar).foldedName == "一" + scalar)
    }
  }
}
