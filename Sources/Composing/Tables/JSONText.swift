extension DataTable {
  /// An array of objects, keys in column order; numbers exactly as printed.
  package func json(indent: String) -> String {
    let keys = columns.map { jsonString($0.key) }
    let objects = rows.map { row in
      var object = "\(indent)  {"
      for (index, cell) in row.enumerated() {
        if index > 0 { object += ", " }
        object += keys[index] + ": "
        switch cell {
        case .text(let text): object += jsonString(text)
        case .number(let text): object += text
        case .none: object += "null"
        }
      }
      return object + "}"
    }
    return objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n\(indent)]"
  }
}

package func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
