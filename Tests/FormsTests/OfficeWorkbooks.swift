import Diagnostics
import Forms
import Foundation
import Parsing
import Scoring
import Testing
import Texts
import Sheets
import Workbooks

/// The office's three workbooks, and layouts as the decoders have them.
enum Office {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func workbook(_ name: String) throws -> Workbook {
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
    return try readWorkbook(bytes).get()
  }

  static func kind(_ zh: String, _ en: String, _ columns: [Column]) -> FormKind {
    var layout = TableLayout()
    for column in columns { _ = layout.add(column.name, column.chinese, required: column.isRequired) }
    return FormKind(name: Bilingual(zh: zh, en: en), layout: layout)
  }

  static let records = kind(
    "积分", "records",
    [
      Column("date", "日期"), Column("member", "党员"), Column("item", "项目"), Column("quantity", "数量", required: false),
      Column("level", "级别", required: false), Column("note", "事由", required: false),
      Column("corrects", "更正", required: false), Column("branch", "支部", required: false),
      Column("points", "得分", required: false),
    ])
  static let welfare = kind(
    "公益", "welfare",
    [
      Column("date", "日期"), Column("member", "党员"), Column("minutes", "分钟"), Column("note", "事由", required: false),
      Column("branch", "支部", required: false),
    ])
  static let roster = kind(
    "花名册", "roster",
    [
      Column("name", "姓名"), Column("branch", "支部"), Column("joined", "入党日期", required: false),
      Column("note", "备注", required: false),
    ])
  static let period = Period(
    first: Day(year: 2025, month: 1, day: 1) ?? Day(ordinal: 0),
    last: Day(year: 2025, month: 12, day: 31) ?? Day(ordinal: 0))

  static func context(_ kind: FormKind, _ workbook: Workbook? = nil) -> FormContext {
    FormContext(kind: kind, period: period, year: 2025, colours: workbook?.colours ?? [])
  }

  static func rules(_ text: String, _ findings: MistakeCollector) -> TableRuleFile? {
    let source = YAMLSource(file: 0, firstLine: 1, findings: findings, words: tableRuleWords)
    return source.table(ArraySlice(text.utf8)).map(TableRuleFile.init)
  }
}

extension MistakeCollector {
  /// For a sheet that is read by itself: what is cited stands in the first file.
  convenience init() {
    self.init(tree: SourceTree(files: [SourceFile(path: "表.xlsx", sheet: WorkbookSheet(name: "表", rows: [:]))]))
  }

  var lines: [String] {
    all().map {
      "\($0.severity == .error ? "E" : "W") \($0.code.rawValue) \($0.place.map { columnLetters($0.column) + String($0.line) } ?? "") \($0.message.zh)"
    }
  }
}

extension FormedTable {
  /// Whether the sheet doesn't say the row's day.
  func isCompleted(_ row: [String: String]) -> Bool {
    completedDays.contains { columnLetters($0.column) + String($0.row) == row["@"] }
  }

  /// Rows of the table as texts, under the names of columns, and the cell each is cited by under `@`.
  var texts: [[String: String]] {
    guard let table else { return [] }
    var layout = TableLayout()
    var names: [(String, ColumnNumber)] = []
    for column in kind.layout.columns {
      names.append((column.name, layout.add(column.name, column.chinese, required: false)))
    }
    let findings = MistakeCollector()
    guard var rows = TableRows(table.bytes, sheet: table, file: 0, layout: layout, findings: findings) else {
      return []
    }
    var all: [[String: String]] = []
    while rows.next() {
      var texts = Dictionary(uniqueKeysWithValues: names.map { ($0.0, rows.text($0.1)) })
      texts["@"] = columnLetters(rows.place.column) + String(rows.place.line)
      all.append(texts)
    }
    return all
  }
}
