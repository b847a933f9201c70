import Diagnostics
import Texts

/// Puts libyaml's events together to a value. What could make a small file a large value is refused as its event comes,
/// before anything is made of it: an alias or anchor, a tag, nesting without end; the file's size bounds the rest.
struct YAMLComposer: ~Copyable {
  /// Ends the reading.
  private struct Refusal: Error { let diagnostic: Diagnostic }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: Int32
  private let firstLine: Int32
  private var events: YAMLEvents
  private var cursor: YAMLCursor
  /// In bytes, from where on a mistake is looked for: behind all that was surely meant as it was read. The last text isn't: it
  /// may have swallowed what is at fault; behind its end, if it stands on one line, a key is expected.
  private var doubtful = (start: 0, end: 0)
  /// What is wrong, though all can be read.
  private var mistakes: [Diagnostic] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ parser: YAMLParser) {
    self.bytes = bytes
    file = parser.file
    firstLine = parser.firstLine
    events = YAMLEvents(bytes)
    cursor = YAMLCursor(bytes, countsReturns: parser.countsReturns)
  }

  mutating func compose() -> (YAMLNode?, [Diagnostic]) {
    do throws(Refusal) {
      if let node = try document() { return (node, mistakes) }
      mistakes.append(.wrongType(.table, at: Place(file: file, line: firstLine)))
    } catch {
      mistakes.removeAll { $0.place == error.diagnostic.place }
      mistakes.append(error.diagnostic)
    }
    return (nil, mistakes)
  }

  private var place: Place {
    Place(file: file, line: firstLine - 1 + Int32(cursor.line), column: Int32(cursor.column))
  }

  private mutating func document() throws(Refusal) -> YAMLNode? {
    var node: YAMLNode?
    while true {
      let event = try next()
      switch event.kind {
      case .streamEnd: return node
      case .documentStart where node != nil:
        cursor.move(toScalar: event.start)
        throw Refusal(diagnostic: .yamlSecondDocument(at: place))
      case .documentStart, .end, .other: continue
      default: node = try value(event, depth: 0)
      }
    }
  }

  private mutating func next() throws(Refusal) -> YAMLEvent {
    do throws(YAMLFault) { return try events.next() } catch { throw Refusal(diagnostic: diagnostic(of: error)) }
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) throws(Refusal) -> YAMLNode {
    cursor.move(toScalar: event.start)
    let place = place
    let start = cursor.offset
    // A lone `!` leaves no tag behind.
    let isTagged = event.hasTag || start < bytes.count && bytes[start] == UInt8(ascii: "!")
    if event.hasAnchor { throw Refusal(diagnostic: .yamlAnchor(at: place)) }
    if isTagged { throw Refusal(diagnostic: .yamlTag(at: place)) }
    switch event.kind {
    case .scalar(let text, let style):
      cursor.move(toScalar: event.end)
      let isWide = style != .plain || bytes[start..<cursor.offset].contains { $0 == 0x0A || $0 == 0x0D }
      doubtful = (start, isWide ? start : cursor.offset)
      if style == .plain { checkComment(behind: cursor.offset) }
      let folded = unfoldingHan(text, style, written: bytes[start..<cursor.offset])
      return YAMLNode(value: .scalar(folded, isPlain: style == .plain), place: place)
    case .mappingStart, .sequenceStart:
      guard depth < YAMLParser.deepest else { throw Refusal(diagnostic: .yamlTooDeep(at: place)) }
      doubtful = (start, start)
      if case .mappingStart = event.kind { return try mapping(at: place, depth: depth + 1) }
      return try sequence(at: place, depth: depth + 1)
    default: throw Refusal(diagnostic: .yamlAnchor(at: place))
    }
  }

  private mutating func sequence(at place: Place, depth: Int) throws(Refusal) -> YAMLNode {
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if case .end = event.kind { return YAMLNode(value: .sequence(items), place: place) }
      items.append(try value(event, depth: depth))
    }
  }

  private mutating func mapping(at place: Place, depth: Int) throws(Refusal) -> YAMLNode {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    var known = YAMLKeys()
    while true {
      let event = try next()
      if case .end = event.kind { return YAMLNode(value: .mapping(entries), place: place) }
      let key = try value(event, depth: depth)
      if case .scalar(let text, isPlain: true) = key.value, let slip = slip(atStartOf: text) ?? quote(atStartOf: text) {
        // What follows isn't what it seems.
        throw Refusal(diagnostic: .yamlSlip(slip, at: key.place))
      }
      let value = try value(try next(), depth: depth)
      guard let name = key.scalar?.trimmed, !name.isEmpty else {
        mistakes.append(.yamlKey(at: key.place))
        continue
      }
      if value.isNull, case .scalar(_, isPlain: true) = key.value, slip(inKey: name) != nil {
        // What was meant goes in, so that nobody misses it.
        for entry in meant(by: name, at: key.place)
        where known.insert(entry.key.scalar ?? "", at: entry.key.place) == nil {
          entries.append(entry)
        }
        continue
      }
      if let first = known.insert(name, at: key.place) {
        mistakes.append(.duplicateKey(name, first: first, at: key.place))
        continue
      }
      entries.append((YAMLNode(value: .scalar(name, isPlain: true), place: key.place), value))
    }
  }

  /// The entries of a key without a value that lost its colon, and perhaps swallowed its neighbours: `a：1，b：2`. Which of
  /// the signs were wrong is told for the first of them.
  private mutating func meant(by text: String, at place: Place) -> [(key: YAMLNode, value: YAMLNode)] {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    var (rest, start) = (text, place)
    while let found = slip(inKey: rest) {
      let comma = comma(beforeKey: nil, in: found.value)
      if entries.isEmpty {
        mistakes.append(.yamlSlip(found.slip, at: start.moved(right: found.column)))
        if let comma {
          mistakes.append(.yamlSlip(.comma(comma.sign), at: start.moved(right: found.valueColumn + comma.column)))
        }
      }
      let value = Array(found.value.unicodeScalars)
      let own = String(String.UnicodeScalarView(value[..<(comma.map { Int($0.column) } ?? value.count)]))
      entries.append(
        (
          YAMLNode(value: .scalar(found.key, isPlain: true), place: start),
          YAMLNode(value: .scalar(own, isPlain: true), place: start.moved(right: found.valueColumn))
        ))
      guard let comma else { break }
      let behind = value[(Int(comma.column) + 1)...].drop(while: \.isUnseen)
      start = start.moved(right: found.valueColumn + Int32(behind.startIndex))
      rest = String(String.UnicodeScalarView(behind))
    }
    return entries
  }

  // MARK: - Mistakes

  /// A number such as #3 behind a text is a comment to YAML, and a station to the office; `# 注` is meant as a comment.
  private mutating func checkComment(behind end: Int) {
    var at = end
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    guard at > end, at < bytes.count, bytes[at] == UInt8(ascii: "#") else { return }
    var first = at
    while first < bytes.count, bytes[first] == UInt8(ascii: "#") { first += 1 }
    guard first < bytes.count, bytes[first] > 0x20 else { return }
    var lineEnd = at
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
    // The next event lies behind the comment.
    cursor.move(toByte: at)
    mistakes.append(.swallowedText(String(decoding: bytes[at..<lineEnd], as: UTF8.self), at: place))
  }

  /// What stopped the parser: a slip of the keyboard between the last event and where it stopped, else its own reason.
  private mutating func diagnostic(of fault: YAMLFault) -> Diagnostic {
    switch fault.position {
    case .scalars(let index): cursor.move(toScalar: index)
    case .bytes(let offset): cursor.move(toByte: offset)
    }
    let (stopped, stoppedAt) = (place, cursor.offset)
    if case .bytes = fault.position {
      let scalar = String(decoding: bytes[stoppedAt..<min(stoppedAt + 4, bytes.count)], as: UTF8.self).unicodeScalars
        .first
      let hidden = scalar.flatMap { String($0).firstHidden(in: .prose) }
      return hidden.map { .hiddenCharacter($0, inside: .inText, at: stopped) }
        ?? .yamlSyntax(.yamlProblem(fault.problem), at: stopped)
    }
    if let slip = YAMLSlipSearch(bytes, from: doubtful, stopped: stoppedAt, problem: fault.problem).first {
      cursor.move(toByte: slip.offset)
      return .yamlSlip(slip.slip, at: place)
    }
    return .yamlSyntax(.yamlProblem(fault.problem), at: stopped)
  }
}

/// The keys of one mapping: a few are compared one by one, many are looked up.
private struct YAMLKeys {
  private var few: [(name: String, place: Place)] = []
  private var many: [String: Place] = [:]

  /// Where the key stood before, if it did.
  mutating func insert(_ name: String, at place: Place) -> Place? {
    if !many.isEmpty {
      if let first = many[name] { return first }
      many[name] = place
      return nil
    }
    if let first = few.first(where: { $0.name == name }) { return first.place }
    few.append((name, place))
    if few.count > 12 { many = Dictionary(few.map { ($0.name, $0.place) }) { first, _ in first } }
    return nil
  }
}
