import Texts

let xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
let spreadsheetNames = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/// Writes the part of one sheet, in the order its schema asks for.
struct SheetPart {
  private let layout: SheetLayout
  private var sheet: WrittenSheet { layout.sheet }
  private let letters: [String]
  private(set) var bytes: [UInt8] = []
  /// The number of the row that is being written.
  private var row = ""

  init(_ layout: SheetLayout, isFirst: Bool) {
    self.layout = layout
    letters = (1...max(layout.sheet.columns.count, 1)).map { columnLetters(Int32($0)) }
    bytes.append(xmlHead + "<worksheet xmlns=\"\(spreadsheetNames)\">")
    bytes.append("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    addView(isFirst: isFirst)
    addColumns()
    addRows()
    addFilter()
    addEntries()
    addPrinting()
    bytes.append("</worksheet>")
  }

  private mutating func addView(isFirst: Bool) {
    bytes.append("<sheetViews><sheetView showGridLines=\"\(sheet.isForm ? 1 : 0)\"")
    bytes.append("\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\">")
    if layout.headRow > 0 {
      let below = "A\(layout.headRow + 1)"
      bytes.append(
        "<pane ySplit=\"\(layout.headRow)\" topLeftCell=\"\(below)\" activePane=\"bottomLeft\" state=\"frozen\"/>")
      bytes.append("<selection pane=\"bottomLeft\" activeCell=\"\(below)\" sqref=\"\(below)\"/>")
    }
    bytes.append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>")
  }

  private mutating func addColumns() {
    guard !sheet.columns.isEmpty else {
      bytes.append("<cols><col min=\"1\" max=\"1\" width=\"\(SheetLayout.paragraphWidth)\" customWidth=\"1\"/></cols>")
      return
    }
    bytes.append("<cols>")
    for (index, column) in sheet.columns.enumerated() {
      bytes.append("<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(layout.widths[index]).7109375\"")
      bytes.append(" customWidth=\"1\"\(sheet.isForm ? " style=\"\(column.kind.entryStyle.number)\"" : "")/>")
    }
    bytes.append("</cols>")
  }

  private mutating func addRows() {
    bytes.append("<sheetData>")
    for (index, line) in sheet.lines.enumerated() {
      let isTitle = index == 0
      // Only a line that stays one has a height; what is wrapped takes what it needs.
      let isParagraph = sheet.columns.isEmpty && !isTitle
      beginRow(index + 1, height: isParagraph ? nil : isTitle ? 27 : 18)
      add(line, isTitle ? .title : isParagraph ? .paragraph : .line, at: 0)
      bytes.append("</row>")
    }
    if layout.headRow > 0 {
      beginRow(layout.headRow, height: 24)
      for (column, head) in sheet.columns.enumerated() {
        add(head.title, head.kind == .number && !sheet.isForm ? .numberHead : .head, at: column)
      }
      bytes.append("</row>")
    }
    for (index, cells) in sheet.rows.enumerated() {
      beginRow(layout.firstRow + index, height: nil)
      for (column, cell) in cells.enumerated() { add(cell, at: column) }
      bytes.append("</row>")
    }
    for (index, line) in sheet.closing.enumerated() {
      beginRow(layout.lastFilledRow + 2 + index, height: 18)
      add(line, .line, at: 0)
      bytes.append("</row>")
    }
    bytes.append("</sheetData>")
  }

  private mutating func beginRow(_ number: Int, height: Int?) {
    row = "\(number)"
    bytes.append("<row r=\"")
    bytes.append(row)
    bytes.append(height.map { "\" ht=\"\($0)\" customHeight=\"1\">" } ?? "\">")
  }

  private mutating func beginCell(_ style: CellStyle, at column: Int) {
    bytes.append("<c r=\"")
    bytes.append(letters[column])
    bytes.append(row)
    bytes.append("\" s=\"")
    bytes.append("\(style.number)")
  }

  private mutating func add(_ cell: WrittenCell, at column: Int) {
    switch cell {
    case .empty:
      beginCell(.text, at: column)
      bytes.append("\"/>")
    case .text(let text): add(text, .text(text), at: column)
    case .number(let text):
      // What is no plain decimal is shown as it stands.
      guard let decimals = text.decimalPlaces else { return add(text, .text(text), at: column) }
      add(value: text, .number(decimals: decimals), at: column)
    case .day(let ordinal): add(value: "\(serialDay(ordinal))", .day, at: column)
    }
  }

  private mutating func add(value: String, _ style: CellStyle, at column: Int) {
    beginCell(style, at: column)
    bytes.append("\"><v>")
    bytes.append(value)
    bytes.append("</v></c>")
  }

  private mutating func add(_ text: String, _ style: CellStyle, at column: Int) {
    let written = CellText(text)
    beginCell(style, at: column)
    bytes.append("\" t=\"inlineStr\"><is><t")
    bytes.append(written.keepsSpace ? " xml:space=\"preserve\">" : ">")
    bytes += written.bytes
    bytes.append("</t></is></c>")
  }

  private mutating func addFilter() {
    guard layout.headRow > 0, sheet.isForm || !sheet.rows.isEmpty else { return }
    bytes.append(
      "<autoFilter ref=\"A\(layout.headRow):\(layout.lastColumn)\(max(layout.lastFilledRow, layout.headRow))\"/>")
  }

  private mutating func addPrinting() {
    bytes.append("<printOptions horizontalCentered=\"1\"/>")
    bytes.append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.7\" header=\"0.3\" footer=\"0.35\"/>")
    bytes.append(
      "<pageSetup paperSize=\"9\" orientation=\"\(layout.orientation.rawValue)\" fitToWidth=\"1\" fitToHeight=\"0\"/>")
    let footer = sheet.printing.footer
    // An ampersand begins a code there.
    let words = [footer.beforeNumber, footer.beforeCount, footer.atEnd].map {
      String(decoding: CellText($0.replacingBytes("&", with: "&&")).bytes, as: UTF8.self)
    }
    bytes.append(
      "<headerFooter><oddFooter>&amp;C\(words[0])&amp;P\(words[1])&amp;N\(words[2])</oddFooter></headerFooter>")
  }
}

// MARK: What a form takes

extension SheetPart {
  private mutating func addEntries() {
    let entries = sheet.columns.indices.compactMap { index in sheet.columns[index].entry.map { (index, $0) } }
    guard sheet.isForm, !entries.isEmpty else { return }
    bytes.append("<dataValidations count=\"\(entries.count)\">")
    for (index, entry) in entries { add(entry, to: index) }
    bytes.append("</dataValidations>")
  }

  private mutating func add(_ entry: Entry, to index: Int) {
    let letters = columnLetters(Int32(index + 1))
    let hint = String(decoding: CellText(entry.hint).bytes, as: UTF8.self)
    let title = String(decoding: CellText(sheet.columns[index].title).bytes, as: UTF8.self)
    bytes.append("<dataValidation\(entry.accepts.attributes) allowBlank=\"1\"")
    if !hint.isEmpty { bytes.append(" showInputMessage=\"1\" promptTitle=\"\(title)\" prompt=\"\(hint)\"") }
    if entry.accepts.isStrict { bytes.append(" showErrorMessage=\"1\" errorTitle=\"\(title)\" error=\"\(hint)\"") }
    bytes.append(" sqref=\"\(letters)\(layout.firstRow):\(letters)\(SheetLayout.lastRow)\">")
    for (number, formula) in entry.accepts.formulas.enumerated() {
      bytes.append("<formula\(number + 1)>")
      bytes += CellText(formula).bytes
      bytes.append("</formula\(number + 1)>")
    }
    bytes.append("</dataValidation>")
  }
}

extension Entry.Accepts {
  fileprivate var attributes: String {
    switch self {
    case .anything: ""
    case .days: " type=\"date\" operator=\"between\""
    case .wholeNumbers: " type=\"whole\" operator=\"between\""
    case .listed: " type=\"list\""
    }
  }

  fileprivate var isStrict: Bool {
    switch self {
    case .anything: false
    case .days, .wholeNumbers: true
    case .listed(_, let only): only
    }
  }

  fileprivate var formulas: [String] {
    switch self {
    case .anything: []
    case .days(let range): [range.lowerBound, range.upperBound].map { "\(serialDay($0))" }
    case .wholeNumbers(let range): ["\(range.lowerBound)", "\(range.upperBound)"]
    case .listed(let list, _):
      [
        "\(quotedSheet(list.sheet))!"
          + [list.rows.lowerBound, list.rows.upperBound].map { "$\(columnLetters(Int32(list.column)))$\($0)" }.joined(
            separator: ":")
      ]
    }
  }
}

extension WrittenColumn.Kind {
  fileprivate var entryStyle: CellStyle {
    switch self {
    case .text: .textEntry
    case .number: .numberEntry
    case .day: .dayEntry
    }
  }
}

extension String {
  /// How many decimals a plain decimal has; `nil` for anything else.
  fileprivate var decimalPlaces: Int? {
    let parts = (utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]).split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    return parts.count == 2 ? parts[1].count : 0
  }
}

/// As a workbook counts days, from 1900 with the day that never was.
private func serialDay(_ ordinal: Int) -> Int { ordinal + 25_569 }
