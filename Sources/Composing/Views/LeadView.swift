import Scoring
import Templating
import Texts
import Wording

/// Who leads a board, for one sentence: by name while few share the lead, else how many do. Never one of several.
package struct LeadView: Fillable {
  var isNamed: Bool { !names.isEmpty }
  /// Joined; empty where more share the lead than a sentence names.
  package var names: String
  package var leaderCount: Int
  var isShared: Bool { leaderCount > 1 }
  package var total: String

  /// So many fit the largest line of the home page.
  private static let named = 3

  package static let specimen = LeadView(names: "环境监测支部、软件研发支部", leaderCount: 2, total: "67.50")

  /// `nil` where nobody leads.
  init?<Holder>(_ lead: Lead<Holder>, name: (Holder) -> String, total: (Holder) -> Points) {
    guard let first = lead.holders.first else { return nil }
    leaderCount = lead.holders.count
    names = leaderCount > Self.named ? "" : lead.holders.map(name).joined(separator: "、")
    self.total = total(first).shown
  }

  private init(names: String, leaderCount: Int, total: String) {
    self.names = names
    self.leaderCount = leaderCount
    self.total = total
  }
}

/// Where a short list ends among rows of one rank: how many have it, and how many of them are listed.
package struct CutTie: Fillable {
  package var tieRank: Int
  package var tieCount: Int
  package var tieShown: Int

  package static let specimen = CutTie(tieRank: 4, tieCount: 6, tieShown: 2)

  private init(tieRank: Int, tieCount: Int, tieShown: Int) {
    self.tieRank = tieRank
    self.tieCount = tieCount
    self.tieShown = tieShown
  }

  /// `nil` where the list ends between two ranks.
  /// - Parameter ranks: of all rows in order, of which the first `length` are listed.
  package init?(_ ranks: [Int?], after length: Int) {
    guard length > 0, ranks.count > length, let rank = ranks[length - 1], ranks[length] == rank else { return nil }
    self.init(tieRank: rank, tieCount: ranks.count { $0 == rank }, tieShown: ranks.prefix(length).count { $0 == rank })
  }
}

/// How a participation rate stands to the gate. Filled flat into what shows the rate.
package struct GateView: Fillable {
  package var gate: Int
  @Unprinted package var verdict: WelfareReport.Rate.Verdict?
  var passes: Bool { verdict == .reached }
  var isMissed: Bool { verdict == .missed }
  var isOpen: Bool { verdict == .open }
  /// How many more must take part while the year runs.
  package var lacking: Int

  package static let specimen = GateView(gate: 90, verdict: .open, lacking: 3)

  package init(_ rate: WelfareReport.Rate) {
    self.init(gate: rate.gateTenths * 10, verdict: rate.verdict, lacking: rate.lacking)
  }

  private init(gate: Int, verdict: WelfareReport.Rate.Verdict?, lacking: Int) {
    self.gate = gate
    self.verdict = verdict
    self.lacking = lacking
  }
}

extension SiteContext {
  /// The branches with most points in a year.
  package func leadingBranches(_ year: Ref<YearLedger>) -> LeadView? {
    LeadView(
      Lead(self[year].book.branches.filter { $0.rank != nil }, above: Points.zero, by: \.total),
      name: { roster.branches[$0.branch].name },
      total: \.total)
  }

  /// The members with most points on a board.
  func leadingMembers(_ standings: MemberStandings) -> LeadView? {
    LeadView(
      Lead(standings.rows.filter { $0.rank != nil }, above: Points.zero, by: \.total),
      name: { roster.members[$0.member].name }, total: \.total)
  }
}
