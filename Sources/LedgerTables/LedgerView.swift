import Diagnostics

/// A view in points and hours, for people: figures are REAL with two decimals, rounded (四舍五入) once as pages do.
///
/// It is told in its parts, in SQL that SQLite, DuckDB and ClickHouse read alike (`HouseTests` says which words those are),
/// so that the same view stands over one company and, with the company in every join and group, over many.
package struct LedgerView: Sendable {
  struct Join: Sendable {
    let kind: String
    /// `members m`.
    let table: String
    /// Empty where the table has one row.
    let condition: String

    static func with(_ table: String, on condition: String = "") -> Join {
      Join(kind: "JOIN", table: table, condition: condition)
    }
    /// Also what has none of it.
    static func perhaps(_ table: String, on condition: String) -> Join {
      Join(kind: "LEFT JOIN", table: table, condition: condition)
    }
  }

  package let name: String
  package let title: Bilingual
  package let columns: [String]
  let table: String
  let joins: [Join]
  let filter: String
  let groups: [String]

  init(
    _ name: String, zh: String, en: String, _ columns: [String], from table: String, _ joins: [Join],
    where filter: String = "", groupedBy groups: [String] = []
  ) {
    self.name = name
    title = Bilingual(zh: zh, en: en)
    self.columns = columns
    self.table = table
    self.joins = joins
    self.filter = filter
    self.groups = groups
  }

  /// As SQLite has it.
  package var sql: String { sql(.canonical) }

  /// - Parameter order: groups come sorted by what they are grouped by, unless they are shuffled.
  package func sql(_ order: LedgerRowOrder) -> String {
    let query = query(columns, groups) { $0.condition }
    return definition(query + (order != .canonical && !groups.isEmpty ? "\nORDER BY \(ledgerShuffle)(1)" : ""))
  }

  /// What its columns are called, in their order.
  package var columnNames: [String] {
    columns.map { column in
      let named = column.named
      let words = named.unicodeScalars.split(separator: " ")
      return words.last.map { String($0) } ?? named
    }
  }

  /// Over many companies: the company first, equal in every join, and a part of every group.
  var sqlOfMany: String {
    let company = "\(table.alias).company"
    let query = query([company] + columns, groups.isEmpty ? [] : [company] + groups) { join in
      let same = "\(join.table.alias).company = \(company)"
      return join.condition.isEmpty ? same : "\(same) AND \(join.condition)"
    }
    return definition(query)
  }

  private func definition(_ query: String) -> String {
    "CREATE VIEW \(name) AS -- \(title.zh) · \(title.en)\n\(query)"
  }

  private func query(_ columns: [String], _ groups: [String], on condition: (Join) -> String) -> String {
    var lines = ["SELECT " + columns.map(\.named).joined(separator: ",\n  ")]
    lines.append("FROM \(table)")
    for join in joins {
      let condition = condition(join)
      lines.append("  \(join.kind) \(join.table)" + (condition.isEmpty ? "" : " ON \(condition)"))
    }
    if !filter.isEmpty { lines.append("WHERE \(filter)") }
    if !groups.isEmpty { lines.append("GROUP BY \(groups.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// `a.year AS year`: where several tables have a `year`, ClickHouse calls the column `a.year`.
  fileprivate var named: String {
    unicodeScalars.contains(" ")
      ? self : "\(self) AS \(unicodeScalars.split(separator: ".").last.map(String.init) ?? self)"
  }

  /// The second word of `members m`.
  fileprivate var alias: Substring {
    let words = unicodeScalars.split(separator: " ")
    return Substring(words[words.count - 1])
  }
}

/// Millionths as points, half away from zero: whole numbers and one division, which every engine reckons alike.
func points(_ sum: String, as name: String) -> String {
  let rest = "\(sum) % 10000"
  return
    "(\(sum) - \(rest) + CASE WHEN \(rest) >= 5000 THEN 10000 WHEN \(rest) <= -5000 THEN -10000 ELSE 0 END) / 1e6 AS \(name)"
}

func hours(_ minutes: String, as name: String = "hours") -> String {
  "(\(minutes) * 10 + 3 - (\(minutes) * 10 + 3) % 6) / 6e2 AS \(name)"
}

/// A whole quotient, cut off, nothing where there is nothing to divide by: what is divisible is divided, so that it is the
/// same whether an engine divides whole numbers wholly or not.
func quotient(_ sum: String, _ count: String) -> String {
  "((\(sum) - \(sum) % nullif(\(count), 0)) / nullif(\(count), 0))"
}
