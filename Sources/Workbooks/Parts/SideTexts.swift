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
  private enum Kind { case paragraph, run, other }
  /// Of each open element.
  private var kinds: [Kind] = []
  private var depthOfParagraphs = 0

  var text: [UInt8] { body + [0x0A] + values }

  init(includesCells: Bool) { self.includesCells = includesCells }

  /// Whether a part of that name holds texts.
  static func reads(_ name: String) -> Bool {
    [".xml", ".vml", ".rels"].contains { name.utf8.reversed().starts(with: $0.utf8.reversed()) }
  }

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    if name == "sheetData", !includesCells { return false }
    pass(over: name)
    for (name, value) in attributes {
      pass(over: name)
      guard Self.isTold(name) else { continue }
      values += String(cString: value).utf8
      values.append(0x0A)
    }
    let isParagraph = name == "p" || name == "si" || name == "is" || name == "text"
    kinds.append(isParagraph ? .paragraph : name == "t" || name == "r" ? .run : .other)
    if isParagraph { depthOfParagraphs += 1 }
    if name == "br" || name == "cr" || name == "tab" { body.append(0x0A) }
    return true
  }

  override func leave(depth: Int) {
    switch kinds.popLast() {
    case .paragraph: depthOfParagraphs -= 1
    case .run: return
    case .other, nil: if depthOfParagraphs > 0 { return }
    }
    body.append(0x0A)
    if body.count + values.count > limits.keptBytes { refuse(.tooLarge(.kept)) }
  }

  override func take(_ text: UnsafeBufferPointer<UInt8>) {
    body += text
    if body.count > limits.keptBytes { refuse(.tooLarge(.kept)) }
  }

  /// Values of pivot tables, what a list asks for, what a picture is called, where a link leads.
  private static func isTold(_ name: LocalName) -> Bool {
    name == "v" || name == "prompt" || name == "promptTitle" || name == "error" || name == "errorTitle"
      || name == "descr" || name == "title" || name == "name" || name == "Target"
  }
}
