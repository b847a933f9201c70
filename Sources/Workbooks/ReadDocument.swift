/// What a document of an office program says of itself, in its own spelling; empty where it says nothing.
package struct DocumentDetails: Hashable, Sendable {
  package var author = ""
  /// Who saved it last.
  package var editor = ""
  /// As written: `2025-03-01T08:00:00Z`, or the same without a time.
  package var made = ""
  /// Whether other documents stand in it, which nobody looked into.
  package var holdsOthers = false

  package init() {}
}

/// Bytes of `.docx`, `.pptx`, `.xlsx` or `.ofd` → its texts, part by part, and what it says of who made it. All of them are
/// zips of XML; nothing is expanded and no address opened.
/// - Parameters:
///   - limits: without them a file of kilobytes could unpack to what no machine has room for.
///   - take: is handed the text of each part, a paragraph or a cell a line.
package func readDocument(
  _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits(), _ take: ([UInt8]) -> Void
) -> Result<DocumentDetails, WorkbookRefusal> {
  bytes.withUnsafeBytes { bytes in
    do throws(WorkbookRefusal) {
      if bytes.count > limits.fileBytes { throw WorkbookRefusal(.tooLarge(.file)) }
      if let other = otherFormat(bytes) { throw WorkbookRefusal(other) }
      let archive = try PartArchive(bytes, meter: WorkMeter(limits: limits))
      let properties = DocumentProperties()
      for name in archive.names where SideTexts.reads(name) {
        let reader = SideTexts(includesCells: true)
        try archive.read(name, with: reader)
        take(reader.text)
        if ["docprops/core.xml", "ofd.xml"].contains(name) { try archive.read(name, with: properties) }
      }
      properties.details.holdsOthers = archive.names.contains { name in
        ["xl/embeddings/", "word/embeddings/", "ppt/embeddings/"].contains { name.utf8.starts(with: $0.utf8) }
      }
      return .success(properties.details)
    } catch {
      return .failure(error)
    }
  }
}

/// The part of properties: Dublin Core in Office's documents, `DocInfo` in OFD's.
private final class DocumentProperties: PartReader {
  var details = DocumentDetails()
  private var open: [WritableKeyPath<DocumentDetails, String>?] = []

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch name {
    case "creator", "Author": open.append(\.author)
    case "lastModifiedBy": open.append(\.editor)
    case "created", "CreationDate": open.append(\.made)
    default: open.append(nil)
    }
    return true
  }

  override func leave(depth: Int) { open.removeLast() }

  override func take(_ text: UnsafeBufferPointer<UInt8>) {
    guard let path = open.last ?? nil, details[keyPath: path].utf8.count < 1_000 else { return }
    details[keyPath: path] += String(decoding: text, as: UTF8.self)
  }
}
