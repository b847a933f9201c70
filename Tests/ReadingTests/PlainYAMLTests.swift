import Diagnostics
@testable import Reading
import Testing

/// The reader of plain YAML must never say anything else than Yams does, whose reader the decision keeps for the rest.
@Suite("Plain YAML is read as Yams reads it")
struct PlainYAMLTests {
  /// Value, place and quotes of every node, keys in order.
  private func words(_ node: YAMLNode) -> String {
    let place = "@\(node.place.line):\(node.place.column)"
    return switch node.value {
    case .scalar(let text, let isPlain): (isPlain ? "‹\(text)›" : "«\(text)»") + place
    case .mapping(let entries):
      "{" + entries.map { words($0.key) + "=" + words($0.value) }.joined(separator: ";") + "}" + place
    case .sequence(let items): "[" + items.map(words).joined(separator: ";") + "]" + place
    }
  }

  private func plain(_ text: String) -> String? {
    PlainYAML.read(Array(text.utf8)[...], file: 0, firstLine: 2).map(words)
  }

  private func byYams(_ text: String) -> String? {
    YAMLParser(file: 0, firstLine: 2).composeByYams(Array(text.utf8)[...]).0.map(words)
  }

  @Test("a story's details are read without Yams, each value where it stands")
  func details() {
    let text = """
      title: 两个周六，采完三条河
      # who
      people: [zhou-jingyi, "高 远"]

      figures:
        - {label: 测量, value: "82"}
        - label: 重做
          value: 2
      works:
      - w101

      """
    let expected =
      "{‹title›@2:1=‹两个周六，采完三条河›@2:8;‹people›@4:1=[‹zhou-jingyi›@4:10;«高 远»@4:23]@4:9;"
      + "‹figures›@6:1=[{‹label›@7:6=‹测量›@7:13;‹value›@7:17=«82»@7:24}@7:5;"
      + "{‹label›@8:5=‹重做›@8:12;‹value›@9:5=‹2›@9:12}@8:5]@7:3;‹works›@10:1=[‹w101›@11:3]@11:1}@2:1"
    #expect(plain(text) == expected)
    #expect(byYams(text) == expected)
  }

  @Test(
    "whatever is more than plain is left to Yams",
    arguments: [
      "a: b # c", "a:", "a: b\n  c", "a: |\n  b", "a: >\n  b", "a: \"b\\n\"", "a: 'b''c'", "a: \"b\n  c\"", "a: &x b",
      "a: b * c", "a: !x b", "a: b: c", "a: b:", "a: 1\na: 2", "{a: 1, a: 2}", "a:\tb", "a: b\r\n", "? a\n: b", "- - a",
      "-\n  a", "a: [b,\n  c]", "a: [b, [c]", "a: [b]]", "a: {b}", "a: [b: c]", "a: - b", "a: @b", "a: `b`", "a: %b",
      "a: \"b\" c", "\"a\": b", "a:\n    b: 1\n  c: 2", "a: b\n c: d", " a: b", "---\na: b", "a: b\n---\nc: d", "",
      "# a",
      "a: \u{2028}", "a: b\u{85}", "a: \u{FEFF}b", "a: [b,]", "a: [,b]", "a b: c", "a: 'b", "a: [b:]",
    ])
  func rest(_ text: String) {
    #expect(plain(text) == nil)
  }

  /// Draws texts that are YAML or nearly so: lines of a grammar somewhat wider than the plain one, a few bytes damaged.
  private struct Scribe {
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
  }

  @Test("of 20 000 texts drawn from a seed, everything read as plain is what Yams reads, places and quotes included")
  func agreement() {
    var scribe = Scribe(state: 20_251_211)
    let marks = Array(" \n:-[]{}\"'#,&*!|>\\\t?a年".unicodeScalars)
    var read = 0
    for _ in 0..<20_000 {
      var scalars = Array(scribe.block(0).unicodeScalars)
      for _ in 0..<(scribe.roll(3) == 0 ? 1 + scribe.roll(2) : 0) {
        let at = scribe.roll(scalars.count)
        if scribe.roll(2) == 0 { scalars[at] = marks[scribe.roll(marks.count)] } else { scalars.remove(at: at) }
        if scalars.isEmpty { break }
      }
      let text = String(String.UnicodeScalarView(scalars))
      guard let ours = plain(text) else { continue }
      read += 1
      #expect(ours == byYams(text), "\(text)")
    }
    #expect(read > 2_000, "too few texts were plain to say anything")
  }
}
