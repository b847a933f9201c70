/// A published page without the spans of typesetting and with the quotation marks that its values don't need: what a test of
/// its words compares. End tags that HTML doesn't need stay away.
extension String {
  var asWritten: String {
    let spans = Set(["g", "h", "nb", "ph", "md"].map { Array("<span class=\"\($0)\">".utf8) })
    let close = Array("</span>".utf8)
    let bytes = Array(utf8)
    var text: [UInt8] = []
    var isOurs: [Bool] = []
    var at = 0
    while at < bytes.count {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      guard bytes[at] == UInt8(ascii: "<"), next == UInt8(ascii: "/") || (0x61...0x7A).contains(next | 0x20) else {
        text.append(bytes[at])
        at += 1
        continue
      }
      let tag = quotedTag(bytes, &at)
      if tag == close {
        if isOurs.popLast() != true { text += tag }
      } else {
        if tag.starts(with: "<span".utf8) { isOurs.append(spans.contains(tag)) }
        if !spans.contains(tag) { text += tag }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The tag that begins at an offset, which is moved behind it.
private func quotedTag(_ bytes: [UInt8], _ at: inout Int) -> [UInt8] {
  var tag: [UInt8] = []
  var quote: UInt8?
  while at < bytes.count {
    let byte = bytes[at]
    tag.append(byte)
    at += 1
    if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: ">") {
      break
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: "="), at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != 0x27 {
      let value = bytes[at...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      tag += Array("\"".utf8) + value + Array("\"".utf8)
      at = value.endIndex
    }
  }
  return tag
}
