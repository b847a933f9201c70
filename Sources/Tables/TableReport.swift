import Diagnostics
import Texts

/// What a command or a file of the site says in tables, before anybody asked in which format.
/// People read all of it, JSON has the facts and each table under its key, CSV is one table, a workbook has a sheet for each.
package struct TableReport: Sendable {
  package struct Section: Sendable {
    /// Name in JSON.
    let key: String
    /// What the sheet of a workbook is called; what stands above it, where nothing says.
    let title: Bilingual?
    /// What people read above it.
    let lead: Bilingual?
    package let table: DataTable
    /// What people see of the table, where that isn't all.
    let shown: DataTable?
    /// What people read below it.
    let more: Bilingual?

    package init(
      _ key: String, _ table: DataTable, title: Bilingual? = nil, lead: Bilingual? = nil, shown: DataTable? = nil,
      more: Bilingual? = nil
    ) {
      self.key = key
      self.title = title
      self.lead = lead
      self.table = table
      self.shown = shown
      self.more = more
    }

    package var isEmpty: Bool { table.rows.isEmpty }
  }

  let heading: [Bilingual]
  let facts: [(key: String, value: DataTable.Cell)]
  let sections: [Section]
  let rows: DataTable
  let closing: [Bilingual]
  /// What people read in place of tables that say nothing.
  let instead: Bilingual?

  /// - Parameters:
  ///   - heading: lines that people read first; the closing ones they read last.
  ///   - facts: what JSON says before the tables.
  ///   - rows: the table that CSV is; the first section's, unless another is named.
  package init(
    heading: [Bilingual] = [], facts: [(key: String, value: DataTable.Cell)] = [], _ sections: [Section],
    rows: DataTable? = nil, closing: [Bilingual] = [], instead: Bilingual? = nil
  ) {
    self.heading = heading
    self.facts = facts
    self.sections = sections
    self.rows = rows ?? sections.first?.table ?? DataTable(columns: [], rows: [])
    self.closing = closing
    self.instead = instead
  }
}

extension TableReport {
  /// - Parameter columns: of the window it is shown in, if any; an account that is wider stands in pairs of lines.
  package func render(as format: TextFormat, in language: Language, columns: Int? = nil) -> String {
    switch format {
    case .table, .markdown: blocks(as: format, in: language, columns).joined(separator: "\n")
    case .csv, .spreadsheet: rows.render(as: format, in: language)
    case .json: json
    }
  }

  /// Parted by empty lines, without which Markdown would take a table for text.
  private func blocks(as format: TextFormat, in language: Language, _ columns: Int?) -> [String] {
    var blocks = [lines(heading, format, language)]
    for section in instead == nil ? sections : [] {
      blocks.append(lines(section.lead.map { [$0] } ?? [], format, language))
      let table = section.shown ?? section.table
      // An empty table says something only where nothing else does.
      if !table.rows.isEmpty || section.lead == nil && section.more == nil {
        let narrow = format == .table ? columns.flatMap { table.narrowLedger(in: language, columns: $0) } : nil
        blocks.append(narrow ?? table.render(as: format, in: language))
      }
      blocks.append(lines(section.more.map { [$0] } ?? [], format, language))
    }
    blocks.append(lines(instead.map { [$0] } ?? [], format, language))
    blocks.append(lines(closing, format, language))
    return blocks.filter { !$0.isEmpty }
  }

  private func lines(_ texts: [Bilingual], _ format: TextFormat, _ language: Language) -> String {
    texts.map { (format == .markdown ? markdownText($0.text(in: language)) : $0.text(in: language).printable) + "\n" }
      .joined()
  }

  /// A table alone is an array.
  private var json: String {
    if facts.isEmpty, sections.count == 1, let only = sections.first { return only.table.json(indent: "") + "\n" }
    let members =
      facts.map { "  \(jsonString($0.key)): \(jsonValue($0.value))" }
      + sections.map { "  \(jsonString($0.key)): \($0.table.json(indent: "  "))" }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }
}
