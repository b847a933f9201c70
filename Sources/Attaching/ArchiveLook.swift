import Picturing
import Texts
import Workbooks

/// What stands in a zip is looked into as if it stood beside the text itself.
func lookIntoArchive(_ bytes: [UInt8], _ decoded: ([UInt8]) -> [UInt8]) -> AttachmentLook {
  var look = AttachmentLook()
  var people: [String] = []
  let refusal = readArchive(bytes, limits: documentLimits) { name, contents in
    guard !isOfTheSystem(name) else { return }
    let inner = lookIntoEntry(name, contents, decoded)
    people.append(inner.details.author)
    look.holdsNumbers = look.holdsNumbers || inner.holdsNumbers
    look.details.placedPictures += inner.details.placedPictures
    if look.details.place.isEmpty { look.details.place = inner.details.place }
    if look.details.company.isEmpty { look.details.company = inner.details.company }
    let isOutside = name.begins(with: "/") || name.parts(at: "/").contains("..")
    if isOutside {
      look.unread = .outside(plainDetail(name))
    } else if look.unread == nil, inner.unread != nil || inner.other != nil {
      look.unread = .entry(plainDetail(name))
    }
  }
  look.details.author = listed(people)
  look.holdsNumbers = look.holdsNumbers || holdsNumber(decoded(remarks(in: bytes)), .table)
  if let refusal { look.unread = .refused(refusal) }
  return look
}

/// What a zip says of its entries and of itself, names and remarks, up to its end; sizes and sums as line ends.
private func remarks(in bytes: [UInt8]) -> [UInt8] {
  // At most 65 535 bytes of remark stand behind the end's 22.
  let tail = bytes.suffix(65_557)
  guard let end = tail.stretches(of: [0x50, 0x4B, 5, 6]).last?.lowerBound, end + 22 <= bytes.count else { return [] }
  let start = bytes[end + 16..<end + 20].reversed().reduce(0) { $0 << 8 | Int($1) }
  return bytes[(start < end ? start : end)...].map { $0 < 0x20 ? 0x0A : $0 }
}

/// What macOS and Windows add to a zip or a folder, which holds nobody's words.
private func isOfTheSystem(_ name: String) -> Bool {
  let file = name.parts(at: "/").last ?? ""
  return name.begins(with: "__macosx/") || [".ds_store", "thumbs.db", "desktop.ini"].contains(file)
}

private func lookIntoEntry(_ name: String, _ contents: [UInt8], _ decoded: ([UInt8]) -> [UInt8]) -> AttachmentLook {
  var look = AttachmentLook()
  let form = PlainText.form(of: name)
  if name.ends(with: "/") {
    // A folder has a name, and nothing else.
  } else if let form {
    look.holdsNumbers = holdsNumber(decoded(contents), form)
    if withoutUTF16(contents).contains(0) { look.other = .unknown }
  } else if [".jpg", ".jpeg", ".png", ".webp"].contains(where: name.ends) {
    look.details.placedPictures = tellsPlace(contents) ? 1 : 0
  } else if let kind = AttachmentKind(path: name), kind != .zip {
    look = lookInto(kind, size: contents.count, decoded: decoded) {
      Array(contents[$0.clamped(to: 0..<contents.count)])
    }
  } else {
    look.unread = .holdsOthers
  }
  look.holdsNumbers = look.holdsNumbers || holdsNumber(Array(name.utf8), .table)
  return look
}

/// Files of nothing but text, as their names say.
enum PlainText {
  /// How a file of that name is to be read; `nil` for one that is no text.
  /// - Parameter name: in small letters.
  static func form(of name: String) -> TextForm? {
    if [".csv", ".tsv", ".json"].contains(where: name.ends) { return .table }
    let endings = [".txt", ".md", ".xml", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".svg"]
    return endings.contains(where: name.ends) ? .prose : nil
  }
}

func holdsNumber(_ text: [UInt8], _ form: TextForm) -> Bool {
  !personalNumbers(in: text, as: form, limit: 1).found.isEmpty
}
