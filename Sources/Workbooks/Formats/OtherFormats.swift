import Texts

/// What a file is that isn't a zip; `nil` for a zip, or what is left of one.
func otherFormat(_ bytes: UnsafeRawBufferPointer) -> WorkbookRefusal.Reason? {
  guard !bytes.isEmpty else { return .empty }
  // Programs that unpack themselves stand before a zip.
  if bytes.number(0, 4) == 0x0403_4B50 || bytes.number(0, 4) == 0x0605_4B50 { return nil }
  if bytes.number(0, 8) == 0xE11A_B1A1_E011_CFD0 { return compoundFile(bytes) }
  if bytes.count >= 4, bytes[0] == 0x09, bytes.number(1, 1) & 0xF1 == 0, bytes[3] == 0 { return .oldFormat }
  if (160...180).contains(bytes.count), (1...54).contains(bytes[0]) { return .lockFile }
  if let kind = knownDocument(bytes) { return kind }
  if zipBounds(bytes) != nil { return nil }
  return textFormat(bytes.prefix(4_096)) ?? .unknown
}

private func knownDocument(_ bytes: UnsafeRawBufferPointer) -> WorkbookRefusal.Reason? {
  let kinds: [(start: [UInt8], name: String)] = [
    (Array("%PDF".utf8), "PDF"), (Array("{\\rtf".utf8), "RTF"), (Array("Rar!".utf8), "RAR"),
    ([0x37, 0x7A, 0xBC, 0xAF], "7z"), ([0x1F, 0x8B], "gzip"), ([0x89, 0x50, 0x4E, 0x47], "PNG"),
    ([0xFF, 0xD8, 0xFF], "JPEG"),
  ]
  return kinds.first { bytes.starts(with: $0.start) }.map { .otherDocument($0.name) }
}

/// A compound file: BIFF, or a box with an enciphered workbook in it.
private func compoundFile(_ bytes: UnsafeRawBufferPointer) -> WorkbookRefusal.Reason {
  func has(_ stream: String) -> Bool { bytes.has(stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) }
  if has("EncryptedPackage") { return .encrypted }
  if has("WordDocument") { return .otherDocument("Word") }
  if has("PowerPoint Document") { return .otherDocument("PowerPoint") }
  return hasPassword(bytes) ? .encrypted : .oldFormat
}

/// Whether a record FILEPASS stands among the first of a BIFF workbook.
private func hasPassword(_ bytes: UnsafeRawBufferPointer) -> Bool {
  let sector = 512
  for start in stride(from: sector, to: bytes.count, by: sector) where bytes.number(start, 2) == 0x0809 {
    var at = start
    for _ in 0..<64 {
      let kind = bytes.number(at, 2)
      if kind == 0x002F { return true }
      // Sheets are listed behind it.
      if kind == 0x0085 || kind == 0x000A || kind == 0 { break }
      at += 4 + Int(bytes.number(at + 2, 2))
    }
  }
  return false
}

/// A text that calls itself a workbook; `nil` for bytes that are no text.
private func textFormat(_ start: Slice<UnsafeRawBufferPointer>) -> WorkbookRefusal.Reason? {
  let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
  // Of UTF-16 the halves that say something here.
  let bytes = start.filter { !isWide || (1..<0x80).contains($0) }
  if !isWide, bytes.contains(where: { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B }) {
    return nil
  }
  // A byte order mark isn't ASCII, and no blank.
  let text = String(decoding: bytes.drop { isXMLBlank($0) || $0 >= 0x80 }, as: UTF8.self).lowercased()
  if text.begins(with: "mime-version:") || text.holds("\ncontent-type: multipart/related") { return .webArchive }
  guard text.begins(with: "<") else { return .plainText }
  if text.holds("urn:schemas-microsoft-com:office:spreadsheet") { return .xml2003 }
  let marks = ["<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<style", "<div", "<tr"]
  return marks.contains(where: text.holds) ? .html : .plainText
}

/// What an archive is by its main part.
func otherDocument(main part: String) -> WorkbookRefusal.Reason? {
  let part = part.lowercased()
  if part.ends(with: ".bin") { return .binaryWorkbook }
  if part.begins(with: "word/") { return .otherDocument("Word") }
  if part.begins(with: "ppt/") { return .otherDocument("PowerPoint") }
  return nil
}

/// What an archive is that names no main part.
func otherArchive(_ names: [String]) -> WorkbookRefusal.Reason {
  if names.contains("xl/workbook.bin") { return .binaryWorkbook }
  if names.contains(where: { $0.ends(with: ".iwa") || $0 == "index.zip" || $0 == "index.apxl" }) { return .numbers }
  if names.contains("content.xml") || names.contains("mimetype") { return .openDocument }
  return .notAWorkbook
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes stand anywhere in it.
  fileprivate func has(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, count >= wanted.count else { return false }
    for at in 0...(count - wanted.count) where self[at] == first {
      if self[at..<(at + wanted.count)].elementsEqual(wanted) { return true }
    }
    return false
  }
}
