import Diagnostics

/// One table behind every format: for the terminal, as CSV and as JSON.
struct ReportTable {
  struct Column {
    /// Name in CSV and JSON, the same in both languages.
    let key: String
    let title: Bilingual
    var isNumber = false
  }

  enum Cell: Equatable {
    case text(String)
    /// A number as it is to be printed.
    case number(String)
    case none

    var text: String {
      switch self {
      case .text(let text), .number(let text): text
      case .none: ""
      }
    }
  }

  let columns: [Column]
  let rows: [[Cell]]

  /// Aligned columns; a wide character takes two.
  func text(in language: Language) -> String {
    let lines = [columns.map { $0.title.text(in: language) }] + rows.map { $0.map(\.text.printable) }
    let widths = columns.indices.map { column in lines.map { displayWidth($0[column]) }.max() ?? 0 }
    return lines.map { line in
      let cells = columns.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - displayWidth(line[column]))
        return columns[column].isNumber ? gap + line[column] : line[column] + gap
      }
      let joined = cells.joined(separator: "  ")
      return joined.prefix(joined.count - joined.reversed().prefix { $0 == " " }.count) + "\n"
    }.joined()
  }

  /// RFC 4180, without a byte order mark.
  var csv: String {
    let lines = [columns.map(\.key)] + rows.map { $0.map(\.text) }
    return lines.map { $0.map(csvField).joined(separator: ",") + "\r\n" }.joined()
  }

  /// An array of objects, keys in column order; numbers exactly as printed.
  func json(indent: String) -> String {
    let objects = rows.map { row in
      let pairs = zip(columns, row).map { column, cell in
        switch cell {
        case .text(let text): "\(jsonString(column.key)): \(jsonString(text))"
        case .number(let text): "\(jsonString(column.key)): \(text)"
        case .none: "\(jsonString(column.key)): null"
        }
      }
      return "\(indent)  {\(pairs.joined(separator: ", "))}"
    }
    return objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n\(indent)]"
  }
}

private func csvField(_ text: String) -> String {
  let needsQuotes = text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
  return needsQuotes
    ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : text
}

func jsonString(_ text: String) -> String {
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
