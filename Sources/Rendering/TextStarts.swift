import Templating

/// For `archetypes/manuscript.md`: a story that begins as a text of Word's.
package struct ManuscriptStart: Fillable {
  package static let file = "archetypes/manuscript.md"
  @HTML package var title: String
  package let date: String
  /// Where the day was taken from.
  @HTML package var dayNote: String
  @HTML package var summary: String
  @HTML package var summaryNote: String
  package let branch: BranchStart?
  package let people: PeopleStart?
  /// Names that several bear.
  package var unclear: [String]
  /// In Markdown.
  @HTML package var body: String

  package struct PeopleStart: Fillable {
    @HTML package var names: String
    package let ids: String

    package init(names: String, ids: String) {
      self.names = names
      self.ids = ids
    }
  }

  package init(
    title: String, date: String, dayNote: String, summary: String, summaryNote: String, branch: BranchStart?,
    people: PeopleStart?, unclear: [String], body: String
  ) {
    self.title = title
    self.date = date
    self.dayNote = dayNote
    self.summary = summary
    self.summaryNote = summaryNote
    self.branch = branch
    self.people = people
    self.unclear = unclear
    self.body = body
  }

  static let specimen = ManuscriptStart(
    title: "两个周六，采完三条河", date: "2026-05-16", dayNote: "文中写的是“5月16日”，请核对。", summary: "二十六人，两个周六。",
    summaryNote: "取自正文第一句。", branch: .specimen, people: PeopleStart(names: "高远、周静怡", ids: "gao-yuan, zhou-jingyi"),
    unclear: ["王伟"], body: "两个周六，采完三条河。")
}

/// For `archetypes/page.md`.
package struct PageStart: Fillable {
  package static let file = "archetypes/page.md"
  @HTML package var title: String
  package let date: String

  package init(title: String, date: String) {
    self.title = title
    self.date = date
  }

  static let specimen = PageStart(title: "转接组织关系", date: "2026-05-16")
}

/// For `archetypes/report.md`.
package struct ReportStart: Fillable {
  package static let file = "archetypes/report.md"
  @HTML package var title: String
  package let year: Int
  /// A use of a figure, whose braces mean something to templates too.
  @HTML package var figure: String

  package init(title: String, year: Int) {
    self.title = title
    self.year = year
    figure = "{{all.people}}"
  }

  static let specimen = ReportStart(title: "谁的分多", year: 2026)
}
