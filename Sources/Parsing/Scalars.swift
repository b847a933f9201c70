import Scoring

/// Why a number can't be read.
enum NumberFault: Error { case malformed, absurd }

/// Reads the forms in which offices write days and numbers, straight from UTF-8 bytes: full-width digits and signs count
/// as their ASCII twins; 年, 月 and 日 become the private marks below.
struct Glyphs {
  static let year: UInt8 = 0x01
  static let month: UInt8 = 0x02
  static let day: UInt8 = 0x03
  static let other: UInt8 = 0xFF

  private var position = 0

  func isAtEnd(_ bytes: Span<UInt8>) -> Bool { position >= bytes.count }

  /// The next character as ASCII, without moving past it; 0 at the end.
  func peek(_ bytes: Span<UInt8>) -> (glyph: UInt8, width: Int) {
    guard position < bytes.count else { return (0, 0) }
    let first = bytes[position]
    guard first >= 0x80 else { return (first, 1) }
    guard position + 2 < bytes.count else { return (Self.other, 1) }
    let (second, third) = (bytes[position + 1], bytes[position + 2])
    switch (first, second) {
    case (0xEF, 0xBC) where third >= 0x81: return (third - 0x60, 3)
    case (0xE5, 0xB9) where third == 0xB4: return (Self.year, 3)
    case (0xE6, 0x9C) where third == 0x88: return (Self.month, 3)
    case (0xE6, 0x97) where third == 0xA5: return (Self.day, 3)
    case (0xE2, 0x88) where third == 0x92: return (0x2D, 3)
    default: return (Self.other, 1)
    }
  }

  mutating func take(_ glyph: UInt8, _ bytes: Span<UInt8>) -> Bool {
    let next = peek(bytes)
    guard next.width > 0, next.glyph == glyph else { return false }
    position += next.width
    return true
  }

  mutating func digit(_ bytes: Span<UInt8>) -> Int? {
    let next = peek(bytes)
    guard next.glyph >= 0x30, next.glyph <= 0x39 else { return nil }
    position += next.width
    return Int(next.glyph) - 0x30
  }

  /// Between `least` and `most` digits as a number.
  mutating func digits(_ least: Int, _ most: Int, _ bytes: Span<UInt8>) -> Int? {
    var value = 0
    var count = 0
    while count < most, let digit = digit(bytes) {
      value = value * 10 + digit
      count += 1
    }
    return count >= least ? value : nil
  }
}

/// `2025-03-08`, `2025/3/8` or `2025年3月8日`; `nil` for anything else and for days no calendar has.
package func parseDay(_ bytes: Span<UInt8>) -> Day? {
  var glyphs = Glyphs()
  guard let year = glyphs.digits(4, 4, bytes) else { return nil }
  let separator = glyphs.peek(bytes).glyph
  guard separator == 0x2D || separator == 0x2F || separator == Glyphs.year, glyphs.take(separator, bytes),
    let month = glyphs.digits(1, 2, bytes), glyphs.take(separator == Glyphs.year ? Glyphs.month : separator, bytes),
    let day = glyphs.digits(1, 2, bytes)
  else { return nil }
  if separator == Glyphs.year, !glyphs.take(Glyphs.day, bytes) { return nil }
  return glyphs.isAtEnd(bytes) ? Day(year: year, month: month, day: day) : nil
}

/// `2025-03`, `2025/3` or `2025年3月`.
package func parseMonth(_ bytes: Span<UInt8>) -> YearMonth? {
  var glyphs = Glyphs()
  guard let year = glyphs.digits(4, 4, bytes) else { return nil }
  let separator = glyphs.peek(bytes).glyph
  guard separator == 0x2D || separator == 0x2F || separator == Glyphs.year, glyphs.take(separator, bytes),
    let month = glyphs.digits(1, 2, bytes)
  else { return nil }
  if separator == Glyphs.year, !glyphs.take(Glyphs.month, bytes) { return nil }
  return glyphs.isAtEnd(bytes) ? YearMonth(year: year, month: month) : nil
}

/// A number as content states it, in hundredths: at most two places, up to a million either way.
func parseHundredths(_ bytes: Span<UInt8>) throws(NumberFault) -> Int64 { try parseDecimal(bytes, places: 2) }

/// An exact decimal in units of its last possible place: `1234.5`, `1,234.50`, `１２`, `-2`.
/// - Parameters:
///   - places: how many decimals it may have at most.
///   - most: the largest number, either way.
func parseDecimal(_ bytes: Span<UInt8>, places: Int, most: Int64 = 1_000_000) throws(NumberFault) -> Int64 {
  var glyphs = Glyphs()
  let isNegative = glyphs.take(0x2D, bytes)
  if !isNegative { _ = glyphs.take(0x2B, bytes) }
  var whole: Int64 = 0
  var count = 0
  /// Digits since the last thousands comma; -1 before the first comma.
  var group = -1
  while true {
    if let digit = glyphs.digit(bytes) {
      // A cell may hold a megabyte of them.
      guard count < 40 else { throw .absurd }
      whole = min(whole * 10 + Int64(digit), 100 * most)
      count += 1
      if group >= 0 { group += 1 }
    } else if glyphs.peek(bytes).glyph == 0x2C {
      guard count > 0, group == 3 || (group < 0 && count <= 3), glyphs.take(0x2C, bytes) else { throw .malformed }
      group = 0
    } else {
      break
    }
  }
  guard count > 0, group < 0 || group == 3 else { throw .malformed }
  var unit: Int64 = 1
  for _ in 0..<places { unit *= 10 }
  var fraction: Int64 = 0
  if glyphs.take(0x2E, bytes) {
    guard !glyphs.isAtEnd(bytes) else { throw .malformed }
    var worth = unit
    while worth > 1, let digit = glyphs.digit(bytes) {
      worth /= 10
      fraction += Int64(digit) * worth
    }
  }
  guard glyphs.isAtEnd(bytes) else { throw .malformed }
  guard whole < most || whole == most && fraction == 0 else { throw .absurd }
  let value = whole * unit + fraction
  return isNegative ? -value : value
}

/// A whole number up to a million either way.
func parseWhole(_ bytes: Span<UInt8>) throws(NumberFault) -> Int {
  let hundredths = try parseHundredths(bytes)
  guard hundredths % 100 == 0 else { throw .malformed }
  return Int(hundredths / 100)
}

/// `[a-z0-9][a-z0-9-]*`, at most 64 bytes: what may stand in an address.
package func isID(_ bytes: Span<UInt8>) -> Bool {
  guard !bytes.isEmpty, bytes.count <= 64, bytes[0] != 0x2D else { return false }
  for i in bytes.indices {
    let byte = bytes[i]
    guard (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D else { return false }
  }
  return true
}

package func isID(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return isID(bytes.span)
}
