/// How cells look, under their numbers in the part of styles; one warm paper and one red, as the site has them.
enum CellStyle: Equatable {
  case title, line, head
  /// Above numbers, and flush with them.
  case numberHead
  /// A line of a sheet that has no table.
  case paragraph
  case text
  /// A text that a spreadsheet would take for a formula once somebody edits it.
  case guardedText
  case day
  /// To be filled in: a text, so that `3-1` becomes no day; a number as it is typed.
  case textEntry, numberEntry, dayEntry
  /// With so many decimals, `mostDecimals` at most.
  case number(decimals: Int)

  static let mostDecimals = 6

  /// 0 is a cell of no style.
  var number: Int {
    switch self {
    case .title: 1
    case .line: 2
    case .head: 3
    case .text: 4
    case .guardedText: 5
    case .day: 6
    case .textEntry: 7
    case .numberEntry: 8
    case .dayEntry: 9
    case .paragraph: 10
    case .numberHead: 11
    case .number(let decimals): 12 + min(decimals, Self.mostDecimals)
    }
  }

  static func text(_ text: String) -> CellStyle {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: .guardedText
    default: .text
    }
  }
}

private struct Look {
  enum Font: Int { case plain, title, quiet, bold }
  enum Border: Int { case none, hairline, red }

  var format = Look.asItComes
  var font = Font.plain
  var isFilled = false
  var border = Border.none
  var alignment = "vertical=\"top\""
  var isQuoted = false

  // Formats that every program knows.
  static let (asItComes, whole, hundredths, words) = (0, 1, 2, 49)
  /// Our own begin here, the decimals behind the day.
  static let day = 164
  static func decimals(_ places: Int) -> Int { places == 0 ? whole : places == 2 ? hundredths : day + places }

  /// In the order of `CellStyle.number`.
  static let all =
    [
      Look(),
      Look(font: .title, alignment: "vertical=\"center\""),
      Look(font: .quiet, alignment: "vertical=\"center\""),
      Look(
        format: words, font: .bold, isFilled: true, border: .red, alignment: "vertical=\"center\" wrapText=\"1\""),
      Look(border: .hairline, alignment: wrapped),
      Look(border: .hairline, alignment: wrapped, isQuoted: true),
      Look(format: day, border: .hairline, alignment: left),
      Look(format: words, alignment: wrapped), Look(), Look(format: day, alignment: left), Look(alignment: wrapped),
      Look(
        format: words, font: .bold, isFilled: true, border: .red,
        alignment: "horizontal=\"right\" vertical=\"center\" wrapText=\"1\" indent=\"1\""),
    ]
    + (0...CellStyle.mostDecimals).map { Look(format: decimals($0), border: .hairline, alignment: right) }

  private static let wrapped = "vertical=\"top\" wrapText=\"1\""
  /// A little apart from a text in the next column.
  private static let right = "horizontal=\"right\" vertical=\"top\" indent=\"1\""
  private static let left = "horizontal=\"left\" vertical=\"top\""

  var xml: String {
    "<xf numFmtId=\"\(format)\" fontId=\"\(font.rawValue)\" fillId=\"\(isFilled ? 2 : 0)\" borderId=\"\(border.rawValue)\""
      + " xfId=\"0\"\(isQuoted ? " quotePrefix=\"1\"" : "") applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
      + " applyBorder=\"1\" applyAlignment=\"1\"><alignment \(alignment)/></xf>"
  }
}

/// The part that `CellStyle` counts in.
let stylesPart: String = {
  let font = { (size: Int, colour: String, isBold: Bool) in
    "<font>\(isBold ? "<b/>" : "")<sz val=\"\(size)\"/><color rgb=\"FF\(colour)\"/><name val=\"SimSun\"/>"
      + "<family val=\"3\"/><charset val=\"134\"/></font>"
  }
  let border = { (style: String, colour: String) in
    "<border><left/><right/><top/><bottom style=\"\(style)\"><color rgb=\"FF\(colour)\"/></bottom><diagonal/></border>"
  }
  let formats =
    ["<numFmt numFmtId=\"\(Look.day)\" formatCode=\"yyyy\\-mm\\-dd\"/>"]
    + (0...CellStyle.mostDecimals).filter { Look.decimals($0) > Look.day }.map {
      "<numFmt numFmtId=\"\(Look.decimals($0))\" formatCode=\"0.\(String(repeating: "0", count: $0))\"/>"
    }
  let parts = [
    ("numFmts", formats),
    (
      "fonts",
      [font(11, "211C18", false), font(14, "B3261E", true), font(10, "584E45", false), font(11, "211C18", true)]
    ),
    (
      "fills",
      [
        "<fill><patternFill patternType=\"none\"/></fill>", "<fill><patternFill patternType=\"gray125\"/></fill>",
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF3EDE2\"/><bgColor indexed=\"64\"/></patternFill></fill>",
      ]
    ),
    (
      "borders",
      [
        "<border><left/><right/><top/><bottom/><diagonal/></border>", border("hair", "CFC4B4"),
        border("thin", "B3261E"),
      ]
    ),
    ("cellStyleXfs", ["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]),
    ("cellXfs", Look.all.map(\.xml)),
    ("cellStyles", ["<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"]),
  ]
  let body = parts.map { name, items in "<\(name) count=\"\(items.count)\">\(items.joined())</\(name)>" }
  return xmlHead + "<styleSheet xmlns=\"\(spreadsheetNames)\">" + body.joined() + "</styleSheet>"
}()
