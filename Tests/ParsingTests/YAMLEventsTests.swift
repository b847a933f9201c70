import Diagnostics
@testable import Parsing
import Testing
import Texts

/// YAML as its own parser takes it, guarded by what that parser says and not by a look at the text.
@Suite("YAML is read from its parser's own events")
struct YAMLEventsTests {
  private func read(_ text: String, firstLine: Int32 = 1) -> (String?, [Diagnostic]) {
    let (node, mistakes) = YAMLParser(file: 0, firstLine: firstLine).compose(Array(text.utf8)[...])
    return (node.map(words), mistakes)
  }

  private func mistakes(_ text: String) -> [String] {
    read(text).1.map { "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
  }

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

  @Test("a story's details are read each where it stands")
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
    #expect(read(text, firstLine: 2) == (expected, []))
  }

  @Test(
    "an alias, an anchor or a tag is refused where it stands, whatever stands before it",
    arguments: [" ", "\t", "\u{85}", "\u{2028}", "\u{2029}", "\n  ", "\r\n  ", " # 注\n  "])
  func multiplied(gap: String) {
    for sign in ["&a [lol, lol]", "*a", "!!str x", "! x", "!x [y]"] {
      let found = read("a: [x,\(gap)\(sign)]\n").1
      #expect(found.map(\.code) == [.yamlSyntax], "\(sign)")
      let nested =
        "a0:\(gap)&a0 [lol,lol]\n"
        + (1...60).map { "a\($0):\(gap)&a\($0) [\(gap)*a\($0 - 1),\(gap)*a\($0 - 1)]\n" }.joined()
      #expect(read(nested).1.map(\.code) == [.yamlSyntax])
    }
  }

  @Test(
    "what only looks like an alias, an anchor or deep nesting is text",
    arguments: [
      "title: \"研发 & 生产\"\nnote: \"3 * 2\"\n", "title: 研发 & 生产\nnote: 3 * 2\n",
      "note: |\n  \(String(repeating: "-", count: 65))\n  x\n",
      "note: |\n  \(String(repeating: "- ", count: 70))x\n", "note: \"\(String(repeating: "[", count: 70))\"\n",
      "# \(String(repeating: "{", count: 70))\nnote: x # \(String(repeating: "[", count: 70))\n",
      "a: '&x'\nb: \"*x\"\nc: '&x *x'\n", "a: x\u{A0}&y\u{A0}*y\n",
      "note: >\n  \(String(repeating: " ", count: 200))x\n",
    ])
  func text(_ text: String) { #expect(mistakes(text) == []) }

  @Test("64 levels are read and the 65th is refused where it begins, by brackets, braces and dashes")
  func depth() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", "")] {
      let levels = { (count: Int) in
        String(repeating: open, count: count) + "x" + String(repeating: close, count: count) + "\n"
      }
      #expect(mistakes(levels(64)) == [], "\(open)")
      #expect(mistakes(levels(65)) == ["yaml-syntax 1:\(64 * open.count + 1)"], "\(open)")
    }
  }

  @Test(
    "a second document, a key that is none and a key twice are told; a key twice each time, with the rest of the file")
  func structure() {
    #expect(mistakes("a: 1\n---\nb: 2\n") == ["yaml-syntax 2:1"])
    #expect(mistakes("[a]: 1\nb: 2\n") == ["yaml-syntax 1:1"])
    #expect(mistakes("\"\": 1\nb: 2\n") == ["yaml-syntax 1:1"])
    #expect(mistakes("\"\u{200B}\": 1\n") == ["yaml-syntax 1:1"])
    #expect(
      mistakes("a: 1\nb: 2\na: 3\nb: 4\n\"a\u{200B}\": 5\n") == [
        "duplicate-key 3:1", "duplicate-key 4:1", "duplicate-key 5:1",
      ])
    let many = (0..<40).map { "k\($0): x\n" }.joined() + "k3: y\n"
    #expect(mistakes(many) == ["duplicate-key 41:1"])
  }

  @Test("a control character is named where it stands")
  func control() {
    let found = read("a: 1\nb: x\u{8}y\n").1
    #expect(found.map(\.code) == [.hiddenCharacter])
    #expect(found.first?.place == Place(file: 0, line: 2, column: 5))
    #expect(found.first?.message.zh.contains("U+0008") == true)
  }

  @Test(
    "of 10 000 damaged texts each gives a value or a mistake, in Chinese without English words, at a place inside it")
  func damaged() {
    var scribe = YAMLScribe(state: 20_251_211)
    var read = 0
    for _ in 0..<10_000 {
      let text = scribe.damagedText()
      let (node, mistakes) = YAMLParser(file: 0, firstLine: 1).compose(Array(text.utf8)[...])
      #expect(node != nil || mistakes.hasErrors, "\(text)")
      read += node == nil ? 0 : 1
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      for mistake in mistakes {
        let words = mistake.message.zh.split { !$0.isASCII || !$0.isLetter }.filter { $0.count > 3 }
        let own = ["YAML"] + text.split { !$0.isASCII || !$0.isLetter }.map(String.init)
        #expect(words.allSatisfy { own.contains(String($0)) }, "\(mistake.message.zh)")
        let place = mistake.place ?? Place(file: 0, line: 0)
        #expect(lines.indices.contains(Int(place.line) - 1), "\(text)")
        #expect(Int(place.column) <= (lines.dropFirst(Int(place.line) - 1).first?.count ?? 0) + 1, "\(text)")
      }
      if let node, !mistakes.hasErrors { checkPlaces(node, lines, text) }
    }
    #expect(read > 1_000, "too few texts could be read to say anything")
  }

  /// A plain text begins with its first character at its place.
  private func checkPlaces(_ node: YAMLNode, _ lines: [Substring.UnicodeScalarView.SubSequence], _ text: String) {
    switch node.value {
    case .mapping(let entries):
      for entry in entries { checkPlaces(entry.value, lines, text) }
    case .sequence(let items): for item in items { checkPlaces(item, lines, text) }
    case .scalar(let value, let isPlain):
      guard isPlain, let first = value.unicodeScalars.first else { return }
      let line = lines[Int(node.place.line) - 1]
      #expect(line.dropFirst(Int(node.place.column) - 1).first == first, "\(value) in \(text)")
    }
  }
}
