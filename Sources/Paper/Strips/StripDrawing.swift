import Charting
import Composing
import Scoring
import Texts
import Wording

/// The colours and faces of drawings on paper. Literal, since an engine that draws inline SVG without the page's stylesheet
/// falls to whichever face comes first.
enum Ink {
  static let base = "#9a8f84"
  static let pale = "#b5aa9e"
  static let gold = "#a67c1f"
  static let red = "#a61b14"
  static let text = "#4f463e"
  static let dark = "#1c1815"
  static let rule = "#cfc6b9"
  static let goldText = "#6e4f08"
  static let serif = "Noto Serif CJK SC, Source Han Serif SC, Songti SC, SimSun, serif"
  static let sans = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"

  /// A drawing of the site with its face named in it, which on a page comes from the stylesheet.
  fileprivate static func faced(_ svg: String) -> String {
    svg.dropping(prefix: "<svg").map { "<svg font-family=\"\(sans)\"" + $0 } ?? svg
  }
}

extension ChartView {
  /// A chart of the site for paper.
  var faced: ChartView {
    var chart = self
    chart.svg = Ink.faced(svg)
    for index in panels.indices { chart.panels[index].svg = Ink.faced(panels[index].svg) }
    return chart
  }
}

/// An SVG drawing in millimetres, its coordinates in hundredths of one. What it shows stands in words and figures beside it.
struct MillimetreDrawing {
  let width: Int
  let height: Int
  private(set) var body = ""

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  var svg: String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(mm(width))mm\" height=\"\(mm(height))mm\" "
      + "viewBox=\"0 0 \(mm(width)) \(mm(height))\" aria-hidden=\"true\">\(body)</svg>"
  }

  /// - Parameter data: of a path.
  mutating func stroke(_ data: String, _ colour: String, pen: Int) {
    guard !data.isEmpty else { return }
    body += "<path d=\"\(data)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(mm(pen))\"/>"
  }

  mutating func frame(_ colour: String, pen: Int) {
    body +=
      "<rect x=\"0\" y=\"0\" width=\"\(mm(width))\" height=\"\(mm(height))\" fill=\"none\" stroke=\"\(colour)\" "
      + "stroke-width=\"\(mm(pen))\"/>"
  }

  /// - Parameter y: of the line the text stands on.
  mutating func text(
    _ words: String, _ x: Int, _ y: Int, _ colour: String, size: Int, face: String, isBold: Bool = false,
    anchor: String = "middle"
  ) {
    body +=
      "<text x=\"\(mm(x))\" y=\"\(mm(y))\" font-family=\"\(face)\" font-size=\"\(mm(size))\" "
      + "font-weight=\"\(isBold ? 700 : 400)\" fill=\"\(colour)\" text-anchor=\"\(anchor)\">\(escaped(words))</text>"
  }

  /// A name from above down, a character under the other, its last one on `y`.
  mutating func upright(_ name: [String], _ x: Int, _ y: Int, _ colour: String, size: Int) {
    let step = Self.step(size)
    for (index, sign) in name.enumerated() {
      text(sign, x, y - (name.count - 1 - index) * step, colour, size: size, face: Ink.serif, isBold: true)
    }
  }

  /// How far apart the characters of such a name stand.
  static func step(_ size: Int) -> Int { size * 112 / 100 }
}

/// A coordinate of a drawing: hundredths of a millimetre as millimetres, as short as it can be written.
func mm(_ hundredths: Int) -> String { decimalText(Int64(hundredths), scale: 2, least: 0, most: 2) }

/// A year of somebody's as a strip: a line a day, what is owed at the foot and what was chosen above it.
struct DayStrip {
  let width: Int
  let height: Int
  /// Of what was chosen: gold where honors are given, red where work is done.
  let chosen: String
  /// Whether the months are named under it.
  let hasMonths: Bool
  let pen: Int

  init(width: Int, height: Int, chosen: String = Ink.gold, hasMonths: Bool = true, pen: Int = 40) {
    self.width = width
    self.height = height
    self.chosen = chosen
    self.hasMonths = hasMonths
    self.pen = pen
  }

  func svg(_ lines: DayLines, _ scale: LineScale) -> String {
    let ground = height - (hasMonths ? 430 : 30)
    var (base, chosen) = ("", "")
    for day in lines.days {
      let x = mm(dayPosition(day, of: lines.days.count, width: width))
      let (owed, more) = lines[day]
      let foot = scale.length(owed, most: ground)
      let whole = scale.length(owed + more, most: ground)
      if foot > 0 { base += "M\(x) \(mm(ground))v-\(mm(foot))" }
      if whole > foot { chosen += "M\(x) \(mm(ground - foot))v-\(mm(whole - foot))" }
    }
    var drawing = MillimetreDrawing(width: width, height: height)
    drawing.stroke(base, Ink.base, pen: pen)
    drawing.stroke(chosen, self.chosen, pen: pen)
    drawing.stroke("M0 \(mm(ground))H\(mm(width))", Ink.dark, pen: 20)
    if hasMonths { drawing.months(of: lines.period, ground: ground, size: 230) }
    return drawing.svg
  }
}

extension MillimetreDrawing {
  /// A tick where each month begins and its name in the middle; where there are too many for their names, every other.
  mutating func months(of period: Period, ground: Int, size: Int) {
    let days = max(1, period.last.ordinal - period.first.ordinal + 1)
    let months = period.months
    let every = max(1, (months.count * size * 7 / 2 + width - 1) / width)
    var ticks = ""
    for (index, month) in months.enumerated() {
      let first = max(month.firstDay, period.first).ordinal - period.first.ordinal
      let last = min(month.lastDay, period.last).ordinal - period.first.ordinal
      ticks += "M\(mm(max(10, first * width / days))) \(mm(ground))v1.2"
      guard index % every == 0 else { continue }
      text(
        Words.monthInHan(month.month), (first + last + 1) * width / (2 * days), ground + 110 + size, Ink.text,
        size: size, face: Ink.sans)
    }
    stroke(ticks + "M\(mm(width - 10)) \(mm(ground))v1.2", Ink.rule, pen: 15)
  }
}

/// The middle of a day's place in a year of so many days.
func dayPosition(_ day: Int, of days: Int, width: Int) -> Int { (2 * day + 1) * width / (2 * max(1, days)) }
