import Diagnostics

/// Where in an HTML document a template stands after some text: enough of the HTML tokenizer to tell whether escaped
/// text is safe there.
struct HTMLContext: Hashable {
  private enum Mode {
    case text, tagOpening, closingTag, tagName, inTag, attributeName, afterAttributeName, beforeValue
    case doubleQuoted, singleQuoted, unquoted, declaration, comment, rawText
  }

  private var mode = Mode.text
  /// The first eight bytes of the tag or attribute name being read, in lower case, packed.
  private var word: UInt64 = 0
  /// Bytes read of that name, of a comment's dashes or of the tag that ends raw text.
  private var run: UInt8 = 0
  private var element = Element.other
  private var isHandler = false

  private static let scriptEnd = Array("</script".utf8)
  private static let styleEnd = Array("</style".utf8)

  private enum Element { case other, script, style }

  /// What makes a print unsafe here.
  enum Hazard: Comparable { case script, style, tagName, outsideQuotes, handler, markupInAttribute, markupInComment }

  func hazard(isRaw: Bool) -> Hazard? {
    switch mode {
    case .text: nil
    case .rawText: element == .style ? .style : .script
    case .tagOpening, .closingTag, .tagName, .declaration: .tagName
    case .inTag, .attributeName, .afterAttributeName, .beforeValue, .unquoted: .outsideQuotes
    case .doubleQuoted, .singleQuoted: isHandler ? .handler : isRaw ? .markupInAttribute : nil
    case .comment: isRaw ? .markupInComment : nil
    }
  }

  mutating func read(_ byte: UInt8) {
    switch mode {
    case .text: if byte == UInt8(ascii: "<") { mode = .tagOpening }
    case .tagOpening: readOpening(byte)
    case .closingTag: if byte == UInt8(ascii: ">") { self = HTMLContext() }
    case .tagName: readTagName(byte)
    case .inTag, .attributeName, .afterAttributeName: readAttribute(byte)
    case .beforeValue: readValueStart(byte)
    case .doubleQuoted: if byte == UInt8(ascii: "\"") { closeValue() }
    case .singleQuoted: if byte == UInt8(ascii: "'") { closeValue() }
    case .unquoted:
      if byte == UInt8(ascii: ">") { finishTag() } else if byte.isSpace { closeValue() }
    case .declaration, .comment: readDeclaration(byte)
    case .rawText: readRawText(byte)
    }
  }
}

extension HTMLContext {
  private mutating func readOpening(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): mode = .closingTag
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      mode = .declaration
      run = byte == UInt8(ascii: "!") ? 0 : 2
    case UInt8(ascii: "<"): break
    case _ where byte.isLetter:
      mode = .tagName
      begin(byte)
    default: mode = .text
    }
  }

  private mutating func readTagName(_ byte: UInt8) {
    guard byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else { return pack(byte) }
    element = word == packed("script") ? .script : word == packed("style") ? .style : .other
    if byte == UInt8(ascii: ">") { finishTag() } else { closeValue() }
  }

  private mutating func readAttribute(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): finishTag()
    case UInt8(ascii: "/"): closeValue()
    case UInt8(ascii: "=") where mode != .inTag:
      isHandler = word & 0xFFFF == packed("on")
      mode = .beforeValue
    case _ where byte.isSpace: if mode == .attributeName { mode = .afterAttributeName }
    default:
      if mode == .attributeName { return pack(byte) }
      mode = .attributeName
      begin(byte)
    }
  }

  private mutating func readValueStart(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): mode = .doubleQuoted
    case UInt8(ascii: "'"): mode = .singleQuoted
    case UInt8(ascii: ">"): finishTag()
    case _ where byte.isSpace: break
    default: mode = .unquoted
    }
  }

  /// `run` counts the dashes of a comment's begin (2 or more: an ordinary declaration) and of its end.
  private mutating func readDeclaration(_ byte: UInt8) {
    let isDash = byte == UInt8(ascii: "-")
    if mode == .comment {
      if byte == UInt8(ascii: ">"), run == 2 { self = HTMLContext() } else { run = isDash ? min(run + 1, 2) : 0 }
    } else if isDash, run < 2 {
      run += 1
      if run == 2 {
        mode = .comment
        run = 0
      }
    } else {
      run = 2
      if byte == UInt8(ascii: ">") { self = HTMLContext() }
    }
  }

  private mutating func readRawText(_ byte: UInt8) {
    let end = element == .style ? Self.styleEnd : Self.scriptEnd
    if byte.lowercased == end[Int(run)] { run += 1 } else { run = byte == UInt8(ascii: "<") ? 1 : 0 }
    if Int(run) == end.count {
      self = HTMLContext()
      mode = .closingTag
    }
  }

  private mutating func closeValue() {
    mode = .inTag
    (word, run, isHandler) = (0, 0, false)
  }

  private mutating func finishTag() {
    let element = element
    self = HTMLContext()
    if element != .other {
      self.element = element
      mode = .rawText
    }
  }

  private mutating func begin(_ byte: UInt8) {
    (word, run) = (0, 0)
    pack(byte)
  }

  private mutating func pack(_ byte: UInt8) {
    guard run < 8 else { return }
    word |= UInt64(byte.lowercased) << (8 * UInt64(run))
    run += 1
  }
}

private func packed(_ name: String) -> UInt64 { name.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } }

extension UInt8 {
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(lowercased) }
}
