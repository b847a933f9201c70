import Composing
import Diagnostics
import Reading
import Reporting
import Scoring
import Tables
import Wording

extension SiteContext {
  /// The tables of each report's page, and the figures of its charts: each a sheet of its workbook, the first the CSV.
  func reportDownloads() -> [FilePlan] {
    answers.reports.filter { $0.tables > 0 }.flatMap { told in
      let title = [told.report.title, name(of: told.scope)].filter { !$0.isEmpty }.joined(separator: " ")
      let year = told.report.year(told.scope, ledger)
      return files(DownloadsView(withWorkbookOf: address(of: told)), title, year) { [self] in sections(told) }
    }
  }

  private func sections(_ told: ToldReport) -> [TableReport.Section] {
    told.answers.compactMap { answer -> (title: String, table: DataTable)? in
      switch answer {
      case .table(let table): (table.title, data(table))
      case .chart(let request):
        if case .table(let figures) = request.subject { (request.title, DataTable(figures)) } else { nil }
      case .figure, .nothing: nil
      }
    }.enumerated().map { index, entry in
      let title = entry.title.isEmpty ? told.report.title : entry.title
      return TableReport.Section(
        index == 0 ? "rows" : "rows_\(index + 1)", entry.table, title: Bilingual(zh: title, en: title))
    }
  }

  private func data(_ table: ToldTable) -> DataTable {
    DataTable(
      columns: table.columns.map { column in
        DataTable.Column(
          key: column.name, title: Bilingual(zh: column.title, en: column.title), isNumber: column.isNumber)
      },
      rows: table.rows.map { row in
        row.map { cell -> DataTable.Cell in
          switch cell {
          case .none: .none
          case .number(let text): .number(text)
          case .awards(let awards): .text(awards.map { citation($0.award.record) }.joined(separator: " "))
          case .record(let record): .text(citation(record.place))
          case .text, .member, .branch, .work, .activity: .text(text(of: cell))
          }
        }
      })
  }
}

extension DataTable {
  fileprivate init(_ table: ChartTable) {
    let columns = table.columns.enumerated().map { index, column in
      DataTable.Column.number("value_\(index + 1)", zh: column.name, en: column.name)
    }
    let rows = table.labels.indices.map { row -> [DataTable.Cell] in
      let figures = table.columns.map { column -> DataTable.Cell in
        guard let figure = column.values[row] else { return .none }
        return .number(figure.description)
      }
      return [.text(table.labels[row])] + figures
    }
    self.init(columns: [.word("label", zh: table.heading, en: table.heading)] + columns, rows: rows)
  }
}
