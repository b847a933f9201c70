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
      guard [".xml", ".vml", ".rels"].contains(where: { name.utf8.reversed().starts(with: $0.utf8.reversed()) }) else {
        continue
      }
      let reader = SideTexts()
      guard (try? archive.read(name, with: reader)) != nil else { return nil }
      texts.append(reader.text)
    }
    return texts
  }
}

/// All texts of a part but for cells, and the values that stand in attributes.
private final class SideTexts: PartReader {
  private(set) var text: [UInt8] = []
  /// Whether each open element is a run of a text, which goes on in the next.
  private var runs: [Bool] = []

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    if name == "sheetData" { return false }
    for (name, value) in attributes where Self.isTold(name) {
      text += String(cString: value).utf8
      text.append(0x0A)
    }
    runs.append(name == "t" || name == "r")
    return true
  }

  override func leave(depth: Int) {
    if runs.popLast() == false { text.append(0x0A) }
  }

  override func take(_ text: UnsafeBufferPointer<UInt8>) { self.text += text }

  /// Values of pivot tables, what a list asks for, what a picture is called, where a link leads.
  private static func isTold(_ name: LocalName) -> Bool {
    name == "v" || name == "prompt" || name == "promptTitle" || name == "error" || name == "errorTitle"
      || name == "descr" || name == "title" || name == "name" || name == "Target"
  }
}
