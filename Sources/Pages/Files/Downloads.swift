import Composing
import Diagnostics
import Reading
import Scoring
import Tables
import Templating
import Wording

/// Each leaderboard and each ledger as CSV for a spreadsheet and as JSON, holding what its page shows.
func downloads(_ context: SiteContext) -> [FilePlan] {
  context.ledger.years.refs.flatMap { year in
    context.standingsDownloads(year) + context.branchDownloads(year) + context.memberDownloads(year)
  }
}

extension SiteContext {
  fileprivate func standingsDownloads(_ year: Ref<YearLedger>) -> [FilePlan] {
    let number = self[year].ledger.year
    let boards = scopes(year).flatMap { plan in
      pair(Address.standings(number, plan.key), plan.title, year) { [self] in
        DataTable.members(board(plan, year: year).shown, roster)
      }
    }
    return boards
      + pair(Address.branches(number), Words.branchBoard(number), year) { [self] in
        DataTable.branches(self[year].book.branches, roster)
      }
  }

  fileprivate func branchDownloads(_ year: Ref<YearLedger>) -> [FilePlan] {
    roster.branches.indices.flatMap { index in
      pair(Address.branch(roster.branches[index], self[year].ledger.year), roster.branches[index].name, year) {
        [self] in
        ledgerTable(self[year].book.awards(of: Ref<Branch>(index)), byKind: false, year)
      }
    }
  }

  fileprivate func memberDownloads(_ year: Ref<YearLedger>) -> [FilePlan] {
    roster.members.indices.filter { hasAccount(Ref($0), year) }.flatMap { index in
      pair(Address.member(roster.members[index], self[year].ledger.year), roster.members[index].name, year) { [self] in
        ledgerTable(self[year].book.awards(of: Ref<Member>(index)), byKind: true, year)
      }
    }
  }

  private func ledgerTable(_ awards: ArraySlice<Award>, byKind: Bool, _ year: Ref<YearLedger>) -> DataTable {
    DataTable.ledger(
      awards, byKind: byKind, year: year, ledger, scorebook, content.tree)
  }

  /// - Parameters:
  ///   - page: path of the page whose figures these are.
  ///   - title: what they are of.
  private func pair(
    _ page: String, _ title: String, _ year: Ref<YearLedger>, _ table: @escaping @Sendable () -> DataTable
  )
    -> [FilePlan]
  {
    let paths = DownloadsView(of: page)
    let book = self[year].ledger
    let state = Words.state(book.state)
    // The day whose figures these are: what is settled after the year's last day counts too.
    let asOf = "\(ledger.asOf)"
    return [
      FilePlan(path: paths.csv) {
        let rows = table().adding([
          (.number("year", zh: "年度", en: "Year"), .number("\(book.year)")),
          (.word("as_of", zh: "截至", en: "As of"), .text(asOf)),
          (.word("state", zh: "状态", en: "State"), .term(book.state.key, state)),
        ])
        return TableReport([.init("rows", rows)]).file(as: .spreadsheet, in: .chinese)
      },
      FilePlan(path: paths.json) { [self] in
        let facts: [(key: String, value: DataTable.Cell)] = [
          ("title", .text(title)), ("notice", .text(content.site.notice)), ("year", .number("\(book.year)")),
          ("as_of", .text(asOf)), ("state", .term(book.state.key, state)), ("state_text", .text(state.zh)),
        ]
        return TableReport(facts: facts, [.init("rows", table())]).file(as: .json, in: .chinese)
      },
    ]
  }
}
