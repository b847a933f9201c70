import Texts

/// What a file plainly is that isn't what its name says.
package enum OtherKind: Hashable, Sendable {
  case empty, pdf, zip, rtf, picture, packed
  /// Of Office 97 to 2003.
  case oldOffice
  case program
  case unknown

  /// By the first bytes of a file; `nil` where they say nothing.
  fileprivate init?(_ head: [UInt8]) {
    let starts: [(bytes: [UInt8], kind: OtherKind)] = [
      (Array("%PDF-".utf8), .pdf), ([0x50, 0x4B, 3, 4], .zip), ([0x50, 0x4B, 5, 6], .zip), (Array("{\\rtf".utf8), .rtf),
      ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture),
      (Array("Rar!".utf8), .packed), ([0x37, 0x7A, 0xBC, 0xAF], .packed), ([0x1F, 0x8B], .packed),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice), ([0x7F, 0x45, 0x4C, 0x46], .program),
    ]
    if let kind = starts.first(where: { head.starts(with: $0.bytes) })?.kind {
      self = kind
    } else if head.isEmpty {
      self = .empty
    } else if head.starts(with: "MZ".utf8), head.contains(0) {
      // Words may begin so, and hold no zeros.
      self = .program
    } else {
      return nil
    }
  }
}

/// What a file is where that isn't what its name says: readers' programs refuse it, or do something else with it.
/// - Parameter head: its first thousand bytes or so.
func otherKind(than kind: AttachmentKind, _ head: [UInt8]) -> OtherKind? {
  let found = OtherKind(head)
  switch kind {
  // Some programs write a line before.
  case .pdf: return head.firstStretch(of: "%PDF-".utf8) != nil ? nil : found ?? .unknown
  // A compound file is one with a password, which is told as such.
  case .docx, .xlsx, .pptx, .ofd: return found == .zip || found == .oldOffice ? nil : found ?? .unknown
  case .zip: return found == .zip ? nil : found ?? .unknown
  // Many programs write these as RTF or as a web page, and Office opens them.
  case .doc, .xls, .ppt: return found == .oldOffice || found == .rtf ? nil : found
  case .mp4:
    let boxes = ["ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "uuid"]
    return boxes.contains { head.dropFirst(4).starts(with: $0.utf8) } ? nil : found ?? .unknown
  case .mp3: return found
  case .txt: return found == .empty || found == .rtf ? nil : found
  }
}

/// Whether a zip is plainly another document than its name says.
/// - Parameter folders: the first steps of its parts' names.
func isOther(than kind: AttachmentKind, folders: Set<String>) -> Bool {
  let own =
    switch kind {
    case .docx: "word"
    case .xlsx: "xl"
    case .pptx: "ppt"
    default: "ofd.xml"
    }
  if folders.contains(own) { return false }
  let isPlain = folders.isDisjoint(with: ["[content_types].xml", "docprops", "ofd.xml", "doc_0"])
  return isPlain || !folders.isDisjoint(with: ["word", "xl", "ppt", "ofd.xml"])
}
