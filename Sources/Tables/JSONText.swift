import Scoring

extension DataTable {
  /// An array of objects, keys in column order; numbers exactly as printed.
  func json(indent: String) -> String {
    guard !rows.isEmpty else { return "[]" }
    let keys = columns.map { jsonString($0.key) }
    var text = "[\n"
    for (number, row) in rows.enumerated() {
      text += number > 0 ? ",\n" : ""
      text += indent
      text += "  {"
      for (index, cell) in row.enumerated() {
        text += index > 0 ? ", " : ""
        text += keys[index]
        text += ": "
        text.appendJSON(cell)
      }
      text += "}"
    }
    return text + "\n\(indent)]"
  }
}

func jsonString(_ text: String) -> String {
  var result = ""
  result.appendJSON(text)
  return result
}

func jsonValue(_ cell: DataTable.Cell) -> String {
  var result = ""
  result.appendJSON(cell)
  return result
}

extension String {
  fileprivate mutating func appendJSON(_ cell: DataTable.Cell) {
    switch cell {
    case .text(let value), .term(let value, _): appendJSON(value)
    case .number(let value): self += value
    case .day(let day): appendJSON(day.description)
    case .none: self += "null"
    }
  }

  fileprivate mutating func appendJSON(_ text: String) {
    self += "\""
    if text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      for scalar in text.unicodeScalars { appendJSON(scalar) }
    } else {
      self += text
    }
    self += "\""
  }

  private mutating func appendJSON(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": self += "\\\""
    case "\\": self += "\\\\"
    case "\n": self += "\\n"
    case "\r": self += "\\r"
    case "\t": self += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      self += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: unicodeScalars.append(scalar)
    }
  }
}
