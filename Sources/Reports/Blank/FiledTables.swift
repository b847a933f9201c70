import Diagnostics
import Scoring
import Tables
import Texts
import WorkbookWriting

/// A table as this program writes one: a note a line, a heading, rows without a quotation mark.
package struct PlainTable: Sendable {
  /// From the project's folder.
  let path: String
  var notes: [String] = []
  var titles: [String] = []
  var rows: [[String]] = []

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    for line in bytes.split(separator: 0x0A) {
      if line.first == UInt8(ascii: "#") {
        notes.append(String(decoding: line.dropFirst(), as: UTF8.self).trimmed)
        continue
      }
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      if titles.isEmpty { titles = cells } else { rows.append(cells) }
    }
  }
}

/// Tables of a project as the workbooks that stand in their places: records and hours in the forms of the year, filled in;
/// of the others a workbook each. Who and what is meant goes by name, as people choose it from the forms.
package func filed(
  _ tables: [PlainTable], of scored: ScoredProject, year: Ref<YearLedger>
) -> [(path: String, workbook: WrittenWorkbook)] {
  let rules = scored.ledger.years[year].rulebook
  // An item of members and one of branches may share a name: dated records go to the one, year-end ratings to the other.
  let ofMembers = NamesOfIds(scored.ledger, year, items: rules.items)
  let ofBranches = NamesOfIds(scored.ledger, year, items: rules.branchItems.map(\.rule))
  let folder = "content/years/\(scored.ledger.years[year].year)/"
  var rest = tables
  var workbooks: [(path: String, workbook: WrittenWorkbook)] = []
  for form in blankForms(scored, year: year) {
    let place = folder + (form.path.parts(at: "/").first ?? "") + "/"
    let own = rest.filter { $0.path.begins(with: place) }
    rest.removeAll { $0.path.begins(with: place) }
    if !own.isEmpty { workbooks.append((folder + form.path, form.workbook.filled(with: own, ofMembers))) }
  }
  return workbooks
    + rest.map { (path: $0.path.replacingBytes(".csv", with: ".xlsx"), workbook: $0.workbook(ofBranches)) }
}

/// By which names the ids in a column go.
private struct NamesOfIds {
  private let names: [String: [String: String]]

  init(_ ledger: Ledger, _ year: Ref<YearLedger>, items: [Item]) {
    let book = ledger.years[year]
    let roster = ledger.roster
    let pairs = { (entities: [(id: String, names: [String])]) in
      Dictionary(zip(entities.map(\.id), writtenNames(entities))) { first, _ in first }
    }
    names = [
      "党员": pairs(roster.members.map { ($0.key, [$0.name] + $0.also) }),
      "支部": pairs(roster.branches.map { ($0.id, [$0.name, $0.short] + $0.also) }),
      "项目": pairs(items.map { ($0.key, [$0.name]) }),
      "活动": pairs(book.activities.map { ($0.id, [$0.title]) }),
      "工作": pairs(ledger.works.map { ($0.id, [$0.title]) }),
    ]
  }

  func cell(_ text: String, in title: String) -> WrittenCell {
    names[title]?[text].map { .text($0) } ?? WrittenCell(text, below: title)
  }
}

extension PlainTable {
  fileprivate func workbook(_ names: NamesOfIds) -> WrittenWorkbook {
    let name = String(path.parts(at: "/").last ?? "").replacingBytes(".csv", with: "")
    var sheet = plainSheet(name, titles: titles, rows: rows, cell: names.cell)
    sheet.isForm = true
    let printing = Printing(orientation: .portrait, footer: pageFooter(in: .chinese))
    var explanation = WrittenSheet(name: "填表说明", printing: printing)
    explanation.lines = notes
    return WrittenWorkbook(title: name, sheets: [sheet] + (notes.isEmpty ? [] : [explanation]))
  }
}

extension WrittenWorkbook {
  /// The form with the rows of tables in its first sheet, each cell below the title it had.
  fileprivate func filled(with tables: [PlainTable], _ names: NamesOfIds) -> WrittenWorkbook {
    var sheets = sheets
    let titles = sheets[0].columns.map(\.title)
    sheets[0].rows = tables.flatMap { table in
      let columns = titles.map { table.titles.firstIndex(of: $0) }
      return table.rows.map { row in
        zip(columns, titles).map { column, title in
          column.map { names.cell(row[$0], in: title) } ?? .empty
        }
      }
    }
    return WrittenWorkbook(title: title, sheets: sheets)
  }
}
