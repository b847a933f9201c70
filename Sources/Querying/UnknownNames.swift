import Diagnostics
import LedgerTables
import SQLite
import Texts

/// Names that aren't there: the nearest of those in reach.
extension QueryMistakes {
  /// `no such column: naem`, `no such table: recods`, `no such function: …`; `nil` for another mistake.
  func unknownName(_ failure: SQLiteFailure) -> Diagnostic? {
    let message = failure.message
    if let written = message.dropping(prefix: "no such table: ") {
      return unknown(written, Bilingual(zh: "表", en: "table"), failure, near(written, QueryCatalogue.tables))
    }
    if let written = message.dropping(prefix: "no such function: ") {
      return unknown(written, Bilingual(zh: "函数", en: "function"), failure, near(written, functionNames))
    }
    if let written = message.dropping(prefix: "no such column: ") {
      return unknown(written, Bilingual(zh: "列", en: "column"), failure, column(String(written)))
    }
    return nil
  }

  private func unknown(
    _ written: Substring, _ kind: Bilingual, _ failure: SQLiteFailure, _ hint: Bilingual
  ) -> Diagnostic {
    let name = written.parts(at: ".").last.map { String($0) } ?? String(written)
    return Diagnostic(
      .queryUnknownName, at: place(failure.offset ?? pieces.offset(of: name)),
      message: Bilingual(zh: "没有叫“\(written)”的\(kind.zh)", en: "there is no \(kind.en) “\(written)”"),
      remedy: Bilingual(
        zh: "\(hint.zh)表和列见 docs/schema.md；文字写在单引号里",
        en: "\(hint.en)docs/schema.md lists tables and columns; texts stand in single quotes"))
  }

  private func near(_ written: Substring, _ known: [String]) -> Bilingual {
    let name = written.parts(at: ".").last.map { String($0) } ?? String(written)
    return nearest(to: name, in: known).map { Bilingual(zh: "是不是 \($0)？", en: "Did you mean \($0)? ") }
      ?? Bilingual(zh: "", en: "")
  }

  /// Of the tables that are asked, or of the one that is named before the dot; else where there is such a column.
  private func column(_ written: String) -> Bilingual {
    let parts = written.parts(at: ".").map { String($0) }
    let name = parts.last ?? written
    let reach = tablesInReach
    let owner = parts.count > 1 ? reach.first { $0.alias == parts[parts.count - 2].lowercased() }?.table : nil
    let tables = owner.map { [$0] } ?? reach.map(\.table)
    let columns = tables.flatMap { QueryCatalogue.columns(of: $0) }
    if let near = nearest(to: name, in: tables.isEmpty ? QueryCatalogue.columns : columns + ownNames) {
      return Bilingual(zh: "是不是 \(near)？", en: "Did you mean \(near)? ")
    }
    let others = QueryCatalogue.tables.filter { QueryCatalogue.columns(of: $0).contains(name.lowercased()) }
    if !others.isEmpty {
      let (first, rest) = (others.prefix(4), others.count > 4)
      return Bilingual(
        zh: "\(first.joined(separator: "、"))\(rest ? " 等" : " ")有 \(name)，这里没有用到；",
        en: "\(first.joined(separator: ", "))\(rest ? " and others" : "") have \(name), and aren't asked here; ")
    }
    guard !columns.isEmpty, tables.count == 1 else { return Bilingual(zh: "", en: "") }
    let first = columns.prefix(12)
    return Bilingual(
      zh: "\(tables[0]) 有：\(first.joined(separator: "、"))\(columns.count > 12 ? "…" : "")；",
      en: "\(tables[0]) has \(first.joined(separator: ", "))\(columns.count > 12 ? ", …" : ""); ")
  }

  /// Tables and views that the statement names, each with what it is called there.
  private var tablesInReach: [(alias: String, table: String)] {
    let known = Set(QueryCatalogue.tables)
    let ends: Set<String> = [
      "on", "where", "join", "left", "inner", "cross", "natural", "group", "order", "limit", "using", "union", "having",
      "full", "right", "except", "intersect", "window", "indexed", "not",
    ]
    let words = pieces.map { $0.kind == .text || $0.kind == .parameter ? "" : $0.text.lowercased() }
    return words.indices.filter { known.contains(words[$0]) && (words.count <= $0 + 1 || words[$0 + 1] != ".") }.map {
      let next = $0 + 1 < words.count && words[$0 + 1] == "as" ? $0 + 2 : $0 + 1
      let alias = next < words.count && pieces[next].kind != .other && !words[next].isEmpty ? words[next] : words[$0]
      return (ends.contains(alias) ? words[$0] : alias, words[$0])
    }
  }

  /// What the statement itself gives a name: `AS share`.
  private var ownNames: [String] {
    zip(pieces, pieces.dropFirst()).filter { $0.text.lowercased() == "as" && $1.text != "(" }.map(\.1.text)
  }
}

/// Functions that are often meant.
private let functionNames = [
  "abs", "avg", "coalesce", "count", "cume_dist", "date", "dense_rank", "first_value", "format", "glob",
  "group_concat", "hex", "ifnull", "iif", "instr", "json_extract", "julianday", "lag", "last_value", "lead", "length",
  "like", "lower", "ltrim", "max", "min", "nth_value", "ntile", "nullif", "percent_rank", "printf", "rank", "replace",
  "round", "row_number", "rtrim", "strftime", "substr", "sum", "total", "trim", "typeof", "unicode", "upper",
]
