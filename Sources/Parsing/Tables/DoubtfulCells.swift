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
  var i = passPlain(bytes, start, end)
  while i < end {
    if mayHide(bytes, at: i, end) { return true }
    i = passPlain(bytes, i + 1, end)
  }
  return false
}

/// Where the first byte stands, from `start` on, that isn't plain; `end` where all are. Eight are looked at at once, since a
/// table has little else.
private func passPlain(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
  bytes.withUnsafeBytes { bytes in
    var i = start
    while i + 8 <= end {
      let plain = plainBytes(of: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
      i += plain
      if plain < 8 { return i }
    }
    while i < end, isPlain(bytes[i]) { i += 1 }
    return i
  }
}

/// Visible ASCII, what begins most Han, and what is within a character.
private func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && (byte < 0x7F || (byte >= 0x80 && byte < 0xC2) || (byte >= 0xE4 && byte < 0xEE))
}

/// How many of eight bytes, the lowest first, stand before the first that isn't plain.
///
/// A byte without its top bit, with what a bound lacks of 0x80 added, has its top bit set from that bound on; nothing is
/// carried over to the next byte. The standard library's vectors take longer than bytes one by one.
private func plainBytes(of word: UInt64) -> Int {
  let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
  let low = word & ~tops
  func isFrom(_ bound: UInt64) -> UInt64 { low &+ ones &* (0x80 - bound) }
  let ascii = isFrom(0x20) & ~isFrom(0x7F) & ~word
  let others = (~isFrom(0x42) | isFrom(0x64) & ~isFrom(0x6E)) & word
  return (~(ascii | others) & tops).trailingZeroBitCount >> 3
}

private func mayHide(_ bytes: Span<UInt8>, at i: Int, _ end: Int) -> Bool {
  let byte = bytes[i]
  if isPlain(byte) { return false }
  let (second, third) = (i + 1 < end ? bytes[i + 1] : 0, i + 2 < end ? bytes[i + 2] : 0)
  return switch byte {
  case 0x09, 0x0A, 0x0D: false
  case 0xC2: second <= 0xA0 || second == 0xAD
  case 0xC3...0xCC, 0xCE...0xD7, 0xD9...0xE0: false
  case 0xE2:
    (second == 0x80 && (third <= 0x8F || third >= 0xA8)) || second == 0x81 || (second == 0xA0 && third == 0x80)
  case 0xE3: second == 0x85
  case 0xEF: second == 0xB8 || second == 0xBB || second == 0xBE || second == 0xBF
  case 0xF0...0xF2: false
  default: true
  }
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
