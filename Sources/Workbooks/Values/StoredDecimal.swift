/// A stored number as a decimal: `mantissa` × 10^`exponent`, of fifteen digits at most.
///
/// Excel counts in binary and shows fifteen digits; the sixteenth and seventeenth, which files hold, are noise. A stored
/// 0.30000000000000004 is therefore 0.3.
struct StoredDecimal: Equatable {
  let isNegative: Bool
  /// Without zeros at its end, so that a value has one spelling.
  let mantissa: UInt64
  let exponent: Int

  static let digits = 15
  /// Beyond it no double is.
  private static let widest = 308

  init(isNegative: Bool, mantissa: UInt64, exponent: Int) {
    self.isNegative = isNegative
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// `nil` for what is no number: `1,000`, `NaN`, `0x10`, `1e999`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var scan = DecimalScan(bytes)
    guard scan.read() else { return nil }
    var (mantissa, exponent, count) = (scan.mantissa, scan.exponent, scan.count)
    if count > Self.digits {
      let excess = (0..<(count - Self.digits)).reduce(UInt64(1)) { power, _ in power * 10 }
      mantissa = (mantissa + excess / 2) / excess
      exponent += count - Self.digits
      count = Self.digits
    }
    // No double is so near to zero and isn't it.
    if mantissa == 0 || count + exponent < -Self.widest - Self.digits {
      self.init(isNegative: false, mantissa: 0, exponent: 0)
      return
    }
    guard count + exponent - 1 <= Self.widest else { return nil }
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    self.init(isNegative: scan.isNegative, mantissa: mantissa, exponent: exponent)
  }

  /// Plain, without an exponent, where that is short; else `1.5E+40`.
  func write(to out: inout [UInt8]) {
    var digits: [UInt8] = []
    var rest = mantissa
    repeat {
      digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    digits.reverse()
    if isNegative { out.append(UInt8(ascii: "-")) }
    let point = digits.count + exponent
    switch (exponent, point) {
    case (0..., ...30):
      out += digits
      out += repeatElement(UInt8(ascii: "0"), count: exponent)
    case (_, 1...30):
      out += digits[..<point]
      out.append(UInt8(ascii: "."))
      out += digits[point...]
    case (_, -20...0):
      out += "0.".utf8
      out += repeatElement(UInt8(ascii: "0"), count: -point)
      out += digits
    default:
      out.append(digits[0])
      if digits.count > 1 {
        out.append(UInt8(ascii: "."))
        out += digits[1...]
      }
      out += (point > 0 ? "E+\(point - 1)" : "E\(point - 1)").utf8
    }
  }
}

/// The digits of a number as XML Schema and Excel write it, in one pass.
private struct DecimalScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private(set) var isNegative = false
  /// The first eighteen digits that count.
  private(set) var mantissa: UInt64 = 0
  private(set) var count = 0
  private(set) var exponent = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func read() -> Bool {
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    var digits = 0
    while let digit = nextDigit() {
      take(digit, afterPoint: false)
      digits += 1
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      while let digit = nextDigit() {
        take(digit, afterPoint: true)
        digits += 1
      }
    }
    guard digits > 0 else { return false }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      guard let power = readPower() else { return false }
      exponent += power
    }
    return at == bytes.count
  }

  private mutating func nextDigit() -> UInt64? {
    guard at < bytes.count, (0x30...0x39).contains(bytes[at]) else { return nil }
    at += 1
    return UInt64(bytes[at - 1] & 0x0F)
  }

  private mutating func take(_ digit: UInt64, afterPoint: Bool) {
    if count == 18 {
      if !afterPoint { exponent += 1 }
      return
    }
    mantissa = mantissa * 10 + digit
    if mantissa > 0 { count += 1 }
    if afterPoint { exponent -= 1 }
  }

  private mutating func readPower() -> Int? {
    var (sign, power, digits) = (1, 0, 0)
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      if bytes[at] == UInt8(ascii: "-") { sign = -1 }
      at += 1
    }
    while let digit = nextDigit() {
      power = min(100_000, power * 10 + Int(digit))
      digits += 1
    }
    return digits > 0 ? sign * power : nil
  }
}

/// A whole number as it is written here already. Those of more digits than a double keeps are somebody else's than Excel's,
/// an identity number, say: nothing of them is rounded.
func isWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  (1...40).contains(bytes.count) && (bytes[0] != UInt8(ascii: "0") || bytes.count == 1)
    && bytes.allSatisfy { (0x30...0x39).contains($0) }
}
