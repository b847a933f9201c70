/// A headline by clauses, and what is too long for a line by its attributes.
extension Typesetter {
  /// A line ends behind a mark if it has to end.
  mutating func setClauses(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = atoms.firstIndex(where: { $0.kind != .space }) else { return }
    if atoms[first].kind == .opening { wrap((.halt, .innerEnd), atoms[first].start, atoms[first].end) }
    clauses.removeAll(keepingCapacity: true)
    var start = first
    var index = first
    while index < atoms.count {
      let isEnd = endsClause(index, text)
      index += 1
      if isEnd { while index < atoms.count, atoms[index].kind == .closing || atoms[index].kind == .stop { index += 1 } }
      guard isEnd || index == atoms.count else { continue }
      var last = index - 1
      while last > first, atoms[last].kind == .space { last -= 1 }
      guard last >= start else { break }
      clauses.append(start..<last + 1)
      while index < atoms.count, atoms[index].kind == .space { index += 1 }
      start = index
    }
    for clause in clauses {
      let (start, end) = (atoms[clause.lowerBound].start, atoms[clause.upperBound - 1].end)
      if clauses.count > 1 {
        wrap(start, end, .clause, .clauseEnd, text)
        setBreath(behind: clause, text)
        if clause.lowerBound > first, atoms[clause.lowerBound].kind == .opening,
          atoms[clause.lowerBound - 1].kind != .closing
        {
          wrap((.halt, .innerEnd), start, atoms[clause.lowerBound].end)
        }
      }
      setPieces(clause, text)
    }
  }

  /// At the size of a page's head the mark between two clauses leaves a hole: it gives up its half for less.
  private mutating func setBreath(behind clause: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    let mark = clause.upperBound - 1
    guard mark + 1 < atoms.count, atoms[mark].kind == .closing, endsClause(mark, text),
      atoms[mark + 1].kind != .opening,
      mark == 0 || atoms[mark - 1].kind != .closing
    else { return }
    wrap((.breath, .innerEnd), atoms[mark].start, atoms[mark].end)
  }

  /// ，、：；！？
  private func endsClause(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let atom = atoms[index]
    guard atom.end - atom.start == 3, atom.kind == .closing || atom.kind == .stop else { return false }
    switch (text[atom.start], text[atom.start + 1], text[atom.start + 2]) {
    case (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F),
      (0xE3, 0x80, 0x81):
      return true
    default: return false
    }
  }

  /// In half ems: a shorter clause has room on the narrowest telephone.
  private static let longClause = 20
  /// Bytes of Han that stand on either side of a break.
  private static let leastPiece = 9

  /// A long clause parts behind 的 too, where a reader would take breath.
  private mutating func setPieces(_ clause: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    let (start, end) = (atoms[clause.lowerBound].start, atoms[clause.upperBound - 1].end)
    guard width(clause, text, upTo: Self.longClause) > Self.longClause,
      !tags.contains(where: { start <= $0.start && $0.start < end })
    else { return }
    var from = start
    for index in clause where atoms[index].kind == .han {
      var at = atoms[index].start
      while at < atoms[index].end {
        let next = text.endOfCharacter(at: at, in: atoms[index])
        if next - from >= Self.leastPiece, end - next >= Self.leastPiece, text[next] > 0x20, text.isAttributive(at: at),
          !groups.contains(where: { $0.start < next && next < $0.end })
        {
          wrap((.piece, .pieceEnd), from, next)
          from = next
        }
        at = next
      }
    }
    if from > start { wrap((.piece, .pieceEnd), from, end) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A 的 behind what it speaks of: not that of 目的 or 有的, nor of 的确 or 的士.
  fileprivate func isAttributive(at offset: Int) -> Bool {
    guard isHan(0xE79A84, at: offset) else { return false }
    let (before, behind) = (offset - 3, offset + 3)
    return !isHan(0xE79BAE, at: before) && !isHan(0xE69C89, at: before) && !isHan(0xE7A1AE, at: behind)
      && !isHan(0xE5A3AB, at: behind) && !isHan(0xE79A84, at: behind)
  }

  private func isHan(_ bytes: UInt32, at offset: Int) -> Bool {
    offset >= 0 && offset + 3 <= count
      && UInt32(self[offset]) << 16 | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) == bytes
  }
}
