import Diagnostics
import Parsing
import Texts

extension TableRuleFile {
  /// Reads a file of rules; what it can't answer is reported, and unknown keys are mistakes.
  package init(_ file: YAMLTable) {
    files = file.texts(ifAny: "files").map(\.value)
    // Words that hold in all tables.
    let shared = file.pairs(ifAny: "values") { (ours: $0, words: $1.wordPairs()) }
    tables = file.tables("tables").map { table in
      var rule = TableRule(table)
      for (ours, words) in shared {
        if let index = rule.values.firstIndex(where: { $0.ours.value == ours.value }) {
          rule.values[index].words += words
        } else {
          rule.values.append((ours, words))
        }
      }
      return rule
    }
    file.close()
  }
}

extension TableRule {
  init(_ rule: YAMLTable) {
    place = rule.place
    sheets = rule.texts(ifAny: "sheets")
    kind = rule.located(ifAny: "kind")
    skip = rule.located(ifAny: "skip")?.value
    shape = rule.choice(ifAny: "shape", FormShape.choices) ?? .flow
    header = rule.value(ifAny: "header").flatMap { $0.rows() }
    columns = rule.pairs(ifAny: "columns") { ($0, ColumnSource.sources($1)) }
    across = rule.pairs(ifAny: "across") { ($0, CrossCell($1)) }
    defaults = rule.pairs(ifAny: "defaults") { ($0, $1.text()) }
    units = rule.pairs(ifAny: "units") { ($0, Located($1.text(), $1.place)) }
    values = rule.pairs(ifAny: "values") { ($0, $1.wordPairs()) }
    month = rule.located(ifAny: "month")
    leftOutColumns = rule.pairs(ifAny: "leave_columns") { ($0, $1.text()) }
    leftOutRows = rule.pairs(ifAny: "leave_rows") { (RowCondition($0.value), $1.text()) }
    keptRows = rule.texts(ifAny: "keep_rows").map { RowCondition($0.value) }
    marks = rule.value(ifAny: "marks")?.wordPairs() ?? []
    fill = rule.texts(ifAny: "fill")
    rowSums = rule.texts(ifAny: "row_sums")
    reconciling = rule.choice(ifAny: "reconcile", Reconciling.choices) ?? .warning
    if let table = rule.table(ifAny: "remarks") {
      let column = table.value("column").map { Located($0.text(), $0.place) }
      let items = table.texts(ifAny: "items")
      table.close()
      remarks = column.map { ($0, items) }
    }
    rule.close()
  }
}

extension ColumnSource {
  /// One column of theirs, several, or one with what is meant of it.
  static func sources(_ value: YAMLValue) -> [ColumnSource] {
    if value.isScalar { return [ColumnSource(origin: .named(value.text()), place: value.place)] }
    return value.isTable ? value.table().map(sources) ?? [] : value.list().flatMap(sources)
  }

  private static func sources(_ table: YAMLTable) -> [ColumnSource] {
    let pattern = table.located(ifAny: "pattern")?.value
    let values = table.value(ifAny: "values")?.wordPairs() ?? []
    let only = table.located(ifAny: "only").map { RowCondition($0.value) }
    var sources: [ColumnSource] = []
    for (key, isDeducted) in [("from", false), ("plus", false), ("minus", true)] {
      for text in table.texts(ifAny: key) {
        sources.append(
          ColumnSource(
            origin: .named(text.value), place: text.place, pattern: pattern, values: values, only: only,
            isDeducted: isDeducted))
      }
    }
    if let field = table.located(ifAny: "field") {
      sources.append(
        ColumnSource(origin: .field(field.value), place: field.place, pattern: pattern, values: values, only: only))
    }
    table.close()
    return sources
  }
}

extension ColumnSource.Origin {
  static func named(_ text: String) -> ColumnSource.Origin {
    switch text {
    case "工作表名", "<sheet>": .sheetName
    case "标题", "<title>": .title
    default: .column(text)
    }
  }
}

extension CrossCell {
  /// An item, or a table.
  init(_ value: YAMLValue) {
    if value.isScalar {
      sets = [(Located("item", value.place), value.text())]
      return
    }
    guard let table = value.table() else { return }
    sets = table.pairs(ifAny: "set") { ($0, $1.text()) }
    meaning = table.choice(ifAny: "cell", Meaning.choices) ?? .points
    per = table.located(ifAny: "per")?.value
    levels = table.value(ifAny: "levels")?.wordPairs() ?? []
    table.close()
  }
}

extension RowCondition {
  /// `划去`, `隐藏`, `颜色 黄`, `备注=作废`, or what any cell says.
  init(_ text: String) {
    let words = text.words
    let halves = text.halfWidth.parts(at: "=", most: 1, keepingEmpty: true)
    switch text {
    case "划去", "struck": self = .struck
    case "隐藏", "hidden": self = .hidden
    default:
      if words.count == 2, ["颜色", "colour", "color"].contains(words[0].lowercased()) {
        self = .colour(String(words[1]))
      } else if halves.count == 2 {
        self = .column(String(halves[0]).trimmed, String(halves[1]).trimmed)
      } else {
        self = .says(text)
      }
    }
  }
}

extension YAMLTable {
  fileprivate func located(ifAny key: String) -> Located<String>? {
    value(ifAny: key).map { Located($0.text(), $0.place) }
  }

  /// One text, or a list of them.
  fileprivate func texts(ifAny key: String) -> [Located<String>] {
    guard let value = value(ifAny: key) else { return [] }
    return (value.isScalar ? [value] : value.list()).map { Located($0.text(), $0.place) }
  }

  fileprivate func pairs<Pair>(ifAny key: String, _ pair: (Located<String>, YAMLValue) -> Pair) -> [Pair] {
    table(ifAny: key)?.pairs.map { pair(Located($0.key.value.trimmed, $0.key.place), $0.value) } ?? []
  }
}

extension YAMLValue {
  fileprivate func wordPairs() -> [WordPair] {
    table()?.pairs.map { WordPair(theirs: $0.key.value, ours: $0.value.text()) } ?? []
  }

  /// A row, or the first and the last of several: `3`, `[3, 4]`.
  fileprivate func rows() -> ClosedRange<Int32>? {
    let numbers = isScalar ? [whole(in: 1...1_048_576)] : list().map { $0.whole(in: 1...1_048_576) }
    let rows = numbers.compactMap { $0.map(Int32.init) }
    guard let first = rows.first, let last = rows.last, first <= last else { return nil }
    return first...last
  }
}
