import Parsing
import Texts

/// A text in which figures will stand: what is written, cut where `{{name}}` or `{{name.column}}` stands.
package struct FilledText: Sendable {
  package struct Use: Sendable, Hashable {
    /// What stands between the braces, and its two halves.
    package let written: String
    package let name: String
    /// Empty where the figure has only one.
    package let column: String
    package let place: Place
  }

  /// UTF-8, one more than there are uses.
  package let pieces: [[UInt8]]
  package let uses: [Use]

  package var isEmpty: Bool { uses.isEmpty && pieces.allSatisfy(\.isEmpty) }

  /// The text as it is written.
  package var plain: String {
    var text = String(decoding: pieces.first ?? [], as: UTF8.self)
    for (use, piece) in zip(uses, pieces.dropFirst()) {
      text += "{{\(use.written)}}" + String(decoding: piece, as: UTF8.self)
    }
    return text
  }

  /// The text with something in the place of each use.
  package func filled(_ figure: (Use) -> String) -> [UInt8] {
    var text = pieces.first ?? []
    for (use, piece) in zip(uses, pieces.dropFirst()) { text += Array(figure(use).utf8) + piece }
    return text
  }

  /// Nothing.
  static let none = FilledText([], at: Place(file: 0, line: 1, column: 1), .markdown)

  /// Of what a text is a part.
  enum Kind {
    /// Code stays as it is: nothing is filled in between backticks and fences.
    case markdown
    /// A sentence without markup: what stands between backticks is said as it is, without them.
    case sentence
  }

  /// - Parameter place: of its first character.
  init(_ bytes: [UInt8], at place: Place, _ kind: Kind) {
    var scanner = FigureScanner(bytes, at: place, kind)
    scanner.scan()
    (pieces, uses) = (scanner.pieces, scanner.uses)
  }

  /// A headline, a summary, the title of a table.
  init(_ value: YAMLValue) { self.init(Array(value.text().utf8), at: value.place, .sentence) }
}

private struct FigureScanner {
  private let bytes: [UInt8]
  private let start: Place
  private let kind: FilledText.Kind
  private(set) var pieces: [[UInt8]] = []
  private(set) var uses: [FilledText.Use] = []
  /// The sign and the length of the fence that stands open.
  private var fence: (sign: UInt8, count: Int)?
  private var copied = 0
  /// Of the piece that is being made, what stands before `copied`.
  private var joined: [UInt8] = []

  init(_ bytes: [UInt8], at place: Place, _ kind: FilledText.Kind) {
    self.bytes = bytes
    start = place
    self.kind = kind
  }

  mutating func scan() {
    var (line, begin) = (Int32(0), 0)
    while begin < bytes.count {
      let end = bytes[begin...].firstIndex(of: 0x0A) ?? bytes.count
      if kind == .sentence || !isFenced(begin..<end) { scan(begin..<end, line) }
      begin = end + 1
      line += 1
    }
    pieces.append(joined + bytes[copied...])
  }

  /// Whether a line is a fence or stands between two.
  private mutating func isFenced(_ line: Range<Int>) -> Bool {
    var text = bytes[line].drop(while: isOfContainer)
    if fence == nil {
      while let rest = behindMarker(text) { text = rest.drop(while: isOfContainer) }
    }
    let sign = text.first ?? 0
    let count = text.prefix { $0 == sign }.count
    let isFence = count >= 3 && (sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"))
    if let open = fence {
      let rest = text.dropFirst(count)
      if isFence, sign == open.sign, count >= open.count, rest.allSatisfy({ $0 <= 0x20 }) { fence = nil }
      return true
    }
    guard isFence, sign != UInt8(ascii: "`") || !text.dropFirst(count).contains(sign) else { return false }
    fence = (sign, count)
    return true
  }

  /// In a list or a quotation a line is indented or marked.
  private func isOfContainer(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") }

  /// What follows the sign or number of a list's item.
  private func behindMarker(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let digits = text.prefix { (0x30...0x39).contains($0) }.count
    let signs: [UInt8] = digits == 0 ? Array("-*+".utf8) : Array(".)".utf8)
    let rest = text.dropFirst(digits)
    guard digits < 10, let sign = rest.first, signs.contains(sign), rest.dropFirst().first == 0x20 else { return nil }
    return rest.dropFirst(2)
  }

  private mutating func scan(_ line: Range<Int>, _ number: Int32) {
    var index = line.lowerBound
    while index < line.upperBound {
      if bytes[index] == UInt8(ascii: "`") {
        index = passCode(index, line)
        continue
      }
      guard bytes[index...].starts(with: "{{".utf8),
        let close = bytes[index..<line.upperBound].firstStretch(of: "}}".utf8)
      else {
        index += 1
        continue
      }
      let written = String(decoding: bytes[index + 2..<close.lowerBound], as: UTF8.self)
      let before = String(decoding: bytes[line.lowerBound..<index], as: UTF8.self).unicodeScalars.count
      let halves = written.trimmed.parts(at: ".", most: 1, keepingEmpty: true).map { String($0).trimmed }
      pieces.append(joined + bytes[copied..<index])
      joined = []
      uses.append(
        FilledText.Use(
          written: written, name: halves.first ?? "", column: halves.count > 1 ? halves[1] : "",
          place: Place(
            file: start.file, line: start.line + number, column: Int32(before) + (number == 0 ? start.column : 1))))
      copied = close.upperBound
      index = copied
    }
  }

  /// Behind the code that begins at a backtick, or behind backticks that open none. A sentence loses those of code.
  private mutating func passCode(_ begin: Int, _ line: Range<Int>) -> Int {
    let tick = UInt8(ascii: "`")
    let count = bytes[begin..<line.upperBound].prefix { $0 == tick }.count
    var index = begin + count
    while index < line.upperBound {
      let run = bytes[index..<line.upperBound].prefix { $0 == tick }.count
      if run == count {
        if kind == .sentence {
          joined += bytes[copied..<begin] + bytes[begin + count..<index]
          copied = index + run
        }
        return index + run
      }
      index += max(run, 1)
    }
    return begin + count
  }
}
