import Diagnostics

/// The little of CSS that a drawing needs, byte by byte. Whatever else is written is no style of a drawing.
enum StyleFault: Error {
  case outside, unknownFunction(String), unusual

  var words: Bilingual {
    switch self {
    case .outside: Bilingual(zh: "引用了图片之外的内容", en: "reaches outside the picture")
    case .unknownFunction(let name):
      Bilingual(zh: "用了函数 \(name.prefix(40))()", en: "calls the function \(name.prefix(40))()")
    case .unusual: Bilingual(zh: "有转义、@、没有结束的引号或括号", en: "has an escape, an @, or a quote or bracket without an end")
    }
  }
}

/// The names in `url(#name)` of a value; a failure for anything that could reach outside.
func styleReferences(in value: String) -> Result<[String], StyleFault> {
  var scanner = StyleScanner(bytes: Array(value.utf8))
  do throws(StyleFault) {
    try scanner.run()
    return .success(scanner.ids)
  } catch {
    return .failure(error)
  }
}

private struct StyleScanner {
  let bytes: [UInt8]
  var ids: [String] = []
  private var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() throws(StyleFault) {
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = try string(byte)
      case UInt8(ascii: "("):
        // A bracket that no name calls.
        depth += 1
        at += 1
      case UInt8(ascii: ")"):
        depth -= 1
        at += 1
        guard depth >= 0 else { throw .unusual }
      case UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"),
        UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "&"):
        throw .unusual
      case _ where byte.isNamePart: if try word() { depth += 1 }
      default: at += 1
      }
    }
    guard depth == 0 else { throw .unusual }
  }

  /// - Returns: whether a function's bracket was opened.
  private mutating func word() throws(StyleFault) -> Bool {
    let start = at
    while at < bytes.count, bytes[at].isNamePart { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "(") else { return false }
    let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    at += 1
    if name == "url" {
      try reference()
      return false
    }
    guard DrawingNames.functions.contains(name) else { throw .unknownFunction(name) }
    return true
  }

  /// What stands in `url(…)`: a name within the picture, in quotation marks or not.
  private mutating func reference() throws(StyleFault) {
    skipSpace()
    var inner: [UInt8] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
      inner = try string(bytes[at])
      skipSpace()
    } else {
      while at < bytes.count, bytes[at] != UInt8(ascii: ")"), !bytes[at].isStyleSpace {
        inner.append(bytes[at])
        at += 1
      }
      skipSpace()
    }
    guard at < bytes.count, bytes[at] == UInt8(ascii: ")") else { throw .unusual }
    at += 1
    guard inner.first == UInt8(ascii: "#"), !inner.contains(UInt8(ascii: "\\")) else { throw .outside }
    ids.append(String(decoding: inner.dropFirst(), as: UTF8.self))
  }

  private mutating func string(_ quote: UInt8) throws(StyleFault) -> [UInt8] {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != quote {
      guard bytes[at] != UInt8(ascii: "\\"), bytes[at] != 0x0A else { throw .unusual }
      at += 1
    }
    guard at < bytes.count else { throw .unusual }
    at += 1
    return Array(bytes[start..<(at - 1)])
  }

  private mutating func skipSpace() { while at < bytes.count, bytes[at].isStyleSpace { at += 1 } }
}

extension UInt8 {
  var isStyleSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  fileprivate var isNamePart: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self >= 0x80
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
