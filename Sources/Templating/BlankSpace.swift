/// White space between a template's tags and words: a run of it is one character to a browser; none in the frame of a table,
/// in a drawing, and at the edges of a paragraph. Nor is a line's end behind a mark of Chinese: there a long text in a template
/// goes on in its next line.
struct BlankSpace {
  private var held: UInt8?
  private var isBehindEdge = false
  /// The last three bytes of the text before.
  private var last: [UInt8] = []
  /// How many elements are open in which white space is kept.
  private var kept = 0

  var isKept: Bool { kept > 0 }
  var isHeld: Bool { held != nil }

  mutating func read(_ byte: UInt8) {
    // A line's end stays one, so that a page's source can be read.
    if held == nil || byte == 0x0A { held = byte == 0x0A ? 0x0A : 0x20 }
  }

  /// What of a run is printed.
  /// - Parameter next: all that may follow it.
  mutating func taken(before next: Set<NextTag>) -> UInt8? {
    defer { (held, isBehindEdge) = (nil, false) }
    guard let held, !isBehindEdge, held != 0x0A || !Self.marks.contains(last) else { return nil }
    let isBeforeEdge = next.allSatisfy {
      switch $0 {
      case .start(let name): Self.frames.contains(name)
      case .end(let name): Self.frames.contains(name) || Self.boxes.contains(name) || name == "svg"
      case .other, .endOfPage: false
      }
    }
    return isBeforeEdge ? nil : held
  }

  mutating func meetTag(_ name: [UInt8], isClosing: Bool) {
    let name = String(decoding: name, as: UTF8.self)
    isBehindEdge =
      Self.frames.contains(name) || !isClosing && (Self.boxes.contains(name) || name == "svg")
    if name == "pre" { kept = max(0, kept + (isClosing ? -1 : 1)) }
  }

  /// An end tag was left out: what follows it stands at the end of its element.
  mutating func meetEdge() { isBehindEdge = true }

  mutating func meetValue() {
    isBehindEdge = false
    last.removeAll(keepingCapacity: true)
  }

  /// A byte of text that is printed.
  mutating func pass(_ byte: UInt8) {
    isBehindEdge = false
    if last.count == 3 { last.removeFirst() }
    last.append(byte)
  }

  private static let marks = Set("，。；：、！？）》」".unicodeScalars.map { Array(String($0).utf8) })

  /// What stands in no line: parts of tables, in whose cells what stands first or last is at a line's edge, parts of drawings
  /// and of the page, and what a page doesn't show.
  private static let frames: Set<String> = [
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th", "path", "rect", "line",
    "circle",
    "g", "head", "body", "meta", "link", "script", "title", "header", "footer", "main", "nav", "section", "article",
    "figure", "figcaption", "details", "summary", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6",
    "p", "li", "dt", "dd", "option",
  ]
  /// Within whose tags a line begins and ends; beside them it may go on.
  private static let boxes: Set<String> = ["div"]
}
