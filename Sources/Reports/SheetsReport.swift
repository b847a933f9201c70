import Diagnostics
import Forms
import Reading
import Sheets
import Tables
import Texts

/// How the sheets of a project's workbooks were understood: what each holds, which column is which, its first rows as they
/// will be, and how its rows are accounted for.
package func sheetsReport(_ sheets: [UnderstoodSheet], in tree: SourceTree) -> TableReport {
  let all = DataTable(
    columns: [
      .word("sheet", zh: "工作表", en: "sheet"), .word("table", zh: "读作", en: "read as"),
      .word("shape", zh: "形式", en: "shape"), .word("header", zh: "表头", en: "header"),
      .number("rows", zh: "行", en: "rows"), .number("taken", zh: "取用", en: "taken"),
      .number("entries", zh: "条", en: "entries"), .word("account", zh: "合计怎样来", en: "how rows are accounted for"),
    ],
    rows: sheets.map { $0.row(in: tree) })
  let details = sheets.enumerated().filter { $0.element.written != nil }.map { index, sheet in
    TableReport.Section("sheet\(index + 1)", sheet.firstRows, lead: sheet.lead(in: tree))
  }
  return TableReport(
    details.isEmpty
      ? [.init("sheets", all)] : details + [.init("sheets", all, lead: Bilingual(zh: "\n各表清点", en: "\nAll sheets"))],
    rows: all, instead: sheets.isEmpty ? Bilingual(zh: "content/ 里没有工作簿", en: "content/ has no workbook") : nil)
}

extension UnderstoodSheet {
  /// Rows shown of what came of a sheet.
  private static let mostShown = 3

  fileprivate func row(in tree: SourceTree) -> [DataTable.Cell] {
    let (account, name) = (formed.account, tree.name(of: file))
    guard account.passedOver == nil else {
      return [.text(name), .none, .none, .none, .none, .none, .none, .term("passed", account.words)]
    }
    return [
      .text(name), .term(formed.kind.name.en, formed.kind.name), .term(formed.shape.rawValue, formed.shape.words),
      formed.header.map { .text("\($0.rows.words)") } ?? .none, .number("\(account.rows)"),
      .number("\(account.taken)"), .number("\(written?.rows.count ?? 0)"), .term("account", account.words),
    ]
  }

  fileprivate func lead(in tree: SourceTree) -> Bilingual {
    let fields = formed.header?.fields ?? []
    let columns = fields.compactMap { field in field.ours.map { "\($0)←\(field.name.onOneLine)" } }
    let left = formed.account.leftOutColumns.sorted { $0.key < $1.key }.map { "\($0.key.onOneLine)（\($0.value)）" }
    let (zhColumns, enColumns) = (columns.joined(separator: "，"), columns.joined(separator: ", "))
    let (zhLeft, enLeft) = (left.joined(separator: "，"), left.joined(separator: ", "))
    return Bilingual(
      zh: "\n\(tree.name(of: file))\n列：\(zhColumns)" + (left.isEmpty ? "" : "\n不取的列：\(zhLeft)"),
      en: "\n\(tree.name(of: file))\ncolumns: \(enColumns)" + (left.isEmpty ? "" : "\ncolumns left out: \(enLeft)"))
  }

  fileprivate var firstRows: DataTable {
    let heading = written?.heading ?? []
    return DataTable(
      columns: heading.map { DataTable.Column(key: $0, title: Bilingual(zh: $0, en: $0)) },
      rows: (written?.rows ?? []).prefix(Self.mostShown).map { row in row.map { .text($0.onOneLine) } })
  }
}

extension SourceTree {
  /// `content/years/2025/records/积分登记.xlsx[3月]`.
  fileprivate func name(of file: Int32) -> String {
    let source = files[Int(file)]
    return source.storedPath + (source.sheet.map { "[\($0.name)]" } ?? "")
  }
}

extension ClosedRange<Int32> {
  fileprivate var words: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)" }
}

extension SheetAccount {
  /// Why a sheet gives nothing, or where its rows went.
  fileprivate var words: Bilingual {
    switch passedOver {
    case .empty: return Bilingual(zh: "空表", en: "empty")
    case .hidden: return Bilingual(zh: "隐藏的表，没有读", en: "hidden, not read")
    case .noLedger: return Bilingual(zh: "名单或说明，不是台账", en: "a list or an explanation, no ledger")
    case .rule(let reason): return Bilingual(zh: "按规则跳过：\(reason)", en: "passed over by rule: \(reason)")
    case nil: return closing
    }
  }
}

extension String {
  fileprivate var onOneLine: String {
    unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }.joined(separator: " ")
  }
}
