import Composing
import Diagnostics
import Reading
import Scoring
import Tables
import Templating
import Texts
import Wording

extension Page {
  /// A page with its tables as files: all are forms of one value, so that no figure is worked out twice.
  /// - Parameters:
  ///   - downloads: where the files stand; `nil` for a page without tables.
  ///   - gather: works the value out.
  ///   - page: what the template is filled with.
  ///   - report: the tables, the first of which is the CSV.
  static func plan<Value>(
    _ path: String, askedAt origin: Place? = nil, from basis: PageBasis = .everything, _ downloads: DownloadsView?,
    gather: @escaping @Sendable () -> Value, page: @escaping @Sendable (Value) -> Self,
    report: @escaping @Sendable (Value) -> TableReport
  ) -> PagePlan {
    let files = downloads?.files ?? []
    return PagePlan(path: path, template: template, origin: origin, from: basis, files: files.map(\.path)) {
      let value = gather()
      lazy var tables = report(value)
      return PageForms(
        page: { page(value) }, files: files.map { file in { tables.file(as: file.format, in: .chinese) } })
    }
  }
}

extension DownloadsView {
  /// CSV for a spreadsheet, JSON and, but for the hundreds of members, a workbook.
  fileprivate var files: [(path: String, format: TableFormat)] {
    [(csv, .text(.spreadsheet)), (json, .text(.json))] + xlsx.map { ($0, .workbook) }
  }
}

extension SiteContext {
  /// What the files of a year's page say.
  /// - Parameter title: what they are of.
  func report(_ title: String, _ year: Ref<YearLedger>, _ sections: [TableReport.Section]) -> TableReport {
    let book = self[year].ledger
    let state = Words.state(book.state)
    // The day whose figures these are: what is settled after the year's last day counts too.
    let asOf = ledger.asOf
    return TableReport(
      heading: [Bilingual(zh: title, en: title), Words.stand(of: book, asOf: asOf)],
      facts: [
        ("title", .text(title)), ("notice", .text(content.site.notice)), ("year", .number("\(book.year)")),
        ("as_of", .day(asOf)), ("state", .term(book.state.key, state)), ("state_text", .text(state.zh)),
      ], sections,
      rows: sections.first?.table.adding([
        (.number("year", zh: "年度", en: "Year"), .number("\(book.year)")),
        (.word("as_of", zh: "截至", en: "As of"), .day(asOf)),
        (.word("state", zh: "状态", en: "State"), .term(book.state.key, state)),
      ]),
      closing: [Bilingual(zh: content.site.notice, en: content.site.notice)])
  }

  /// What the files of a page over all years say.
  func report(_ title: String, years: DataTable) -> TableReport {
    let (asOf, notice) = (ledger.asOf, content.site.notice)
    return TableReport(
      heading: [Bilingual(zh: title, en: title)],
      facts: [("title", .text(title)), ("notice", .text(notice)), ("as_of", .day(asOf))],
      [.init("years", years, title: Words.yearSheet)],
      rows: years.adding([(.word("as_of", zh: "截至", en: "As of"), .day(asOf))]),
      closing: [Bilingual(zh: notice, en: notice)])
  }

  func memberSection(_ key: String, _ rows: [MemberStanding]) -> TableReport.Section {
    .init(key, DataTable.members(rows, roster), title: Words.memberSheet)
  }

  func branchSection(_ key: String, _ board: BranchBoard, _ year: Ref<YearLedger>) -> TableReport.Section {
    .init(key, DataTable.branches(board, roster, self[year].tree), title: Words.branchSheet)
  }

  /// The objections, as the notice has them, and the two boards they may be about.
  func noticeSections(_ year: Ref<YearLedger>) -> [TableReport.Section] {
    [
      .init(
        "objections", DataTable.objections(self[year].ledger.objections, roster, citations),
        title: Words.objectionSheet)
    ]
      + scopes(year).filter { $0.scope == StandingsScope() }.prefix(1).map {
        memberSection("members", board($0, year: year).shown)
      } + [branchSection("branches", self[year].branchBoard, year)]
  }
}

extension AccountTable {
  /// - Parameter byKind: base and optional points in two columns, as for a member.
  func section(byKind: Bool) -> TableReport.Section {
    .init("rows", data(byKind: byKind), title: Words.accountSheet)
  }
}
