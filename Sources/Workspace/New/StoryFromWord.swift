import Diagnostics
import Disk
import Engines
import Foundation
import Manuscripts
import Rendering
import Reports
import Scoring
import Texts
import Workbooks

/// A text of Word's, made a story: its words, its pictures under their new names, and what the clerk has to know.
struct WordStory {
  let manuscript: Manuscript
  let pictures: [RenderedFile]

  /// - Parameters:
  ///   - path: a `.docx`.
  ///   - slug: what the story, and so its pictures, are called.
  /// - Throws: `UsageFailure` for a file that is none, `EnvironmentFailure` where pandoc is missing or can't read it.
  init(_ path: String, slug: String) throws {
    let pandoc = try Pandoc.find()
    let document = try documentBytes(path)
    let parts = try documentParts(document, path)
    let paragraphs = parts["word/document.xml"].map(paragraphs) ?? 0
    guard paragraphs <= mostParagraphs else { throw UsageFailure.longDocument(path, paragraphs) }
    // Of its own failures each says why.
    let tree = try pandoc.tree(of: document)
    guard var read = try? readManuscript(tree) else {
      throw EnvironmentFailure(.unreadDocument(pandoc.path, said: "JSON ?"))
    }
    read.losses.add(.textBox, parts["word/document.xml"].map(textBoxes) ?? 0)
    read.losses.add(.object, parts["word/document.xml"].map(objects) ?? 0)
    // pandoc leaves out a picture whose file isn't there, and those within boxes.
    read.losses.add(.picture, (parts["word/document.xml"].map(picturesShown) ?? 0) - read.pictures)
    let (named, names) = read.tidied().naming(after: slug) { parts[partName($0)] != nil }
    manuscript = named
    pictures = names.named.compactMap { picture in
      parts[partName(picture.source)].map { RenderedFile(path: picture.name, bytes: $0) }
    }
  }
}

/// Where a picture stands in the document.
private func partName(_ source: String) -> String { "word/" + source.lowercased() }

private func documentBytes(_ path: String) throws -> [UInt8] {
  let file = try Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read)
  guard EntryKind(try file.status().st_mode) == .file else { throw EnvironmentFailure(.notAFile(path)) }
  guard let bytes = try file.contents(atMost: WorkbookLimits().fileBytes) else { throw UsageFailure.noDocument(path) }
  return bytes
}

private func documentParts(_ document: [UInt8], _ path: String) throws -> [String: [UInt8]] {
  var limits = WorkbookLimits()
  limits.inflatedBytes = 256 << 20
  let read = readParts(document, limits: limits) { $0 == "word/document.xml" || $0.begins(with: "word/media/") }
  guard case .success(let parts) = read, parts["word/document.xml"] != nil else { throw UsageFailure.noDocument(path) }
  return parts
}

/// A book has fewer; pandoc takes a minute for a hundred thousand.
private let mostParagraphs = 10_000

private func paragraphs(_ xml: [UInt8]) -> Int {
  xml.stretches(of: "<w:p>".utf8).count + xml.stretches(of: "<w:p ".utf8).count
}

/// As Word has written them since 2007.
private func picturesShown(_ xml: [UInt8]) -> Int { xml.stretches(of: "<a:blip ".utf8).count }

/// Boxes with text, which pandoc passes over; Word writes each twice, for new readers and for old ones.
private func textBoxes(_ xml: [UInt8]) -> Int {
  let new = xml.stretches(of: "<wps:txbx".utf8).count
  return new > 0 ? new : xml.stretches(of: "<v:textbox".utf8).count
}

/// Charts, drawings and what other programs put there.
private func objects(_ xml: [UInt8]) -> Int {
  ["<o:OLEObject ", "<c:chart ", "<dgm:relIds "].reduce(0) { $0 + xml.stretches(of: $1.utf8).count }
}

extension WordStory {
  /// What the archetype is filled with, as far as the text says it.
  /// - Parameters:
  ///   - title: in place of the text's own.
  ///   - day: in place of the text's own.
  ///   - last: no day lies after it.
  func start(title: String?, day: Day?, last: Day, roster: Roster) throws -> ManuscriptStart {
    guard let title = title ?? manuscript.title.map(yamlText), !title.isEmpty else {
      throw UsageFailure(zh: "文中看不出标题，请加 --title 标题", en: "the text shows no title; add --title TITLE")
    }
    let text = (manuscript.title ?? "") + "\n" + manuscript.words
    let people = mentions(of: roster.members.flatMap { m in ([m.name] + m.also).map { ($0, m.key) } }, in: text)
    let branches = mentions(
      of: roster.branches.flatMap { b in ([b.name, b.short] + b.also).map { ($0, b.id) } }, in: text)
    let branch = roster.branches.first { $0.id == branches.found.first }
    let names = Dictionary(roster.members.map { ($0.key, $0.name) }) { first, _ in first }
    let (found, note) = day.map { ($0, "日期是命令里写的。") } ?? writtenDay(upTo: last)
    return ManuscriptStart(
      title: title, date: found.description, dayNote: note, summary: yamlText(summary),
      summaryNote: "取自正文的第一句，请改成一两句话：发生了什么，有什么数字。",
      branch: branch.map { BranchStart(id: $0.id, name: $0.name, year: last.year) },
      people: people.found.isEmpty
        ? nil
        : .init(
          names: people.found.compactMap { names[$0] }.joined(separator: "、"), ids: people.found.joined(separator: ", ")
        ),
      unclear: people.ambiguous, body: markdown(manuscript.blocks))
  }

  private var summary: String {
    let sentence = manuscript.firstSentence
    return sentence.isEmpty ? Placeholder.summary : sentence
  }

  /// The text's first day that isn't to come; where it names no year, that of another day of the text or the last that fits.
  private func writtenDay(upTo last: Day) -> (Day, note: String) {
    guard let written = manuscript.firstDay else { return (last, "文中没有写日期，先写统计日，请改。") }
    let years = [written.year].compactMap(\.self) + (written.year == nil ? [last.year, last.year - 1] : [])
    let days = years.compactMap { Day(year: $0, month: written.month, day: written.day) }
    guard !days.isEmpty else { return (last, "文中的“\(written.text)”没有这一天，先写统计日，请改。") }
    guard let day = days.first(where: { $0 <= last }) else { return (last, "文中的“\(written.text)”晚于统计日，先写统计日，请改。") }
    let guess = written.year == nil ? "没有写年份，" : ""
    return (day, "文中写的是“\(written.text)”，\(guess)请核对。")
  }
}

/// Between quotation marks in YAML.
private func yamlText(_ text: String) -> String {
  text.printable.replacingBytes("\\", with: "\\\\").replacingBytes("\"", with: "\\\"")
}

extension UsageFailure {
  fileprivate static func longDocument(_ path: String, _ paragraphs: Int) -> UsageFailure {
    UsageFailure(
      zh: "\(path) 有 \(paragraphs) 段，一篇纪实最多 \(mostParagraphs) 段：请在 Word 里只留下要发的那一篇，另存为一个文件",
      en:
        "\(path) has \(paragraphs) paragraphs, and a story \(mostParagraphs) at most: keep what shall be told in a file of its own"
    )
  }

  fileprivate static func noDocument(_ path: String) -> UsageFailure {
    UsageFailure(
      zh: "\(path) 不是能读的 Word 文件（.docx）：可能是旧的 .doc、加了密码、损坏或太大；请在 Word 或 WPS 里另存为 .docx",
      en:
        "\(path) is no text of Word's (.docx) that can be read: an old .doc, encrypted, damaged or too large; save it as .docx"
    )
  }
}
