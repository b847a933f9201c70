import Texts

/// What a PDF says of who made it, where and when: in its information dictionary and its XMP, as far as they stand unpacked
/// in its first and last two million bytes. A broken file is searched like any other; nothing of it is run or unpacked.
func detailsOfPDF(
  size: Int, window: Int = 2 << 20, _ read: (Range<Int>) throws -> [UInt8]
) rethrows -> AttachmentLook.Details {
  let head = try read(0..<min(size, window))
  let tail = size > window ? try read(max(window, size - window)..<size) : []
  // What a password hides is noise, not a name.
  let isEncrypted = [head, tail].contains { $0.firstStretch(of: "/Encrypt".utf8) != nil }
  var details = AttachmentLook.Details()
  for bytes in [head, tail] {
    if !isEncrypted {
      let plain = withPlainNames(bytes)
      if details.author.isEmpty { details.author = entry("/Author", in: plain) }
      if details.made.isEmpty { details.made = dayWritten(entry("/CreationDate", in: plain)) }
    }
    if details.author.isEmpty { details.author = creator(in: bytes) }
    if details.place.isEmpty { details.place = place(in: bytes) }
  }
  return details
}

/// Names may be written with escapes, `/Au#74hor`.
private func withPlainNames(_ bytes: [UInt8]) -> [UInt8] {
  let escape = UInt8(ascii: "#")
  guard bytes.contains(escape) else { return bytes }
  return bytes.withUnsafeBufferPointer { bytes in
    var (plain, at, isName): ([UInt8], Int, Bool) = ([], 0, false)
    plain.reserveCapacity(bytes.count)
    while at < bytes.count {
      let byte = bytes[at]
      if isName, byte == escape, at + 2 < bytes.count, let high = hexDigit(bytes[at + 1]),
        let low = hexDigit(bytes[at + 2])
      {
        plain.append(high << 4 | low)
        at += 3
        continue
      }
      isName = byte == UInt8(ascii: "/") || isName && byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "(")
      plain.append(byte)
      at += 1
    }
    return plain
  }
}

/// The first text that stands behind a name: `/Author (张三)`, `/Author <FEFF5F20>`.
private func entry(_ name: String, in bytes: [UInt8]) -> String {
  var rest = bytes[...]
  while let found = rest.firstStretch(of: name.utf8) {
    rest = rest[found.upperBound...]
    let value = rest.prefix(4_096).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let text =
      switch value.first {
      case UInt8(ascii: "("): pdfText(literal(value.dropFirst()))
      case UInt8(ascii: "<"): pdfText(hexadecimal(value.dropFirst()))
      default: indirect(value, in: bytes)
      }
    if !text.isEmpty { return text }
  }
  return ""
}

/// A text that stands as an object of its own: `5 0 R` of a value leads to `5 0 obj (张三)`.
private func indirect(_ value: ArraySlice<UInt8>, in bytes: [UInt8]) -> String {
  let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
  let object = value.prefix(10).prefix(while: isDigit)
  guard !object.isEmpty, value[object.endIndex...].starts(with: " 0 R".utf8) else { return "" }
  var rest = bytes[...]
  let head = object + Array(" 0 obj".utf8)
  while let found = rest.firstStretch(of: head) {
    rest = rest[found.upperBound...]
    guard found.lowerBound == 0 || !isDigit(bytes[found.lowerBound - 1]) else { continue }
    let text = rest.prefix(4_096).drop { $0 <= 0x20 }
    switch text.first {
    case UInt8(ascii: "("): return pdfText(literal(text.dropFirst()))
    case UInt8(ascii: "<"): return pdfText(hexadecimal(text.dropFirst()))
    default: return ""
    }
  }
  return ""
}

/// Bytes of a string in brackets, up to the one that closes it.
private func literal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var (text, depth, at): ([UInt8], Int, Int) = ([], 0, bytes.startIndex)
  while at < bytes.endIndex {
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\\"):
      let octal = bytes[at...].prefix(3).prefix { (0x30...0x37).contains($0) }
      if !octal.isEmpty {
        text.append(UInt8(truncatingIfNeeded: octal.reduce(0) { $0 << 3 | Int($1 & 7) }))
        at += octal.count
      } else if at < bytes.endIndex {
        text.append(bytes[at])
        at += 1
      }
    case UInt8(ascii: "("):
      depth += 1
      text.append(byte)
    case UInt8(ascii: ")"):
      if depth == 0 { return text }
      depth -= 1
      text.append(byte)
    default: text.append(byte)
    }
  }
  return []
}

private func hexadecimal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return [] }
  let digits = bytes[..<end].compactMap(hexDigit)
  return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
  default: nil
  }
}

/// Text strings of PDF are UTF-16 or UTF-8 where a mark says so, else Latin letters.
private func pdfText(_ bytes: [UInt8]) -> String {
  if bytes.starts(with: [0xFE, 0xFF]) {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return plainDetail(String(decoding: units, as: UTF16.self))
  }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return plainDetail(String(decoding: bytes.dropFirst(3), as: UTF8.self)) }
  // Many programs write UTF-8 without saying so.
  if let text = String(validating: bytes, as: UTF8.self) { return plainDetail(text) }
  return plainDetail(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
}

/// The first name in XMP: in its list of authors, or where older programs and drawing programs write one.
func creator(in bytes: [UInt8]) -> String {
  if let list = element("dc:creator", in: bytes[...]), let name = element("rdf:li", in: list) {
    let text = plainDetail(String(decoding: name, as: UTF8.self))
    if !text.isEmpty { return text }
  }
  return first(of: ["dc:creator", "pdf:Author", "xmp:Author", "tiff:Artist", "photoshop:CaptionWriter"], in: bytes)
}

/// A city, or that there are coordinates, in XMP.
func place(in bytes: [UInt8]) -> String {
  first(of: ["photoshop:City", "Iptc4xmpCore:Location", "exif:GPSLatitude"], in: bytes)
}

/// What the first of these properties says that isn't empty: XMP writes each as an element or as an attribute.
private func first(of names: [String], in bytes: [UInt8]) -> String {
  for name in names {
    for value in [element(name, in: bytes[...]), attribute(name, in: bytes[...])].compactMap(\.self) {
      let text = plainDetail(String(decoding: value, as: UTF8.self))
      if !text.isEmpty, !text.utf8.contains(UInt8(ascii: "<")) { return text }
    }
  }
  return ""
}

/// What stands in the quotation marks of the first attribute of that name.
private func attribute(_ name: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  var rest = bytes
  while let found = rest.firstStretch(of: name.utf8) {
    rest = rest[found.upperBound...]
    let value = rest.prefix(4_096).drop { $0 <= 0x20 }
    guard value.first == UInt8(ascii: "=") else { continue }
    let quoted = value.dropFirst().drop { $0 <= 0x20 }
    guard let mark = quoted.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"),
      let end = quoted.dropFirst().firstIndex(of: mark)
    else { continue }
    return quoted[(quoted.startIndex + 1)..<end]
  }
  return nil
}

/// What stands between the tags of the first element of that name.
private func element(_ name: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  guard let start = bytes.firstStretch(of: "<\(name)".utf8),
    let open = bytes[start.upperBound...].prefix(1_000).firstIndex(of: UInt8(ascii: ">")),
    let end = bytes[(open + 1)...].prefix(4_096).firstStretch(of: "</\(name)".utf8)
  else { return nil }
  return bytes[(open + 1)..<end.lowerBound]
}
