import Reading
import Scoring
import Templating
import Wording

/// A unit in a year: its figures, its branches ranked within it, the units below it, its months, activities, projects and
/// stories. All of it is its branches' (a unit has no members or records of its own).
package struct UnitAccount: Fillable {
  package struct Project: Fillable {
    package var link: LinkView
    package var branch: LinkView
    package var isPriority: Bool
    package var value: String
    package var points: String
    package var grade: [String]

    static let specimen = Project(
      link: .specimen, branch: .specimen, isPriority: true, value: "20.00", points: "16.00", grade: ["80"])
  }

  /// Its pages are called by it.
  package var id: String
  package var name: String
  package var kind: String
  /// The units above it, the outermost first.
  package var parents: [LinkView]
  package var leader: LeadView?
  @Inlined package var figures: LevelFigures
  package var full: Int
  package var probationary: Int
  package var exempt: Int
  package var peopleCount: Int { full + probationary + exempt }
  package var branches: [LevelBranch]
  package var levels: LevelTable?
  package var chart: ChartView?
  package var strip: YearStrip?
  package var hasActivities: Bool { !activities.isEmpty }
  package var activities: [ActivityRow]
  package var hasProjects: Bool { !projects.isEmpty }
  package var projects: [Project]
  /// The newest.
  package var stories: [StoryLine]
  var hasMoreStories: Bool { stories.count < figures.storyCount }

  package static let specimen = UnitAccount(
    id: "u2", name: "制造党总支", kind: "党总支", parents: [LinkView(href: "2025/units/u1.html", text: "生产系统党委")],
    leader: .specimen, figures: .specimen, full: 95, probationary: 3, exempt: 2, branches: [.specimen],
    levels: .specimen, chart: .specimen, strip: .specimen, activities: [.specimen], projects: [.specimen],
    stories: [.specimen])
}

extension SiteContext {
  /// Stories on a unit's page: its branches' pages have all of theirs.
  private static let unitStories = 12

  package func unitAccount(_ unit: Ref<PartyUnit>, year: Ref<YearLedger>) -> UnitAccount {
    let (site, one) = (self[year], roster.levels.units[unit])
    let branches = site.tree.branches(in: unit)
    let stays = branches.flatMap { site.standing.stays[Int($0.index)] }
    let counts = MemberCounts(stays)
    let months = joined(branches.map { site.months[Int($0.index)] })
    let own = Set(branches)
    let plan = site.ledger.activities
    let claimed = plan.indices.filter { plan[$0].claims.contains { own.contains($0.branch) } }
      .sorted { (plan[$0].shownDay, $0) < (plan[$1].shownDay, $1) }
    let stories = branches.flatMap { site.stories.byBranch[Int($0.index)] }.sorted()
    return UnitAccount(
      id: one.id, name: one.name, kind: Words.kind(one.kind),
      parents: site.tree.path(to: site.tree.parent(of: unit)).map { unitLink($0, year) },
      leader: leadingBranches(year, in: unit), figures: levelFigures(of: branches, year: year),
      full: counts.full, probationary: counts.probationary, exempt: counts.exempt,
      branches: levelBranches(of: unit, year),
      levels: levelTable(year, below: unit),
      chart: monthsChart(months, year: year, note: Words.unitMonthsNote),
      strip: yearStrip(months, claimed, year: year), activities: claimed.map { activityRow($0, year: year) },
      projects: site.ledger.projects.indices.filter { own.contains(site.ledger.projects[$0].branch) }
        .map { unitProject($0, year) },
      stories: stories.prefix(Self.unitStories).map(storyLine))
  }

  private func unitProject(_ index: Int, _ year: Ref<YearLedger>) -> UnitAccount.Project {
    let (project, result) = (self[year].ledger.projects[index], self[year].book.projects[index])
    return UnitAccount.Project(
      link: projectLink(index, year), branch: branchLink(project.branch, year), isPriority: project.isPriority,
      value: project.value.shown, points: result.points.shown, grade: result.grade)
  }

  /// The unit's branches with most points, where branches are ranked at all.
  private func leadingBranches(_ year: Ref<YearLedger>, in unit: Ref<PartyUnit>) -> LeadView? {
    let places = self[year].tree.places(in: unit, of: self[year].book.branches).filter { $0.rank != nil }
    return LeadView(
      Lead(places, above: Points.zero) { $0.standing.total },
      name: { roster.branches[$0.standing.branch].name }, total: { $0.standing.total })
  }
}
