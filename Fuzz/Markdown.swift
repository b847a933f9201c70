import CCmark
import Diagnostics
import Texts
@testable import Markup

/// libcmark's own HTML of a text.
private func libcmark(_ source: [UInt8]) -> String {
  source.withUnsafeBytes { bytes in
    let html = cmark_markdown_to_html(
      bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_VALIDATE_UTF8)
    guard let html else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }
}

/// Elements must close in turn; a browser would otherwise put the rest of the page inside. By bytes, since a combining
/// character makes one `Character` of itself and the bracket before it.
private func checkElements(_ html: [UInt8]) {
  var open: [String] = []
  for piece in html.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst() {
    guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else {
      fatalError("a tag left open: \(String(decoding: piece, as: UTF8.self))")
    }
    let tag = String(decoding: piece[..<end], as: UTF8.self)
    if tag.hasPrefix("!--") || tag.hasSuffix("/") { continue }
    let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
    precondition(!["script", "style", "iframe", "object", "form"].contains(name), "a page with <\(name)>")
    if ["br", "hr", "img", "input", "col"].contains(name) { continue }
    if tag.hasPrefix("/") {
      precondition(open.popLast() == name, "</\(name)> closes another: \(String(decoding: html, as: UTF8.self))")
    } else {
      open.append(name)
    }
  }
  precondition(open.isEmpty, "left open: \(open)")
}

@_cdecl("LLVMFuzzerTestOneInput") public func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // Raw: bad bytes, too, have to do no harm here, though the loader repairs them.
  let raw = Array(UnsafeBufferPointer(start: start, count: count))
  _ = parseMarkup(raw[...], file: 0, firstLine: 1)
  let bytes = asLoaded(start, count)
  let (document, mistakes) = parseMarkup(bytes[...], file: 0, firstLine: 1, embeds: ["chart"])
  checkPlaces(mistakes, in: SourceFile(path: "content/about.md", bytes: bytes))
  precondition(document != nil || !mistakes.isEmpty, "no text and no mistake")
  guard let document else { return 0 }
  let pieces = document.htmlPieces { url, _ in MarkupTarget(url: url, width: 3, height: 2) }
  precondition(pieces.count == document.embeds.count + 1)
  checkElements(Array(pieces.joined()))
  precondition(Set(document.outline.map(\.id)).count == document.outline.count, "two headings with one id")
  let lines = lineCount(bytes)
  for place in document.links.map(\.place) + document.images.map(\.place) + document.embeds.map(\.place) {
    precondition(place.line >= 1 && Int(place.line) <= lines && place.column >= 1, "a link outside the file: \(place)")
  }
  _ = document.plainText
  // Where neither a table nor the Chinese rule is at work and nothing is refused, the HTML is libcmark's.
  if !mistakes.hasErrors, !bytes.contains(UInt8(ascii: "|")), let markers = Markers(absentFrom: bytes),
    markers.marking(bytes) == bytes,
    let same = parseMarkup(bytes[...], file: 0, firstLine: 1, dialect: .libcmark).document
  {
    let ours = same.html { url, _ in MarkupTarget(url: url) }
    let theirs = libcmark(bytes)
    precondition(ours == theirs, "ours: \(ours)\nlibcmark: \(theirs)")
  }
  return 0
}
