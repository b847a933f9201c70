import Diagnostics
import Texts
import WorkbookWriting

/// How tables leave the program: as a text, or as the bytes of a workbook, which is none.
package enum TableFormat: Equatable, CaseIterable, Sendable {
  case text(TextFormat)
  case workbook

  package static let allCases = TextFormat.allCases.map(text) + [workbook]
}

/// The formats that are texts; a new one is a case here and its arms in the two `render`.
package enum TextFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a terminal.
  case table
  /// RFC 4180, for programs: columns have their keys.
  case csv
  /// The same for people: columns have their titles.
  case spreadsheet
  case json
  /// For a message or a page of a wiki.
  case markdown

  package var isCSV: Bool { self == .csv || self == .spreadsheet }
}

extension TableFormat: RawRepresentable {
  /// As the command line names it.
  package var rawValue: String {
    switch self {
    case .text(let format): format.rawValue
    case .workbook: "xlsx"
    }
  }

  package init?(rawValue: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = found
  }
}

extension TableFormat {
  /// Why it can't be printed where people read it, and what to do; `nil` if it can.
  package var refusalOnTerminal: Bilingual? {
    guard self == .workbook else { return nil }
    return Bilingual(
      zh: "工作簿不是文字，印不到终端：用 -o 写成文件，例如 -o 积分.xlsx",
      en: "a workbook is no text for a terminal: write it into a file with -o, such as -o points.xlsx")
  }
}

extension TableReport {
  /// Its bytes as a file, without what steers who reads it. A table for a spreadsheet begins with the mark that a pipe has
  /// no use for.
  package func file(as format: TableFormat, in language: Language) -> [UInt8] {
    switch format {
    case .text(let format):
      withoutSteering(Array(((format.isCSV ? byteOrderMark : "") + render(as: format, in: language)).utf8))
    case .workbook: workbook(in: language).xlsx
    }
  }
}

extension DataTable {
  package func render(as format: TextFormat, in language: Language) -> String {
    switch format {
    case .table: text(in: language)
    case .csv: csv
    case .spreadsheet: spreadsheet(in: language)
    case .json: json(indent: "") + "\n"
    case .markdown: markdown(in: language)
    }
  }
}
