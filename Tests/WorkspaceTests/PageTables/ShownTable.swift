import Foundation
import Testing

/// A table of a published page as a reader sees it: the words of each cell, without tags.
struct ShownTable {
  let rows: [[String]]

  /// - Parameter mark: what only this table's own tag holds, such as its class.
  init(_ mark: String, of page: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let start = try #require(page.range(of: mark), "no table \(mark)", sourceLocation: sourceLocation).upperBound
    let end = page.range(of: "</table>", range: start..<page.endIndex)?.lowerBound ?? page.endIndex
    let foot = page.range(of: "<tfoot", range: start..<end)?.lowerBound ?? end
    guard let body = page.range(of: "<tbody", range: start..<foot) else {
      rows = []
      return
    }
    rows = page[body.upperBound..<foot].components(separatedBy: "<tr").dropFirst().map { row in
      row.replacingOccurrences(of: "<th", with: "<td").components(separatedBy: "<td").dropFirst().map {
        Self.words("<td" + $0)
      }
    }
  }

  /// A mark of its own stands for each break.
  private static func words(_ html: String) -> String {
    var text = html.replacingOccurrences(of: "<br>", with: "⏎").replacingOccurrences(of: "<small>", with: "⏎")
    text = text.replacing(/<[^>]*>/, with: "")
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: sign)
    }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// A page's figures as its files have them: CSV and JSON are the same table, cell by cell.
struct PageData {
  /// By the keys of JSON; a cell that is none is empty.
  let rows: [[String: String]]

  init(csv: Data, json: Data, _ path: String) throws {
    var lines = Self.lines(String(decoding: csv, as: UTF8.self).replacing("\u{FEFF}", with: ""))
    let titles = lines.removeFirst()
    let whole = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any], "\(path)")
    let name = try #require(["rows", "years", "objections"].first { whole[$0] != nil }, "\(path)")
    let objects = try #require(whole[name] as? [[String: Any]], "\(path)")
    #expect(objects.count == lines.count, "\(path)")
    let text = String(decoding: json, as: UTF8.self)
    var rows: [[String: String]] = []
    if let first = objects.first {
      // The order in which JSON has the keys is the order of the columns.
      let start = try #require(text.range(of: "\"\(name)\": [\n")).upperBound
      let line = text[start...].prefix { $0 != "\n" }
      let keys = first.keys.compactMap { key in line.range(of: "\"\(key)\": ").map { (key, $0.lowerBound) } }
        .sorted { $0.1 < $1.1 }.map(\.0)
      #expect(keys.count <= titles.count)
      for (object, cells) in zip(objects, lines) {
        rows.append([:])
        for (index, key) in keys.enumerated() {
          let cell = cells[index].hasPrefix("'") ? String(cells[index].dropFirst()) : cells[index]
          switch object[key] {
          case let number as NSNumber: #expect(Double(cell) == number.doubleValue, "\(path) \(key)")
          // What is one of a few has a word in the table for people.
          case let word as String where !["kind", "outcome"].contains(key): #expect(cell == word, "\(path) \(key)")
          case is String: break
          default: #expect(cell == "", "\(path) \(key)")
          }
          rows[rows.count - 1][key] = cell
        }
      }
    }
    self.rows = rows
  }

  /// RFC 4180.
  private static func lines(_ text: String) -> [[String]] {
    var (lines, line, field, isQuoted) = ([[String]](), [String](), String.UnicodeScalarView(), false)
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"": field.append(scalars.removeFirst())
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        line.append(String(field))
        field = .init()
      case "\r" where !isQuoted:
        _ = scalars.popFirst()
        lines.append(line + [String(field)])
        (line, field) = ([], .init())
      default: field.append(scalar)
      }
    }
    return lines
  }
}
