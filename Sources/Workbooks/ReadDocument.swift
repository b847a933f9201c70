import Texts

/// What a document of an office program says of itself, in its own spelling; empty where it says nothing.
package struct DocumentDetails: Hashable, Sendable {
  /// Who made it, who saved it last, whose it is and who wrote comments and changes in it; a name may stand twice.
  package var people: [String] = []
  package var company = ""
  /// As written: `2025-03-01T08:00:00Z`, or the same without a time.
  package var made = ""
  /// Whether other documents stand in it, which nobody looked into.
  package var holdsOthers = false
  /// The first steps of its parts' names: `word`, `docprops`, `[content_types].xml`.
  package var folders: Set<String> = []

  package init() {}
}

/// Bytes of `.docx`, `.pptx`, `.xlsx` or `.ofd` → its texts, part by part, and what it says of who made it. All of them are
/// zips of XML; nothing is expanded and no address opened.
/// - Parameters:
///   - limits: without them a file of kilobytes could unpack to what no machine has room for.
///   - picture: is handed the bytes of each photograph in it.
///   - other: is handed the name and bytes of each part that is neither and may hold words, and says whether it was read.
///   - take: is handed the text of each part, a paragraph or a cell a line.
package func readDocument(
  _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits(), picture: ([UInt8]) -> Void = { _ in },
  other: (String, [UInt8]) -> Bool = { _, _ in false }, _ take: ([UInt8]) -> Void
) -> Result<DocumentDetails, WorkbookRefusal> {
  bytes.withUnsafeBytes { bytes in
    do throws(WorkbookRefusal) {
      if bytes.count > limits.fileBytes { throw WorkbookRefusal(.tooLarge(.file)) }
      if let other = otherFormat(bytes) { throw WorkbookRefusal(other) }
      let archive = try PartArchive(bytes, meter: WorkMeter(limits: limits))
      let properties = DocumentProperties()
      var (authors, holdsOthers): ([String], Bool) = ([], false)
      for name in archive.names {
        if isPhotograph(name) { picture(try archive.contents(of: name)) }
        guard SideTexts.reads(name) else {
          if !isWordless(name) { holdsOthers = !other(name, try archive.contents(of: name)) || holdsOthers }
          continue
        }
        let reader = SideTexts(includesCells: true)
        try archive.read(name, with: reader)
        take(reader.text)
        authors += reader.authors
        if ["docprops/core.xml", "docprops/app.xml", "ofd.xml"].contains(name) {
          try archive.read(name, with: properties)
        }
      }
      var details = properties.details(authors, archive.names)
      details.holdsOthers = details.holdsOthers || holdsOthers
      return .success(details)
    } catch {
      return .failure(error)
    }
  }
}

/// Bytes of a zip → its files, one by one, each whole and under its name in small letters; a folder's name ends in `/`.
/// - Parameter limits: as above, for all files together.
package func readArchive(
  _ bytes: [UInt8], limits: WorkbookLimits, _ take: (String, [UInt8]) -> Void
) -> WorkbookRefusal? {
  bytes.withUnsafeBytes { bytes in
    do throws(WorkbookRefusal) {
      if bytes.count > limits.fileBytes { throw WorkbookRefusal(.tooLarge(.file)) }
      let archive = try PartArchive(bytes, meter: WorkMeter(limits: limits), foldsCase: false)
      for name in archive.names {
        let isFolder = name.utf8.last == UInt8(ascii: "/")
        take(comparedName(name), isFolder ? [] : try archive.contents(of: name))
      }
      return nil
    } catch {
      return error
    }
  }
}

/// - Parameter name: in small letters.
private func isPhotograph(_ name: String) -> Bool {
  [".jpg", ".jpeg", ".png", ".webp"].contains { name.utf8.reversed().starts(with: $0.utf8.reversed()) }
}

/// Whether a part holds no words by its kind: pictures without layers of text, fonts, what a printer was set to, folders.
/// - Parameter name: in small letters.
private func isWordless(_ name: String) -> Bool {
  if isPhotograph(name) || name.utf8.firstStretch(of: "/printersettings/".utf8) != nil { return true }
  // Signatures and seals of OFD.
  if name.utf8.firstStretch(of: "/signs/".utf8) != nil { return true }
  let endings = [
    "/", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp", ".jb2", ".fntdata", ".odttf", ".ttf", ".otf",
  ]
  return endings.contains { name.utf8.reversed().starts(with: $0.utf8.reversed()) } || name == "mimetype"
}

/// The parts of properties: Dublin Core and what the program adds in Office's documents, `DocInfo` in OFD's.
private final class DocumentProperties: PartReader {
  private enum Field: CaseIterable { case author, editor, manager, company, made }
  private var texts: [Field: String] = [:]
  private var open: [Field?] = []

  func details(_ authors: [String], _ names: [String]) -> DocumentDetails {
    var details = DocumentDetails()
    details.people = [.author, .editor, .manager].compactMap { texts[$0] } + authors
    details.company = texts[.company] ?? ""
    details.made = texts[.made] ?? ""
    details.folders = Set(
      names.map { name in String(decoding: Array(name.utf8.prefix { $0 != UInt8(ascii: "/") }), as: UTF8.self) })
    details.holdsOthers = names.contains { name in
      ["xl/embeddings/", "word/embeddings/", "ppt/embeddings/"].contains { name.utf8.starts(with: $0.utf8) }
    }
    return details
  }

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch name {
    case "creator", "Author": open.append(.author)
    case "lastModifiedBy": open.append(.editor)
    case "Manager": open.append(.manager)
    case "Company": open.append(.company)
    case "created", "CreationDate": open.append(.made)
    default: open.append(nil)
    }
    return true
  }

  override func leave(depth: Int) { open.removeLast() }

  override func take(_ text: UnsafeBufferPointer<UInt8>) {
    guard let field = open.last ?? nil, texts[field, default: ""].utf8.count < 1_000 else { return }
    texts[field, default: ""] += String(decoding: text, as: UTF8.self)
  }
}
