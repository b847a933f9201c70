import Diagnostics

/// An engine that asks the exports of many companies at once, on one machine or on a cluster.
package enum GroupEngine: String, CaseIterable, Sendable {
  case duckdb, clickhouse

  package var file: String { "\(rawValue).sql" }
}

/// What makes one database of the CSV exports of many companies: every table with the company before its columns, the rows,
/// and the same views as SQLite has, over all of them. It is run in the folder that holds a folder for each company.
package func groupSQL(_ engine: GroupEngine) -> String {
  var text = """
    -- 多个单位的台账一起问：一个单位一个文件夹（export --format csv），在放这些文件夹的地方运行本文件。
    -- The ledgers of many companies at once: a folder for each (export --format csv); run this where they lie.
    -- 每张表的第一列 company 是文件夹的名称。本文件由程序生成。 · company is the folder's name. This file is generated.


    """
  if engine == .clickhouse { text += "SET join_use_nulls = 1;\n\n" }
  for table in ledgerTables {
    text += "\(engine.creation(of: table));\n\(engine.loading(of: table));\n"
    if table.name == "report" { text += "\(engine.check);\n" }
    text += "\n"
  }
  for view in ledgerViews { text += "\(view.sqlOfMany)\(engine.viewEnding);\n\n" }
  return text
}

/// Exports of another version would be read wrongly; the intranet's beside the office's would be added up wrongly.
private let otherSchema = "these exports are of different versions of the program: export them anew with one"
private let otherProfile = "some of these exports are for the intranet, some for the office: export them anew for one"

extension GroupEngine {
  fileprivate func creation(of table: LedgerTable) -> String {
    let lines =
      [("company \(companyType)", "单位 · company")]
      + table.columns.map { ("\"\($0.name)\" \(type(of: $0, isStored: true))", $0.comment) }
    let body = lines.enumerated().map { index, line in
      "  \(line.0)\(index + 1 < lines.count ? "," : "") -- \(line.1)"
    }
    return "CREATE TABLE \(table.name) ( -- \(table.title.zh) · \(table.title.en)\n\(body.joined(separator: "\n"))\n)"
      + storage(of: table)
  }

  fileprivate func loading(of table: LedgerTable) -> String {
    let names = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    switch self {
    case .duckdb:
      let types = table.columns.map { "'\($0.name)': '\($0.kind == .integer ? "BIGINT" : "VARCHAR")'" }
      return """
        INSERT INTO \(table.name) SELECT regexp_extract(filename, '([^/\\\\]+)[/\\\\][^/\\\\]+$', 1), \(names)
        FROM read_csv('*/\(table.name).csv', filename = true, header = true, auto_detect = false, delim = ',',
          quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false,
          columns = {\(types.joined(separator: ", "))})
        """
    case .clickhouse:
      let types = table.columns.map { "\"\($0.name)\" \(type(of: $0, isStored: false))" }
      return """
        INSERT INTO \(table.name) SELECT extract(_path, '([^/]+)/[^/]+$'), \(names)
        FROM file('*/\(table.name).csv', 'CSVWithNames', '\(types.joined(separator: ", "))')
        SETTINGS format_csv_null_representation = '', input_format_csv_empty_as_default = 0,
          input_format_skip_unknown_fields = 0, input_format_csv_trim_whitespaces = 0, format_csv_allow_single_quotes = 0
        """
    }
  }

  fileprivate var check: String {
    let version = ledgerSchemaVersion
    let (schema, profile) = (
      "min(\"schema\") <> \(version) OR max(\"schema\") <> \(version)", "min(profile) <> max(profile)"
    )
    return switch self {
    case .duckdb:
      """
      SELECT CASE WHEN \(schema) THEN error('\(otherSchema)')
        WHEN \(profile) THEN error('\(otherProfile)') END FROM report
      """
    case .clickhouse:
      """
      SELECT throwIf(\(schema), '\(otherSchema)'),
        throwIf(\(profile), '\(otherProfile)') FROM report FORMAT Null
      """
    }
  }

  private var companyType: String {
    switch self {
    case .duckdb: "VARCHAR NOT NULL"
    case .clickhouse: "LowCardinality(String)"
    }
  }

  /// - Parameter isStored: as the table keeps it, which may be closer than as it is read.
  private func type(of column: LedgerColumn, isStored: Bool) -> String {
    switch self {
    case .duckdb: return (column.kind == .integer ? "BIGINT" : "VARCHAR") + (column.isOptional ? "" : " NOT NULL")
    case .clickhouse:
      let plain = column.kind == .integer ? "Int64" : "String"
      let whole = column.isOptional ? "Nullable(\(plain))" : plain
      return isStored && column.unit == .term ? "LowCardinality(\(whole))" : whole
    }
  }

  private func storage(of table: LedgerTable) -> String {
    guard self == .clickhouse else { return "" }
    let keys = ["company"] + table.columns.filter(\.isKey).map { "\"\($0.name)\"" }
    return " ENGINE = MergeTree ORDER BY (\(keys.joined(separator: ", ")))"
  }

  /// What isn't there is nothing in SQL; to ClickHouse only where it is told so.
  fileprivate var viewEnding: String { self == .clickhouse ? "\nSETTINGS join_use_nulls = 1" : "" }
}
