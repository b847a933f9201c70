/// Spans around groups, clauses and items, so that tags still nest.
extension Typesetter {
  mutating func wrapGroups(_ text: UnsafeBufferPointer<UInt8>, _ setting: Setting) {
    // In a cell of a few characters it is the stylesheet that keeps its line: a span in each of ten thousand would cost
    // a twentieth of a page.
    if setting == .table || setting == .cell, width(atoms.indices, text, upTo: Self.fewCharacters) <= Self.fewCharacters
    {
      return
    }
    var before: Group?
    for group in groups where width(of: group, text) <= Group.widest {
      if let before, meet(before, group) {
        insert(.chance, paired(group.start, group.end)?.start ?? group.start)
      }
      wrap(group.start, group.end, .group, .groupEnd, text)
      before = group
    }
  }

  /// Whether nothing but tags stands between two groups, and a line may end there.
  private func meet(_ before: Group, _ group: Group) -> Bool {
    guard
      before.end == group.start
        || before.last + 1 == group.first && before.end == atoms[before.last].end
          && group.start == atoms[group.first].start
    else { return false }
    let (last, first) = (atoms[before.last].kind, atoms[group.first].kind)
    return last == .han || last == .closing || last == .dot || last == .sign || (first == .han && last == .latin)
  }

  /// In half ems.
  private static let fewCharacters = 12

  /// Wraps a stretch whose tags may not be paired: takes in tags at its edges, or else wraps the pieces between tags.
  mutating func wrap(
    _ start: Int, _ end: Int, _ open: Insertion, _ close: Insertion, _ text: UnsafeBufferPointer<UInt8>
  ) {
    if let whole = paired(start, end) { return wrap((open, close), whole.start, whole.end) }
    var at = start
    for tag in tags where tag.start >= start && tag.end <= end {
      wrapPiece(at, tag.start, (open, close), text)
      at = tag.end
    }
    wrapPiece(at, end, (open, close), text)
  }

  /// A piece of more than a character, without the blanks at its ends: within a box of its own they would be gone.
  private mutating func wrapPiece(
    _ start: Int, _ end: Int, _ insertion: Insertion.Pair, _ text: UnsafeBufferPointer<UInt8>
  ) {
    var (start, end) = (start, end)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    if end - start > 3 { wrap(insertion, start, end) }
  }

  /// The stretch, widened by tags at its edges until each is paired; `nil` where that can't be, or where a span around
  /// elements alone would come between them and the element that lays them out.
  func paired(_ start: Int, _ end: Int) -> (start: Int, end: Int)? {
    guard !tags.isEmpty else { return (start, end) }
    let low = firstTag(from: start)
    var high = low
    var (opened, closed) = (0, 0)
    while high < tags.count, tags[high].start < end {
      if tags[high].isClosing {
        if opened > 0 { opened -= 1 } else { closed += 1 }
      } else {
        opened += 1
      }
      high += 1
    }
    guard high > low else { return (start, end) }
    var (start, end, first, behind) = (start, end, low, high)
    while closed > 0, first > 0, !tags[first - 1].isClosing, tags[first - 1].end == start {
      first -= 1
      start = tags[first].start
      closed -= 1
    }
    while opened > 0, behind < tags.count, tags[behind].isClosing, tags[behind].start == end {
      end = tags[behind].end
      behind += 1
      opened -= 1
    }
    guard opened == 0, closed == 0 else { return nil }
    var (depth, at) = (0, start)
    for tag in tags[first..<behind] {
      if depth == 0, tag.start > at { return (start, end) }
      depth += tag.isClosing ? -1 : 1
      at = tag.end
    }
    return at < end ? (start, end) : nil
  }

  private func firstTag(from offset: Int) -> Int {
    var (low, high) = (0, tags.count)
    while low < high {
      let middle = (low + high) / 2
      if tags[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Names and words in a row, each an element: a 、 behind each but the last, that begins no line.
  mutating func setItems(_ text: UnsafeBufferPointer<UInt8>) {
    var before: (open: InlineTag, close: InlineTag)?
    var index = 0
    while index < tags.count {
      guard tags[index].isItem, let close = closing(of: index) else {
        index += 1
        continue
      }
      if let before, isBlank(text, before.close.end, tags[index].start) { separate(before.open, before.close) }
      before = (tags[index], tags[close])
      index = close + 1
    }
  }

  private func closing(of index: Int) -> Int? {
    var depth = 0
    for at in index..<tags.count {
      depth += tags[at].isClosing ? -1 : 1
      if depth == 0 { return at }
    }
    return nil
  }

  private func isBlank(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    text[start..<end].allSatisfy { $0 <= 0x20 }
  }

  private mutating func separate(_ open: InlineTag, _ close: InlineTag) {
    // No line begins with 、 anyway; a short one is kept whole besides.
    if close.start - open.end <= 33 {
      wrap((.item, .itemEnd), open.start, close.end)
      insert(.chance, close.end)
    }
    insert(.comma, close.end)
    commas.append(close.end)
  }
}
