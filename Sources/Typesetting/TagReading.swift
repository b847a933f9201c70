/// A tag as far as the pass has to know it.
struct Tag {
  let name: UInt64
  let element: TextElement
  let isClosing: Bool
  let isItem: Bool
  /// Behind its `>`.
  let end: Int
}

extension UnsafeBufferPointer<UInt8> {
  /// The tag or comment that begins at `start`; `nil` where `<` is a character like others.
  func tag(at start: Int) -> Tag? {
    var at = start + 1
    guard at < count else { return nil }
    // A comment: no text, and nothing that parts one.
    if self[at] == UInt8(ascii: "!") || self[at] == UInt8(ascii: "?") {
      return Tag(name: 0, element: .inline, isClosing: false, isItem: false, end: endOfComment(from: at))
    }
    let isClosing = self[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    var (name, length): (UInt64, Int) = (0, 0)
    while at < count, self[at].isAlphanumeric {
      if length < 8 { name = name << 8 | UInt64(self[at] > 0x39 ? self[at] | 0x20 : self[at]) }
      length += 1
      at += 1
    }
    guard length > 0 else { return nil }
    let end = endOfTag(from: at)
    let element = TextElement(name)
    let isItem = element == .inline && !isClosing && holdsItem(at, end)
    return Tag(name: name, element: element, isClosing: isClosing, isItem: isItem, end: end)
  }

  /// Behind the `>` that stands in no quotation marks.
  private func endOfTag(from start: Int) -> Int {
    var at = start
    var quote: UInt8 = 0
    while at < count {
      let byte = self[at]
      at += 1
      // Most of a tag are letters, which stand behind all marks that count.
      if byte > UInt8(ascii: ">") { continue }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return at
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return count
  }

  private func endOfComment(from start: Int) -> Int {
    let isComment = start + 2 < count && self[start + 1] == UInt8(ascii: "-") && self[start + 2] == UInt8(ascii: "-")
    var at = start + (isComment ? 3 : 1)
    while at < count {
      if self[at] == UInt8(ascii: ">"),
        !isComment || self[at - 1] == UInt8(ascii: "-") && self[at - 2] == UInt8(ascii: "-")
      {
        return at + 1
      }
      at += 1
    }
    return count
  }

  /// Behind the end tag of an element, whatever stands in it.
  func endOfElement(named name: UInt64, from start: Int) -> Int {
    var (at, depth) = (start, 1)
    while at < count {
      guard self[at] == UInt8(ascii: "<"), let tag = tag(at: at) else {
        at += 1
        continue
      }
      at = tag.end
      if tag.name == name { depth += tag.isClosing ? -1 : 1 }
      if depth == 0 { return at }
    }
    return count
  }

  /// Whether the first of its classes is `item`, with or without quotation marks.
  private func holdsItem(_ start: Int, _ end: Int) -> Bool {
    let (attribute, word): (StaticString, StaticString) = (" class=", "item")
    var at = start
    while at + attribute.utf8CodeUnitCount + word.utf8CodeUnitCount < end {
      if holds(attribute, at) {
        var value = at + attribute.utf8CodeUnitCount
        if self[value] == UInt8(ascii: "\"") { value += 1 }
        guard value + word.utf8CodeUnitCount < end, holds(word, value) else { return false }
        let next = self[value + word.utf8CodeUnitCount]
        return next == UInt8(ascii: "\"") || next == UInt8(ascii: ">") || next <= 0x20
      }
      at += 1
    }
    return false
  }

  private func holds(_ word: StaticString, _ start: Int) -> Bool {
    var length = 0
    while length < word.utf8CodeUnitCount, self[start + length] == word.utf8Start[length] { length += 1 }
    return length == word.utf8CodeUnitCount
  }
}
