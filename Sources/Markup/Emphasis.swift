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
    guard let letter = letters.first(where: { lettersSeen >> UInt64($0 & 0x3F) & 1 == 0 }),
      let point = points.first(where: { pointsSeen >> UInt64($0 & 0x3F) & 1 == 0 })
    else { return nil }
    self.letter = [0xF4, 0x8F, 0xBE, letter]
    self.point = [0xF0, 0x90, 0xA9, point]
  }

  /// Length of the marker at `at`, or 0.
  func length(in text: [UInt8], at: Int) -> Int {
    if text[at] < 0xF0 { return 0 }
    let marker = text[at] == letter[0] ? letter : point
    guard at + marker.count <= text.count, text[at..<at + marker.count].elementsEqual(marker) else { return 0 }
    return marker.count
  }

  /// Takes the markers out of the text from `start` on.
  func remove(from text: inout [UInt8], startingAt start: Int) {
    let first = text.withUnsafeBufferPointer { $0.nextRare(from: start) }
    guard first < text.count else { return }
    var (at, kept) = (first, first)
    while at < text.count {
      let skip = length(in: text, at: at)
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
  func marking(_ text: [UInt8]) -> [UInt8] {
    let notes = footnoteDefinitions(in: text).map { (offset: $0, isBefore: true) }
    let runs =
      notes.isEmpty ? disarmedRuns(in: text) : (disarmedRuns(in: text) + notes).sorted { $0.offset < $1.offset }
    guard !runs.isEmpty else { return text }
    var marked: [UInt8] = []
    marked.reserveCapacity(text.count + 4 * runs.count)
    var copied = 0
    for (offset, isBefore) in runs {
      marked += text[copied..<offset]
      copied = offset
      let neighbour = isBefore ? (offset > 0 ? text[offset - 1] : 0) : text[offset]
      let shield = neighbour == UInt8(ascii: "_") ? point : []
      marked += isBefore ? shield + letter : letter + shield
    }
    marked += text[copied...]
    return marked
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
