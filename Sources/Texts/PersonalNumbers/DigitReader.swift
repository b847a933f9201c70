/// Digits side by side, whatever script they are in.
struct DigitGroup {
  /// What stands between a group and the one before it.
  enum Join { case nothing, space, dot, dash, other }

  /// Of the first 19 digits.
  var value: UInt64 = 0
  var count = 0
  var start: Int
  var end: Int
  var join: Join
}

/// Groups of digits with nothing but spaces, dashes, brackets and the like between them.
struct DigitRun {
  /// No number has more groups.
  static let mostGroups = 18

  var groups: [DigitGroup] = []
  /// Whether the first of `groups` is the run's first.
  var isAtStart = true
  /// What stood before a group that is still to be read, where the run was parted.
  var pending: DigitGroup.Join?
  /// An ASCII letter follows the last digit directly.
  var isFollowedByLetter = false
  /// Where an X behind the last group ends.
  var endOfX: Int?

  mutating func drop(_ count: Int) {
    guard count > 0 else { return }
    groups.removeFirst(count)
    isAtStart = false
  }
}

/// Reads text by Unicode scalars as a person would: entities and escapes are what they stand for, marks nobody sees are
/// passed over, digits of every script are digits.
struct DigitReader {
  let bytes: [UInt8]
  let joinsLines: Bool
  let hidesMarks: Bool

  private enum Token {
    case digit(UInt64), hidden, join(DigitGroup.Join), letter(isASCII: Bool, isX: Bool), lineEnd, other
  }

  /// The next place from which digits may be read. Days and figures, which are most of a table, are passed over: with what is
  /// joined to them they have fewer digits than any number of a person.
  func nextDigit(from position: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var i = position
      while i < buffer.count {
        if Self.mayBegin[Int(buffer[i])] {
          if let end = endOfShortRun(buffer, from: i) {
            i = end
            continue
          }
          if !isMark(buffer, at: i), case .digit = token(at: i).0 { return i }
        }
        i += 1
      }
      return nil
    }
  }

  /// Whether a sign stands there that Chinese texts are full of and that begins as digits of other scripts do: quotation marks,
  /// dashes and dots, and what is in full width and no digit.
  private func isMark(_ buffer: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    guard i + 2 < buffer.count else { return false }
    return switch buffer[i] {
    case 0xC2: buffer[i + 1] == 0xA0 || buffer[i + 1] == 0xB7
    case 0xE2: buffer[i + 1] == 0x80
    case 0xEF: buffer[i + 1] == 0xBC && !(0x90...0x99).contains(buffer[i + 2])
    default: false
    }
  }

  /// Where a run of ASCII digits with spaces, dashes and dots between them ends, if something stands there that nothing can
  /// be joined to, and it is too short to hold a number.
  private func endOfShortRun(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard (0x30...0x39).contains(buffer[start]) else { return nil }
    var (i, digits, marks) = (start, 0, 0)
    while i < buffer.count {
      switch buffer[i] {
      case 0x30...0x39:
        (digits, marks) = (digits + 1, 0)
        if digits >= PersonalNumber.fewestBytes { return nil }
      case 0x20, 0x2D, 0x2E:
        marks += 1
        if marks > 4 { return i }
      case 0x0A, 0x0D: return joinsLines ? nil : i
      case 0x22, 0x2C, 0x3A, 0x3B, 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9: return i
      default: return nil
      }
      i += 1
    }
    return i
  }

  /// Bytes a digit may begin with: an ASCII digit, an entity, an escape, or another script's first byte. Han isn't among
  /// them, so that prose is passed over fast.
  private static let mayBegin: [Bool] = (0...255).map { byte in
    (0x30...0x39).contains(byte)
      || [0x26, 0x5C, 0x25, 0xC2, 0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xE2, 0xEA, 0xEF, 0xF0].contains(byte)
  }

  /// Adds what follows to the run, from one of its digits on; `false` where the run ends, `true` where it is long and
  /// goes on.
  func read(_ run: inout DigitRun, from position: inout Int) -> Bool {
    var marks = run.pending == nil ? 0 : 1
    var join = run.pending ?? .nothing
    run.pending = nil
    while position < bytes.count {
      let (token, width) = token(at: position)
      switch token {
      case .digit(let digit):
        if marks > 0 || run.groups.isEmpty {
          if run.groups.count >= DigitRun.mostGroups * 4 {
            run.pending = join
            return true
          }
          run.groups.append(DigitGroup(start: position, end: position, join: join))
          (marks, join) = (0, .nothing)
        }
        let last = run.groups.count - 1
        if run.groups[last].count < 19 { run.groups[last].value = run.groups[last].value * 10 + digit }
        run.groups[last].count += 1
        run.groups[last].end = position + width
      case .hidden: break
      case .join(let kind):
        join = marks == 0 ? kind : kind == .space && join == .space ? .space : .other
        marks += 1
        if marks > 4 { return false }
      case .lineEnd:
        guard joinsLines, let next = continuation(behind: position), marks <= 3 else { return false }
        (marks, join, position) = (marks + 1, .space, next)
        continue
      case .letter(let isASCII, let isX):
        if isX, marks <= 1, !isWordByte(at: position + width) { run.endOfX = position + width }
        run.isFollowedByLetter = isASCII && marks == 0
        return false
      case .other: return false
      }
      position += width
    }
    return false
  }

  /// Where the next line goes on with a digit, if it does: a list's next entry or a table's next row is something else.
  private func continuation(behind lineEnd: Int) -> Int? {
    var i = lineEnd
    if bytes[i] == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { i += 1 }
    i += 1
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x3E { i += 1 }
    guard i < bytes.count, case .digit = token(at: i).0 else { return nil }
    return i
  }

  private func isWordByte(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func token(at i: Int) -> (Token, width: Int) {
    let byte = bytes[i]
    switch byte {
    case 0x30...0x39: return (.digit(UInt64(byte - 0x30)), 1)
    case 0x20, 0x09: return (.join(.space), 1)
    case 0x0A, 0x0D: return (.lineEnd, 1)
    case 0x2D: return (.join(.dash), 1)
    case 0x2E: return (.join(.dot), 1)
    case 0x2A, 0x5F, 0x60, 0x7E: return (hidesMarks ? .hidden : .join(.other), 1)
    case 0x5D where hidesMarks && i + 1 < bytes.count && bytes[i + 1] == 0x28:
      // A link's address isn't seen.
      return bytes[i..<min(bytes.count, i + 2000)].firstIndex(of: 0x29).map { (.hidden, $0 - i + 1) } ?? (.other, 1)
    case 0x28, 0x29, 0x2F, 0x5B, 0x5D: return (.join(.other), 1)
    case 0x58, 0x78: return (.letter(isASCII: true, isX: true), 1)
    case 0x41...0x5A, 0x61...0x7A: return (.letter(isASCII: true, isX: false), 1)
    case 0x26: return entity(at: i)
    case 0x5C: return escape(at: i)
    case 0x25: return percent(at: i)
    case 0x3C: return (tag(at: i)).map { (.hidden, $0) } ?? (.other, 1)
    case 0..<0x80: return (.other, 1)
    default: break
    }
    let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard byte >= 0xC2, i + width <= bytes.count else { return (.other, 1) }
    // Han, which most text is of.
    if byte >= 0xE4, byte <= 0xE9 { return (.letter(isASCII: false, isX: false), width) }
    var value = UInt32(byte) & (0xFF >> UInt32(width + 1))
    for next in 1..<width { value = value << 6 | UInt32(bytes[i + next] & 0x3F) }
    return (Unicode.Scalar(value).map(Self.classify) ?? .other, width)
  }

  private static func classify(_ scalar: Unicode.Scalar) -> Token {
    switch scalar {
    case "0"..."9": return .digit(UInt64(scalar.value - 0x30))
    case "X", "x", "Ｘ", "ｘ", "Х", "х", "Χ", "χ", "Ⅹ", "ⅹ": return .letter(isASCII: scalar.isASCII, isX: true)
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": return .lineEnd
    case "－", "−", "～", "〜", "_", "＿": return .join(.dash)
    case ".", "．", "·", "•", "‧", "・", "･", "∙", "⋅", "/", "／", "*", "＊": return .join(.other)
    default: break
    }
    let properties = scalar.properties
    if properties.numericType == .decimal || properties.numericType == .digit, let value = properties.numericValue,
      value >= 0, value < 10
    {
      return .digit(UInt64(value))
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return .hidden
    case .spaceSeparator: return .join(.space)
    case .dashPunctuation: return .join(.dash)
    case .openPunctuation, .closePunctuation: return .join(.other)
    case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter, .titlecaseLetter:
      return .letter(isASCII: scalar.isASCII, isX: false)
    default: return properties.isDefaultIgnorableCodePoint ? .hidden : .other
    }
  }

  /// `&#49;`, `&#x31;`, `&nbsp;`.
  private func entity(at i: Int) -> (Token, width: Int) {
    let rest = bytes[(i + 1)..<min(bytes.count, i + 34)]
    guard let semicolon = rest.firstIndex(of: 0x3B), semicolon > i + 1 else { return (.other, 1) }
    let name = String(decoding: bytes[(i + 1)..<semicolon], as: UTF8.self)
    let width = semicolon - i + 1
    if bytes[i + 1] == 0x23 {
      let isHex = i + 2 < bytes.count && bytes[i + 2] | 0x20 == 0x78
      let value = UInt32(String(name.unicodeScalars.dropFirst(isHex ? 2 : 1)), radix: isHex ? 16 : 10)
      guard let scalar = value.flatMap(Unicode.Scalar.init) else { return (.other, 1) }
      return (Self.classify(scalar), width)
    }
    guard name.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else { return (.other, 1) }
    if ["shy", "zwj", "zwnj"].contains(name) { return (.hidden, width) }
    return (["lt", "gt", "amp", "quot", "apos"].contains(name) ? .other : .join(.space), width)
  }

  /// `\x31`, `\u0031`, `\u{31}`, `\U00000031`; before a sign a backslash isn't seen.
  private func escape(at i: Int) -> (Token, width: Int) {
    guard i + 1 < bytes.count else { return (.other, 1) }
    let isBraced = i + 2 < bytes.count && bytes[i + 2] == 0x7B
    let most =
      switch bytes[i + 1] {
      case 0x78: 2
      case 0x75: isBraced ? 6 : 4
      case 0x55: 8
      case 0x6E, 0x72: -1
      default: 0
      }
    if most < 0 { return (.lineEnd, 2) }
    guard most > 0 else {
      let next = bytes[i + 1]
      return (next < 0x80 && next > 0x20 && !isWordByte(at: i + 1) ? .hidden : .join(.other), 1)
    }
    let start = i + (isBraced ? 3 : 2)
    let digits = bytes[min(start, bytes.count)..<min(bytes.count, start + most)].prefix {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
    }
    guard isBraced ? !digits.isEmpty : digits.count == most,
      let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    else { return (.other, 1) }
    return (Self.classify(scalar), digits.endIndex - i + (isBraced ? 1 : 0))
  }

  /// `%31`, as addresses write it.
  private func percent(at i: Int) -> (Token, width: Int) {
    guard i + 2 < bytes.count, let value = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
    else { return (.other, 1) }
    let scalar = Unicode.Scalar(value)
    return scalar.value >= 0x20 && scalar.isASCII ? (Self.classify(scalar), 3) : (.other, 1)
  }

  /// A tag's length: on the page nobody sees it. Only where marks are read.
  private func tag(at i: Int) -> Int? {
    guard hidesMarks, i + 2 < bytes.count else { return nil }
    let next = bytes[i + 1]
    guard next == 0x2F || next == 0x21 || ((next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A) else { return nil }
    let end = min(bytes.count, i + 2000)
    return bytes[i..<end].firstIndex(of: 0x3E).map { $0 - i + 1 }
  }
}
