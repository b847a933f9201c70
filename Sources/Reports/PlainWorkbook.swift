import Diagnostics
import Reading
import Scoring
import Tables
import Texts
import WorkbookWriting

/// Tables of ours as a workbook, a sheet each: the head in the first row, days as days, everything else as it is written.
package func plainWorkbook(_ tables: [(sheet: String, table: WrittenTable)], title: String) -> WrittenWorkbook {
  WrittenWorkbook(
    title: title,
    sheets: tables.map { name, table in
      var sheet = WrittenSheet(name: name, printing: Printing(footer: pageFooter(in: .chinese)))
      let days = table.heading.indices.map { column in
        table.rows.contains { !$0[column].isEmpty }
          && table.rows.allSatisfy { $0[column].isEmpty || day($0[column]) != nil }
      }
      sheet.columns = zip(table.heading, days).map { WrittenColumn($0, $1 ? .day : .text) }
      sheet.rows = table.rows.map { row in
        zip(row, days).map { text, isDay in
          text.isEmpty ? .empty : isDay ? day(text).map { .day($0.ordinal) } ?? .text(text) : .text(text)
        }
      }
      return sheet
    })
}

private func day(_ text: String) -> Day? { try? reportDay(text) }
