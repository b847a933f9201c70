import Diagnostics
import Scoring
import Texts
import Wording
import WorkbookWriting

extension TableReport {
  /// A workbook of the report: a sheet for each table, below what people read first and above what they read last.
  package func workbook(in language: Language) -> WrittenWorkbook {
    let lines = heading.flatMap { $0.lines(in: language) }
    let printing = Printing(footer: pageFooter(in: language))
    let written: [WrittenSheet]
    if let instead {
      var sheet = WrittenSheet(name: lines.first ?? "", printing: printing)
      sheet.lines = lines + instead.lines(in: language)
      sheet.closing = closing.flatMap { $0.lines(in: language) }
      written = [sheet]
    } else {
      written = sections.flatMap { section in
        section.sheets(below: lines, printing, in: language) { closing.flatMap { $0.lines(in: language) } }
      }
    }
    return WrittenWorkbook(title: lines.joined(separator: " · "), sheets: written)
  }
}

extension TableReport.Section {
  /// More rows than a sheet has go on in another one.
  fileprivate static let mostRows = 1_000_000

  fileprivate func sheets(
    below lines: [String], _ printing: Printing, in language: Language, closing: () -> [String]
  ) -> [WrittenSheet] {
    let rows = table.rows
    return stride(from: 0, to: max(rows.count, 1), by: Self.mostRows).map { start in
      let end = min(start + Self.mostRows, rows.count)
      var sheet = WrittenSheet(name: (title ?? lead)?.text(in: language) ?? key, printing: printing)
      sheet.lines = lines + (lead?.lines(in: language) ?? [])
      sheet.columns = table.columns.indices.map { table.writtenColumn($0, in: language) }
      sheet.rows = rows[start..<end].map { row in row.map { $0.written(in: language) } }
      if end == rows.count { sheet.closing = (note?.lines(in: language) ?? []) + closing() }
      return sheet
    }
  }

  /// What is said below the table where it stands whole.
  private var note: Bilingual? { shown == nil ? more : nil }
}

extension DataTable {
  fileprivate func writtenColumn(_ index: Int, in language: Language) -> WrittenColumn {
    WrittenColumn(columns[index].title.text(in: language), columns[index].isNumber ? .number : .text)
  }
}

extension DataTable.Cell {
  fileprivate func written(in language: Language) -> WrittenCell {
    switch self {
    case .text(let text): text.isEmpty ? .empty : .text(text)
    case .number(let text): .number(text)
    case .day(let day): .day(day.ordinal)
    case .term(_, let words): .text(words.text(in: language))
    case .none: .empty
    }
  }
}

extension Bilingual {
  fileprivate func lines(in language: Language) -> [String] {
    text(in: language).parts(at: "\n").map { String($0) }
  }
}

/// `第 1 页，共 3 页`.
package func pageFooter(in language: Language) -> Printing.Footer {
  let parts = [Words.beforePageNumber, Words.beforePageCount, Words.afterPageCount].map { $0.text(in: language) }
  return Printing.Footer(beforeNumber: parts[0], beforeCount: parts[1], atEnd: parts[2])
}
