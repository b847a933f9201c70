/// Text as the index and templates/scripts/search.js compare it: UTF-16 units, folded one by one, so that a place in the
/// folded text is the same place in the text as written.
enum SearchText {
  /// Zero for what parts words. Full-width forms are folded to ASCII and letters to lower case; `.`, `%` and `+` belong to
  /// words (`3.5`, `1+X`).
  static func fold(_ unit: UInt16) -> UInt16 { table[Int(unit)] }

  private static let table: [UInt16] = (0...UInt16.max).map { unit in
    let folded = (0xFF01...0xFF5E).contains(unit) ? unit - 0xFEE0 : unit
    switch folded {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: return folded + 32
    case 0x30...0x39, 0x61...0x7A, 0x25, 0x2B, 0x2E: return folded
    case 0...0xA0, 0xAD, 0xB7, 0xFEFF, 0x2000...0x206F, 0x3000...0x303F, 0xFE30...0xFE4F: return 0
    case 0x2219, 0x22C5, 0x30FB, 0xFF65: return 0  // the dots of long names
    default: return folded
    }
  }

  /// A text's UTF-16 units, from its UTF-8: what `utf16` gives, in a third of the time.
  @inline(__always)
  static func forEachUnit(of text: String, _ body: (UInt16) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let lead = bytes[at]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = UInt32(lead) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
        for next in at + 1..<at + length { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
        if scalar < 0x1_0000 {
          body(UInt16(scalar))
        } else {
          body(UInt16(0xD7C0 + scalar >> 10))
          body(UInt16(0xDC00 | scalar & 0x3FF))
        }
        at += length
      }
    }
  }

  /// Whether a pair stands for text: half a character outside the basic plane doesn't.
  static func isWhole(_ first: UInt16, _ second: UInt16) -> Bool {
    !(0xDC00...0xDFFF).contains(first) && !(0xD800...0xDBFF).contains(second)
  }
}

/// What the index is looked up by: two units that stand side by side. A title's single characters have zero for the
/// first; the beginning of a name has a space.
struct SearchPair: Hashable {
  let first: UInt16
  let second: UInt16

  var code: UInt32 { UInt32(first) << 16 | UInt32(second) }

  init(_ first: UInt16, _ second: UInt16) {
    self.first = first
    self.second = second
  }

  init(code: UInt32) {
    first = UInt16(code >> 16)
    second = UInt16(code & 0xFFFF)
  }

  /// Which of `1 << bits` shards holds the pair; search.js computes the same.
  func shard(bits: Int) -> Int {
    Int(((UInt32(first) &* 40507 &+ UInt32(second)) &* 0x85EB_CA6B) >> UInt32(32 - bits))
  }

  var text: String {
    String(decoding: first == 0 ? [second] : [first, second], as: UTF16.self)
  }
}
