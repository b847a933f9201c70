/// Which groups of digits are a number of a person. What looks like one and is none has to pass: numbers of orders and
/// standards, days, long decimals, serials.
extension DigitRun {
  /// The number whose first group is the one at `index`, and its last group.
  func number(at index: Int, in bytes: [UInt8]) -> (kind: PersonalNumber.Kind, last: Int)? {
    let group = groups[index]
    guard group.count <= 19, !(group.count == 1 && hasSingle(index - 1)) else { return nil }
    let first = group.value / powersOfTen[group.count - 1]
    let context = Context(run: self, index: index, bytes: bytes)
    if first > 0, let last = identityCard(at: index, context) { return (.identityCard, last) }
    if first <= 1 || first == 8, let last = mobile(at: index, context) { return (.mobile, last) }
    return nil
  }

  private static let mobileShapes: [[Int]] = [
    [11], [3, 8], [3, 4, 4], [4, 4, 3], [7, 4], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  ]

  private func mobile(at index: Int, _ context: Context) -> Int? {
    // 86, 086 or 0086 may be joined to the first group.
    for code in [0, 2, 3, 4] {
      guard groups[index].count > code else { continue }
      var (total, last) = (groups[index].count - code, index)
      while total < 11, last + 1 < groups.count {
        last += 1
        total += groups[last].count
      }
      guard total == 11 else { continue }
      let sizes = [groups[index].count - code] + groups[(index + 1)..<(last + 1)].map(\.count)
      if sizes.count == 11, hasSingle(index - 1) || hasSingle(last + 1) { continue }
      guard let head = digits(index..<index + 1),
        head.prefix(code).elementsEqual([0, 0, 8, 6].suffix(code))
      else { continue }
      let isInternational = code == 4 || context.followsPlus
      guard let all = digits(index..<last + 1)?.dropFirst(code), all.count == 11 else { continue }
      let number = Array(all)
      guard number[0] == 1, number[1] >= 3 else { continue }
      if last == groups.count - 1, isFollowedByLetter { continue }
      if sizes.count == 1 {
        if context.isWithinWord || (context.isDecimal && !isInternational) { continue }
        return last
      }
      if code > 0, !isInternational { continue }
      if context.hasCue || isInternational { return last }
      guard Self.mobileShapes.contains(sizes), !context.isWithinWord else { continue }
      // Numbers of files and contracts, `139-2025-0001`; standards; a day or a year behind a number of its own.
      if sizes == [3, 4, 4], isYear(groups[index + 1].value) { continue }
      if sizes == [4, 4, 3], !standsAlone(index, last) { continue }
      // Marks of a questionnaire.
      if sizes.count == 11, groups[(index + 1)...last].allSatisfy({ $0.join == .space }) { continue }
      if sizes == [3, 8], isDay(Array(number.suffix(8)), from: 1990) { continue }
      if sizes == [7, 4], isYear(groups[last].value) { continue }
      return last
    }
    return nil
  }

  /// Whether groups that columns of figures have too are the only ones, and none of them is a year.
  private func standsAlone(_ index: Int, _ last: Int) -> Bool {
    index == 0 && isAtStart && last == groups.count - 1 && !groups[index..<last].contains { isYear($0.value) }
  }

  private func hasSingle(_ index: Int) -> Bool { groups.indices.contains(index) && groups[index].count == 1 }

  private static let cardShapes: [[Int]] = [
    [18], [6, 8, 4], [6, 4, 4, 4], [4, 4, 4, 4, 2], [6, 12], [14, 4], [6, 4, 2, 2, 4], [3, 3, 8, 4], [3, 3, 4, 4, 4],
  ]

  private func identityCard(at index: Int, _ context: Context) -> Int? {
    var (total, last) = (0, index - 1)
    while total < 18, last + 1 < groups.count {
      last += 1
      total += groups[last].count
      let isLast = last == groups.count - 1
      let endsInX = isLast && endOfX != nil
      guard total == 15 || total == 18 || (total == 17 && endsInX), let digits = digits(index..<last + 1),
        isRegion(digits)
      else { continue }
      let sizes = groups[index..<last + 1].map(\.count)
      if isLast, isFollowedByLetter, !(endsInX && total == 17) { continue }
      if sizes.count == 1, context.isDecimal { continue }
      if total == 15 {
        let isShaped = sizes == [15] || sizes == [6, 6, 3] || context.hasCue
        if isShaped, !context.isWithinWord, isDay([1, 9] + digits[6..<12], from: 1900) { return last }
        continue
      }
      guard isDay(Array(digits[6..<14]), from: 1900) else { continue }
      let isRight = isChecked(digits, endsInX: total == 17)
      // In X the last group is one short.
      var shape = sizes
      if total == 17 { shape[shape.count - 1] += 1 }
      if context.isWithinWord ? isRight : isRight || context.hasCue || Self.cardShapes.contains(shape) { return last }
    }
    return nil
  }

  /// At most 40 digits; `nil` where there are more.
  private func digits(_ range: Range<Int>) -> [UInt8]? {
    var digits: [UInt8] = []
    for group in groups[range] {
      guard group.count <= 19, digits.count + group.count <= 40 else { return nil }
      var (value, own) = (group.value, [UInt8](repeating: 0, count: group.count))
      for i in own.indices.reversed() {
        own[i] = UInt8(value % 10)
        value /= 10
      }
      digits += own
    }
    return digits
  }
}

private func isYear(_ value: UInt64) -> Bool { (1900...2099).contains(value) }

/// Provinces, by the first two digits; 91 is of foreigners who live here for good.
private func isRegion(_ digits: [UInt8]) -> Bool {
  switch digits[0] * 10 + digits[1] {
  case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83, 91: true
  default: false
  }
}

/// Whether eight digits are a day of the calendar, up to 2035.
private func isDay(_ digits: [UInt8], from first: Int) -> Bool {
  let year = digits[0..<4].reduce(0) { $0 * 10 + Int($1) }
  let (month, day) = (Int(digits[4]) * 10 + Int(digits[5]), Int(digits[6]) * 10 + Int(digits[7]))
  guard (first...2035).contains(year), (1...12).contains(month), day >= 1 else { return false }
  return day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

/// The last sign of a card number is computed from the others (GB 11643).
private func isChecked(_ digits: [UInt8], endsInX: Bool) -> Bool {
  let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  let rest = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 } % 11
  let last = endsInX ? 10 : Int(digits[17])
  return [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2][rest] == last
}

/// What stands before a number; looked at only where its digits could be one.
private struct Context {
  let run: DigitRun
  let index: Int
  let bytes: [UInt8]

  private var start: Int { run.groups[index].start }
  private var isFirst: Bool { index == 0 && run.isAtStart }

  /// Letters directly before it that aren't a word for a number of a person: part of a key, a checksum, a serial.
  var isWithinWord: Bool {
    let directly = isFirst ? word(before: start, in: bytes) : ""
    return !directly.isEmpty && !words.contains(directly.lowercased()) && !isSpelled(directly)
  }

  /// A word in small letters, as a name in pinyin or its first letter: serials begin with capitals, and keys are of letters
  /// up to f.
  private func isSpelled(_ word: String) -> Bool {
    let isSmall = word.utf8.dropFirst(word.utf8.count > 1 ? 1 : 0).allSatisfy { $0 >= 0x61 }
    return isSmall && word.utf8.contains { $0 | 0x20 > 0x66 }
  }

  var followsPlus: Bool {
    isFirst && ["+", "＋", "&#43;", "%2B"].contains { bytes[..<start].suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Digits behind or before a decimal point.
  var isDecimal: Bool {
    let groups = run.groups
    let isFraction = groups[index].join == .dot && index > 0 && groups[index - 1].join != .dot
    let hasFraction =
      index + 1 < groups.count && groups[index + 1].join == .dot && isFractional(groups[index + 1])
      && !(index + 2 < groups.count && groups[index + 2].join == .dot)
    return isFraction || hasFraction
  }

  /// As many places as money has, or as a computer's rounding leaves; eight may be a day, eleven a number of its own.
  private func isFractional(_ group: DigitGroup) -> Bool {
    group.count <= 4 || (group.count <= 7 && group.value > 0)
  }

  /// A word close before it, in its line and cell, says what it is.
  var hasCue: Bool {
    let near = bytes[max(0, start - 40)..<start]
    let line = near.lastIndex { $0 == 0x0A || $0 == 0x2C }.map { near[($0 + 1)...] } ?? near
    return line.indices.contains { at in
      cues.contains { line[at...].starts(with: $0) && isWholeWord(at..<(at + $0.count)) }
    }
  }

  /// Whether a cue isn't the part of a longer word: 电话会议, 手机摄影展, `hotel`.
  private func isWholeWord(_ cue: Range<Int>) -> Bool {
    let rest = bytes[cue.upperBound..<start]
    guard let next = rest.first else { return true }
    if bytes[cue.lowerBound] < 0x80 {
      let letters = rest.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      return words.contains(word(before: letters.endIndex, in: bytes).lowercased())
    }
    let isHan = next >= 0xE4 && next <= 0xE9
    return !isHan || followers.contains { rest.starts(with: $0) }
  }
}

private let powersOfTen: [UInt64] = (0..<19).map { power in (0..<power).reduce(1) { ten, _ in ten * 10 } }

private let words: Set<String> = [
  "tel", "tele", "telephone", "phone", "mobile", "mob", "cell", "cellphone", "call", "sms", "fax", "wechat", "weixin",
  "wx", "vx", "v", "contact", "dianhua", "shouji", "lianxi", "sj", "dh", "lxdh", "sjh", "id", "idcard", "idno", "card",
  "sfz", "sfzh", "shenfenzheng", "no", "num", "number", "haoma", "qq", "telno", "phoneno", "mobileno", "phonenumber",
]

/// What goes on behind a cue as a number's word does: 电话号码, 手机及微信, 联系电话是.
private let followers: [[UInt8]] = [
  "号", "码", "为", "是", "及", "和", "或", "与", "同", "联", "微", "短", "手", "电", "也", "即", "均", "都", "请", "可", "姓", "后",
].map { Array($0.utf8) }

private let cues: [[UInt8]] = [
  "电话", "手机", "联系方式", "微信", "短信", "致电", "拨打", "身份证", "证号", "tel", "Tel", "TEL", "phone", "Phone", "mobile", "Mobile",
].map { Array($0.utf8) }

/// The ASCII letters directly before an offset; `?` where digits or more letters than any word has stand before them.
private func word(before end: Int, in bytes: [UInt8]) -> String {
  var start = end
  while start > 0, end - start < 16, (bytes[start - 1] | 0x20) >= 0x61, (bytes[start - 1] | 0x20) <= 0x7A { start -= 1 }
  guard start < end else { return "" }
  if start > 0, (0x30...0x39).contains(bytes[start - 1]) || end - start == 16 { return "?" }
  return String(decoding: bytes[start..<end], as: UTF8.self)
}
