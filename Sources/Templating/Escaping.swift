import Texts

extension [UInt8] {
  /// Appends text with `& < > " '` as character references, safe between tags and inside quoted attribute values.
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { text in
      var copied = 0
      var at = text.nextASCII(from: 0)
      while at < text.count {
        if text[at].needsEscape {
          append(contentsOf: text[copied..<at])
          appendEscaped(text[at])
          copied = at + 1
        }
        at = text.nextASCII(from: at + 1)
      }
      append(contentsOf: text[copied...])
    }
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
    default: append(byte)
    }
  }

  mutating func appendDigits(of value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = value.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}

extension UInt8 {
  fileprivate var needsEscape: Bool {
    guard self <= UInt8(ascii: ">") else { return false }
    return switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// Space or tab: whitespace that stays on its line.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Any ASCII whitespace.
  var isSpace: Bool { isBlank || self == 0x0A || self == 0x0D || self == 0x0C }
}
