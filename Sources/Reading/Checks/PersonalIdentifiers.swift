import Diagnostics
import Scoring

/// Refuses 18-digit identity card numbers and 11-digit mobile numbers anywhere in the content: the pages and the archive
/// would carry them for decades.
func checkPersonalIdentifiers(_ tree: SourceTree, crew: some Crew, findings: Findings) {
  let found = crew.map(tree.files.count) { index -> (shown: [Diagnostic], further: Int) in
    let file = tree.files[index]
    guard file.path.hasPrefix("content/") else { return ([], 0) }
    let all = personalIdentifiers(in: file.bytes)
    // Each place is counted from the file's beginning: for a file full of numbers that would take hours.
    let shown = all.prefix(Diagnostic.mostPerFile).map {
      Diagnostic.personalIdentifier($0.kind, at: place(of: $0.offset, in: file, number: Int32(index)))
    }
    return (shown, max(0, all.count - Diagnostic.mostPerFile))
  }
  for (index, one) in found.enumerated() {
    findings.report(one.shown)
    findings.countFurther(one.further, file: Int32(index))
  }
}

enum PersonalIdentifier { case identityCard, mobile }

/// Where each identifier begins, in bytes. A mobile number may be grouped 3-4-4, a card number 6-8-4, by spaces or hyphens.
func personalIdentifiers(in bytes: [UInt8]) -> [(offset: Int, kind: PersonalIdentifier)] {
  var found: [(offset: Int, kind: PersonalIdentifier)] = []
  let span = bytes.span
  // The shortest identifier has 11 bytes of digits and separators: every eleventh byte is enough to meet it.
  var probe = 10
  while probe < span.count {
    guard isPart(span[probe]) else {
      probe += 11
      continue
    }
    var start = probe
    while start > 0, isPart(span[start - 1]) { start -= 1 }
    var end = probe + 1
    while end < span.count, isPart(span[end]) { end += 1 }
    if end - start >= 11, hasElevenDigits(span, start, end) { found += identifiers(span, start, end) }
    probe = end + 10
  }
  return found
}

private func isPart(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || byte == 0x20 || byte == 0x2D || byte == 0xEF || byte == 0xBC
    || (0x90...0x99).contains(byte)
}

/// Whether a run can hold an identifier at all: a date in a list, or deep indentation, can't.
private func hasElevenDigits(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
  var digits = 0
  for i in start..<end where (0x30...0x39).contains(bytes[i]) || (0x90...0x99).contains(bytes[i]) { digits += 1 }
  return digits >= 11
}

/// Looks at one run of digits and separators, and at the letter after it (a card number may end in X).
private func identifiers(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [(offset: Int, kind: PersonalIdentifier)] {
  var groups: [(digits: [UInt8], offset: Int)] = []
  var i = start
  var isOpen = false
  while i < end {
    let isWide = bytes[i] == 0xEF && i + 2 < end && bytes[i + 1] == 0xBC && (0x90...0x99).contains(bytes[i + 2])
    if (0x30...0x39).contains(bytes[i]) || isWide {
      if !isOpen { groups.append(([], i)) }
      isOpen = true
      groups[groups.count - 1].digits.append(isWide ? bytes[i + 2] - 0x60 : bytes[i])
      i += isWide ? 3 : 1
    } else {
      isOpen = false
      i += 1
    }
  }
  // Part of a longer word (a checksum, a key) is no identifier.
  let before = start > 0 ? bytes[start - 1] : 0x20
  let after = end < bytes.count ? bytes[end] : 0x20
  let endsInX = isOpen && (after == 0x58 || after == 0x78) && !(end + 1 < bytes.count && isLetter(bytes[end + 1]))
  var found: [(offset: Int, kind: PersonalIdentifier)] = []
  for index in groups.indices {
    if index == 0, isLetter(before), bytes[start] != 0x20 { continue }
    let isLast = index == groups.count - 1
    let rest = groups[index...]
    for shape in [[11], [3, 4, 4], [18], [6, 8, 4], [17], [6, 8, 3]] {
      guard rest.prefix(shape.count).map(\.digits.count) == shape else { continue }
      let closes = index + shape.count == groups.count
      if closes, isOpen, isLetter(after), !endsInX { continue }
      let digits = rest.prefix(shape.count).flatMap(\.digits)
      let needsX = digits.count == 17
      if needsX, !(closes && endsInX) { continue }
      if digits.count == 11, closes && endsInX && isLast { continue }
      if let kind = kind(of: digits) { found.append((groups[index].offset, kind)) }
    }
  }
  return found
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

private func kind(of digits: [UInt8]) -> PersonalIdentifier? {
  func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
  if digits.count == 11 { return (13...19).contains(number(0..<2)) ? .mobile : nil }
  let isBirthday =
    (1900...2099).contains(number(6..<10)) && (1...12).contains(number(10..<12)) && (1...31).contains(number(12..<14))
  return digits[0] != 0x30 && isBirthday ? .identityCard : nil
}

private func place(of offset: Int, in file: SourceFile, number: Int32) -> Place {
  var line: Int32 = 1
  var column: Int32 = 1
  for (index, byte) in file.bytes[..<offset].enumerated() {
    if file.endsLine(at: index) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
  return Place(file: number, line: line, column: column)
}

extension Diagnostic {
  static func personalIdentifier(_ kind: PersonalIdentifier, at place: Place) -> Diagnostic {
    let noun =
      switch kind {
      case .identityCard: Bilingual(zh: "身份证号", en: "an identity card number")
      case .mobile: Bilingual(zh: "手机号", en: "a mobile number")
      }
    return Diagnostic(
      .personalIdentifier, at: place,
      message: Bilingual(zh: "这里像是\(noun.zh)", en: "this looks like \(noun.en)"),
      remedy: Bilingual(zh: "删去它：网页和档案里不留个人号码", en: "Remove it: pages and archives keep no personal numbers"))
  }
}
