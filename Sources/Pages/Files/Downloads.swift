import Composing
import Diagnostics
import Reading
import Scoring
import Tables
import Templating
import Wording

/// Each leaderboard, each ledger and each notice as CSV for a spreadsheet, as JSON and, but for the hundreds of members, as
/// a workbook, holding what its page shows.
func downloads(_ context: SiteContext) -> [FilePlan] {
  context.ledger.years.refs.flatMap { year in
    context.standingsDownloads(year) + context.branchDownloads(year) + context.unitDownloads(year)
      + context.memberDownloads(year) + context.noticeDownloads(year)
  } + context.reportDownloads()
}

extension SiteContext {
  fileprivate func standingsDownloads(_ year: Ref<YearLedger>) -> [FilePlan] {
    let number = self[year].ledger.year
    let boards = scopes(year).flatMap { plan in
      files(.init(withWorkbookOf: Address.standings(number, plan.key)), plan.title, year) { [self] in
        [.init("rows", DataTable.members(board(plan, year: year).shown, roster), title: Words.memberSheet)]
      }
    }
    return boards
      + files(.init(withWorkbookOf: Address.branches(number)), Words.branchBoard(number), year) { [self] in
        [.init("rows", DataTable.branches(self[year].book.branches, roster, self[year].tree), title: Words.branchSheet)]
      }
  }

  fileprivate func branchDownloads(_ year: Ref<YearLedger>) -> [FilePlan] {
    roster.branches.indices.flatMap { index in
      let address = Address.branch(roster.branches[index], self[year].ledger.year)
      return files(.init(withWorkbookOf: address), roster.branches[index].name, year) { [self] in
        [account(self[year].book.awards(of: Ref<Branch>(index)), byKind: false, year)]
      }
    }
  }

  fileprivate func unitDownloads(_ year: Ref<YearLedger>) -> [FilePlan] {
    self[year].tree.units.flatMap { unit in
      let one = roster.levels.units[unit]
      return files(.init(withWorkbookOf: Address.unit(one, self[year].ledger.year)), one.name, year) { [self] in
        let branches = Set(self[year].tree.branches(in: unit))
        return [
          .init(
            "rows",
            DataTable.branches(
              self[year].book.branches.filter { branches.contains($0.branch) }, roster, self[year].tree),
            title: Words.branchSheet)
        ]
      }
    }
  }

  fileprivate func memberDownloads(_ year: Ref<YearLedger>) -> [FilePlan] {
    roster.members.indices.filter { hasAccount(Ref($0), year) }.flatMap { index in
      let address = Address.member(roster.members[index], self[year].ledger.year)
      return files(.init(of: address), roster.members[index].name, year) { [self] in
        [account(self[year].book.awards(of: Ref<Member>(index)), byKind: true, year)]
      }
    }
  }

  /// The objections, as the page has them, and the two boards they may be about.
  fileprivate func noticeDownloads(_ year: Ref<YearLedger>) -> [FilePlan] {
    let number = self[year].ledger.year
    return files(.init(withWorkbookOf: Address.notice(number)), Words.notice(number), year) { [self] in
      [
        .init(
          "objections", DataTable.objections(self[year].ledger.objections, roster, content.tree),
          title: Words.objectionSheet)
      ]
        + scopes(year).filter { $0.scope == StandingsScope() }.prefix(1).map { plan in
          .init("members", DataTable.members(board(plan, year: year).shown, roster), title: Words.memberSheet)
        } + [
          .init(
            "branches", DataTable.branches(self[year].book.branches, roster, self[year].tree), title: Words.branchSheet)
        ]
    }
  }

  private func account(_ awards: ArraySlice<Award>, byKind: Bool, _ year: Ref<YearLedger>) -> TableReport.Section {
    .init(
      "rows", DataTable.ledger(awards, byKind: byKind, year: year, ledger, scorebook, content.tree),
      title: Words.accountSheet)
  }

  /// - Parameters:
  ///   - files: where they stand.
  ///   - title: what they are of.
  ///   - sections: the tables, the first of which is the CSV.
  func files(
    _ files: DownloadsView, _ title: String, _ year: Ref<YearLedger>,
    _ sections: @escaping @Sendable () -> [TableReport.Section]
  ) -> [FilePlan] {
    let report: @Sendable () -> TableReport = { [self] in self.report(title, year, sections()) }
    return [
      FilePlan(path: files.csv) { report().file(as: .text(.spreadsheet), in: .chinese) },
      FilePlan(path: files.json) { report().file(as: .text(.json), in: .chinese) },
    ] + files.xlsx.map { path in .packed(path) { report().file(as: .workbook, in: .chinese) } }
  }

  private func report(_ title: String, _ year: Ref<YearLedger>, _ sections: [TableReport.Section]) -> TableReport {
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
}
