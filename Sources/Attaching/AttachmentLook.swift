import Picturing
import Texts
import Workbooks

/// What was seen in a file that is published beside a text.
package struct AttachmentLook: Hashable, Sendable {
  /// What a file says beside what it shows; empty where it says nothing.
  package struct Details: Hashable, Sendable {
    package var author = ""
    package var company = ""
    /// As the file writes it.
    package var place = ""
    /// What took it, as the file calls it.
    package var device = ""
    /// A day: `2025-03-01`.
    package var made = ""
    /// Photographs in it that say where they were taken.
    package var placedPictures = 0
    /// Whether its notes hold numbers of persons.
    package var holdsNumbers = false

    package init() {}
    package init(
      author: String = "", company: String = "", place: String = "", device: String = "", made: String = ""
    ) {
      (self.author, self.company, self.place, self.device, self.made) = (author, company, place, device, made)
    }

    /// Whether it tells of a person. When it was made and with what betrays nobody
    /// alone, and every program writes it.
    package var isPersonal: Bool { !author.isEmpty || !company.isEmpty || !place.isEmpty || placedPictures > 0 }
  }

  /// Why nobody knows what it says.
  package enum Unread: Hashable, Sendable {
    /// It is beyond what is unpacked, damaged, or has a password.
    case refused(WorkbookRefusal)
    /// Other documents stand in it.
    case holdsOthers
    /// Texts of its kind aren't looked into.
    case closed
    /// An entry of a zip, which nobody looks into, by its name.
    case entry(String)
    /// An entry of a zip that names a place outside it.
    case outside(String)
  }

  package var details = Details()
  /// Whether its text holds numbers of persons.
  package var holdsNumbers = false
  package var unread: Unread?
  /// What it is, where that isn't what its name says; then nothing else of it is told.
  package var other: OtherKind?

  package init() {}
}

/// Looks into an attachment, within limits: a document of an office program and a zip are read whole, of all else only where
/// it says who made it and where.
/// - Parameters:
///   - size: of the file, in bytes.
///   - decoded: makes UTF-8 of a text in whatever encoding.
///   - read: the bytes of a range of the file; fewer where it ends before.
package func lookInto(
  _ kind: AttachmentKind, size: Int, decoded: ([UInt8]) -> [UInt8] = withoutUTF16,
  _ read: (Range<Int>) throws -> [UInt8]
) rethrows -> AttachmentLook {
  var look = AttachmentLook()
  look.other = otherKind(than: kind, try read(0..<min(size, 1_024)))
  if look.other != nil { return look }
  switch kind {
  case .docx, .pptx, .xlsx, .ofd, .zip:
    guard size <= documentLimits.fileBytes else {
      look.unread = .refused(WorkbookRefusal(.tooLarge(.file)))
      return look
    }
    let bytes = try read(0..<size)
    return kind == .zip ? lookIntoArchive(bytes, decoded) : lookIntoDocument(bytes, kind, decoded)
  case .pdf:
    look.details = try detailsOfPDF(size: size, read)
    look.unread = .closed
  case .mp4: look.details = try detailsOfFilm(size: size, read)
  case .mp3: look.details = try detailsOfSound(size: size, decoded, read)
  case .doc, .xls, .ppt: look.unread = .closed
  case .txt: break
  }
  look.holdsNumbers = look.details.holdsNumbers
  return look
}

/// As much as an office document may be and unpack to; a workbook of the ledger may be larger.
package let documentLimits: WorkbookLimits = {
  var limits = WorkbookLimits()
  limits.fileBytes = 64 << 20
  limits.inflatedBytes = 256 << 20
  limits.keptBytes = 64 << 20
  // Tables in tables in boxes of text.
  limits.depth = 256
  return limits
}()

private func lookIntoDocument(
  _ bytes: [UInt8], _ kind: AttachmentKind, _ decoded: ([UInt8]) -> [UInt8]
) -> AttachmentLook {
  var look = AttachmentLook()
  var (placed, isTold) = (0, false)
  let found = readDocument(
    bytes, limits: documentLimits, picture: { placed += tellsPlace($0) ? 1 : 0 },
    other: { name, contents in
      guard let form = PlainText.form(of: name) else { return false }
      isTold = isTold || holdsNumber(decoded(contents), form)
      return true
    }
  ) { text in
    if !look.holdsNumbers { look.holdsNumbers = !personalNumbers(in: text, as: .table, limit: 1).found.isEmpty }
  }
  switch found {
  case .failure(let refusal):
    switch refusal.reason {
    case .encrypted, .tooLarge, .damagedArchive, .damagedPart, .brokenXML, .notUTF8, .unknownEncoding, .documentType,
      .twice:
      look.unread = .refused(refusal)
    // What begins like a zip and is none.
    case .oldFormat, .otherDocument: look.other = .oldOffice
    default: look.other = .unknown
    }
  case .success(let details):
    if isOther(than: kind, folders: details.folders) {
      look = AttachmentLook()
      look.other = .zip
      return look
    }
    look.details = AttachmentLook.Details(
      author: listed(details.people.map(plainDetail)), company: plainDetail(details.company),
      made: dayWritten(details.made))
    look.details.placedPictures = placed
    look.holdsNumbers = look.holdsNumbers || isTold
    if details.holdsOthers { look.unread = .holdsOthers }
  }
  return look
}
