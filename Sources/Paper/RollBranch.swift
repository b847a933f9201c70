import Composing
import Reading
import Scoring
import Templating
import Wording

/// A branch's pages in the honor roll: its points, those who qualify, everybody's name, what it claimed and did.
package struct RollBranch: Fillable {
  package struct Qualified: Fillable {
    package var rank: Int
    package var name: String
    package var base: String
    package var optional: String
    package var total: String
    package var isTied: Bool
    package var isDecided: Bool
    var isStreak: Bool { years > 1 }
    /// Years in a row.
    package var years: Int

    package static let specimen = Qualified(
      rank: 5, name: "白一帆", base: "60.00", optional: "28.00", total: "88.00", isTied: true, isDecided: true, years: 2)
  }

  package struct Name: Fillable {
    package var name: String
    package var isQualified: Bool
  }

  package struct Work: Fillable {
    package var title: String
    package var value: String
    /// None while it isn't evaluated.
    package var grade: [String]
    package var points: String
  }

  package struct Story: Fillable {
    package var title: String
    package var summary: String
  }

  package var id: String
  /// Whether the branch is set closer, so that it keeps to one page: by the lines it takes at six names a line.
  var isDense: Bool {
    let tables = qualified.count + activities.count + projects.count
    return tables + (names.count + 5) / 6 + 2 * overrides.count + (story == nil ? 0 : 3) > 20
  }
  package var name: String
  package var standing: BranchRow?
  /// None while the office is vacant.
  package var secretary: [String]
  /// Members who count, and with those who are exempt.
  package var counted: Int
  package var members: Int
  /// Per cent; none for a branch nobody counts in.
  package var welfareRate: [String]
  var hasQualified: Bool { !qualified.isEmpty }
  package var qualified: [Qualified]
  var qualifiedCount: Int { qualified.count }
  package var overrides: [OverrideView]
  var hasNames: Bool { !names.isEmpty }
  package var nameOrder: String
  package var names: [Name]
  var hasActivities: Bool { !activities.isEmpty }
  package var activities: [ActivityRow]
  var hasProjects: Bool { !projects.isEmpty }
  package var projects: [Work]
  package var story: Story?

  package static let specimen = RollBranch(
    id: "b07", name: "环境监测支部", standing: .specimen, secretary: ["沈立群"], counted: 30, members: 31,
    welfareRate: ["96.7"], qualified: [.specimen], overrides: [.specimen],
    nameOrder: "姓名拼音", names: [Name(name: "丁　宁", isQualified: true)], activities: [.specimen],
    projects: [Work(title: "站房数据有效率提升", value: "20.00", grade: ["80"], points: "16.00")],
    story: Story(title: "四十八个断面", summary: "九月的两个周六，二十六名党员采完三条河。"))
}

extension SiteContext {
  func rollBranch(_ ref: Ref<Branch>, _ year: Ref<YearLedger>) -> RollBranch {
    let branch = roster.branches[ref]
    let account = branchAccount(ref, year: year)
    let qualified = rollQualified(ref, year)
    let chosen = Set(self[year].book.qualified[Int(ref.index)].filter { $0.obstacle == nil }.map(\.member))
    let stays = self[year].standing.stays[Int(ref.index)]
    let counted = stays.filter { $0.exemption == nil }.map(\.member)
    return RollBranch(
      id: branch.id, name: branch.name, standing: account.me,
      secretary: account.secretary.map { [$0.member.text] } ?? [], counted: counted.count, members: stays.count,
      welfareRate: account.welfareRate, qualified: qualified,
      overrides: overrides(year, in: ref),
      nameOrder: nameOrder,
      names: counted.sorted { (roster.members[$0].sortKey, $0) < (roster.members[$1].sortKey, $1) }.map {
        .init(name: Words.spaced(roster.members[$0].name), isQualified: chosen.contains($0))
      }, activities: account.activities.filter(\.isHeld).sorted { ($0.held, $0.id) < ($1.held, $1.id) },
      projects: account.projects.map {
        .init(title: $0.link.text, value: $0.value, grade: $0.grade, points: $0.points)
      },
      story: self[year].stories.byBranch[Int(ref.index)].first.map {
        .init(title: content.stories[$0].title, summary: content.stories[$0].summary)
      })
  }

  /// Those of a branch who may enter the PK, with their points.
  func rollQualified(_ ref: Ref<Branch>, _ year: Ref<YearLedger>) -> [RollBranch.Qualified] {
    let rows = self[year].book.members.rows.filter { $0.branch == ref }
    return self[year].book.qualified[Int(ref.index)].compactMap { qualifier in
      guard qualifier.obstacle == nil, let row = rows.first(where: { $0.member == qualifier.member }) else {
        return nil
      }
      return RollBranch.Qualified(
        rank: qualifier.rank, name: Words.spaced(roster.members[qualifier.member].name),
        base: row.base.text(decimals: row.decimals),
        optional: row.optional.text(decimals: row.decimals), total: row.total.text(decimals: row.decimals),
        isTied: qualifier.isTied,
        isDecided: qualifier.override != nil, years: self[year].streaks.qualified[Int(qualifier.member.index)])
    }
  }
}
