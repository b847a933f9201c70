import Texts

/// Private characters, found nowhere in a text, by which libcmark is told what stands beside a `*` run.
///
/// Plain CommonMark leaves the asterisks of `实行**“双积分制”**考核` standing, since “ is punctuation and 行 a letter. The
/// markdown-cjk-friendly rule lets a run open or close there. Wherever the two rules differ, one side of the run is
/// punctuation and the answer is "both open and close", so a letter set on that side brings libcmark to it, whatever
/// else the run stands in: code, link or label. All are taken out of the tree again.
struct Markers {
  /// Neither space nor punctuation to libcmark: of private use.
  let letter: [UInt8]
  /// Punctuation to libcmark, set between the letter and a `_`, which keeps CommonMark's rule and so must still see some.
  let point: [UInt8]
  /// Another letter, which stands in the marks of the house's additions and stays in texts until they are read.
  let sign: [UInt8]

  /// `nil` if the text holds all candidates: it then keeps plain CommonMark.
  init?(absentFrom text: [UInt8]) {
    // Bit n stands for the last byte 0x80 + n.
    var (lettersSeen, pointsSeen): (UInt64, UInt64) = (0, 0)
    text.withUnsafeBufferPointer { text in
      var at = text.nextRare(from: 0)
      while at + 3 < text.count {
        let bit: UInt64 = 1 << UInt64(text[at + 3] & 0x3F)
        if (text[at], text[at + 1], text[at + 2]) == (0xF4, 0x8F, 0xBE) { lettersSeen |= bit }
        if (text[at], text[at + 1], text[at + 2]) == (0xF0, 0x90, 0xA9) { pointsSeen |= bit }
        at = text.nextRare(from: at + 1)
      }
    }
    let letters: ClosedRange<UInt8> = 0x80...0xBF  // U+10FF80…10FFBF
    let points: ClosedRange<UInt8> = 0x90...0x98  // U+10A50…10A58
    let free = letters.lazy.filter { lettersSeen >> UInt64($0 & 0x3F) & 1 == 0 }
    guard let letter = free.first, let sign = free.dropFirst().first,
      let point = points.first(where: { pointsSeen >> UInt64($0 & 0x3F) & 1 == 0 })
    else { return nil }
    self.letter = [0xF4, 0x8F, 0xBE, letter]
    self.point = [0xF0, 0x90, 0xA9, point]
    self.sign = [0xF4, 0x8F, 0xBE, sign]
  }

  /// Length of the marker at `at`, or 0.
  func length(in text: [UInt8], at: Int) -> Int {
    guard text[at] >= 0xF0, at + 4 <= text.count else { return 0 }
    let last = text[at + 3]
    let isLetter = (text[at], text[at + 1], text[at + 2]) == (letter[0], letter[1], letter[2])
    if isLetter, last == letter[3] || last == sign[3] { return 4 }
    return (text[at], text[at + 1], text[at + 2], last) == (point[0], point[1], point[2], point[3]) ? 4 : 0
  }

  /// Takes the markers out of the text from `start` on, the signs of marks only if they aren't to be read.
  func remove(from text: inout [UInt8], startingAt start: Int, keepingSigns: Bool = false) {
    let first = text.withUnsafeBufferPointer { $0.nextRare(from: start) }
    guard first < text.count else { return }
    var (at, kept) = (first, first)
    while at < text.count {
      let isKept = keepingSigns && text[at...].starts(with: sign)
      let skip = isKept ? 0 : length(in: text, at: at)
      if skip == 0 {
        text[kept] = text[at]
        kept += 1
      }
      at += max(skip, 1)
    }
    text.removeLast(text.count - kept)
  }

  /// The text with markers beside the runs that Chinese punctuation would disarm, and before what other programs take
  /// for a footnote: CommonMark would take it for a link definition, and its mark for a link to its first word.
  func marking(_ text: [UInt8], isExtended: Bool = false) -> [UInt8] {
    let runs = disarmedRuns(in: text).map { Due(offset: $0.offset, marker: $0.isBefore ? .before : .behind) }
    let notes = footnoteDefinitions(in: text).map { Due(offset: $0, marker: .before) }
    let signs = isExtended ? ExtensionMark.offsets(in: text).map { Due(offset: $0, marker: .sign) } : []
    let due = notes.isEmpty && signs.isEmpty ? runs : (runs + notes + signs).sorted { $0.offset < $1.offset }
    guard !due.isEmpty else { return text }
    var marked: [UInt8] = []
    marked.reserveCapacity(text.count + 4 * due.count)
    var copied = 0
    for (offset, marker) in due.map({ ($0.offset, $0.marker) }) {
      marked += text[copied..<offset]
      copied = offset
      if marker == .sign {
        marked += sign
        continue
      }
      let neighbour = marker == .before ? (offset > 0 ? text[offset - 1] : 0) : text[offset]
      let shield = neighbour == UInt8(ascii: "_") ? point : []
      marked += marker == .before ? shield + letter : letter + shield
    }
    marked += text[copied...]
    return marked
  }

  /// Where something is set in: a letter before or behind a run, or a sign.
  private struct Due {
    enum Marker { case before, behind, sign }
    let offset: Int
    let marker: Marker
  }
}

/// Offsets where a marker is due, and whether that is before (or after) its run.
private func disarmedRuns(in text: [UInt8]) -> [(offset: Int, isBefore: Bool)] {
  let star = UInt8(ascii: "*")
  var found: [(Int, Bool)] = []
  var at = 0
  while at < text.count {
    if text[at] == UInt8(ascii: "\\") {
      at += 2
      continue
    }
    guard text[at] == star else {
      at = text.nextASCII(from: at + 1)
      continue
    }
    let start = at
    while at < text.count, text[at] == star { at += 1 }
    // Only a neighbour outside ASCII can make the two rules differ.
    guard (start > 0 && text[start - 1] >= 0x80) || (at < text.count && text[at] >= 0x80) else { continue }
    let before = text.scalar(before: start) ?? "\n"
    let after = text.scalar(at: at) ?? "\n"
    guard !isMarkupSpace(before), !isMarkupSpace(after) else { continue }
    let (closed, opened) = (isMarkupPunctuation(before), isMarkupPunctuation(after))
    if closed == opened { continue }
    // libcmark sees a selector and takes it for a letter; the rule is about the character it belongs to.
    let isChinese = isCJK(text.base(before: start) ?? "\n") || isCJK(after)
    if closed, isChinese, !opensBlockQuote(text, before: start) { found.append((start, true)) }
    if opened, isChinese { found.append((at, false)) }
  }
  return found
}

/// Whether only block quote marks stand before the run on its line: it then starts its paragraph.
private func opensBlockQuote(_ text: [UInt8], before offset: Int) -> Bool {
  var at = offset
  while at > 0, text[at - 1] == UInt8(ascii: ">") || text[at - 1] == 0x20 { at -= 1 }
  return at < offset && (at == 0 || text[at - 1] == 0x0A || text[at - 1] == 0x0D)
}
