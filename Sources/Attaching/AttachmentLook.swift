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
    /// A day: `2025-03-01`.
    package var made = ""
    /// Photographs in it that say where they were taken.
    package var placedPictures = 0

    package init() {}
    package init(author: String = "", company: String = "", place: String = "", made: String = "") {
      (self.author, self.company, self.place, self.made) = (author, company, place, made)
    }

    /// Whether it tells of a person. When it was made alone betrays nobody, and every program writes it.
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
///   - read: the bytes of a range of the file; fewer where it ends before.
package func lookInto(
  _ kind: AttachmentKind, size: Int, _ read: (Range<Int>) throws -> [UInt8]
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
    return kind == .zip ? lookIntoArchive(bytes) : lookIntoDocument(bytes, kind)
  case .pdf:
    look.details = try detailsOfPDF(size: size, read)
    look.unread = .closed
  case .mp4: look.details = try detailsOfFilm(size: size, read)
  case .mp3: look.details = try detailsOfSound(size: size, read)
  case .doc, .xls, .ppt: look.unread = .closed
  case .txt: break
  }
  return look
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

private func lookIntoDocument(_ bytes: [UInt8], _ kind: AttachmentKind) -> AttachmentLook {
  var look = AttachmentLook()
  var placed = 0
  let found = readDocument(bytes, limits: documentLimits, picture: { placed += tellsPlace($0) ? 1 : 0 }) { text in
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
    if details.holdsOthers { look.unread = .holdsOthers }
  }
  return look
}

/// What stands in a zip is looked into as if it stood beside the text itself.
private func lookIntoArchive(_ bytes: [UInt8]) -> AttachmentLook {
  var look = AttachmentLook()
  var people: [String] = []
  let refusal = readArchive(bytes, limits: documentLimits) { name, contents in
    let inner = lookIntoEntry(name, contents)
    people.append(inner.details.author)
    look.holdsNumbers = look.holdsNumbers || inner.holdsNumbers
    look.details.placedPictures += inner.details.placedPictures
    if look.details.place.isEmpty { look.details.place = inner.details.place }
    if look.details.company.isEmpty { look.details.company = inner.details.company }
    if inner.unread != nil || inner.other != nil { look.unread = .holdsOthers }
  }
  look.details.author = listed(people)
  if let refusal { look.unread = .refused(refusal) }
  return look
}

private func lookIntoEntry(_ name: String, _ contents: [UInt8]) -> AttachmentLook {
  var look = AttachmentLook()
  let ending = name.parts(at: ".").last.map(String.init) ?? ""
  let isText = ["txt", "csv", "md", "json", "xml", "html", "htm"].contains(ending)
  if ["jpg", "jpeg", "png", "webp"].contains(ending) {
    look.details.placedPictures = tellsPlace(contents) ? 1 : 0
  } else if !isText, let kind = AttachmentKind(path: name), kind != .zip {
    look = lookInto(kind, size: contents.count) { Array(contents[$0.clamped(to: 0..<contents.count)]) }
  } else if !isText {
    look.unread = .holdsOthers
  }
  let texts = [Array(name.utf8)] + (isText ? [withoutUTF16(contents)] : [])
  let holdsNumbers = texts.contains { !personalNumbers(in: $0, as: .table, limit: 1).found.isEmpty }
  look.holdsNumbers = look.holdsNumbers || holdsNumbers
  return look
}
