/// Chinese typesetting: puts spans around what the rules of docs/typesetting.md name, in a stretch of HTML.
///
/// It inserts tags only, so what is copied, found or read aloud stays as it was; the one character it writes is the 、
/// between elements of class `item` that stand one behind another. A value of its own to keep its room between texts.
package struct Typesetter {
  var atoms: [Atom] = []
  var tags: [InlineTag] = []
  var groups: [Group] = []
  /// Offsets shifted left by eight, with the rank of what is inserted there.
  var insertions: [UInt64] = []
  /// Where a 、 is written between items of the paragraph that is read.
  var commas: [Int] = []
  /// Of a headline: the atoms of each clause.
  var clauses: [Range<Int>] = []
  private var hasHan = false
  private var hasItems = false

  package init() {}

  /// Sets what stands in `html` from `start` on.
  /// - Parameter setting: of the text that begins there; behind each tag of a block, that block's own.
  package mutating func set(_ html: inout [UInt8], from start: Int, in setting: Setting) {
    insertions.removeAll(keepingCapacity: true)
    html.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[start...]), setting) }
    guard !insertions.isEmpty else { return }
    insertions.sort()
    let added = insertions.reduce(0) { $0 + Insertion(key: $1).bytes.utf8CodeUnitCount }
    let end = html.count
    html.append(contentsOf: repeatElement(0, count: added))
    html.withUnsafeMutableBufferPointer { html in
      // From the end, so that nothing is copied twice.
      var (from, to) = (end, html.count)
      for key in insertions.reversed() {
        let offset = start + Int(key >> 8)
        let rest = from - offset
        if let base = html.baseAddress { (base + (to - rest)).update(from: base + offset, count: rest) }
        (from, to) = (offset, to - rest)
        let bytes = Insertion(key: key).bytes
        to -= bytes.utf8CodeUnitCount
        if let base = html.baseAddress { (base + to).update(from: bytes.utf8Start, count: bytes.utf8CodeUnitCount) }
      }
    }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ first: Setting) {
    var (at, setting) = (0, first)
    while at < text.count {
      if text[at] == UInt8(ascii: "<"), let tag = text.tag(at: at) {
        switch tag.element {
        case .block(let next):
          finish(text, setting)
          setting = tag.isClosing ? .plain : next
        case .inline: add(tag, at)
        case .thing: atoms.append(Atom(kind: .other, start: at, end: tag.end))
        case .opaque, .raised:
          let end = tag.isClosing ? tag.end : text.endOfElement(named: tag.name, from: tag.end)
          atoms.append(Atom(kind: tag.element == .raised ? .raised : .other, start: at, end: end))
          at = end
          continue
        }
        at = tag.end
      } else if setting == .plain {
        at += 1
        while at < text.count, text[at] != UInt8(ascii: "<") { at += 1 }
      } else {
        let atom = text[at] == UInt8(ascii: "<") ? Atom(kind: .other, start: at, end: at + 1) : text.atom(at: at)
        if atom.kind == .han { hasHan = true }
        atoms.append(atom)
        at = atom.end
      }
    }
    finish(text, setting)
  }

  private mutating func add(_ tag: Tag, _ start: Int) {
    guard tag.name != 0 else { return }
    if tag.isItem { hasItems = true }
    tags.append(InlineTag(start: start, end: tag.end, isClosing: tag.isClosing, isItem: tag.isItem))
  }

  /// A paragraph is read: what the rules say of it.
  private mutating func finish(_ text: UnsafeBufferPointer<UInt8>, _ setting: Setting) {
    if hasItems { setItems(text) }
    if setting != .plain, hasHan {
      if setting == .table { setDots() } else { setGaps(text) }
      gather(text, setting)
      if setting == .display { setClauses(text) }
      wrapGroups(text, setting)
    }
    commas.removeAll(keepingCapacity: true)
    atoms.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    (hasHan, hasItems) = (false, false)
  }

  mutating func wrap(_ insertion: Insertion.Pair, _ start: Int, _ end: Int) {
    insertions.append(UInt64(start) << 8 | UInt64(insertion.open.rawValue))
    insertions.append(UInt64(end) << 8 | UInt64(insertion.close.rawValue))
  }

  mutating func insert(_ insertion: Insertion, _ offset: Int) {
    insertions.append(UInt64(offset) << 8 | UInt64(insertion.rawValue))
  }
}

/// What is inserted; where several meet, in this order.
enum Insertion: UInt8 {
  case innerEnd, groupEnd, comma, itemEnd, pieceEnd, clauseEnd, chance
  case clause, piece, item, group, gap, halt, haltAcross, breath, dot

  typealias Pair = (open: Insertion, close: Insertion)

  init(key: UInt64) { self = Insertion(rawValue: UInt8(truncatingIfNeeded: key)) ?? .innerEnd }

  var bytes: StaticString {
    switch self {
    case .innerEnd, .groupEnd, .itemEnd, .pieceEnd, .clauseEnd: "</span>"
    case .chance: "<wbr>"  // Firefox breaks no line where two unbroken spans meet, unless told
    case .comma: "、"
    case .clause, .piece: "<span class=ph>"
    case .item, .group: "<span class=nb>"
    case .gap: "<span class=g>"
    case .halt: "<span class=h>"
    case .haltAcross: "<span class=hx>"  // no engine looks over the edge of an element
    case .breath: "<span class=hc>"
    case .dot: "<span class=md>"
    }
  }
}

/// HTML as a text, for tests and specimens.
package func typeset(_ html: String, in setting: Setting) -> String {
  var bytes = Array(html.utf8)
  var typesetter = Typesetter()
  typesetter.set(&bytes, from: 0, in: setting)
  return String(decoding: bytes, as: UTF8.self)
}
