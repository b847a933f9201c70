/// A stretch of text that the rules see as one.
struct Atom {
  enum Kind: UInt8 {
    /// A run of Han (and kana).
    case han
    /// A run of other letters and figures, with what holds them together.
    case latin
    case opening, closing
    /// Closes like the others but gives up no half: ！？…, and marks of ASCII.
    case stop
    /// A bracket of ASCII.
    case narrowOpening
    /// ·
    case dot
    /// A sign between figures: × ＝ − —
    case sign
    case space
    /// What no rule knows, and what isn't text.
    case other
    case raised
  }

  // Twelve bytes: a page has ten thousand of them.
  private let (first, behind): (UInt32, UInt32)
  let kind: Kind
  /// Of a Latin run.
  let traits: Traits

  init(kind: Kind, start: Int, end: Int, traits: Traits = []) {
    (first, behind) = (UInt32(start), UInt32(end))
    self.kind = kind
    self.traits = traits
  }

  /// Offsets in the text being set.
  var start: Int { Int(first) }
  var end: Int { Int(behind) }

  struct Traits: OptionSet {
    let rawValue: UInt8
    static let digitAtEnd = Traits(rawValue: 1)
    static let letterAtEnd = Traits(rawValue: 2)
    static let joined = Traits(rawValue: 4)
    static let digitsOnly = Traits(rawValue: 8)
    static let capitalsOnly = Traits(rawValue: 16)
    static let digitAtStart = Traits(rawValue: 32)
  }

  /// A letter or figure at the end, as `text-autospace` has it: no percent sign, no figure below the line.
  var touchesHan: Bool { !traits.isDisjoint(with: [.digitAtEnd, .letterAtEnd]) }
  var isText: Bool { kind == .han || kind == .latin }
}

/// A tag within a paragraph.
struct InlineTag {
  let start: Int
  let end: Int
  let isClosing: Bool
  /// Begins one of several names or words that stand in a row.
  let isItem: Bool
}

extension UnsafeBufferPointer<UInt8> {
  /// The atom that begins at `start`, which is no tag.
  func atom(at start: Int) -> Atom {
    let first = self[start]
    if first < 0x80 { return asciiAtom(at: start, first) }
    if isHan(at: start) {
      var end = start
      repeat {
        end += self[end] >= 0xF0 ? 4 : 3
        // Nearly all of them are of these.
        while end + 2 < count, self[end] &- 0xE4 < 6 { end += 3 }
      } while end < count && isHan(at: end)
      return Atom(kind: .han, start: start, end: Swift.min(end, count))
    }
    if latinWidth(at: start) > 0 { return latinAtom(at: start) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return Atom(kind: markKind(at: start), start: start, end: Swift.min(start + width, count))
  }

  private func asciiAtom(at start: Int, _ byte: UInt8) -> Atom {
    let kind: Atom.Kind
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return latinAtom(at: start)
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
      var end = start + 1
      while end < count, self[end] <= 0x20 { end += 1 }
      return Atom(kind: .space, start: start, end: end)
    case UInt8(ascii: "&"): return Atom(kind: .other, start: start, end: endOfReference(at: start))
    case UInt8(ascii: "("), UInt8(ascii: "["): kind = .narrowOpening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "%"):
      kind = .stop
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "~"): kind = .sign
    default: kind = .other
    }
    return Atom(kind: kind, start: start, end: start + 1)
  }

  /// Behind a character reference, or behind `&` alone.
  private func endOfReference(at start: Int) -> Int {
    var end = start + 1
    while end < count, end < start + 12 {
      if self[end] == UInt8(ascii: ";") { return end + 1 }
      guard self[end].isAlphanumeric || self[end] == UInt8(ascii: "#") else { break }
      end += 1
    }
    return start + 1
  }

  private func latinAtom(at start: Int) -> Atom {
    var at = start
    var traits: Atom.Traits = [.digitsOnly, .capitalsOnly]
    if self[start] < 0x3A { traits.insert(.digitAtStart) }
    var last = self[start]
    while at < count {
      let byte = self[at]
      let width = latinWidth(at: at)
      if width > 0 {
        if byte >= 0x3A { traits.remove(.digitsOnly) }
        if !(0x41...0x5A).contains(byte) { traits.remove(.capitalsOnly) }
        // Figures below and above the line are no figures to a gap, and some engines break beside them.
        if byte == 0xE2 || byte == 0xC2 { traits.insert(.joined) }
        last = byte
        at += width
        continue
      }
      if byte == UInt8(ascii: "%") {
        last = byte
        at += 1
        break
      }
      let joint = jointWidth(at: at)
      guard joint > 0, at + joint < count, latinWidth(at: at + joint) > 0 else { break }
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") { traits.insert(.joined) }
      if byte != UInt8(ascii: "/") { traits.remove(.capitalsOnly) }
      at += joint
    }
    if (0x30...0x39).contains(last) { traits.insert(.digitAtEnd) }
    if last.isAlphanumeric, last > 0x39 { traits.insert(.letterAtEnd) }
    if (0xC3...0xDF).contains(last) { traits.insert(.letterAtEnd) }
    return Atom(kind: .latin, start: start, end: at, traits: traits)
  }

  /// What holds letters and figures together when more of them follow.
  private func jointWidth(at: Int) -> Int {
    switch self[at] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "'"), UInt8(ascii: "+"), UInt8(ascii: "@"):
      return 1
    case UInt8(ascii: "&"):
      let end = at + 5
      return end <= count && self[at + 1] == UInt8(ascii: "a") && self[at + 2] == UInt8(ascii: "m")
        && self[at + 3] == UInt8(ascii: "p") && self[at + 4] == UInt8(ascii: ";") ? 5 : 0
    // ’ within a word
    case 0xE2: return at + 2 < count && self[at + 1] == 0x80 && self[at + 2] == 0x99 && self[at - 1] > 0x39 ? 3 : 0
    default: return 0
    }
  }

  /// Bytes of the letter or figure at an offset, 0 of anything else.
  private func latinWidth(at: Int) -> Int {
    let byte = self[at]
    if byte < 0x80 { return byte.isAlphanumeric ? 1 : 0 }
    guard at + 1 < count else { return 0 }
    let next = self[at + 1]
    switch byte {
    case 0xC2: return next == 0xB2 || next == 0xB3 || next == 0xB5 || next == 0xB9 ? 2 : 0  // ² ³ µ ¹
    case 0xC3: return next == 0x97 || next == 0xB7 ? 0 : 2  // but × and ÷
    case 0xC4...0xD4: return 2
    // ⁰…₉ and what stands with them
    case 0xE2:
      return at + 2 < count && (next == 0x81 && self[at + 2] >= 0xB0 || next == 0x82 && self[at + 2] < 0x8F) ? 3 : 0
    default: return 0
    }
  }

  /// Where the last character of a stretch begins.
  func lastCharacter(of atom: Atom) -> Int {
    var at = atom.end - 1
    while at > atom.start, self[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  /// Where the last two characters of a longer stretch begin.
  func lastTwoCharacters(of atom: Atom) -> Int {
    lastCharacter(of: Atom(kind: atom.kind, start: atom.start, end: lastCharacter(of: atom)))
  }

  /// Behind the first character of a stretch.
  func firstCharacter(of atom: Atom) -> Int { endOfCharacter(at: atom.start, in: atom) }

  /// Behind the character that begins at an offset of a stretch.
  func endOfCharacter(at offset: Int, in atom: Atom) -> Int {
    var at = offset + 1
    while at < atom.end, self[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  private func isHan(at: Int) -> Bool {
    switch self[at] {
    case 0xE4...0xE9: return at + 2 < count
    case 0xE3:
      guard at + 2 < count else { return false }
      let next = self[at + 1]
      if next >= 0x90 { return true }
      if next == 0x80 { return self[at + 2] == 0x85 || self[at + 2] == 0x87 }  // 々 〇
      return next == 0x81 || next == 0x82 || next == 0x83 && self[at + 2] != 0xBB  // kana but ・
    case 0xEF: return at + 2 < count && (0xA4...0xAB).contains(self[at + 1])
    case 0xF0: return at + 3 < count && (0xA0...0xB3).contains(self[at + 1])
    default: return false
    }
  }

  /// × ÷ ＋ − ＝ ≥ ≤, and not a dash.
  func isOperator(at: Int) -> Bool {
    if self[at] == 0xC3 { return true }
    guard at + 2 < count else { return false }
    switch UInt32(self[at]) << 16 | UInt32(self[at + 1]) << 8 | UInt32(self[at + 2]) {
    case 0xEFBC8B, 0xEFBC9D, 0xE28892, 0xE289A5, 0xE289A4: return true
    default: return false
    }
  }

  private func markKind(at: Int) -> Atom.Kind {
    if self[at] == 0xC2 {
      return at + 1 < count && self[at + 1] == 0xB7 ? .dot : self[at + 1 < count ? at + 1 : at] == 0xB1 ? .sign : .other
    }
    if self[at] == 0xC3 { return .sign }
    guard at + 2 < count else { return .other }
    switch UInt32(self[at]) << 16 | UInt32(self[at + 1]) << 8 | UInt32(self[at + 2]) {
    case 0xE28098, 0xE2809C, 0xE38088, 0xE3808A, 0xE3808C, 0xE3808E, 0xE38090, 0xE38094, 0xE38096, 0xEFBC88, 0xEFBCBB,
      0xEFBD9B:
      return .opening  // ‘ “ 〈 《 「 『 【 〔 〖 （ ［ ｛
    case 0xE28099, 0xE2809D, 0xE38081, 0xE38082, 0xE38089, 0xE3808B, 0xE3808D, 0xE3808F, 0xE38091, 0xE38095, 0xE38097,
      0xEFBC89, 0xEFBC8C, 0xEFBC8E, 0xEFBC9A, 0xEFBC9B, 0xEFBCBD, 0xEFBD9D:
      return .closing  // ’ ” 、 。 〉 》 」 』 】 〕 〗 ） ， ． ： ； ］ ｝
    case 0xEFBC81, 0xEFBC9F, 0xE280A6, 0xE280B0, 0xE28483, 0xEFBC85: return .stop  // ！ ？ … ‰ ℃ ％
    case 0xEFBC8B, 0xEFBC8D, 0xEFBC9D, 0xEFBD9E, 0xE28892, 0xE28093, 0xE28094, 0xE289A5, 0xE289A4, 0xE28988:
      return .sign  // ＋ － ＝ ～ − – — ≥ ≤ ≈
    default: return .other
    }
  }
}

extension UInt8 {
  var isAlphanumeric: Bool {
    (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self)
  }
}
