import Addressing
import Picturing
import Texts

/// One page as a file that needs no other: stylesheets stand in it, pictures become data URIs (a drawing stays a picture),
/// scripts go, and so do links to what doesn't travel with it; their words stay. Links within the page and to addresses
/// with a scheme stay.
///
/// - Parameter path: the page's own, from the site's root; its references are read from there.
/// - Parameter file: a file of the site by its path from the root; for `nil` the reference goes.
package func selfContained(_ html: [UInt8], at path: String, file: (String) throws -> [UInt8]?) rethrows -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(html.count * 2)
  var rest = html[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    out += rest[..<start]
    rest = rest[start...]
    guard let tag = Tag(at: rest) else {
      let end = rest.starts(with: "<!--".utf8) ? endOfComment(rest) : start + 1
      out += rest[..<end]
      rest = rest[end...]
      continue
    }
    rest = rest[tag.end...]
    switch tag.name {
    // A film doesn't travel; the link below it says what it was.
    case "video", "audio": rest = rest[endOfElement(tag.name, rest)...]
    case "script": rest = rest[endOfElement("script", rest)...]
    case "style":
      let end = endOfElement("style", rest)
      out += tag.bytes
      out += rest[..<end]
      rest = rest[end...]
    case "link":
      guard tag.value("rel") == "stylesheet", let href = tag.value("href"), let source = resolve(href, from: path),
        let css = try file(source)
      else { continue }
      let style = try inlined(css, at: source, file: file)
      out += "<style>\n".utf8
      out += style
      out += "</style>".utf8
    case "meta" where tag.value("http-equiv")?.lowercased() == "content-security-policy":
      out += Array(#"<meta http-equiv="Content-Security-Policy" content="\#(selfContainedPolicy)">"#.utf8)
    case "img": out += try holding(tag, "src", at: path, file: file)
    case "image": out += try holding(tag, "href", at: path, file: file)
    // Other sizes of a picture that follows: the one in `img` travels.
    case "source": continue
    case "a": out += leadsToAnotherFile(tag.value("href")) ? tag.replacing(["href": nil]) : Array(tag.bytes)
    default: out += tag.bytes
    }
  }
  return out + rest
}

/// The tag of a picture with its bytes in place of its address, and no other sizes to choose from.
private func holding(
  _ tag: Tag, _ attribute: String, at page: String, file: (String) throws -> [UInt8]?
) rethrows -> [UInt8] {
  guard let address = tag.value(attribute), leadsToAnotherFile(address) else { return Array(tag.bytes) }
  let source = resolve(address, from: page)
  let picture = try source.flatMap { source in try file(source).map { dataURI($0, named: source) } }
  return tag.replacing([attribute: picture, "srcset": nil])
}

/// What such a page may do: nothing but show what it holds.
let selfContainedPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"

/// `url(…)` of a stylesheet as data URIs.
private func inlined(_ css: [UInt8], at path: String, file: (String) throws -> [UInt8]?) rethrows -> [UInt8] {
  var out: [UInt8] = []
  var rest = css[...]
  let opening = Array("url(".utf8)
  while let start = rest.firstStretch(of: opening)?.lowerBound,
    let end = rest[start...].firstIndex(of: UInt8(ascii: ")"))
  {
    let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: " ")]
    let inner = rest[(start + opening.count)..<end].drop { quotes.contains($0) }
    let name = String(decoding: inner.prefix { !quotes.contains($0) }, as: UTF8.self)
    if leadsToAnotherFile(name) {
      let source = resolve(name, from: path)
      let picture = try source.flatMap { source in try file(source).map { dataURI($0, named: source) } } ?? []
      out += rest[..<start]
      out += opening
      out += picture
      out.append(UInt8(ascii: ")"))
    } else {
      out += rest[...end]
    }
    rest = rest[(end + 1)...]
  }
  return out + rest
}

private func dataURI(_ bytes: [UInt8], named path: String) -> [UInt8] {
  let end = path.parts(at: ".").last?.lowercased() ?? ""
  let kinds = ["svg": "svg+xml", "jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp", "gif": "gif"]
  return Array("data:image/\(kinds[end] ?? end);base64,".utf8) + base64(bytes)
}

/// Whether a reference needs another file of the site: neither a place within the page nor an address with a scheme.
private func leadsToAnotherFile(_ text: String?) -> Bool {
  guard let reference = text.map(Reference.init) else { return false }
  return reference.lead != .outside && !reference.isWithinFile
}

/// The file of the site a reference names, from the site's root; `nil` for one above it.
private func resolve(_ text: String, from page: String) -> String? {
  let reference = Reference(text)
  // A slash in front is the root: without an address of the site no page knows another one.
  if reference.lead == .root {
    return try? SitePath("").resolving(Reference(String(decoding: reference.path.drop { $0 == 0x2F }, as: UTF8.self)))
      .text
  }
  return try? SitePath(page).resolving(reference).text
}

private func endOfComment(_ rest: ArraySlice<UInt8>) -> Int {
  rest.firstStretch(of: "-->".utf8)?.upperBound ?? rest.endIndex
}

/// Behind the end tag of an element whose content is no markup.
private func endOfElement(_ name: String, _ rest: ArraySlice<UInt8>) -> Int {
  guard let start = rest.firstStretch(of: "</\(name)".utf8)?.lowerBound else { return rest.endIndex }
  return (rest[start...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex - 1) + 1
}
