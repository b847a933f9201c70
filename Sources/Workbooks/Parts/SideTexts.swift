/// What a workbook says beside the cells of its sheets: comments, text boxes, headers and footers, lists, properties, what
/// pivot tables and links to other workbooks keep of their data. One text a part, its pieces on lines of their own.
/// - Returns: `nil` where a part can't be looked into, as a document within the workbook.
package func textsBesideCells(
  _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
) -> [[UInt8]]? {
  bytes.withUnsafeBytes { bytes in
    guard let archive = try? PartArchive(bytes, meter: WorkMeter(limits: limits)) else { return nil }
    var texts: [[UInt8]] = []
    for name in archive.names {
      if name.utf8.starts(with: "xl/embeddings/".utf8) { return nil }
      guard SideTexts.reads(name) else { continue }
      let reader = SideTexts(includesCells: false)
      guard (try? archive.read(name, with: reader)) != nil else { return nil }
      texts.append(reader.text)
    }
    return texts
  }
}

/// All texts of a part, a line for each paragraph or piece, and the values that stand in attributes.
final class SideTexts: PartReader {
  private let includesCells: Bool
  private var body: [UInt8] = []
  /// Values of attributes, apart: within a paragraph they would cut it in two.
  private var values: [UInt8] = []
  /// What stands in a paragraph goes on in one line, however it is formatted, and so do runs that follow one another.
  private enum Kind {
    case paragraph, run, cell(isOfSheet: Bool), row, value, pageText, author, change(isDeleted: Bool), other
  }
  /// Of each open element.
  private var kinds: [Kind] = []
  /// Where the text of each open cell or value begins.
  private var starts: [Int] = []
  private var changes = TrackedChanges()
  private var depthOfParagraphs = 0
  private var digits = LoneDigits()
  /// Who wrote comments and changes, each once.
  private(set) var authors: [String] = []

  var text: [UInt8] {
    var digits = digits
    digits.endRow()
    return body + [0x0A] + values + changes.readings(of: body) + digits.text
  }

  init(includesCells: Bool) { self.includesCells = includesCells }

  /// Whether a part of that name holds texts.
  static func reads(_ name: String) -> Bool {
    [".xml", ".vml", ".rels"].contains { name.utf8.reversed().starts(with: $0.utf8.reversed()) }
  }

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    if name == "sheetData", !includesCells { return false }
    pass(over: name)
    let holdsName = name == "cmAuthor" || name == "person"
    for (name, value) in attributes {
      pass(over: name)
      if includesCells, name == "author" || (holdsName && (name == "name" || name == "displayName")) {
        note(author: String(cString: value))
      }
      guard Self.isTold(name) || mayHoldNumber(value, of: name) else { continue }
      let text = String(cString: value)
      values += name == "v" ? wholeNumber(text.utf8) ?? Array(text.utf8) : Array(text.utf8)
      values.append(0x0A)
    }
    let kind = Self.kind(of: name)
    kinds.append(kind)
    switch kind {
    case .paragraph: depthOfParagraphs += 1
    case .cell, .value, .pageText, .author, .change: starts.append(body.count)
    case .run, .row, .other: break
    }
    // A number may go on behind one, as in prose.
    if name == "br" || name == "cr" || name == "tab" { body.append(0x20) }
    return true
  }

  private static func kind(of name: LocalName) -> Kind {
    if name == "p" || name == "si" || name == "is" || name == "text" { return .paragraph }
    if name == "t" || name == "r" || name == "delText" || name == "TextCode" { return .run }
    // A glyph of OFD may be an object of its own, as a digit may have a cell.
    if name == "tc" || name == "c" || name == "TextObject" { return .cell(isOfSheet: name == "c") }
    if name == "tr" || name == "row" { return .row }
    if name == "del" || name == "moveFrom" { return .change(isDeleted: true) }
    if name == "ins" || name == "moveTo" { return .change(isDeleted: false) }
    if name == "author" { return .author }
    return isPageText(name) ? .pageText : name == "v" ? .value : .other
  }

  /// Heads and feet of printed sheets.
  private static func isPageText(_ name: LocalName) -> Bool {
    name == "oddHeader" || name == "oddFooter" || name == "evenHeader" || name == "evenFooter" || name == "firstHeader"
      || name == "firstFooter"
  }

  private func note(author: String) {
    if authors.count < 8, author.utf8.count < 1_000, !authors.contains(author) { authors.append(author) }
  }

  override func leave(depth: Int) {
    let kind = kinds.popLast()
    switch kind {
    case .paragraph: depthOfParagraphs -= 1
    case .run: return
    case .cell(let isOfSheet): digits.add(cell: body[(starts.popLast() ?? 0)...], isOfSheet: isOfSheet)
    case .row: digits.endRow()
    case .value:
      let start = starts.popLast() ?? 0
      if let number = wholeNumber(body[start...]) { body.replaceSubrange(start..., with: number) }
    case .pageText:
      let start = starts.popLast() ?? 0
      body.replaceSubrange(start..., with: withoutPageCodes(body[start...]))
    case .author:
      let start = starts.popLast() ?? 0
      if includesCells { note(author: String(decoding: body[start...], as: UTF8.self)) }
    case .change(let isDeleted):
      changes.add((starts.popLast() ?? 0)..<body.count, isDeleted: isDeleted)
      if depthOfParagraphs > 0 { return }
    case .other, nil: if depthOfParagraphs > 0 { return }
    }
    body.append(0x0A)
    if body.count + values.count > limits.keptBytes { refuse(.tooLarge(.kept)) }
  }

  override func take(_ text: UnsafeBufferPointer<UInt8>) {
    // A line's end within a text is a cell's, made with Alt and Enter.
    if case .run = kinds.last {
      body += text.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    } else {
      body += text
    }
    if body.count > limits.keptBytes { refuse(.tooLarge(.kept)) }
  }

  /// Values of pivot tables, what a list asks for, what a picture is called, where a link leads.
  private static func isTold(_ name: LocalName) -> Bool {
    name == "v" || name == "prompt" || name == "promptTitle" || name == "error" || name == "errorTitle"
      || name == "descr" || name == "title" || name == "name" || name == "Target"
  }
}
