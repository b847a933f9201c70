import Texts

extension TableRows {
  /// Moves past comments to the first byte of a row; `false` at the end.
  mutating func startRow() -> Bool {
    if let sheet {
      guard position < sheet.rowCount else { return false }
      beginRow(at: sheet.start(of: position), line: sheet.line(of: position))
      return true
    }
    while position < limit {
      beginRow(at: position, line: nextLine)
      guard isComment else { return true }
      skipComment()
    }
    return false
  }

  /// A `#` before the header, or one followed by a space with nothing but empty cells behind: anything else may be a row
  /// (`#3站房主题党日,2025-04-08`, `#N/A,…`), and no row is passed over. Between quotes a spreadsheet writes one that holds
  /// a comma.
  private var isComment: Bool {
    let isQuoted = bytes[position] == 0x22
    let sign = isQuoted ? position + 1 : position
    guard sign < bytes.count, bytes[sign] == 0x23 else { return false }
    let isHeaderDue = order.isEmpty
    let end = isQuoted ? closingQuote(from: sign) : nil
    if isQuoted, end == nil { return false }
    if isHeaderDue, !columns.isEmpty { return true }
    var i = sign + 1
    let isSpaced =
      i == bytes.count || bytes[i] <= 0x20 || bytes[i...].starts(with: [0xE3, 0x80, 0x80])
      || bytes[i...].starts(with: [0xC2, 0xA0])
    guard isSpaced || isHeaderDue else { return false }
    if let end { i = end + 1 }
    while i < bytes.count, bytes[i] != 0x2C, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
    while i < bytes.count, bytes[i] != 0x0A, bytes[i] != 0x0D {
      guard bytes[i] == 0x2C || bytes[i] == 0x20 || bytes[i] == 0x09 else { return false }
      i += 1
    }
    return true
  }

  /// Where the quote stands that ends a cell; `nil` where none does.
  private func closingQuote(from start: Int) -> Int? {
    var i = start
    while i < bytes.count {
      if bytes[i] == 0x22 {
        guard i + 1 < bytes.count, bytes[i + 1] == 0x22 else { return i }
        i += 1
      }
      i += 1
    }
    return nil
  }

  private mutating func skipComment() {
    if bytes[position] == 0x22, let end = closingQuote(from: position + 1) {
      while position < end {
        let isLineEnd = bytes[position] == 0x0A || bytes[position] == 0x0D && bytes[position + 1] != 0x0A
        if isLineEnd { nextLine += 1 }
        position += 1
      }
    }
    skipLine()
  }
}
