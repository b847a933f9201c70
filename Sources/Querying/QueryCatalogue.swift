import Diagnostics
import LedgerTables
import SQLite

/// The names a query may use, for the nearest to a misspelt one, and what columns are called.
struct QueryCatalogue {
  /// What a column is, by `table.column`.
  private let titles: [String: Bilingual]

  init(_ database: SQLiteDatabase) throws {
    // SQLite makes these two when they are first asked for, which the watch would take for a change.
    try database.run("SELECT 1 FROM json_each('[]'), json_tree('[]')")
    var titles: [String: Bilingual] = [:]
    for table in ledgerTables {
      for column in table.columns { titles["\(table.name).\(column.name)"] = column.title }
    }
    self.titles = titles
  }

  /// What a column of a result is called: as the table that it is read from has it, under its own name; what is reckoned has
  /// a title of its own or its name.
  func title(of name: String, from origin: (table: String, column: String)?) -> Bilingual {
    if let own = extraTitles[name] { return own }
    if let origin, origin.column == name, let title = titles["\(origin.table).\(origin.column)"] { return title }
    return Bilingual(zh: name, en: name)
  }

  static let tables = ledgerTables.map(\.name) + ledgerViews.map(\.name)
  static let columns: [String] = {
    var seen: Set<String> = []
    return tables.flatMap { columns(of: $0) }.filter { seen.insert($0).inserted }
  }()

  /// Of a table or a view; none of what is neither.
  static func columns(of name: String) -> [String] {
    if let table = ledgerTables.first(where: { $0.name == name }) { return table.columns.map(\.name) }
    return ledgerViews.first { $0.name == name }?.columnNames ?? []
  }
}

/// Columns of the views alone, and words that queries give to what they reckon.
private let extraTitles: [String: Bilingual] = [
  "member": Bilingual(zh: "党员", en: "member"), "branch": Bilingual(zh: "支部", en: "branch"),
  "minutes": Bilingual(zh: "分钟", en: "minutes"), "activity": Bilingual(zh: "活动", en: "activity"),
  "total": Bilingual(zh: "合计", en: "total"), "capped": Bilingual(zh: "封顶未计", en: "cut by caps"),
  "cap": Bilingual(zh: "哪种封顶", en: "which cap"), "cap_span": Bilingual(zh: "封顶的期间", en: "span of the cap"),
  "late": Bilingual(zh: "其中", en: "of which"), "secretary": Bilingual(zh: "书记", en: "secretary"),
  "records": Bilingual(zh: "记录数", en: "records"), "place": Bilingual(zh: "出处", en: "where it is written"),
  "name": Bilingual(zh: "姓名或名称", en: "name"), "hours": Bilingual(zh: "小时", en: "hours"),
  "awards": Bilingual(zh: "笔数", en: "awards"), "item_key": Bilingual(zh: "项目编号", en: "item key"),
  "percent": Bilingual(zh: "百分比", en: "per cent"), "gate": Bilingual(zh: "要求，%", en: "gate, per cent"),
  "branch_name": Bilingual(zh: "支部名称", en: "branch name"), "people": Bilingual(zh: "人数", en: "people"),
  "times": Bilingual(zh: "次数", en: "times"), "years": Bilingual(zh: "年数", en: "years"),
  "share": Bilingual(zh: "占比，%", en: "share, per cent"), "lowest": Bilingual(zh: "最低", en: "lowest"),
  "highest": Bilingual(zh: "最高", en: "highest"), "average": Bilingual(zh: "平均", en: "average"),
  "from_branch": Bilingual(zh: "从哪个支部", en: "from"), "to_branch": Bilingual(zh: "到哪个支部", en: "to"),
]
