import Diagnostics
import Texts

/// Cells that hold what nobody typed: an error a spreadsheet shows in a value's place, or a character nobody sees. The row
/// is reported and left out, since what it should say isn't known.
extension TableRows {
  /// Whether a cell of the row needs a look; most rows are passed by a glance at their bytes.
  var hasDoubtfulCells: Bool { mayHide(bytes.span, rowStart, rowEnd) || found.contains(where: mayBeError) }

  /// Reports the row's doubtful cells; `false` where there are none after all.
  mutating func reportDoubtfulCells() -> Bool {
    var isDoubtful = false
    for (index, cell) in found.enumerated() where cell.end > cell.start {
      if mayBeError(cell), let error = SpreadsheetError(string(cell)) {
        isDoubtful = true
        findings.report(errorAt: place, .spreadsheetError(error, at: place(cell)))
      } else if index < order.count, order[index] != Self.unnamed, !(order[index] >= 0 && columns[order[index]].refers),
        mayHide(bytes.span, cell.start, cell.end),
        let hidden = string(cell).firstHidden(in: .prose)
      {
        isDoubtful = true
        findings.report(errorAt: place, .hiddenCharacter(hidden, inside: .inCell, at: place(cell, after: hidden)))
      }
    }
    if isDoubtful { spoil() }
    return isDoubtful
  }

  private func mayBeError(_ cell: Cell) -> Bool {
    guard cell.end > cell.start + 1 else { return false }
    let first = bytes[cell.start]
    return first == 0x23 || (first | 0x20 == 0x65 && bytes[cell.start + 1] | 0x20 == 0x72)
  }

  /// Where a hidden character stands in a cell; doubled quotes before it count twice.
  package func place(_ cell: Cell, after hidden: HiddenCharacter) -> Place {
    var (left, i) = (hidden.scalarsBefore, cell.start)
    var isSecondQuote = false
    while i < cell.end {
      let byte = bytes[i]
      isSecondQuote = cell.hasEscapes && byte == 0x22 && !isSecondQuote && i + 1 < cell.end && bytes[i + 1] == 0x22
      if byte & 0xC0 != 0x80, !isSecondQuote {
        if left == 0 { break }
        left -= 1
      }
      i += 1
    }
    return place(Cell(start: i, end: i))
  }
}

/// What a spreadsheet shows where a formula failed or a column is too narrow, and saves as if it were the value.
enum SpreadsheetError {
  case failedFormula(String)
  case narrowColumn

  init?(_ text: String) {
    let word = text.uppercased()
    if text.unicodeScalars.allSatisfy({ $0 == "#" }) {
      guard text.unicodeScalars.count > 1 else { return nil }
      self = .narrowColumn
    } else if Self.words.contains(word)
      || (word.begins(with: "ERR:") && word.utf8.count <= 8
        && word.utf8.dropFirst(4).allSatisfy { (0x30...0x39).contains($0) })
    {
      self = .failedFormula(text)
    } else {
      return nil
    }
  }

  private static let words: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
    "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#GETTING_DATA", "#GETTING_DATA!",
  ]
}

/// Whether bytes of UTF-8 hold one that begins, or is, a character nobody sees. Says yes too often, never too rarely.
func mayHide(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
  var i = start
  while i < end {
    let byte = bytes[i]
    if byte >= 0x20, byte < 0x7F || (byte >= 0x80 && byte < 0xC2) || (byte >= 0xE4 && byte < 0xEE) {
      i += 1
      continue
    }
    let (second, third) = (i + 1 < end ? bytes[i + 1] : 0, i + 2 < end ? bytes[i + 2] : 0)
    switch byte {
    case 0x09, 0x0A, 0x0D: break
    case 0xC2: if second <= 0xA0 || second == 0xAD { return true }
    case 0xC3...0xCC, 0xCE...0xD7, 0xD9...0xE0: break
    case 0xE2:
      if second == 0x80, third <= 0x8F || third >= 0xA8 { return true }
      if second == 0x81 || (second == 0xA0 && third == 0x80) { return true }
    case 0xE3: if second == 0x85 { return true }
    case 0xEF: if second == 0xB8 || second == 0xBB || second == 0xBE || second == 0xBF { return true }
    case 0xF0...0xF2: break
    default: return true
    }
    i += 1
  }
  return false
}

extension Bilingual {
  static let inCell = Bilingual(zh: "格里", en: "in the cell")
  static let inHeader = Bilingual(zh: "列名里", en: "in the column's name")
}

extension Diagnostic {
  static func spreadsheetError(_ error: SpreadsheetError, at place: Place) -> Diagnostic {
    switch error {
    case .failedFormula(let text):
      Diagnostic(
        .spreadsheetError, at: place,
        message: Bilingual(zh: "“\(text)”是公式出错的标记，不是内容", en: "“\(text)” says that a formula failed, and is no value"),
        remedy: Bilingual(
          zh: "在表格软件里改好公式，或直接填上这一格的值，再保存",
          en: "Mend the formula in the spreadsheet, or enter the value itself, and save again"))
    case .narrowColumn:
      Diagnostic(
        .spreadsheetError, at: place,
        message: Bilingual(
          zh: "一串 # 是表格软件在列太窄时显示的，不是内容", en: "a row of # is what a spreadsheet shows where a column is too narrow"),
        remedy: Bilingual(
          zh: "在表格软件里把列拉宽，再保存", en: "Widen the column in the spreadsheet and save again"))
    }
  }
}
