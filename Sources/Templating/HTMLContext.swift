/// Where in an HTML document a template stands after some text: the tokenizer of the HTML standard as far as it decides
/// whether a value is safe there. What a browser reads in two ways, depending on where the page stands, is followed in both.
struct HTMLContext: Hashable {
  enum Mode: Hashable {
    case text, tagOpening, endTagOpening, tagName, inTag, attributeName, afterAttributeName, beforeValue
    case doubleQuoted, singleQuoted, unquoted, declaration, bogusComment, comment, rawText
    /// Behind what no template needs and browsers read in several ways: nothing is printed from there on.
    case unclear
  }

  var mode = Mode.text
  /// Of the tag or attribute being read, in lower case; longer ones are none that matter.
  var name: [UInt8] = []
  /// Bytes of a mark that have been read: `<!--`, `<![CDATA[`, the end of raw text.
  var run = 0
  var dashes = CommentDashes.none
  var element = HTMLElement.other
  var isClosing = false
  /// The byte before is a slash that may close the tag.
  var isSelfClosing = false
  var attribute = HTMLAttribute.plain
  var value = AddressStart.empty
  /// The last four bytes of a script.
  var tail: UInt32 = 0
  /// Elements of these that are open; within them titles and styles are ordinary elements.
  var drawings: UInt8 = 0
  var formulas: UInt8 = 0
  /// Of the tag at hand, which may be a `<meta>`.
  var hasEquivalent = false
  var printedContent: Int?
  /// A print that turned out to be another header's value.
  var lateHazard: Int?

  /// How a comment may end: dashes read since its beginning or since its last other sign.
  enum CommentDashes: Hashable { case atStart, oneAtStart, none, one, two, bang }

  /// - Returns: a second context, where a browser may read on in either.
  mutating func read(_ byte: UInt8) -> HTMLContext? {
    switch mode {
    case .text: if byte == UInt8(ascii: "<") { mode = .tagOpening }
    case .tagOpening: readOpening(byte)
    case .endTagOpening: readEndOpening(byte)
    case .tagName: return readTagName(byte)
    case .inTag, .attributeName, .afterAttributeName: return readAttribute(byte)
    case .beforeValue: return readValueStart(byte)
    case .doubleQuoted: byte == UInt8(ascii: "\"") ? closeValue() : value.read(byte, of: attribute)
    case .singleQuoted: byte == UInt8(ascii: "'") ? closeValue() : value.read(byte, of: attribute)
    case .unquoted:
      if byte == UInt8(ascii: ">") { return finishTag() }
      byte.isSpace ? closeValue() : value.read(byte, of: attribute)
    case .declaration: readDeclaration(byte)
    case .bogusComment: if byte == UInt8(ascii: ">") { leaveTag() }
    case .comment: readComment(byte)
    case .rawText: readRawText(byte)
    case .unclear: break
    }
    return nil
  }

  /// Back among text; what is open stays open.
  mutating func leaveTag() {
    var next = HTMLContext()
    (next.drawings, next.formulas, next.lateHazard) = (drawings, formulas, lateHazard)
    self = next
  }
}

// MARK: - Tags

extension HTMLContext {
  private mutating func readOpening(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): mode = .endTagOpening
    case UInt8(ascii: "!"): (mode, run) = (.declaration, 0)
    case UInt8(ascii: "?"): mode = .bogusComment
    case UInt8(ascii: "<"): break
    case _ where byte.isLetter: beginTag(byte, isClosing: false)
    default: mode = .text
    }
  }

  private mutating func readEndOpening(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): mode = .text
    case _ where byte.isLetter: beginTag(byte, isClosing: true)
    default: mode = .bogusComment
    }
  }

  private mutating func beginTag(_ byte: UInt8, isClosing: Bool) {
    mode = .tagName
    self.isClosing = isClosing
    name = [byte.lowercased]
  }

  private mutating func readTagName(_ byte: UInt8) -> HTMLContext? {
    guard byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else {
      addToName(byte)
      return nil
    }
    element = HTMLElement(name)
    if byte == UInt8(ascii: ">") { return finishTag() }
    closeValue()
    isSelfClosing = byte == UInt8(ascii: "/")
    return nil
  }

  private mutating func readAttribute(_ byte: UInt8) -> HTMLContext? {
    switch byte {
    case UInt8(ascii: ">"):
      if mode != .inTag { classify() }
      return finishTag()
    case UInt8(ascii: "/"):
      if mode != .inTag { classify() }
      closeValue()
      isSelfClosing = true
    case UInt8(ascii: "=") where mode != .inTag:
      classify()
      (mode, value) = (.beforeValue, .empty)
    case _ where byte.isSpace:
      if mode == .attributeName { mode = .afterAttributeName }
      isSelfClosing = false
    default:
      isSelfClosing = false
      if mode == .attributeName {
        addToName(byte)
      } else {
        if mode == .afterAttributeName { classify() }
        (mode, name) = (.attributeName, [byte.lowercased])
      }
    }
    return nil
  }

  private mutating func classify() {
    attribute = HTMLAttribute(name, of: element)
    if attribute == .equivalent {
      hasEquivalent = true
      lateHazard = printedContent ?? lateHazard
    }
  }

  private mutating func readValueStart(_ byte: UInt8) -> HTMLContext? {
    switch byte {
    case UInt8(ascii: "\""): mode = .doubleQuoted
    case UInt8(ascii: "'"): mode = .singleQuoted
    case UInt8(ascii: ">"): return finishTag()
    case _ where byte.isSpace: break
    default:
      mode = .unquoted
      value.read(byte, of: attribute)
    }
    return nil
  }

  private mutating func closeValue() {
    mode = .inTag
    (name, attribute, value, isSelfClosing) = ([], .plain, .empty, false)
  }

  private mutating func finishTag() -> HTMLContext? {
    let (element, isClosing, isSelfClosing) = (element, isClosing, isSelfClosing)
    leaveTag()
    switch element {
    case .drawing: drawings.open(isClosing, isSelfClosing)
    case .formula: formulas.open(isClosing, isSelfClosing)
    case .other, .meta, .animation: break
    default:
      guard !isClosing else { break }
      let asElement = self
      (self.element, mode) = (element, .rawText)
      // In a drawing it is an element like others; without scripts, so is <noscript>.
      return drawings > 0 || formulas > 0 || element == .noscript ? asElement : nil
    }
    return nil
  }

  private mutating func addToName(_ byte: UInt8) { if name.count < 20 { name.append(byte.lowercased) } }
}

extension UInt8 {
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(lowercased) }

  /// Counts what is open, up to three: deeper is the same.
  fileprivate mutating func open(_ isClosing: Bool, _ isSelfClosing: Bool) {
    if isClosing { self -= self > 0 ? 1 : 0 } else if !isSelfClosing { self = Swift.min(self + 1, 3) }
  }
}
