/// What an attribute's value does, as far as it matters to what is printed in it.
enum HTMLAttribute: Hashable {
  case plain, handler, style
  /// Where a link leads, or a picture, a form or a script comes from.
  case address
  /// Several of them, with more said of each.
  case addresses
  /// A whole document.
  case document
  /// Makes a `<meta>` a header of the answer, and what that header says.
  case equivalent, content

  private static let leading: Set<String> = [
    "href", "xlink:href", "src", "action", "formaction", "poster", "background", "cite", "data", "longdesc", "manifest",
    "codebase", "classid", "archive", "profile", "usemap", "icon", "dynsrc", "lowsrc",
  ]

  init(_ name: [UInt8], of element: HTMLElement) {
    let name = String(decoding: name, as: UTF8.self)
    self =
      switch name {
      case _ where name.utf8.starts(with: "on".utf8): .handler
      case "style": .style
      case "srcdoc": .document
      case "srcset", "imagesrcset", "ping": .addresses
      case "http-equiv" where element == .meta: .equivalent
      case "content" where element == .meta: .content
      case _ where element == .animation && ["to", "from", "by", "values"].contains(name): .addresses
      case _ where Self.leading.contains(name): .address
      default: .plain
      }
  }
}

/// What a value of an address begins with, so far as a template writes it out: whether a text after it could still become
/// its scheme, as in `java{{rest}}`.
enum AddressStart: Hashable {
  case empty
  case word([UInt8])
  /// A path, a query, a place in the page, or an address of a known kind.
  case known
  /// `javascript:`, `data:`, or what nobody knows.
  case hostile

  mutating func read(_ byte: UInt8, of attribute: HTMLAttribute) {
    guard attribute == .address, self != .known, self != .hostile else { return }
    var word: [UInt8] = []
    if case .word(let read) = self { word = read }
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"): self = .known
    case UInt8(ascii: ":"):
      self = ["http", "https", "mailto", "tel"].contains(String(decoding: word, as: UTF8.self)) ? .known : .hostile
    // A reference could spell anything, and browsers pass over white space in a scheme.
    case UInt8(ascii: "&"), 0x00...0x20: self = .hostile
    default: self = .word(word.count < 12 ? word + [byte.lowercased] : word)
    }
  }
}
