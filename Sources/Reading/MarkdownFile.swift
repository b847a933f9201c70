import Diagnostics
import Markup
import Parsing
import Texts

/// A Markdown file in its two parts: the front matter between `---` lines, and the prose.
struct MarkdownFile {
  let details: YAMLTable
  let prose: MarkupDocument

  /// `nil` where either part can't be read; the mistakes are reported.
  init?(_ parsed: ParsedMarkdown, findings: MistakeCollector) {
    findings.report(parsed.problems)
    let source = YAMLSource(file: parsed.file, firstLine: 2, findings: findings)
    guard let details = parsed.details.flatMap(source.table), let prose = parsed.prose else { return nil }
    self.details = details
    self.prose = prose
  }
}

/// All of a Markdown file that can be read without knowing the rest of the content.
struct ParsedMarkdown: Sendable {
  let file: Int32
  let details: YAMLNode?
  let prose: MarkupDocument?
  /// Of a report the prose as written, with its first line: it is read anew with its figures.
  let written: (bytes: [UInt8], line: Int32)?
  let problems: [Diagnostic]

  /// - Parameter tree: the files beside it, of which a line may name a folder.
  init(_ file: InputFile, in tree: SourceTree) {
    self.file = file.index
    let bytes = file.bytes
    guard let parts = Self.split(bytes) else {
      details = nil
      prose = nil
      written = nil
      problems = [.missingFrontMatter(at: Place(file: file.index, line: 1))]
      return
    }
    let parser = YAMLParser(file: file.index, firstLine: 2, countsReturns: true)
    let (node, mistakes) = parser.compose(bytes[parts.details])
    let folders = FolderPictures(bytes[parts.prose], in: file, firstLine: parts.proseLine, tree)
    let text = folders.map { $0.text[...] } ?? bytes[parts.prose]
    let asks = isReport(file.path)
    let (document, marks) = parseMarkup(
      text, file: file.index, firstLine: parts.proseLine, embeds: asks ? LedgerReport.languages : chartLanguages)
    written = asks ? (Array(text), parts.proseLine) : nil
    details = node
    prose = document
    problems =
      mistakes + unwrittenPlaces(in: bytes, file: file.index) + (folders?.problems ?? []) + marks
  }

  fileprivate static func split(_ bytes: [UInt8]) -> (details: Range<Int>, prose: Range<Int>, proseLine: Int32)? {
    var line: Int32 = 1
    var start = 0
    var firstEnd: Int?
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let next = min(feed + 1, bytes.count)
      var end = feed
      while end > start, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 { end -= 1 }
      let isFence = end - start == 3 && bytes[start..<end].allSatisfy { $0 == 0x2D }
      if let firstEnd {
        if isFence { return (firstEnd..<start, next..<bytes.count, line + 1) }
      } else {
        guard isFence else { return nil }
        firstEnd = next
      }
      start = next
      line += 1
    }
    return nil
  }
}

/// Whether two states of a Markdown file say the same in their front matter, byte for byte; `false` where one has none.
package func haveSameHead(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  guard let head = ParsedMarkdown.split(one)?.details, let otherHead = ParsedMarkdown.split(other)?.details else {
    return false
  }
  return one[head].elementsEqual(other[otherHead])
}
