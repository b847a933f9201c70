import Texts

/// Looks through the text of one block for links and marks that CommonMark doesn't read as such: past code and escapes,
/// once from left to right; and for the marks of footnotes.
struct InlineScan {
  private let text: [UInt8]
  private let range: Range<Int>
  private var found: [Slip] = []
  private var brackets: [Int] = []
  /// Labels of footnotes' marks.
  private(set) var notes: [Range<Int>] = []
  /// Where those begin that stand among the words in place of a picture, or in its caption.
  private(set) var notesInPictures: Set<Int> = []
  /// Where the caption of the last picture ends.
  private var endOfCaption = 0
  /// Where the last run of so many backticks begins.
  private var lastTicks: [Int: Int] = [:]

  /// How far an address is followed: no file's name is longer.
  private static let farthest = 1024

  init(text: [UInt8], range: Range<Int>) {
    self.text = text
    self.range = range
  }

  mutating func slips() -> [Slip] {
    noteTicks()
    var at = next(from: range.lowerBound)
    while at < range.upperBound {
      switch text[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "`"): at = endOfCode(at) - 1
      case UInt8(ascii: "["):
        if let end = footnoteEnd(in: text, at: at), !isFollowedByAddress(end) {
          notes.append(at + 2..<end - 1)
          if at < endOfCaption { notesInPictures.insert(at + 2) }
          at = end - 1
        } else {
          brackets.append(at)
        }
      case UInt8(ascii: "]"): if let start = brackets.popLast() { readAddress(after: at, from: start) }
      case UInt8(ascii: "^"): readWideNote(at)
      case UInt8(ascii: "="): at = readHighlight(at)
      case UInt8(ascii: "~") where at < endOfCaption: at = readStrike(at)
      default: break
      }
      at = next(from: at + 1)
    }
    return found
  }

  private func next(from start: Int) -> Int { text.nextASCII(from: start) }

  // MARK: Code

  private func run(of byte: UInt8, from start: Int) -> Int {
    var end = start
    while end < range.upperBound, text[end] == byte { end += 1 }
    return end - start
  }

  private mutating func noteTicks() {
    var at = range.lowerBound
    while at < range.upperBound {
      guard text[at] == UInt8(ascii: "`") else {
        at = next(from: at + 1)
        continue
      }
      let length = run(of: UInt8(ascii: "`"), from: at)
      lastTicks[length] = at
      at += length
    }
  }

  /// Behind the code that begins at `start`, or behind the backticks where no others close them.
  private func endOfCode(_ start: Int) -> Int {
    let length = run(of: UInt8(ascii: "`"), from: start)
    guard let last = lastTicks[length], last > start else { return start + length }
    var at = start + length
    while at < range.upperBound {
      let ticks = run(of: UInt8(ascii: "`"), from: at)
      if ticks == length { return at + length }
      at += max(1, ticks)
    }
    return at
  }

  // MARK: Marks

  /// `［^1］`, `【^1】`, `〔^1〕`.
  private mutating func readWideNote(_ at: Int) {
    let pairs = [("［", "］"), ("【", "】"), ("〔", "〕")]
    guard at >= range.lowerBound + 3,
      let closing = pairs.first(where: { text[(at - 3)..<at].elementsEqual($0.0.utf8) })?.1
    else { return }
    let rest = text[(at + 1)..<min(range.upperBound, at + 100)]
    guard let end = rest.firstStretch(of: closing.utf8)?.lowerBound, end > at + 1 else { return }
    let label = String(decoding: text[(at + 1)..<end], as: UTF8.self)
    found.append(Slip(kind: .wideNote(label), offset: at - 3))
  }

  /// `==words==`, as other dialects mark words with colour; not `a==b`, nor a line of them.
  /// - Returns: the last of the signs that begin here.
  private mutating func readHighlight(_ at: Int) -> Int {
    let end = at + run(of: UInt8(ascii: "="), from: at)
    let isLetter = { (byte: UInt8) in (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }
    guard end - at == 2, end < range.upperBound, text[end] > 0x20, at == range.lowerBound || !isLetter(text[at - 1])
    else { return end - 1 }
    let rest = text[end..<min(range.upperBound, end + Self.farthest)].prefix { $0 != 0x0A && $0 != 0x0D }
    guard let close = rest.firstStretch(of: "==".utf8), close.lowerBound > end, text[close.lowerBound - 1] > 0x20 else {
      return end - 1
    }
    let words = String(decoding: text[end..<close.lowerBound], as: UTF8.self)
    found.append(Slip(kind: .highlight("**\(words)**"), offset: at))
    return close.upperBound - 1
  }

  /// `~~words~~` in a caption, which is printed as it stands.
  /// - Returns: the last of the signs that begin here.
  private mutating func readStrike(_ at: Int) -> Int {
    let end = at + run(of: UInt8(ascii: "~"), from: at)
    guard end - at == 2, let close = text[end..<max(end, endOfCaption)].firstStretch(of: "~~".utf8),
      close.lowerBound > end
    else { return end - 1 }
    found.append(Slip(kind: .strikeInCaption, offset: at))
    return close.upperBound - 1
  }

  private func isFollowedByAddress(_ end: Int) -> Bool { end < range.upperBound && text[end] == UInt8(ascii: "(") }

  // MARK: Links and pictures

  private mutating func readAddress(after close: Int, from bracket: Int) {
    let isNarrowMark = bracket > range.lowerBound && text[bracket - 1] == UInt8(ascii: "!")
    let isWideMark = bracket >= range.lowerBound + 3 && text[(bracket - 3)..<bracket].elementsEqual("！".utf8)
    let start = isNarrowMark ? bracket - 1 : isWideMark ? bracket - 3 : bracket
    let end = min(range.upperBound, close + Self.farthest)
    let rest = text[(close + 1)..<max(close + 1, end)].prefix { $0 != 0x0A && $0 != 0x0D }
    let address = LinkAddress(rest)
    guard let inside = address.inside, isNarrowMark || isWideMark || address.isFile else { return }
    let words = String(decoding: text[(bracket + 1)..<close], as: UTF8.self)
    let mark = isNarrowMark || isWideMark ? "!" : ""
    let repaired = "\(mark)[\(words)](\(inside))"
    switch address.form {
    case .right:
      if isNarrowMark {
        notesInPictures.formUnion(notes.map(\.lowerBound).filter { $0 > bracket })
        endOfCaption = rest.firstStretch(of: "\")".utf8)?.lowerBound ?? 0
      }
      if isWideMark, address.isPicture { found.append(Slip(kind: .wideMark, offset: start)) }
    case .spaced: found.append(Slip(kind: .spaced(repaired), offset: start))
    case .wideBrackets: found.append(Slip(kind: .wideBrackets(repaired), offset: start))
    }
  }
}
