/// A custom format's code → what it shows: `yyyy"年"m"月"d"日"`, `[$-804]aaaa;@`, `[h]:mm`. Letters in quotes, behind a
/// backslash or in brackets are no letters of a day.
func numberFormat(code: String) -> NumberFormat {
  var scan = FormatScan(Array(code.unicodeScalars.prefix(mostScalars)))
  var sections: [NumberFormat.Section] = []
  repeat { sections.append(scan.section()) } while scan.hasFurther && sections.count < 3
  // The last of several may be for texts alone.
  if sections.count > 1, scan.isTextOnly { sections.removeLast() }
  return NumberFormat(sections: sections)
}

/// Excel takes 255.
private let mostScalars = 1_024

private struct FormatScan {
  private enum Part { case year, month, minuteOrMonth, day, hour, second }

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var parts: [Part] = []
  private var isElapsed = false
  private var hasPlaceholder = false
  private var condition: NumberFormat.Condition?
  /// Whether the section read last is for texts.
  private(set) var isTextOnly = false
  /// Whether another section follows.
  private(set) var hasFurther = false

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func section() -> NumberFormat.Section {
    (parts, isElapsed, condition, isTextOnly, hasFurther, hasPlaceholder) = ([], false, nil, false, false, false)
    while at < scalars.count {
      let scalar = scalars[at]
      at += 1
      if scalar == ";" {
        hasFurther = true
        break
      }
      take(scalar)
    }
    return NumberFormat.Section(condition: condition, shape: shape)
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"":
      while at < scalars.count, scalars[at] != "\"" { at += 1 }
      at += 1
    case "\\", "_", "*", "!": at += 1
    case "[": takeBrackets()
    case "@": isTextOnly = true
    case "0", "#", "?": hasPlaceholder = true
    case "G", "g":
      // `General`, and `G/通用格式` of the Chinese editions.
      if !skip("eneral"), !skip("/") { parts.append(.year) }
    case "E", "e":
      let isExponent = at < scalars.count && (scalars[at] == "+" || scalars[at] == "-")
      if !(hasPlaceholder && isExponent) { parts.append(.year) }
    case "Y", "y", "B", "b": parts.append(.year)
    case "D", "d": parts.append(.day)
    case "A", "a":
      if skip("m/pm") || skip("/p") { parts.append(.hour) } else if skip("aa") { parts.append(.day) }
    case "上", "下": if skip("午") { parts.append(.hour) }
    case "H", "h": parts.append(.hour)
    case "S", "s": parts.append(.second)
    case "M", "m": if parts.last != .minuteOrMonth { parts.append(.minuteOrMonth) }
    default: break
    }
  }

  /// Small letters stand for both.
  private mutating func skip(_ word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    guard at + word.count <= scalars.count else { return false }
    for (offset, scalar) in word.enumerated() {
      let found = scalars[at + offset]
      let isSame = found == scalar || (found.value < 0x80 && found.value | 0x20 == scalar.value && scalar.value >= 0x61)
      if !isSame { return false }
    }
    at += word.count
    return true
  }

  private mutating func takeBrackets() {
    let start = at
    while at < scalars.count, scalars[at] != "]" { at += 1 }
    let inner = scalars[start..<at]
    at += 1
    guard let first = inner.first else { return }
    if "<>=".unicodeScalars.contains(first) {
      condition = readCondition(inner)
    } else if inner.allSatisfy({ $0 == first || $0.value ^ 0x20 == first.value }),
      "hmsHMS".unicodeScalars.contains(first)
    {
      isElapsed = true
      parts.append(.hour)
    }
  }

  private func readCondition(_ inner: ArraySlice<Unicode.Scalar>) -> NumberFormat.Condition? {
    let sign = inner.prefix { "<>=".unicodeScalars.contains($0) }
    guard let bound = Double(String(String.UnicodeScalarView(inner.dropFirst(sign.count)))) else { return nil }
    let comparison: NumberFormat.Condition.Comparison
    switch String(String.UnicodeScalarView(sign)) {
    case "<": comparison = .less
    case "<=": comparison = .lessOrEqual
    case "=": comparison = .equal
    case "<>": comparison = .unequal
    case ">=": comparison = .greaterOrEqual
    case ">": comparison = .greater
    default: return nil
    }
    return NumberFormat.Condition(comparison: comparison, bound: bound)
  }

  /// `m` is a minute behind an hour and before a second, else a month.
  private var shape: NumberShape {
    var (hasDay, hasTime) = (false, false)
    for (index, part) in parts.enumerated() {
      switch part {
      case .year, .month, .day: hasDay = true
      case .hour, .second: hasTime = true
      case .minuteOrMonth:
        let isMinute =
          (index > 0 && parts[index - 1] == .hour) || (index + 1 < parts.count && parts[index + 1] == .second)
        if isMinute { hasTime = true } else { hasDay = true }
      }
    }
    if isElapsed, !hasDay { return .duration }
    return hasDay ? (hasTime ? .dayTime : .day) : hasTime ? .time : .number
  }
}
