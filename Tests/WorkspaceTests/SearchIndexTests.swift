import Diagnostics
import Foundation
import Testing
import Texts

@testable import Loading
@testable import Workspace
import Disk

/// The index as templates/scripts/find.js reads it, from a site laid out in memory.
private struct PublishedSearch {
  let files: [String: [UInt8]]
  let bits: Int
  let count: Int
  let starts: [Int]

  init() throws {
    let (templates, _) = try loadSource(project: Program.packageRoot)
    let content = generatedProject(SampleSize(members: 60, records: 900, stories: 40, seed: 7))
    let tree = SourceTree(
      files: content.map { SourceFile(path: $0.path, bytes: $0.bytes) }
        + templates.files.filter { $0.path.hasPrefix("templates/") }, assets: [])
    let (plan, diagnostics) = layOut(tree)
    let output = try #require(plan, "\(diagnostics.map(\.message.en))")
    var files: [String: [UInt8]] = [:]
    for index in 0..<output.count {
      let file = output.make(index)
      files[file.path] = file.bytes
    }
    self.files = files
    let index = try #require(try Self.data("index", files) as? [String: Any])
    bits = try #require(index["bits"] as? Int)
    count = try #require(index["count"] as? Int)
    var start = 0
    starts = Self.numbers(try #require(index["blocks"] as? String)[...]).map { gap in
      start += gap
      return start
    }
  }

  /// What a shard hands to `DP.shard`.
  static func data(_ name: String, _ files: [String: [UInt8]]) throws -> Any {
    let text = String(decoding: try #require(files["search/\(name).js"], "no shard \(name)"), as: UTF8.self)
    let opening = "DP.shard(\"\(name)\","
    #expect(text.hasPrefix(opening) && text.hasSuffix(");\n"))
    return try JSONSerialization.jsonObject(with: Data(text.dropFirst(opening.count).dropLast(3).utf8))
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

  private static func numbers(_ text: Substring) -> [Int] {
    var (list, sum, shift) = ([Int](), 0, 0)
    for character in text {
      let value = alphabet.firstIndex(of: character) ?? 0
      sum |= (value & 31) << shift
      shift += 5
      if value < 32 {
        list.append(sum)
        (sum, shift) = (0, 0)
      }
    }
    return list
  }

  private static func documents(_ text: Substring) -> [Int] {
    guard text.first == "*" else {
      var next = 0
      return numbers(text).map { gap in
        defer { next += gap + 1 }
        return next + gap
      }
    }
    let body = text.dropFirst()
    let end = body.firstIndex { (alphabet.firstIndex(of: $0) ?? 0) < 32 } ?? body.startIndex
    let first = numbers(body[...end])[0]
    return body[body.index(after: end)...].enumerated().flatMap { position, character in
      let bits = alphabet.firstIndex(of: character) ?? 0
      return (0..<6).filter { bits >> $0 & 1 == 1 }.map { first + position * 6 + $0 }
    }
  }

  /// Documents that hold a pair, by field: name, part of a name, title, text.
  func documents(_ pair: String) throws -> [[Int]] {
    let units = Array(pair.utf16)
    let (first, second) = units.count > 1 ? (UInt32(units[0]), UInt32(units[1])) : (0, UInt32(units[0]))
    let number = Int(((first &* 40507 &+ second) &* 0x85EB_CA6B) >> UInt32(32 - bits))
    let shard = try #require(try Self.data("t\(number)", files) as? [String: String])
    return (shard[pair] ?? "").split(separator: ".", omittingEmptySubsequences: false).map(Self.documents)
  }

  /// Title, address, pinyin, note and body of a document.
  func row(_ document: Int) throws -> [String] {
    let block = try #require(starts.lastIndex { $0 <= document })
    let rows = try #require(try Self.data("d\(block)", files) as? [[String]])
    return rows[document - starts[block]]
  }
}

@Suite("The search index of a published site")
struct SearchIndexTests {
  private static let search = Result { try PublishedSearch() }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test("any two characters that stand side by side in a story lead to it")
  func everyPairOfEveryStory() throws {
    let search = try Self.search.get()
    var stories = 0
    for document in 0..<search.count {
      let row = try search.row(document)
      guard row[1].hasPrefix("stories/") else { continue }
      stories += 1
      let characters = Array(row[4])
      for position in stride(from: 0, to: characters.count - 1, by: 37)
      where isHan(characters[position]) && isHan(characters[position + 1]) {
        let pair = String(characters[position...position + 1])
        let lists = try search.documents(pair)
        #expect(lists.count == 4 && lists[3].contains(document), "\(pair) doesn't lead to \(row[1])")
      }
    }
    #expect(stories == 40)
  }

  @Test("a pair leads to nothing that doesn't hold it")
  func noFalsePairs() throws {
    let search = try Self.search.get()
    let lists = try search.documents("仪器")
    #expect(lists.count == 4 && !lists[3].isEmpty)
    for document in lists[3] { #expect(try search.row(document)[3...].joined(separator: "\n").contains("仪器")) }
    #expect(try search.documents("貔貅") == [[]])
  }

  @Test("a member is found by initials, and a title by one character")
  func initials() throws {
    let search = try Self.search.get()
    let member = try #require(
      try (0..<search.count).first { try search.row($0)[2].split(separator: " ").count == 3 })
    let row = try search.row(member)
    let initials = row[2].split(separator: " ").compactMap(\.first)
    for pair in [" \(initials[0])", "\(initials[0])\(initials[1])", "\(initials[1])\(initials[2])"] {
      #expect(try search.documents(pair)[0].contains(member), "\(row[0]) by \(pair)")
    }
    let surname = String(row[0].prefix(1))
    #expect(try search.documents(" \(surname)")[0].contains(member))
    #expect(try search.documents(surname)[2].contains(member))
  }

  @Test("the index holds no word that the page it leads to doesn’t show")
  func nothingHidden() throws {
    let search = try Self.search.get()
    var pages: [String: String] = [:]
    var dates: [String: Set<String>] = [:]
    for document in 0..<search.count {
      let row = try search.row(document)
      let path = String(row[1].prefix { $0 != "#" })
      let bytes = try #require(search.files[path], "\(row[0]) leads to \(path), which isn't published")
      if pages[path] == nil {
        pages[path] = shown(bytes)
        dates[path] = Set(
          String(decoding: bytes, as: UTF8.self).matches(of: /datetime="?([0-9-]+)/).map { String($0.1) })
      }
      let page = try #require(pages[path])
      for text in [row[0], row[3], row[4]] {
        for part in text.split(whereSeparator: { $0 == "\n" || $0 == "　" || $0 == "、" }) {
          let words = String(part.filter { !$0.isWhitespace })
          let isShown = page.contains(words) || dates[path]?.contains(words) == true
          #expect(isShown, "\(path) doesn't show \(words)")
        }
      }
      if let hash = row[1].firstIndex(of: "#") {
        let id = row[1][row[1].index(after: hash)...]
        #expect(String(decoding: bytes, as: UTF8.self).asWritten.contains("id=\"\(id)\""), "no place \(row[1])")
      }
    }
  }

  /// The text of a page without its tags and spaces.
  private func shown(_ page: [UInt8]) -> String {
    var text = ""
    var isTag = false
    for character in String(decoding: page, as: UTF8.self) {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    for (entity, mark) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: mark)
    }
    return text.filter { !$0.isWhitespace }
  }

  @Test("what a query loads is small: no shard, no block and no catalogue over 20 KB")
  func sizes() throws {
    let search = try Self.search.get()
    let files = search.files.filter { $0.key.hasPrefix("search/") }
    #expect(files.count == 1 + (1 << search.bits) + search.starts.count)
    for (path, bytes) in files { #expect(bytes.count <= 20_000, "\(path) has \(bytes.count) bytes") }
  }

  @Test("each kind of result has its word in the script that shows it")
  func words() throws {
    let path = Program.packageRoot + "/templates/scripts/search.js"
    let words = try String(contentsOfFile: path, encoding: .utf8)
    for kind in ["member", "branch", "work", "activity", "project", "rule", "group", "campaign", "story"] {
      #expect(words.contains(" \(kind): \"<b>"))
    }
  }
}

@Suite("The stylesheet")
struct StylesheetTests {
  @Test("dark by the system and dark by choice are the same colours")
  func dark() throws {
    let style = try String(contentsOfFile: Program.packageRoot + "/templates/style.css", encoding: .utf8)
    let blocks = [":root:not([data-theme]) {", ":root[data-theme=\"dark\"] {\n"].compactMap { opening in
      style.range(of: opening).map { style[$0.upperBound...].prefix { $0 != "}" } }
    }.map { $0.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(blocks.count == 2 && blocks[0].count > 4)
    #expect(blocks[0] == blocks[1])
  }
}
