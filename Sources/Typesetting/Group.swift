/// What is not torn: a stretch from within one atom to within another.
struct Group {
  /// Numbers of the first atom and of the last.
  var first: Int
  var last: Int
  /// Offsets in the text.
  var start: Int
  var end: Int
}

extension Group {
  /// In half ems: what is wider could make a page scroll sideways.
  static let widest = 24
}

/// Rules on what belongs together.
extension Typesetter {
  mutating func gather(_ text: UnsafeBufferPointer<UInt8>, _ setting: Setting) {
    groups.removeAll(keepingCapacity: true)
    for index in atoms.indices {
      switch atoms[index].kind {
      case .latin: gatherLatin(index, text)
      case .dot: gatherDot(index, text)
      case .sign: gatherFactors(index, text)
      case .raised:
        // A note's mark stays with what it is about.
        if index > 0, atoms[index - 1].kind != .space {
          bind(index - 1, text.lastCharacter(of: atoms[index - 1]), index, atoms[index].end)
        }
      case .opening, .closing: if setting != .table { gatherMark(index, text) }
      default: break
      }
    }
    for index in groups.indices { takeMarks(&groups[index]) }
    merge()
    if setting != .table { bindEnd(text, setting) }
  }

  mutating func bind(_ first: Int, _ start: Int, _ last: Int, _ end: Int) {
    groups.append(Group(first: first, last: last, start: start, end: end))
  }

  private mutating func gatherLatin(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    let atom = atoms[index]
    if atom.traits.contains(.joined) { bind(index, atom.start, index, atom.end) }
    if index > 0 { gatherBefore(index, text) }
    guard index + 1 < atoms.count else { return }
    let next = atoms[index + 1]
    switch next.kind {
    case .han where atom.traits.contains(.digitAtEnd): gatherMeasure(index, text)
    case .sign:
      if index + 2 < atoms.count, atoms[index + 2].kind == .latin {
        bind(index, atom.start, index + 2, atoms[index + 2].end)
      }
    // A standard by its number: GB/T 15834
    case .space where atom.traits.contains(.capitalsOnly) && next.end - next.start == 1 && atom.end - atom.start <= 8:
      guard index + 2 < atoms.count, atoms[index + 2].traits.contains(.digitAtStart) else { return }
      bind(index, atom.start, index + 2, atoms[index + 2].end)
    default: break
    }
  }

  /// 第 or 前 before a figure, or its sign.
  private mutating func gatherBefore(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    let (before, atom) = (atoms[index - 1], atoms[index])
    guard atom.traits.contains(.digitAtStart) else { return }
    if before.kind == .sign, index < 2 || !atoms[index - 2].isText { bind(index - 1, before.start, index, atom.end) }
    // What stands before × in words is a factor like the figure behind it: 1篇×1.00
    if before.kind == .sign, index >= 2, atoms[index - 2].kind == .han, text[before.start] == 0xC3 {
      bind(index - 2, text.lastCharacter(of: atoms[index - 2]), index, atom.end)
    }
    guard before.kind == .han, before.end - before.start >= 3 else { return }
    let at = before.end - 3
    let isOrdinal = text[at] == 0xE7 && text[at + 1] == 0xAC && text[at + 2] == 0xAC  // 第
    let isLeading = text[at] == 0xE5 && text[at + 1] == 0x89 && text[at + 2] == 0x8D  // 前
    if isOrdinal || isLeading { bind(index - 1, at, index, atom.end) }
  }

  /// A formula in words may part behind a sign and not within a word: 得分＝/赋值×/档次÷100
  private mutating func gatherFactors(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    guard index > 0, index + 1 < atoms.count, atoms[index - 1].isText, atoms[index + 1].isText,
      text.isOperator(at: atoms[index].start)
    else { return }
    let (before, after) = (atoms[index - 1], atoms[index + 1])
    let isInner = index > 1 && atoms[index - 2].kind == .sign
    if before.kind == .han {
      // Where the first factor begins in running words nobody can tell: it has two characters at least.
      let isWhole = before.end - before.start <= (isInner ? Self.longestFactor : 12)
      let start = isWhole ? before.start : text.lastTwoCharacters(of: before)
      bind(index - 1, start, index, atoms[index].end)
    } else if after.kind == .han {
      bind(index - 1, before.start, index, atoms[index].end)
    }
    if after.kind == .han, after.end - after.start <= Self.longestFactor {
      bind(index + 1, after.start, index + 1, after.end)
    }
  }

  /// In bytes: six characters.
  private static let longestFactor = 18

  private mutating func gatherMeasure(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    let next = atoms[index + 1]
    let length = measureWord(UnsafeBufferPointer(rebasing: text[next.start..<next.end]))
    guard length > 0 else { return }
    bind(index, atoms[index].start, index + 1, next.start + length)
    // 2月26日 is one; a line may end behind a year.
    guard length == 3, next.end - next.start == 3, text[next.start] == 0xE6, text[next.start + 1] == 0x9C,
      text[next.start + 2] == 0x88, index + 3 < atoms.count, atoms[index + 2].traits.contains(.digitsOnly),
      atoms[index + 3].kind == .han
    else { return }
    bind(index, atoms[index].start, index + 3, text.firstCharacter(of: atoms[index + 3]))
  }

  /// · stays with what is before it, and a short name on either side is not torn.
  private mutating func gatherDot(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    guard index > 0, index + 1 < atoms.count, atoms[index - 1].kind == .han, atoms[index + 1].kind == .han else {
      return
    }
    let (before, after) = (atoms[index - 1], atoms[index + 1])
    let start = before.end - before.start <= 18 ? before.start : text.lastCharacter(of: before)
    bind(index - 1, start, index, atoms[index].end)
    if after.end - after.start <= 18 { bind(index + 1, after.start, index + 1, after.end) }
  }

  /// Engines forget at the edge of a span which marks begin no line, and which end none.
  private mutating func gatherMark(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
    guard index > 0 else { return }
    let (before, atom) = (atoms[index - 1], atoms[index])
    if atom.kind == .closing {
      guard before.kind == .closing, index > 1, atoms[index - 2].isText else { return }
      bind(index - 2, text.lastCharacter(of: atoms[index - 2]), index, atom.end)
    } else if before.kind == .opening || before.kind == .closing, index + 1 < atoms.count, atoms[index + 1].kind == .han
    {
      bind(index, atom.start, index + 1, text.firstCharacter(of: atoms[index + 1]))
    }
  }

  /// Takes along the closing marks behind a group and the opening ones before it.
  func takeMarks(_ group: inout Group) {
    if group.end == atoms[group.last].end {
      while group.last + 1 < atoms.count, atoms[group.last + 1].kind == .closing || atoms[group.last + 1].kind == .stop
      {
        group.last += 1
        group.end = atoms[group.last].end
      }
    }
    if group.start == atoms[group.first].start {
      while group.first > 0, atoms[group.first - 1].kind == .opening || atoms[group.first - 1].kind == .narrowOpening {
        group.first -= 1
        group.start = atoms[group.first].start
      }
    }
  }

  /// Groups in order, those that overlap as one.
  mutating func merge() {
    groups.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var kept = 0
    for index in groups.indices {
      let group = groups[index]
      if kept > 0, group.start < groups[kept - 1].end {
        if group.end > groups[kept - 1].end { (groups[kept - 1].last, groups[kept - 1].end) = (group.last, group.end) }
      } else {
        groups[kept] = group
        kept += 1
      }
    }
    groups.removeLast(groups.count - kept)
  }
}
