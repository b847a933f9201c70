import Texts

/// Text of a part: what XML forbids, and what steers whoever shows it, becomes U+FFFD; line ends are one kind, and what a
/// workbook would take for an escaped character (`_x000D_`) stays what it says.
struct CellText {
  /// What a cell may hold, in UTF-16.
  static let longest = 32_767

  private(set) var bytes: [UInt8] = []
  /// Whether blanks at an end have to be kept, or line ends.
  let keepsSpace: Bool

  init(_ text: String) {
    let text = text.fitting(Self.longest)
    keepsSpace = text.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } || text.hasSpaceAtEnd
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for scalar in text.unicodeScalars {
      let isHalf = wasReturn && scalar == "\n"
      wasReturn = scalar == "\r"
      if isHalf { continue }
      append(wasReturn ? "\n" : scalar)
    }
    escapeEscapes()
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": bytes += "&amp;".utf8
    case "<": bytes += "&lt;".utf8
    case ">": bytes += "&gt;".utf8
    case "\"": bytes += "&quot;".utf8
    case _ where scalar.steers || scalar.value == 0xFFFE || scalar.value == 0xFFFF: bytes += [0xEF, 0xBF, 0xBD]
    default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
    }
  }

  /// `_x000D_` → `_x005F_x000D_`.
  private mutating func escapeEscapes() {
    guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return }
    var (escaped, at): ([UInt8], Int) = ([], 0)
    while at < bytes.count {
      if bytes[at...].isEscape { escaped += "_x005F".utf8 }
      escaped.append(bytes[at])
      at += 1
    }
    bytes = escaped
  }
}

extension ArraySlice<UInt8> {
  /// Whether it begins with `_xHHHH_`.
  fileprivate var isEscape: Bool {
    let piece = prefix(7)
    guard piece.count == 7, piece.first == UInt8(ascii: "_"), piece.last == UInt8(ascii: "_"),
      piece[piece.startIndex + 1] == UInt8(ascii: "x")
    else { return false }
    return piece.dropFirst(2).dropLast().allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }
  }
}

extension String {
  /// The text, cut with a mark where it is longer.
  fileprivate func fitting(_ length: Int) -> String {
    guard utf8.count > length, utf16.count > length else { return self }
    return cut(toUTF16: length - 1) + "…"
  }

  /// Its beginning in so many UTF-16 units, as workbooks count; no scalar is parted.
  func cut(toUTF16 units: Int) -> String {
    var (kept, count) = (String.UnicodeScalarView(), 0)
    for scalar in unicodeScalars {
      count += UTF16.width(scalar)
      if count > units { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  fileprivate var hasSpaceAtEnd: Bool { utf8.first == 0x20 || utf8.last == 0x20 }
}

extension [UInt8] {
  mutating func append(_ text: String) { self += text.utf8 }
}
