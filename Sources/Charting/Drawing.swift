/// A colour by its part in the chart. The class takes it from the page's tokens, light, dark and on paper; the literal
/// beside it is for engines that print inline SVG without the page's stylesheet.
enum Tone: Sendable {
  case base, red, ink, pale, faint, rule, paper

  var fill: String { "class=\"f-\(name)\" fill=\"\(literal)\"" }
  var stroke: String { "class=\"l-\(name)\" fill=\"none\" stroke=\"\(literal)\"" }

  private var name: String {
    switch self {
    case .base: "base"
    case .red: "red"
    case .ink: "ink"
    case .pale: "red2"
    case .faint: "faint"
    case .rule: "rule"
    case .paper: "paper"
    }
  }

  private var literal: String {
    switch self {
    case .base: "#8b8075"
    case .red: "#b3261e"
    case .ink: "#211c18"
    case .pale: "#dfa9a0"
    case .faint: "#cfc4b4"
    case .rule: "#ded5c7"
    case .paper: "#fff"
    }
  }

  /// Of the parts of a bar, from zero outwards.
  static func part(_ index: Int) -> Tone { [.base, .red, .faint, .pale, .ink][index % 5] }
  /// Of the lines of a chart: the first is the one spoken of.
  static func line(_ index: Int) -> Tone { [.red, .ink, .base, .red, .ink][index % 5] }
}

/// An SVG drawing being written; coordinates in tenths of a unit.
///
/// What stands in a row and is drawn alike says so once: straight lines are one path, bars and texts one group. Size and
/// colour of texts are the drawing's own.
struct Drawing {
  static let width = 4800

  enum Anchor: String { case start, middle, end }

  private let open: String
  private var body = ""
  private var row = Row.none

  /// What was drawn last and may go on.
  private enum Row {
    case none
    case lines(pen: String, path: String)
    case group(look: String, elements: [Element])
  }

  private struct Element {
    let name: StaticString
    /// Behind its look: the other attributes and the end.
    let rest: String
  }

  init(height: Int, label: String) {
    open =
      "<svg class=\"plot\" viewBox=\"0 0 \(coordinate(Self.width)) \(coordinate(height))\" role=\"img\" aria-label=\""
      + escaped(label) + "\" font-size=\"12\" fill=\"#584e45\">"
  }

  var svg: String {
    var whole = self
    whole.endRow()
    return open + whole.body + "</svg>"
  }

  private mutating func endRow() {
    switch row {
    case .none: break
    case .lines(let pen, let path): body += "<path \(pen) d=\"\(path)\"/>"
    case .group(let look, let elements) where look.isEmpty || elements.count == 1:
      // Alone, an element has the look itself.
      for element in elements { body += "<\(element.name)\(look.isEmpty ? "" : " " + look)\(element.rest)" }
    case .group(let look, let elements):
      body += "<g \(look)>" + elements.map { "<\($0.name)\($0.rest)" }.joined() + "</g>"
    }
    row = .none
  }

  private mutating func add(_ name: StaticString, _ rest: String, _ look: String) {
    let element = Element(name: name, rest: rest)
    if case .group(look, let elements) = row {
      row = .group(look: look, elements: elements + [element])
    } else {
      endRow()
      row = .group(look: look, elements: [element])
    }
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ tone: Tone, width: Int = 10, dashes: String = "") {
    let end = y1 == y2 ? "H\(coordinate(x2))" : x1 == x2 ? "V\(coordinate(y2))" : "L\(coordinate(x2)) \(coordinate(y2))"
    let (line, pen) = ("M\(coordinate(x1)) \(coordinate(y1))" + end, tone.stroke + pen(width, dashes))
    if case .lines(pen, let path) = row {
      row = .lines(pen: pen, path: path + line)
    } else {
      endRow()
      row = .lines(pen: pen, path: line)
    }
  }

  mutating func path(_ path: String, _ tone: Tone, width: Int, dashes: String = "") {
    endRow()
    body += "<path \(tone.stroke)\(pen(width, dashes)) d=\"\(path)\"/>"
  }

  private func pen(_ width: Int, _ dashes: String) -> String {
    (width == 10 ? "" : " stroke-width=\"\(coordinate(width))\"")
      + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
  }

  mutating func bar(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ tone: Tone) {
    guard width > 0, height > 0 else { return }
    add(
      "rect",
      " x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" width=\"\(coordinate(width))\" "
        + "height=\"\(coordinate(height))\"/>", tone.fill)
  }

  mutating func dot(_ x: Int, _ y: Int, _ tone: Tone, radius: Int = 40, isHollow: Bool = false) {
    add(
      "circle", " cx=\"\(coordinate(x))\" cy=\"\(coordinate(y))\" r=\"\(coordinate(radius))\"/>",
      isHollow ? tone.stroke + " stroke-width=\"2\"" : tone.fill)
  }

  /// - Parameter isMiddle: whether `y` is the middle of the words and not their baseline.
  mutating func text(
    _ text: String, _ x: Int, _ y: Int, _ anchor: Anchor = .start, isStrong: Bool = false, isMiddle: Bool = false
  ) {
    let look = [
      isStrong ? "class=\"em\" fill=\"#211c18\" font-weight=\"700\"" : "",
      anchor == .start ? "" : "text-anchor=\"\(anchor.rawValue)\"",
      isMiddle ? "dominant-baseline=\"central\"" : "",
    ]
    add(
      "text", " x=\"\(coordinate(x))\" y=\"\(coordinate(y))\">\(escaped(text))</text>",
      look.filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Text centred at `x`, moved inside the drawing where it would stick out.
  mutating func centred(_ words: String, _ x: Int, _ y: Int, from left: Int = 0, isStrong: Bool = false) {
    let half = TextSpace.width(words) / 2
    text(words, max(left + half, min(Self.width - half, x)), y, .middle, isStrong: isStrong)
  }
}

/// Safe as the text of an element and in a quoted attribute. Characters XML can't hold become U+FFFD.
package func escaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;".unicodeScalars
    case "<": result += "&lt;".unicodeScalars
    case ">": result += "&gt;".unicodeScalars
    case "\"": result += "&quot;".unicodeScalars
    case "'": result += "&#39;".unicodeScalars
    case "\t", "\n", "\r": result.append(" ")
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
