/// A piece of SQL as far as places are looked for: words, quoted names, texts, parameters. Whatever SQLite makes of it, a
/// mistake can be shown at the piece it speaks of.
struct SQLPiece: Equatable {
  enum Kind { case word, quoted, text, parameter, other }
  let kind: Kind
  /// Without its quotes.
  let text: String
  /// Offset of the first byte.
  let start: Int
}

/// The pieces of SQL, comments and blanks left out.
func sqlPieces(_ sql: [UInt8]) -> [SQLPiece] {
  var pieces: [SQLPiece] = []
  var index = 0
  func end(of start: Int, while isPart: (UInt8) -> Bool) -> Int {
    var end = start
    while end < sql.count, isPart(sql[end]) { end += 1 }
    return end
  }
  while index < sql.count {
    let (start, byte) = (index, sql[index])
    let next = index + 1 < sql.count ? sql[index + 1] : 0
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: index += 1
    case UInt8(ascii: "-") where next == byte: index = end(of: start) { $0 != 0x0A }
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
      index += 2
      while index < sql.count,
        !(sql[index] == UInt8(ascii: "/") && sql[index - 1] == UInt8(ascii: "*") && index > start + 2)
      {
        index += 1
      }
      index += 1
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "["):
      let close = byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : byte
      var text: [UInt8] = []
      index += 1
      while index < sql.count {
        if sql[index] == close {
          guard byte == close, index + 1 < sql.count, sql[index + 1] == close else { break }
          index += 1
        }
        text.append(sql[index])
        index += 1
      }
      index += 1
      let kind: SQLPiece.Kind = byte == UInt8(ascii: "'") ? .text : .quoted
      pieces.append(SQLPiece(kind: kind, text: String(decoding: text, as: UTF8.self), start: start))
    case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "?"):
      index = end(of: start + 1) { $0.isOfWord }
      pieces.append(SQLPiece(kind: .parameter, text: String(decoding: sql[start..<index], as: UTF8.self), start: start))
    case _ where byte.isOfWord:
      index = end(of: start) { $0.isOfWord }
      pieces.append(SQLPiece(kind: .word, text: String(decoding: sql[start..<index], as: UTF8.self), start: start))
    default:
      index += 1
      pieces.append(SQLPiece(kind: .other, text: String(decoding: [byte], as: UTF8.self), start: start))
    }
  }
  return pieces
}

extension UInt8 {
  fileprivate var isOfWord: Bool {
    self >= 0x80 || self == UInt8(ascii: "_") || (0x30...0x39).contains(self) || (0x41...0x5A).contains(self)
      || (0x61...0x7A).contains(self)
  }
}

extension [SQLPiece] {
  /// Offset of the first piece that is a name or a word of the language.
  func offset(of word: String) -> Int? {
    let wanted = word.lowercased()
    return first { ($0.kind == .word || $0.kind == .quoted) && $0.text.lowercased() == wanted }?.start
  }
}
