/// What a cell's format is made of, as far as it changes what the cell says.
struct CellFormat: Sendable {
  let number: NumberFormat
  let isStruck: Bool
  /// 0 for none.
  let colour: Int

  static let plain = CellFormat(number: .general, isStruck: false, colour: 0)
}

/// The part of formats: those of cells, with the fonts, fills and formats of numbers they name.
final class Styles: PartReader {
  private enum Section { case none, formats, fonts, fills, cellFormats }

  private var section = Section.none
  private var codes: [Int: NumberFormat] = [:]
  private var struckFonts: [Bool] = []
  /// The number of each fill's colour.
  private var fillColours: [Int] = []
  private var fillIsPattern = false
  private var colourNumbers: [String: Int] = [:]
  private(set) var colours: [String] = []
  private(set) var formats: [CellFormat] = []

  override func enter(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch depth {
    case 0: return name == "styleSheet"
    case 1:
      section = Self.section(name)
      return section != .none
    case 2: return enterEntry(name, attributes)
    default: return enterDetail(name, attributes, depth: depth)
    }
  }

  private static func section(_ name: LocalName) -> Section {
    switch name {
    case "numFmts": .formats
    case "fonts": .fonts
    case "fills": .fills
    case "cellXfs": .cellFormats
    default: .none
    }
  }

  private func enterEntry(_ name: LocalName, _ attributes: XMLAttributes) -> Bool {
    if max(codes.count, struckFonts.count, fillColours.count, formats.count) >= limits.formats {
      refuse(.tooLarge(.formats))
      return false
    }
    switch (section, name) {
    case (.formats, "numFmt"):
      guard let id = attributes.value("numFmtId").flatMap({ Int($0) }) else { return false }
      codes[id] = numberFormat(code: attributes.value("formatCode") ?? "")
      return false
    case (.fonts, "font"): struckFonts.append(false)
    case (.fills, "fill"):
      fillColours.append(0)
      fillIsPattern = false
    case (.cellFormats, "xf"):
      formats.append(cellFormat(attributes))
      return false
    default: return false
    }
    return true
  }

  private func enterDetail(_ name: LocalName, _ attributes: XMLAttributes, depth: Int) -> Bool {
    switch (section, name) {
    case (.fonts, "strike") where depth == 3:
      let isOff = attributes.value("val").map { ["0", "false", "off"].contains($0) } ?? false
      struckFonts[struckFonts.count - 1] = !isOff
      return false
    case (.fills, "patternFill") where depth == 3:
      let pattern = attributes.value("patternType") ?? "none"
      fillIsPattern = pattern != "none" && pattern != "gray125"
      return fillIsPattern
    case (.fills, "fgColor") where depth == 4:
      fillColours[fillColours.count - 1] = colourNumber(attributes)
      return false
    default: return false
    }
  }

  private func cellFormat(_ attributes: XMLAttributes) -> CellFormat {
    func number(_ name: StaticString) -> Int { attributes.value(name).flatMap { Int($0) } ?? 0 }
    let (id, font, fill) = (number("numFmtId"), number("fontId"), number("fillId"))
    return CellFormat(
      number: codes[id] ?? builtInFormat(id), isStruck: struckFonts.indices.contains(font) && struckFonts[font],
      colour: fillColours.indices.contains(fill) ? fillColours[fill] : 0)
  }

  /// 0 for what looks like no colour: white, or the window's own.
  private func colourNumber(_ attributes: XMLAttributes) -> Int {
    let colour: String
    if let rgb = attributes.value("rgb") {
      colour = rgb.uppercased()
    } else if let theme = attributes.value("theme") {
      colour = "theme " + theme + (attributes.value("tint").map { " " + $0 } ?? "")
    } else if let indexed = attributes.value("indexed") {
      colour = "indexed " + indexed
    } else {
      return 0
    }
    if ["FFFFFFFF", "00FFFFFF", "theme 0", "indexed 1", "indexed 9", "indexed 65"].contains(colour) { return 0 }
    if let known = colourNumbers[colour] { return known }
    colours.append(colour)
    colourNumbers[colour] = colours.count
    return colours.count
  }
}
