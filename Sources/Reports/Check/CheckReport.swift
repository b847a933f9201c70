import Templating

/// What a check found, as the office's clerk reads it: one page that needs no other and that any browser opens. It names
/// everybody, so it is the office's.
package struct CheckReport: Fillable {
  package static let template = "report"

  package var siteTitle: String
  /// The day the content stands for; none where nobody can tell.
  package var asOf: [String]
  /// Whether the clock said so, since the content stands for every day.
  package var isToday: Bool
  /// Whether it was checked to be published; then it is checked again by itself.
  package var isWatched: Bool
  /// Whether what is online now is this.
  package var isPublished: Bool
  /// Whether all there is to do is to answer a question: are so many records gone on purpose?
  package var isAsking: Bool
  /// Why nothing could be read or written; none or one.
  package var failure: [String]
  /// When it was checked, by the project's clock; none of a mere check.
  package var checkedAt: [String]
  /// Since when what is online stands; none where nobody can tell.
  package var publishedAt: [String]
  package var hasErrors: Bool
  package var errorCount: Int
  package var hasWarnings: Bool
  package var warningCount: Int
  package var hasAcknowledged: Bool
  /// Warnings that warnings.yaml lets stand.
  package var acknowledgedCount: Int
  /// Files of the content that were read.
  package var fileCount: Int
  /// What was scored; none with an error.
  package var now: SiteSummary?
  /// What is published; none where nobody can tell.
  package var published: SiteSummary?
  /// What must be mended, by file.
  package var errorFiles: [FoundInFile]
  package var warningFiles: [FoundInFile]
  /// What waits for its day.
  package var heldBack: FoundMistake?
  /// What became different since the last publication; none where there is none to compare with, or with an error.
  package var changes: FoundChanges?
  /// What tables state of sums, beside what the rules give; none where they state nothing, or with an error.
  package var sums: FoundSums?

  package static let specimen = CheckReport(
    siteTitle: "红色传感双积分", asOf: ["2025-12-11"], isToday: true, isWatched: true, isPublished: true, isAsking: true,
    failure: ["磁盘满了"], checkedAt: ["2025-12-11 09:05"], publishedAt: ["2025-12-10 17:40"], hasErrors: true,
    errorCount: 2, hasWarnings: true, warningCount: 1, hasAcknowledged: true, acknowledgedCount: 3, fileCount: 40,
    now: .specimen, published: .specimen,
    errorFiles: [.specimen], warningFiles: [.specimen], heldBack: .specimen, changes: .specimen, sums: .specimen)
}

/// What a site holds, in three figures.
package struct SiteSummary: Fillable {
  package var asOf: String
  package var year: Int
  package var memberCount: Int
  /// Entries of members' accounts in that year.
  package var entryCount: Int
  /// What they come to.
  package var total: String

  package static let specimen = SiteSummary(
    asOf: "2025-12-10", year: 2025, memberCount: 60, entryCount: 436, total: "487.50")
}

package struct FoundInFile: Fillable {
  /// Below `content/`, or `templates/…`.
  package var file: String
  package var count: Int
  package var mistakes: [FoundMistake]

  package static let specimen = FoundInFile(file: "years/2025/records/b07.csv", count: 2, mistakes: [.specimen])
}

/// A mistake as the clerk finds it: which cell, what stands there, what to do.
package struct FoundMistake: Fillable {
  /// Its number on the page.
  package var number: Int
  package var code: String
  package var message: String
  package var remedy: String
  /// The sheet of a workbook.
  package var sheet: [String]
  /// A cell, or a line of a text; none for a whole file.
  package var cell: [String]
  package var line: [String]
  package var table: SheetExcerpt?
  package var text: LineExcerpt?
  /// How many more of its severity its file has; none or one.
  package var further: [String]

  package static let specimen = FoundMistake(
    number: 1, code: "malformed-number", message: "“半”不是数字", remedy: "写 1", sheet: ["3月"], cell: ["D7"], line: ["7"],
    table: .specimen, text: .specimen, further: ["12"])
}

/// The rows around a cell, and of their columns those that matter.
package struct SheetExcerpt: Fillable {
  package struct Row: Fillable {
    package struct Cell: Fillable {
      package var text: String
      package var isWrong: Bool

      package static let specimen = Cell(text: "半", isWrong: true)
    }

    package var number: Int
    package var isHead: Bool
    package var cells: [Cell]

    package static let specimen = Row(number: 7, isHead: true, cells: [.specimen])
  }

  package var columns: [String]
  package var rows: [Row]

  package static let specimen = SheetExcerpt(columns: ["D"], rows: [.specimen])
}

/// A line of a text, parted where the mistake stands; of a table its header too.
package struct LineExcerpt: Fillable {
  package struct Head: Fillable {
    package var number: Int
    package var text: String

    package static let specimen = Head(number: 1, text: "日期,党员,项目")
  }

  /// None or one.
  package var head: [Head]
  package var number: Int
  package var before: String
  package var wrong: String
  package var after: String

  package static let specimen = LineExcerpt(
    head: [.specimen], number: 7, before: "2025-03-08,", wrong: "zhou", after: ",theme-day")
}

/// What became different since a site was published.
package struct FoundChanges: Fillable {
  package struct Mover: Fillable {
    package var name: String
    package var year: Int
    package var then: String
    package var now: String
    package var difference: String
    package var causes: [Cause]
    /// How many more records there are than are listed; none or one.
    package var more: [String]

    package static let specimen = Mover(
      name: "周静怡", year: 2025, then: "5.00", now: "7.00", difference: "+2.00", causes: [.specimen], more: ["3"])
  }
  package struct Cause: Fillable {
    package var difference: String
    package var reason: String
    /// The record's place.
    package var record: String

    package static let specimen = Cause(difference: "+2.00", reason: "主讲", record: "records/b07.csv:8")
  }

  package var hasMovers: Bool
  package var memberCount: Int
  /// Whether any entry of a member's account is new, gone or another.
  package var hasEntries: Bool
  package var entryCount: Int
  /// Those who gained or lost most.
  package var movers: [Mover]
  /// How many others moved; none or one.
  package var others: [String]

  package static let specimen = FoundChanges(
    hasMovers: true, memberCount: 25, hasEntries: true, entryCount: 30, movers: [.specimen], others: ["5"])
}
