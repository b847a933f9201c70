import Texts

/// What stands behind the words of a link, in the brackets of its address or in those that were meant to be.
struct LinkAddress {
  enum Form { case right, spaced, wideBrackets }

  private(set) var form = Form.right
  /// How address and title are rightly written; `nil` where nothing like an address follows.
  private(set) var inside: String?
  private var path: ArraySlice<UInt8> = []

  private static let kinds =
    ["md", "png", "jpg", "jpeg", "webp", "gif", "svg", "csv", "html"] + AttachmentKind.allCases.map(\.rawValue)
  private static let pictures = ["png", "jpg", "jpeg", "webp", "gif", "svg"]

  /// - Parameter rest: the line from behind the closing bracket.
  init(_ rest: ArraySlice<UInt8>) {
    let open = UInt8(ascii: "(")
    let narrow = rest.first == open
    guard narrow || rest.starts(with: "（".utf8) else { return }
    let content = rest.dropFirst(narrow ? 1 : 3)
    if narrow, let whole = Self.wellFormed(content) {
      inside = String(decoding: whole, as: UTF8.self)
      path = whole
      return
    }
    guard let end = Self.end(of: content, narrow: narrow) else { return }
    form = narrow && content[end] == UInt8(ascii: ")") ? .spaced : .wideBrackets
    let (address, title) = Self.parted(Self.trimmed(content[..<end]))
    guard !address.isEmpty else { return }
    path = address
    let text = String(decoding: address, as: UTF8.self)
    let isOpen = address.first == UInt8(ascii: "<")
    let needsBrackets =
      !isOpen && address.contains { $0 == 0x20 || $0 == 0x09 || $0 == open || $0 == UInt8(ascii: ")") }
    inside = (needsBrackets ? "<\(text)>" : text) + (title.isEmpty ? "" : " \(String(decoding: title, as: UTF8.self))")
  }

  /// Whether it names a file or leads to a site, so that a link was meant and not a remark in brackets.
  var isFile: Bool {
    path.starts(with: "http://".utf8) || path.starts(with: "https://".utf8) || path.starts(with: "../".utf8)
      || Self.kinds.contains(ending)
  }

  var isPicture: Bool { Self.pictures.contains(ending) }

  private var ending: String {
    let file = path.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let dot = file.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(decoding: file[(dot + 1)...].prefix(5).prefix { $0 > 0x20 }, as: UTF8.self).lowercased()
  }

  /// The inside of brackets that CommonMark reads as an address with or without a title.
  private static func wellFormed(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var at = skipSpaces(content, content.startIndex)
    if at < content.endIndex, content[at] == UInt8(ascii: "<") {
      guard let end = content[at...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      at = end + 1
    } else {
      var depth = 0
      while at < content.endIndex, content[at] > 0x20 {
        if content[at] == UInt8(ascii: "\\"), at + 1 < content.endIndex {
          at += 2
          continue
        }
        if content[at] == UInt8(ascii: "(") { depth += 1 }
        if content[at] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        at += 1
      }
    }
    let end = at
    at = skipSpaces(content, at)
    if at == content.endIndex {
      // The rest of it stands on the next line, unless it is closed by a bracket of another kind.
      let isClosed = content.contains(UInt8(ascii: ")")) || content.firstStretch(of: Array("）".utf8)) != nil
      return content.isEmpty || isClosed ? nil : content[..<end]
    }
    if content[at] == UInt8(ascii: ")") { return trimmed(content[..<at]) }
    guard at > end, let close = closer(of: content[at]), let last = content[(at + 1)...].firstIndex(of: close) else {
      return nil
    }
    let behind = skipSpaces(content, last + 1)
    return behind < content.endIndex && content[behind] == UInt8(ascii: ")") ? trimmed(content[..<end]) : nil
  }

  private static func closer(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  /// The bracket that closes what one of this kind opened, brackets inside counted; else the first wide one.
  private static func end(of content: ArraySlice<UInt8>, narrow: Bool) -> Int? {
    let wide = content.firstStretch(of: Array("）".utf8))?.lowerBound
    guard narrow else { return wide ?? content.firstIndex(of: UInt8(ascii: ")")) }
    var depth = 0
    for at in content.indices {
      if content[at] == UInt8(ascii: "(") { depth += 1 }
      if content[at] == UInt8(ascii: ")") {
        if depth == 0 { return at }
        depth -= 1
      }
    }
    return wide
  }

  /// Address and title, which stands in quotation marks at the end.
  private static func parted(_ inside: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    guard let last = inside.last, last == UInt8(ascii: "\"") || last == UInt8(ascii: "'"),
      let first = inside.dropLast().lastIndex(of: last), first > inside.startIndex, inside[first - 1] == 0x20
    else { return (inside, []) }
    return (trimmed(inside[..<first]), inside[first...])
  }

  private static func skipSpaces(_ content: ArraySlice<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < content.endIndex, content[at] == 0x20 || content[at] == 0x09 { at += 1 }
    return at
  }

  private static func trimmed(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var content = content.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = content.last, last == 0x20 || last == 0x09 { content.removeLast() }
    return content
  }
}
