/// The end of a paragraph: no line of one or two characters.
extension Typesetter {
  private static let characters = 3
  /// In half ems: what is shorter stands in one line.
  private static let shortest = 14

  /// Binds the last characters of a paragraph, of a headline those of its last clause, with the marks around them.
  mutating func bindEnd(_ text: UnsafeBufferPointer<UInt8>, _ setting: Setting) {
    guard let last = atoms.lastIndex(where: { $0.kind != .space }),
      width(atoms.indices, text, upTo: Self.shortest) > Self.shortest
    else {
      return
    }
    var index = last
    var count = 0
    var start = atoms[last].end
    while index >= 0, count < Self.characters {
      let atom = atoms[index]
      switch atom.kind {
      case .han:
        var at = atom.end
        while count < Self.characters, at > atom.start {
          at -= 1
          while at > atom.start, text[at] & 0xC0 == 0x80 { at -= 1 }
          count += 1
        }
        start = at
      case .latin:
        // A word of another script is as good a last line as three characters; one that is bound to them goes along.
        count += 2
        start = atom.start
      case .closing, .stop:
        if setting == .display, count > 0, atom.kind == .closing { return }
        start = atom.start
      case .opening, .narrowOpening, .dot, .sign: start = atom.start
      case .space, .other, .raised: return
      }
      if count < Self.characters { index -= 1 }
    }
    guard index >= 0 else { return }
    var end = Group(first: index, last: last, start: start, end: atoms[last].end)
    takeMarks(&end)
    // What the end overlaps goes along whole, unless it would grow too wide.
    var kept = groups.count
    while kept > 0, groups[kept - 1].end > end.start {
      kept -= 1
      if groups[kept].start < end.start { (end.first, end.start) = (groups[kept].first, groups[kept].start) }
    }
    guard width(of: end, text) <= Group.widest else { return }
    groups.removeLast(groups.count - kept)
    groups.append(end)
  }

  /// In half ems.
  func width(of group: Group, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    var sum = 0
    for index in group.first...group.last {
      let atom = atoms[index]
      sum += text.width(max(atom.start, group.start), min(atom.end, group.end), atom.kind)
    }
    return sum
  }

  func width(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, upTo most: Int) -> Int {
    var sum = 0
    for atom in atoms[range] {
      sum += text.width(atom.start, atom.end, atom.kind)
      if sum > most { break }
    }
    return sum
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// In half ems, of a stretch within one atom.
  fileprivate func width(_ start: Int, _ end: Int, _ kind: Atom.Kind) -> Int {
    switch kind {
    case .han: return (end - start) / 3 * 2
    case .opening, .closing: return 2
    case .raised: return 1
    case .space, .dot: return 1
    default:
      var sum = 0
      for at in start..<end where self[at] & 0xC0 != 0x80 { sum += self[at] >= 0xE3 ? 2 : 1 }
      return sum
    }
  }
}
