import Foundation
import Testing

/// To `Character` a sign with a combining mark, a joiner or a selector behind it is another sign. Whoever parts, searches or
/// escapes text by it misses what stands there, and so do `hasPrefix` and the like: they are for people's letters, not for
/// what a program reads. `ByteText` has the same by bytes.
@Suite("Text is read by bytes and scalars")
struct CharacterTests {
  /// What reads text by `Character`. Of bytes and of `unicodeScalars` the same is right, and isn't found.
  private static let patterns: [(what: String, pattern: String)] = [
    ("split(separator:)", #"\.split\((maxSplits: \d+, )?separator: ""#),
    ("hasPrefix", #"\.hasPrefix\b"#),
    ("hasSuffix", #"\.hasSuffix\b"#),
    ("isNewline", #"(\$0|\bcharacter|\\)\.isNewline"#),
    ("isWhitespace", #"(\$0|\bcharacter|\\)\.isWhitespace"#),
    ("isLetter or isNumber", #"(\$0|\bcharacter|\\)\.(isLetter|isNumber|isWholeNumber)\b"#),
    (
      "contains(_: String)",
      #"\b(text|line|name|path|title|value|style|policy|html|uri|target|reason|paper|rest)\.contains\(""#
    ),
    ("firstIndex(of:)", #"(first|last)Index\(of: ""#),
    ("firstRange(of:)", #"\.(firstRange|ranges)\(of: "[^"]*"\)"#),
    ("replacing(_:with:)", #"\.replacing\(""#),
    ("for character in", #"\bfor character in\b"#),
    ("Character", #"(: |\[|\bas |<)Character\b|\bCharacter\("#),
    (
      "prefix and drop while",
      #"\.(prefix|drop|split|trimming)\s?(\(while: )?\{ (\$0 [=!]= "|!?"[^"]+"\.contains\(\$0\))"#
    ),
    ("dropFirst of a text's count", #"\.drop(First|Last)\("[^"]*"\.count"#),
  ]

  /// Where people's letters are meant, or texts that only this program writes.
  private static let exceptions: [(path: String, why: String)] = [
    ("Sources/Sampling/", "its own tables and words, which no user writes"),
    (
      "Sources/Wording/WordsOfPaper.swift",
      "a name of two signs is set wide, a sign with its selector being one"
    ),
    ("Sources/Charting/TextSpace.swift", "a label is cut behind a whole sign"),
    ("Sources/BuiltIn/", "made by the build"),
    ("Sources/Parsing/YAML/YAMLFolding.swift", "its texts are Unicode scalars already"),
    ("Sources/Parsing/YAML/YAMLSlipSearch.swift", "its lines are Unicode scalars already"),
  ]

  /// What a text of Swift does by `Character`, but for comments.
  private static func finds(in text: String) throws -> [String] {
    let patterns = try patterns.map { ($0.what, try Regex($0.pattern)) }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
      let code = line.trimmingPrefix(while: { $0 == " " })
      if code.hasPrefix("//") { return [String]() }
      // Of bytes and scalars the same is right; a text that is searched by its name stands beside them as well.
      let isOfScalars = code.contains("unicodeScalars") || code.contains("utf8")
      let habits = isOfScalars ? patterns.filter { $0.0 == "contains(_: String)" } : patterns
      return habits.filter { code.contains($0.1) }.map { "\(number + 1): \($0.0)" }
    }
  }

  @Test("no source reads text by Character")
  func sources() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { $0.hasSuffix(".swift") }.map { "Sources/" + $0 }.sorted()
    #expect(paths.count > 100)
    for path in paths {
      let isLeft = Self.exceptions.map(\.path).contains { path.hasPrefix($0) }
      if isLeft { continue }
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      #expect(try Self.finds(in: text) == [], "\(path): use ByteText, utf8 or unicodeScalars")
    }
    for exception in Self.exceptions {
      #expect(
        paths.contains { $0.hasPrefix(exception.path) } || exception.path.hasSuffix("BuiltIn/"),
        "\(exception.path) is gone")
    }
  }

  @Test(
    "each way to do it is found",
    arguments: [
      "text.split(separator: \",\")", "path.hasPrefix(\"content/\")", "name.hasSuffix(\".md\")",
      "text.split { $0.isNewline }", "text.split(whereSeparator: \\.isWhitespace)", "if text.contains(\"&\") {",
      "text.unicodeScalars.contains { $0 == \"?\" } || text.contains(\"ab\")",
      "line.firstIndex(of: \":\")", "text.firstRange(of: \"</\")", "text.replacing(\"%\", with: \"\")",
      "func end(_ mark: Character) {}", "rest.prefix { $0 != \">\" }", "path.dropFirst(\"content/\".count)",
      "value.drop(while: { \" '\".contains($0) })",
    ])
  func found(line: String) throws { #expect(try !Self.finds(in: line).isEmpty) }

  @Test(
    "what reads bytes or scalars isn't",
    arguments: [
      "bytes.split(separator: UInt8(ascii: \",\"))", "text.utf8.firstIndex(of: comma)", "// text.hasPrefix(\"a\")",
      "text.unicodeScalars.split { $0 == \" \" }", "path.begins(with: \"content/\")", "keys.contains(\"编号\")",
      "tree.index(of: \"content/site.yaml\")",
    ])
  func notFound(line: String) throws { #expect(try Self.finds(in: line).isEmpty) }
}
