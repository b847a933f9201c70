import Composing
import Diagnostics
import Reading
import Scoring
import Tables
import Wording

/// An archive's data: few large tables instead of a file for each person, whole and in three formats.
extension SiteContext {
  func yearTables(_ year: Ref<YearLedger>) -> [FilePlan] {
    let book = self[year].book
    return files("members", Words.memberSheet, year) { [self] in DataTable.members(book.members.rows, roster) }
      + files("branches", Words.branchSheet, year) { [self] in
        DataTable.branches(self[year].branchBoard, roster, self[year].tree)
      }
      + files("ledger", Words.accountSheet, year) { [self] in wholeLedger(year) }
  }

  func storyTables(_ stories: [Int], _ year: Ref<YearLedger>) -> [FilePlan] {
    files("stories", Words.storySheet, year) { [self] in storyTable(stories.map { content.stories[$0] }) }
  }

  /// Every award of the year, by branch and by member in the roster's order.
  private func wholeLedger(_ year: Ref<YearLedger>) -> DataTable {
    var rows: [[DataTable.Cell]] = []
    var columns: [DataTable.Column] = []
    let add = { (key: String, name: String, account: AccountTable) in
      let table = account.data(byKind: false)
      columns = table.columns
      rows += table.rows.map { [.text(key), .text(name)] + $0 }
    }
    for branch in roster.branches.refs {
      add(roster.branches[branch].id, roster.branches[branch].name, account(of: branch, year))
    }
    for member in roster.members.refs {
      add(roster.members[member].key, roster.members[member].name, account(of: member, year))
    }
    return DataTable(
      columns: [.word("holder", zh: "编号", en: "Key"), .word("name", zh: "姓名或支部", en: "Holder")] + columns, rows: rows)
  }

  private func storyTable(_ stories: [Story]) -> DataTable {
    let list = { (parts: [String]) in DataTable.Cell.text(parts.joined(separator: "|")) }
    return DataTable(
      columns: [
        .word("story", zh: "编号", en: "Id"), .word("title", zh: "标题", en: "Title"), .word("date", zh: "日期", en: "Date"),
        .word("campaign", zh: "专题", en: "Campaign"), .word("branch", zh: "支部", en: "Branch"),
        .word("author", zh: "作者", en: "Author"), .word("people", zh: "人员", en: "People"),
        .word("place", zh: "地点", en: "Place"), .word("works", zh: "工作", en: "Works"),
        .word("figures", zh: "关键数字", en: "Figures"), .word("summary", zh: "摘要", en: "Summary"),
        .word("source", zh: "原文", en: "Source"),
      ],
      rows: stories.map { story in
        [
          .text(story.slug), .text(story.title), .day(story.day), .text(content.campaigns[story.campaign].title),
          story.branch.map { .text(roster.branches[$0].name) } ?? .none,
          story.author.map { .text(roster.members[$0].name) } ?? .none,
          list(story.people.map { roster.members[$0].name }), .text(story.location),
          list(story.works.map { ledger.works[$0].title }),
          list(story.figures.map { "\($0.label)\($0.value)\($0.unit)" }), .text(story.summary), .text(story.path),
        ]
      })
  }

  private func files(
    _ name: String, _ title: Bilingual, _ year: Ref<YearLedger>, _ table: @escaping @Sendable () -> DataTable
  ) -> [FilePlan] {
    let book = self[year].ledger
    let report: @Sendable () -> TableReport = { [self] in
      TableReport(
        heading: [title, Words.stand(of: book, asOf: ledger.asOf)],
        facts: [
          ("notice", .text(content.site.notice)), ("year", .number("\(book.year)")), ("as_of", .day(ledger.asOf)),
          ("state", .term(book.state.key, Words.state(book.state))),
        ], [.init("rows", table(), title: title)])
    }
    return [
      FilePlan(path: "\(name).csv") { report().file(as: .text(.spreadsheet), in: .chinese) },
      FilePlan(path: "\(name).json") { report().file(as: .text(.json), in: .chinese) },
      .packed("\(name).xlsx") { report().file(as: .workbook, in: .chinese) },
    ]
  }
}
