/// What may stand next on a page behind some place of its template, white space passed over.
enum NextTag: Hashable {
  case start(String)
  case end(String)
  /// Text, a value, a comment: no tag whose name the template writes out.
  case other
  case endOfPage
}

extension Template {
  /// All that may come next, on any way through the sections.
  /// - Parameters:
  ///   - index: of an operation that copies a literal, or of what follows one.
  ///   - offset: among the literals, where a place within that operation is meant.
  func next(from index: Int, _ offset: Int? = nil) -> Set<NextTag> {
    var found: Set<NextTag> = []
    follow(from: index, offset) { bytes, index in
      guard let at = bytes.firstIndex(where: { !$0.isSpace }) else { return false }
      found.insert(tag(bytes[at...], index))
      return true
    } other: {
      found.insert($0)
    }
    return found
  }

  /// All bytes that may come next; `nil` where it may be a value or nothing.
  func nextBytes(from index: Int, _ offset: Int? = nil) -> Set<UInt8>? {
    var found: Set<UInt8>? = []
    follow(from: index, offset) { bytes, _ in
      guard let byte = bytes.first else { return false }
      found?.insert(byte)
      return true
    } other: { _ in
      found = nil
    }
    return found
  }

  private func tag(_ bytes: ArraySlice<UInt8>, _ index: Int) -> NextTag {
    guard bytes.first == UInt8(ascii: "<") else { return .other }
    let isClosing = bytes.dropFirst().first == UInt8(ascii: "/")
    let rest = bytes.dropFirst(isClosing ? 2 : 1)
    let name = rest.prefix { !$0.endsName }
    guard let first = name.first, (0x61...0x7A).contains(first.lowercased),
      name.endIndex < rest.endIndex || nextBytes(from: index + 1)?.allSatisfy(\.endsName) == true
    else { return .other }
    let word = String(decoding: name.map(\.lowercased), as: UTF8.self)
    return isClosing ? .end(word) : .start(word)
  }

  /// Visits the literals that may come next.
  /// - Parameter literal: whether what was looked for stands in it; else the way goes on behind it.
  private func follow(
    from index: Int, _ offset: Int?, literal: (ArraySlice<UInt8>, Int) -> Bool, other: (NextTag) -> Void
  ) {
    var seen: Set<Int> = []
    var open = [index]
    var offset = offset
    while let index = open.popLast() {
      guard index < operations.count else {
        other(.endOfPage)
        continue
      }
      // Where the place is within an operation, a list may still lead to its beginning.
      if offset == nil, !seen.insert(index).inserted { continue }
      let operation = operations[index]
      switch operation.code {
      case .literal:
        let bytes = literals[(offset ?? Int(operation.a))..<Int(operation.b)]
        offset = nil
        if !literal(bytes, index) { open.append(index + 1) }
      case .print, .near, .value, .endValue: other(.other)
      default: open += operations.successors(of: index)
      }
    }
  }
}

extension [Operation] {
  /// The operations that may come after one.
  func successors(of index: Int) -> [Int] {
    let operation = self[index]
    return switch operation.code {
    case .literal, .print, .near, .value, .endValue, .descend, .begin, .set: [index + 1]
    case .enter, .when, .unless: [index + 1, Int(operation.b)]
    // A record is left once; a list goes round.
    case .leave: self[Int(operation.a) - 1].code == .enter ? [index + 1, Int(operation.a)] : [index + 1]
    }
  }
}

extension UInt8 {
  fileprivate var endsName: Bool { isSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }
}
