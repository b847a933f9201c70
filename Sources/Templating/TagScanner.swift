import Diagnostics
import Texts

/// One tag of a template, with its place and how it stands in its line.
struct Tag {
  enum Sigil { case variable, raw, section, inverted, close, partial, block, parent, comment, delimiters }

  let sigil: Sigil
  let name: String
  /// Of the name's first scalar.
  let place: Place
  /// The tag's bytes, delimiters included.
  let start: Int
  let end: Int
  /// Where its line begins, when only blanks stand before it.
  let lead: Int?
  /// Where the next line begins, when only blanks follow it.
  let trail: Int?
  /// Reported already; its name means nothing.
  var isBroken = false
}

/// Finds the tags of one template, first step of reading it: delimiters, names, comments.
struct TagScanner {
  private let source: TemplateSource
  private var bytes: [UInt8] { source.bytes }
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private(set) var tags: [Tag] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: TemplateSource) {
    self.source = source
    var position = 0
    while let start = find(opening, from: position) { position = scanTag(at: start) }
  }

  /// Reads the tag whose opening delimiter stands at `start`; returns where to go on.
  private mutating func scanTag(at start: Int) -> Int {
    var content = start + opening.count
    while content < bytes.count, bytes[content].isSpace { content += 1 }
    let sigil = content < bytes.count ? Tag.Sigil(bytes[content]) : .variable
    let isTriple = content < bytes.count && bytes[content] == UInt8(ascii: "{")
    if sigil != .variable { content += 1 }

    var terminator = closing
    if isTriple { terminator.insert(UInt8(ascii: "}"), at: 0) }
    if sigil == .delimiters { terminator.insert(UInt8(ascii: "="), at: 0) }
    // A name holds no opening delimiter; where one comes first, this tag was forgotten and the next is read on its own.
    let next = sigil == .comment || sigil == .delimiters ? nil : find(opening, from: content)
    let stop = find(terminator, from: content, upTo: next)
    if let next, stop == nil {
      diagnostics.append(.tagNotClosed(closing: terminator, at: nameStart(content)))
      return next
    }
    guard let stop else {
      diagnostics.append(.tagNotClosed(closing: terminator, at: nameStart(content)))
      return bytes.count
    }

    let end = stop + terminator.count
    var first = content
    var last = stop
    while first < last, bytes[first].isSpace { first += 1 }
    while last > first, bytes[last - 1].isSpace { last -= 1 }
    let name = sigil == .comment ? "" : String(decoding: bytes[first..<last], as: UTF8.self)
    var tag = Tag(
      sigil: sigil, name: name, place: source.place(at: first), start: start, end: end, lead: lineStart(before: start),
      trail: lineEnd(after: end))
    if sigil == .delimiters {
      setDelimiters(name, at: tag.place)
    } else if sigil != .comment, !isName(name, of: sigil) {
      diagnostics.append(.malformedName(name, at: tag.place))
      tag.isBroken = true
    }
    tags.append(tag)
    return end
  }

  private mutating func setDelimiters(_ text: String, at place: Place) {
    let pair = text.utf8.split(whereSeparator: \.isSpace)
    guard pair.count == 2, pair.allSatisfy({ !$0.contains(UInt8(ascii: "=")) }) else {
      return diagnostics.append(.malformedDelimiters(text, at: place))
    }
    opening = Array(pair[0])
    closing = Array(pair[1])
  }

  private func isName(_ name: String, of sigil: Tag.Sigil) -> Bool {
    guard !name.isEmpty, !name.utf8.contains(where: \.isSpace) else { return false }
    switch sigil {
    case .variable, .raw, .section, .inverted:
      return name == "." || !name.parts(at: ".", keepingEmpty: true).contains("")
    default: return true
    }
  }

  private func nameStart(_ content: Int) -> Place {
    var first = content
    while first < bytes.count, bytes[first].isBlank { first += 1 }
    return source.place(at: first)
  }

  private func lineStart(before start: Int) -> Int? {
    var position = start
    while position > 0, bytes[position - 1].isBlank { position -= 1 }
    return position == 0 || bytes[position - 1] == 0x0A ? position : nil
  }

  private func lineEnd(after end: Int) -> Int? {
    var position = end
    while position < bytes.count, bytes[position].isBlank { position += 1 }
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position == bytes.count { return position }
    return bytes[position] == 0x0A ? position + 1 : nil
  }

  /// The first place of `needle` from `start` on, beginning at `last` at the latest.
  private func find(_ needle: [UInt8], from start: Int, upTo last: Int? = nil) -> Int? {
    let last = min(last ?? bytes.count, bytes.count - needle.count)
    guard let head = needle.first, start <= last else { return nil }
    for position in start...last where bytes[position] == head {
      if bytes[position..<(position + needle.count)].elementsEqual(needle) { return position }
    }
    return nil
  }
}

extension Tag.Sigil {
  init(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "$"): self = .block
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: "="): self = .delimiters
    case UInt8(ascii: "&"), UInt8(ascii: "{"): self = .raw
    default: self = .variable
    }
  }
}
