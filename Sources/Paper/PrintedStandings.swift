import Composing
import Scoring
import Templating
import Wording

/// The leaderboard of the company or of a branch on paper: what its page says, with the line that cuts it.
struct PrintedStandings: PrintDocument {
  struct CutRow: Fillable {
    var threes: [StandingsBoard.Cut]
  }

  @Inlined var chrome: Chrome
  @Inlined var board: StandingsBoard
  /// Those above the line: into the PK for a branch, named on the intranet for the company.
  var above: [StandingRow]
  var below: [StandingRow]
  var hasBelow: Bool { !below.isEmpty }
  /// Total of the last above the line; none where nobody is.
  var cut: [String]
  /// The branches' lines in three columns, so that both tables stand on one page: each is read from above down.
  var cutRows: [CutRow] {
    let count = (board.cuts.count + 2) / 3
    return (0..<count).map { row in
      CutRow(threes: stride(from: row, to: board.cuts.count, by: count).map { board.cuts[$0] })
    }
  }
  /// Decisions against the points that concern the board's members.
  var overrides: [OverrideView]

  static let template = "print/standings"
  static let specimen = PrintedStandings(
    chrome: .specimen, board: .specimen, above: [.specimen], below: [.specimen], cut: ["88.00"], overrides: [.specimen])
}

extension PrintPlan {
  /// - Parameter branch: whose members; `nil` for the company's.
  package static func standings(_ context: SiteContext, year: Ref<YearLedger>, branch: Ref<Branch>?) -> PrintPlan {
    let key = branch.map { context.roster.branches[$0].id }
    let name = ["standings", "\(context[year].ledger.year)", key].compactMap(\.self).joined(separator: "-")
    return PrintedStandings.plan(name) { context.printedStandings(year: year, key: key ?? "index") }
  }
}

extension SiteContext {
  fileprivate func printedStandings(year: Ref<YearLedger>, key: String) -> PrintedStandings {
    guard let plan = scopes(year).first(where: { $0.key == key }) else { preconditionFailure("no board \(key)") }
    let (_, shown) = self.board(plan, year: year)
    let board = standingsBoard(plan, year: year)
    // A branch's line is where the PK's places end by points; the company's is where the intranet stops naming people.
    let last = plan.scope.branch.map { self[year].book.lines[Int($0.index)]?.rank ?? 0 } ?? board.published
    let above = shown.prefix { isAmong(last, $0.rank) && $0.total > .zero }
    return PrintedStandings(
      chrome: paperChrome(title: plan.title, year: year), board: board,
      above: Array(board.rows.prefix(above.count)), below: Array(board.rows.dropFirst(above.count)),
      cut: plan.scope.branch == nil ? above.last.map { [$0.total.shown] } ?? [] : board.line,
      overrides: overrides(year, in: plan.scope.branch))
  }
}
