/// Rules on single characters: the gap between Han and Latin, marks that adjoin, the width of ·.
extension Typesetter {
  mutating func setGaps(_ text: UnsafeBufferPointer<UInt8>) {
    var before: Atom?
    for (index, atom) in atoms.enumerated() {
      // A 、 that is written between two items parts them.
      if let before, !commas.contains(where: { before.end <= $0 && $0 <= atom.start }) { set(before, atom, text) }
      if atom.kind == .dot { setDot(at: index) }
      before = atom
    }
  }

  private mutating func set(_ before: Atom, _ atom: Atom, _ text: UnsafeBufferPointer<UInt8>) {
    switch (before.kind, atom.kind) {
    // The earlier neighbour has the gap on its right: one on the left would indent a line that begins with it. Of a word it
    // is the last character, since the gap is the spacing of letters, through which an underline goes.
    case (.han, .latin): wrap((.gap, .innerEnd), text.lastCharacter(of: before), before.end)
    case (.latin, .han):
      if before.touchesHan { wrap((.gap, .innerEnd), text.lastCharacter(of: before), before.end) }
    // Of two adjoining marks one gives up its empty half: the one that opens, else the first.
    case (.opening, .opening), (.closing, .opening):
      wrap((before.end < atom.start ? .haltAcross : .halt, .innerEnd), atom.start, atom.end)
    case (.closing, .closing):
      wrap((before.end < atom.start ? .haltAcross : .halt, .innerEnd), before.start, before.end)
    default: break
    }
  }

  mutating func setDots() {
    for (index, atom) in atoms.enumerated() where atom.kind == .dot { setDot(at: index) }
  }

  private mutating func setDot(at index: Int) {
    guard index > 0, index + 1 < atoms.count, atoms[index - 1].kind == .han, atoms[index + 1].kind == .han else {
      return
    }
    wrap((.dot, .innerEnd), atoms[index].start, atoms[index].end)
  }
}
