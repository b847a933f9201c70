import Texts

/// Looks for a slip where the parser stopped: from what was surely read as it was meant to the end of the line at which it
/// gave up. What might be meant as written isn't looked at: only a text that can't be read is searched.
struct YAMLSlipSearch {
  private(set) var first: (slip: YAMLSlip, offset: Int)?
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>, from doubtful: (start: Int, end: Int), stopped: Int, problem: String) {
    self.bytes = bytes
    var (candidates, depth): ([(rank: Int, slip: YAMLSlip, offset: Int)], Int) = ([], 0)
    var start = lineStart(of: min(doubtful.start, bytes.count))
    var isFirst = true
    while start <= min(stopped, bytes.count) {
      let end = lineEnd(from: start)
      var line = YAMLLineSlips(
        Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars), depth: depth, isFirst: isFirst,
        isNear: stopped <= end)
      line.search()
      for (rank, slip, column) in line.found {
        let offset = offset(of: column, from: start)
        if offset >= doubtful.start { candidates.append((rank, slip, offset)) }
      }
      let rest = bytes[max(start, min(doubtful.end, end))..<end]
      if rest.contains(where: { $0 != 0x20 && $0 != UInt8(ascii: ":") }) { isFirst = false }
      depth = line.depth
      guard end < bytes.count else { break }
      start = end + (bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1)
    }
    if let best = candidates.min(by: { ($0.rank, $0.offset) < ($1.rank, $1.offset) }) {
      first = (best.slip, best.offset)
    } else if problem == "mapping values are not allowed in this context", hasColonBefore(stopped) {
      first = (.colonInText, stopped)
    }
  }

  private func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return start
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  private func offset(of column: Int, from start: Int) -> Int {
    var (offset, left) = (start, column)
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// Whether a key stands on the line before the colon at which the parser stopped.
  private func hasColonBefore(_ stopped: Int) -> Bool {
    let start = lineStart(of: min(stopped, bytes.count))
    guard stopped > start else { return false }
    return zip(start..<stopped, (start + 1)...).contains { bytes[$0] == UInt8(ascii: ":") && bytes[$1] == 0x20 }
  }
}

/// The slips of one line, each with its rank: what can't be meant otherwise goes before what might be.
struct YAMLLineSlips {
  private(set) var found: [(rank: Int, slip: YAMLSlip, column: Int)] = []
  /// Brackets open at its end.
  private(set) var depth: Int
  /// Whether no value or key has been seen behind what was surely read.
  private let isFirst: Bool
  /// Whether the parser stopped on it: what might well be meant is only doubted then.
  private let isNear: Bool
  private let line: [Unicode.Scalar]
  private var at = 0

  init(_ line: [Unicode.Scalar], depth: Int, isFirst: Bool, isNear: Bool) {
    self.isNear = isNear
    self.line = line
    self.depth = depth
    self.isFirst = isFirst
  }

  var isEmpty: Bool { line.allSatisfy(\.isUnseen) }

  private func scalar(_ index: Int) -> Unicode.Scalar { index < line.count ? line[index] : "\n" }

  private mutating func note(_ rank: Int, _ slip: YAMLSlip, _ column: Int) { found.append((rank, slip, column)) }

  mutating func search() {
    guard !isEmpty else { return }
    while scalar(at).isUnseen, at < line.count {
      if line[at] != " " { return note(0, .indentation(line[at]), at) }
      at += 1
    }
    if SlippedSign.isDash(scalar(at)) { note(0, .dash(line[at]), at) }
    while scalar(at) == "-", scalar(at + 1).isUnseen {
      at += 1
      while at < line.count, line[at].isUnseen {
        if line[at] != " " { return note(0, .indentation(line[at]), at) }
        at += 1
      }
    }
    if scalar(at) == "#" { return }
    checkKey(isInBraces: false)
    var isValueStart = true
    while at < line.count {
      let scalar = line[at]
      if isValueStart, scalar == "\"" || scalar == "'" {
        skipQuoted()
        isValueStart = false
        continue
      }
      check(scalar, isValueStart: isValueStart)
      at += 1
      switch scalar {
      case "[", "{", ",":
        isValueStart = scalar != "," || depth > 0
        if scalar != "," { depth += 1 }
        if isValueStart { checkKey(isInBraces: scalar != "[") }
      case "]", "}":
        depth = max(0, depth - 1)
        isValueStart = false
      case ":": isValueStart = self.scalar(at).isUnseen || isValueStart
      case " ", "\t": if self.scalar(at) == "#" { return checkComment() }
      default: if !scalar.isUnseen { isValueStart = false }
      }
    }
  }

  private mutating func check(_ scalar: Unicode.Scalar, isValueStart: Bool) {
    if isValueStart, SlippedSign.isOpening(scalar) { note(1, .bracket(scalar), at) }
    if isNear, isValueStart, SlippedSign.isQuote(scalar) { note(3, .quote(scalar), at) }
    if depth > 0, SlippedSign.isClosing(scalar), !line[..<at].contains(where: SlippedSign.isOpening) {
      note(1, .bracket(scalar), at)
    }
    guard depth > 0, SlippedSign.isComma(scalar) else { return }
    // Another key behind it, or the end of a value before it: else it may belong to a text.
    let next = keyEnd(from: at + 1)
    let isBeforeKey = next.map { self.scalar($0) == ":" || SlippedSign.isColon(self.scalar($0)) } ?? false
    let isBehindEnd = at > 0 && "\"'}]".unicodeScalars.contains(line[at - 1])
    if isBeforeKey || isBehindEnd || isNear { note(isBeforeKey || isBehindEnd ? 1 : 4, .comma(scalar), at) }
  }

  /// Where the key ends that begins behind spaces here.
  private func keyEnd(from start: Int) -> Int? {
    var end = start
    while end < line.count, line[end].isUnseen { end += 1 }
    let first = end
    while end < line.count, SlippedSign.isKey(line[end]) { end += 1 }
    guard end > first else { return nil }
    while end < line.count, line[end] == " " { end += 1 }
    return end
  }

  private mutating func checkKey(isInBraces: Bool) {
    var end = keyEnd(from: at)
    // A time of day is no key.
    if let ascii = end, !line[at..<ascii].contains(where: { $0.properties.isAlphabetic }) { end = nil }
    guard let end = end ?? chineseKeyEnd(isInBraces: isInBraces) else { return }
    let key = line[at..<end]
    let rest = line[min(end + 1, line.count)...]
    let value = depth == 0 ? rest : rest.prefix { $0 != "," && $0 != "}" && $0 != "]" && !SlippedSign.isComma($0) }
    if SlippedSign.isColon(scalar(end)) {
      note(0, .colon(line[end], right: written(key, value)), end)
    } else if scalar(end) == ":", end + 1 < line.count, scalar(end + 1) != " ", scalar(end + 1) != "/" {
      note(0, .noSpace(right: written(key, value)), end)
    }
  }

  /// A Chinese word with a full-width colon may begin a sentence; it is a key in braces or where one was expected.
  private func chineseKeyEnd(isInBraces: Bool) -> Int? {
    guard isInBraces || isFirst else { return nil }
    let end = line[at...].firstIndex {
      SlippedSign.isColon($0) || $0.isUnseen || ",:[]{}\"'#，。".unicodeScalars.contains($0)
    }
    guard let end, end > at, end - at <= 16, SlippedSign.isColon(line[end]) else { return nil }
    return end
  }

  /// Past a text in quotes; one that isn't closed on its line may end in the quote of another keyboard.
  private mutating func skipQuoted() {
    let (start, quote) = (at, line[at])
    at += 1
    while at < line.count, line[at] != quote { at += line[at] == "\\" && quote == "\"" ? 2 : 1 }
    guard at >= line.count else {
      at += 1
      return
    }
    if let wrong = line[(start + 1)...].lastIndex(where: SlippedSign.isQuote) { note(2, .quote(line[wrong]), wrong) }
  }

  private mutating func checkComment() {
    let next = line[at...].drop { $0 == "#" }.first
    if let next, !next.isUnseen {
      note(3, .comment(String(String.UnicodeScalarView(line[at...].prefix(40))).trimmed), at)
    }
  }
}

extension Place {
  package func moved(right columns: Int32) -> Place { Place(file: file, line: line, column: column + columns) }
}
