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
struct Drawing {
  static let width = 4800

  enum Anchor: String { case start, middle, end }

  private let open: String
  private var body = ""

  init(height: Int, label: String) {
    open =
      "<svg class=\"plot\" viewBox=\"0 0 \(coordinate(Self.width)) \(coordinate(height))\" role=\"img\" aria-label=\""
      + escaped(label) + "\">"
  }

  var svg: String { open + body + "</svg>" }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ tone: Tone, width: Int = 10, dashes: String = "") {
    body +=
      "<line \(tone.stroke) x1=\"\(coordinate(x1))\" y1=\"\(coordinate(y1))\" x2=\"\(coordinate(x2))\" "
      + "y2=\"\(coordinate(y2))\"\(pen(width, dashes))/>"
  }

  mutating func path(_ path: String, _ tone: Tone, width: Int, dashes: String = "") {
    body += "<path \(tone.stroke) d=\"\(path)\"\(pen(width, dashes))/>"
  }

  private func pen(_ width: Int, _ dashes: String) -> String {
    (width == 10 ? "" : " stroke-width=\"\(coordinate(width))\"")
      + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
  }

  mutating func bar(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ tone: Tone) {
    guard width > 0, height > 0 else { return }
    body +=
      "<rect \(tone.fill) x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" width=\"\(coordinate(width))\" "
      + "height=\"\(coordinate(height))\"/>"
  }

  mutating func dot(_ x: Int, _ y: Int, _ tone: Tone, radius: Int = 40, isHollow: Bool = false) {
    body +=
      "<circle \(isHollow ? tone.stroke + " stroke-width=\"2\"" : tone.fill) cx=\"\(coordinate(x))\" "
      + "cy=\"\(coordinate(y))\" r=\"\(coordinate(radius))\"/>"
  }

  mutating func text(_ text: String, _ x: Int, _ y: Int, _ anchor: Anchor = .start, isStrong: Bool = false) {
    let classes = [anchor == .middle ? "mid" : anchor == .end ? "end" : "", isStrong ? "em" : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    body +=
      "<text\(classes.isEmpty ? "" : " class=\"\(classes)\"") x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" "
      + "font-size=\"12\" text-anchor=\"\(anchor.rawValue)\" fill=\"\(isStrong ? "#211c18" : "#584e45")\""
      + "\(isStrong ? " font-weight=\"700\"" : "")>\(escaped(text))</text>"
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
