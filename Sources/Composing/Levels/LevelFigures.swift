import Reading
import Scoring
import Tables
import Templating
import Wording

/// What several branches come to together: a unit, the branches directly under the company, or the company. Sums of their
/// figures; average and rates divide the sums.
package struct LevelFigures: Fillable {
  package var branchCount: Int
  package var activityPart: String
  package var rewardPart: String
  package var total: String
  package var heads: Int
  var hasHeads: Bool { heads > 0 }
  package var average: String
  /// Members who count and took part in an activity, and their share in per cent; none where nobody counts.
  package var active: Int
  package var activeRate: [String]
  package var welfareRate: [String]
  package var participants: Int
  package var eligible: Int
  @Inlined package var gate: GateView
  package var welfareHours: String
  /// Activities, each once, that were claimed and that took place.
  package var claimedCount: Int
  package var heldCount: Int
  package var projectCount: Int
  package var storyCount: Int
  /// Works that activities, projects or stories give evidence of.
  package var workCount: Int

  package static let specimen = LevelFigures(
    branchCount: 4, activityPart: "120.00", rewardPart: "92.50", total: "212.50", heads: 98, average: "2.17",
    active: 91, activeRate: ["92.9"], welfareRate: ["95.9"], participants: 94, eligible: 98, gate: .specimen,
    welfareHours: "1,204.50", claimedCount: 14, heldCount: 12, projectCount: 5, storyCount: 7, workCount: 21)
}

extension SiteContext {
  /// - Parameter branches: each once, in any order.
  package func levelFigures(of branches: [Ref<Branch>], year: Ref<YearLedger>) -> LevelFigures {
    let (site, stories) = (self[year], self[year].stories)
    let sums = branches.map { site.branchFigures[Int($0.index)] }.joined
    let rate = sums.rate(like: site.book.welfare.company)
    let told = branches.flatMap { stories.byBranch[Int($0.index)] }
    let works = sums.works.union(told.flatMap { content.stories[$0].works })
    let decimals = max(
      site.branchBoard.decimals, Points.decimals(addingUp: [[sums.activityPart, sums.rewardPart]]))
    return LevelFigures(
      branchCount: branches.count, activityPart: sums.activityPart.shown(decimals),
      rewardPart: sums.rewardPart.shown(decimals), total: sums.total.shown(decimals),
      heads: sums.heads, average: sums.average?.rounded.description ?? Words.noAverage, active: sums.active,
      activeRate: sums.activePerMille.map { [tenths($0)] } ?? [],
      welfareRate: rate.perMille.map { [tenths($0)] } ?? [], participants: rate.participants, eligible: rate.eligible,
      gate: GateView(rate), welfareHours: totalHours(sums.welfareMinutes), claimedCount: sums.claimed.count,
      heldCount: sums.held.count, projectCount: sums.projects, storyCount: told.count, workCount: works.count)
  }
}
