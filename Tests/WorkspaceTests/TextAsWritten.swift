/// A published page without the spans of typesetting, with the quotation marks that its values don't need and the end tags
/// that HTML doesn't: what a test of its words compares.
extension String {
  var asWritten: String {
    let spans = Set(["g", "h", "hx", "hc", "nb", "ph", "md"].map { Array("<span class=\"\($0)\">".utf8) })
    let bytes = Array(utf8)
    var text: [UInt8] = []
    var open: [(name: String, isOurs: Bool)] = []
    var at = 0
    while at < bytes.count {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      guard bytes[at] == UInt8(ascii: "<"), next == UInt8(ascii: "/") || (0x61...0x7A).contains(next | 0x20) else {
        text.append(bytes[at])
        at += 1
        continue
      }
      let tag = quotedTag(bytes, &at)
      let isClosing = next == UInt8(ascii: "/")
      let name = nameOfTag(tag)
      if isClosing {
        guard open.contains(where: { $0.name == name }) else {
          text += tag
          continue
        }
        while let last = open.popLast() {
          if last.name == name {
            if !last.isOurs { text += tag }
            break
          }
          if optional.contains(last.name) { text += Array("</\(last.name)>".utf8) }
        }
      } else {
        while let last = open.last, ends[name]?.contains(last.name) == true {
          text += Array("</\(last.name)>".utf8)
          open.removeLast()
        }
        let isOurs = spans.contains(tag) || name == "wbr"
        if !isOurs { text += tag }
        if !empty.contains(name), !tag.suffix(2).elementsEqual("/>".utf8) { open.append((name, isOurs)) }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

private let optional: Set<String> = [
  "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "option",
]
private let empty: Set<String> = ["br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
/// Which open elements the beginning of another ends.
private let ends: [String: Set<String>] = {
  var ends: [String: Set<String>] = [
    "li": ["p", "li"], "dt": ["p", "dt", "dd"], "dd": ["p", "dt", "dd"], "td": ["p", "td", "th"],
    "th": ["p", "td", "th"],
    "tr": ["p", "td", "th", "tr", "caption"], "option": ["option"],
  ]
  for part in ["thead", "tbody", "tfoot"] { ends[part] = ["p", "td", "th", "tr", "thead", "tbody", "caption"] }
  for block in [
    "article", "aside", "blockquote", "details", "div", "dl", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3",
    "h4", "header", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
  ] { ends[block] = ["p"] }
  return ends
}()

private func nameOfTag(_ tag: [UInt8]) -> String {
  let rest = tag.dropFirst(tag[1] == UInt8(ascii: "/") ? 2 : 1)
  return String(
    decoding: rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }, as: UTF8.self)
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
