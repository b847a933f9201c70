/// Draws texts that are YAML or nearly so: lines of a small grammar, a few characters damaged.
struct YAMLScribe {
  var state: UInt64
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
  mutating func pick(_ words: [String]) -> String { words[roll(words.count)] }

  mutating func scalar() -> String {
    let odd = [
      "b: c", "b #c", "#b", "b:c", "C#", "it's", "a, b", "[", "}", "&a", "!t", "~", "null", "-", "-1", "- a", "--- ",
      "...",
      "?", "'", "'a''b'", "\"a\\nb\"", "\"a\"b", "\"\"", "''", "|", ">", "%", "@", "`", "{}", "[]", "[ ]", "a\tb",
      "<<", "=",
      "\u{3000}", "\u{A0}x", "𠮷野", "(b)", "/x/y", "../a.md", ".5", "+3", "08:30", "https://a.example/b#c", "b ",
      "  b",
    ]
    let plain = [
      "水质监测", "2025-07-05", "zhou-jingyi", "两个 周六，采完", "12.50", "true", "a b c", "\"82\"", "'单引号'", "\"a: b # c\"",
    ]
    return roll(5) == 0 ? pick(odd) : pick(plain)
  }
  mutating func key() -> String {
    roll(12) == 0
      ? pick(["a b", "\"a\"", "a:b", "-a", "1", "a.b", "[a]", "&k", "?"]) : pick(["title", "date", "年", "k1", "x-y"])
  }
  mutating func value(_ depth: Int) -> String {
    switch roll(depth > 2 ? 3 : 6) {
    case 0: "[" + (0..<roll(4)).map { _ in value(depth + 2) }.joined(separator: pick([", ", ",", " , "])) + "]"
    case 1:
      "{" + (0..<roll(3)).map { _ in key() + pick([": ", ": ", ":"]) + value(depth + 2) }.joined(separator: ", ")
        + "}"
    default: scalar()
    }
  }
  mutating func block(_ indent: Int) -> String {
    var text = ""
    let pad = String(repeating: " ", count: indent)
    let isList = roll(3) == 0
    for _ in 0...roll(4) {
      if roll(8) == 0 { text += pick(["\n", "# c\n", pad + "  # 注\n", "   \n"]) }
      let head = pad + (isList ? "- " : "")
      switch roll(6) {
      case 0 where indent < 6:
        text += head + key() + ":\n" + block(indent + (isList ? 2 : 0) + pick(["", " ", "  ", "  ", "    "]).count)
      case 1 where isList: text += head + key() + ": " + value(0) + "\n" + pad + "  " + key() + ": " + value(0) + "\n"
      case 2 where isList: text += head + value(0) + "\n"
      default: text += head + key() + ": " + value(0) + pick(["", "", "", " ", " # c"]) + "\n"
      }
    }
    return text
  }

  private static let marks = Array(" \n:-[]{}\"'#,&*!|>\\\t?a年：，【】“”－\u{3000}\u{A0}".unicodeScalars)

  mutating func damagedText() -> String {
    var scalars = Array(block(0).unicodeScalars)
    for _ in 0..<(roll(3) == 0 ? 1 + roll(2) : 0) where !scalars.isEmpty {
      let at = roll(scalars.count)
      if roll(2) == 0 { scalars[at] = Self.marks[roll(Self.marks.count)] } else { scalars.remove(at: at) }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
