import Diagnostics

/// A table of the ledger as a database: what it holds, in both languages, and how its rows are made. The one list of them
/// makes the SQLite file, the CSV files with their types, and docs/schema.md.
package struct LedgerTable: Sendable {
  package let name: String
  package let title: Bilingual
  package let columns: [LedgerColumn]
  /// Whether rows are told apart by several columns together, and so are kept in their order.
  package let isLink: Bool
  /// Whether the intranet's edition has no row of it.
  package let isOfficeOnly: Bool
  let rows: @Sendable (LedgerSource, inout RowWriter) throws -> Void

  init(
    _ name: String, zh: String, en: String, isLink: Bool = false, isOfficeOnly: Bool = false,
    _ columns: [LedgerColumn],
    rows: @escaping @Sendable (LedgerSource, inout RowWriter) throws -> Void
  ) {
    self.name = name
    title = Bilingual(zh: zh, en: en)
    self.columns = columns
    self.isLink = isLink
    self.isOfficeOnly = isOfficeOnly
    self.rows = rows
  }

  /// Hands out every row, in canonical order: it doesn't depend on which file says what.
  package func forEachBatch(of source: LedgerSource, _ take: @escaping (RowBatch) throws -> Void) throws {
    var writer = RowWriter(source.tree, columns: columns.count, take)
    try rows(source, &writer)
    try writer.flush()
  }
}

package struct LedgerColumn: Sendable {
  package enum Kind: String, Sendable { case integer, text }

  /// What a figure or a text is.
  package enum Unit: String, Sendable {
    /// Millionths of a point, the ledger's own unit.
    case points
    /// Hundredths of whatever is counted.
    case hundredths
    /// Ten-thousandths of a score of 0 to 100.
    case score
    case minutes
    case count
    /// 1 or 0.
    case flag
    case day
    case month
    /// One of a few words.
    case term
    case place
    case key
    case words

    package var title: Bilingual {
      switch self {
      case .points: Bilingual(zh: "百万分之一分", en: "millionths of a point")
      case .hundredths: Bilingual(zh: "百分之一", en: "hundredths")
      case .score: Bilingual(zh: "万分之一分（百分制）", en: "ten-thousandths of 1 of 100")
      case .minutes: Bilingual(zh: "分钟", en: "minutes")
      case .count: Bilingual(zh: "个数", en: "number")
      case .flag: Bilingual(zh: "1是0否", en: "1 or 0")
      case .day: Bilingual(zh: "日期", en: "day, 2025-03-08")
      case .month: Bilingual(zh: "月份", en: "month, 2025-03")
      case .term: Bilingual(zh: "代号", en: "one of a few words")
      case .place: Bilingual(zh: "出处", en: "place: file:line, or workbook[sheet]cell")
      case .key: Bilingual(zh: "编号", en: "key")
      case .words: Bilingual(zh: "文字", en: "words")
      }
    }
  }

  package let name: String
  package let kind: Kind
  package let unit: Unit
  package let title: Bilingual
  package private(set) var isKey = false
  package private(set) var isOptional = false
  /// Whether the intranet's edition leaves it empty, or nearly so.
  package private(set) var isOfficeOnly = false
  /// Words that stand in it in the office's edition only.
  package private(set) var officeWords: Set<String> = []
  /// The table whose key it holds.
  package private(set) var reference: String?

  private init(_ name: String, _ kind: Kind, _ unit: Unit, _ zh: String, _ en: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    title = Bilingual(zh: zh, en: en)
  }

  static func figure(_ name: String, _ unit: Unit, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .integer, unit, zh, en)
  }
  static func points(_ name: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .integer, .points, zh, en)
  }
  static func count(_ name: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .integer, .count, zh, en)
  }
  static func flag(_ name: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .integer, .flag, zh, en)
  }
  static func words(_ name: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .text, .words, zh, en)
  }
  static func term(_ name: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .text, .term, zh, en)
  }
  static func month(_ name: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .text, .month, zh, en)
  }
  static func day(_ name: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .text, .day, zh, en)
  }
  static func place(_ name: String = "place", _ zh: String = "出处", _ en: String = "where it is written") -> LedgerColumn
  {
    LedgerColumn(name, .text, .place, zh, en)
  }
  static func key(_ name: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .text, .key, zh, en)
  }

  /// The number by which other tables name a row; given in canonical order, so it is nobody's to keep.
  static let id = LedgerColumn("id", .integer, .key, "序号", "number").asKey

  static let year = LedgerColumn("year", .integer, .key, "年度", "year").of("years")
  static let member = key("member", "党员", "member").of("members")
  static let branch = key("branch", "支部", "branch").of("branches")

  /// A row of a table whose key is a number.
  static func row(_ name: String, of table: String, _ zh: String, _ en: String) -> LedgerColumn {
    LedgerColumn(name, .integer, .key, zh, en).of(table)
  }

  func of(_ table: String) -> LedgerColumn {
    var column = self
    column.reference = table
    return column
  }

  var asKey: LedgerColumn {
    var column = self
    column.isKey = true
    return column
  }

  /// The same where only the office's edition has anything in it.
  var ofOffice: LedgerColumn {
    var column = self
    column.isOfficeOnly = true
    return column
  }

  /// The same where the intranet's edition leaves out rows of these words, or has another word for them.
  func ofOffice(words: String...) -> LedgerColumn {
    var column = self
    column.officeWords = Set(words)
    return column
  }

  /// The same where there may be nothing.
  var orNone: LedgerColumn {
    var column = self
    column.isOptional = true
    return column
  }
}
