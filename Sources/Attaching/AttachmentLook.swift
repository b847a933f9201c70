import Texts
import Workbooks

/// What was seen in a file that is published beside a text.
package struct AttachmentLook: Hashable, Sendable {
  /// What a file says beside what it shows; empty where it says nothing.
  package struct Details: Hashable, Sendable {
    package var author = ""
    /// As the file writes it.
    package var place = ""
    /// A day: `2025-03-01`.
    package var made = ""

    package init() {}
    package init(author: String = "", place: String = "", made: String = "") {
      (self.author, self.place, self.made) = (author, place, made)
    }

    /// Whether it tells of a person. When it was made alone betrays nobody, and every program writes it.
    package var isPersonal: Bool { !author.isEmpty || !place.isEmpty }
  }

  /// Why nobody knows what it says.
  package enum Unread: Hashable, Sendable {
    /// It is no document of its kind, or beyond what is unpacked.
    case refused(WorkbookRefusal)
    /// Other documents stand in it.
    case holdsOthers
  }

  package var details = Details()
  /// Whether its text holds numbers of persons.
  package var holdsNumbers = false
  package var unread: Unread?

  package init() {}
}

/// Looks into an attachment, within limits: a document of an office program is read whole, of all else only where it says
/// who made it and where.
/// - Parameters:
///   - size: of the file, in bytes.
///   - read: the bytes of a range of the file; fewer where it ends before.
package func lookInto(
  _ kind: AttachmentKind, size: Int, _ read: (Range<Int>) throws -> [UInt8]
) rethrows -> AttachmentLook {
  switch kind {
  case .docx, .pptx, .xlsx, .ofd: return try lookIntoDocument(size: size, read)
  case .pdf:
    var look = AttachmentLook()
    look.details = try detailsOfPDF(size: size, read)
    return look
  case .mp4:
    var look = AttachmentLook()
    look.details = try detailsOfFilm(size: size, read)
    return look
  case .doc, .xls, .ppt, .zip, .mp3, .txt: return AttachmentLook()
  }
}

/// As much as an office document may be and unpack to; a workbook of the ledger may be larger.
private let documentLimits: WorkbookLimits = {
  var limits = WorkbookLimits()
  limits.fileBytes = 64 << 20
  limits.inflatedBytes = 256 << 20
  limits.keptBytes = 64 << 20
  // Tables in tables in boxes of text.
  limits.depth = 256
  return limits
}()

private func lookIntoDocument(size: Int, _ read: (Range<Int>) throws -> [UInt8]) rethrows -> AttachmentLook {
  var look = AttachmentLook()
  guard size <= documentLimits.fileBytes else {
    look.unread = .refused(WorkbookRefusal(.tooLarge(.file)))
    return look
  }
  let found = readDocument(try read(0..<size), limits: documentLimits) { text in
    if !look.holdsNumbers { look.holdsNumbers = !personalNumbers(in: text, as: .table, limit: 1).found.isEmpty }
  }
  switch found {
  case .failure(let refusal): look.unread = .refused(refusal)
  case .success(let details):
    let people = [details.author, details.editor].map(plainDetail).filter { !$0.isEmpty }
    look.details = AttachmentLook.Details(
      author: people.count == 2 && people[0] == people[1] ? people[0] : people.joined(separator: "、"),
      made: dayWritten(details.made))
    if details.holdsOthers { look.unread = .holdsOthers }
  }
  return look
}

/// What a file says, as a message may repeat it: without what steers, without numbers of persons, and short.
func plainDetail(_ text: String) -> String {
  let words = text.printable.withoutPersonalNumbers.words.joined(separator: " ")
  return String(String.UnicodeScalarView(words.unicodeScalars.prefix(60)))
}

/// The day at the start of a moment, `D:20250301080000` or `2025-03-01T08:00:00Z`; empty where there is none.
func dayWritten(_ text: String) -> String {
  let digits = text.utf8.prefix(10).filter { (0x30...0x39).contains($0) }.prefix(8)
  guard digits.count == 8 else { return "" }
  let plain = Array(digits)
  let parts = [plain[..<4], plain[4..<6], plain[6...]]
  return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
}
