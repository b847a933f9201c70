import Reading
import Scoring
import Templating

/// A branch's pages in the honor roll: its points, those who qualify, everybody's name, what it claimed and did.
struct RollBranch: Fillable {
  struct Qualified: Fillable {
    var rank: Int
    var name: String
    var base: String
    var optional: String
    var total: String
    var isTied: Bool
    var isDecided: Bool
    /// Years in a row.
    var years: Int
    func fill(_ out: inout Filler) {
      out.text("rank", rank)
      out.text("name", name)
      out.text("base", base)
      out.text("optional", optional)
      out.text("total", total)
      out.flag("isTied", isTied)
      out.flag("isDecided", isDecided)
      out.flag("isStreak", years > 1)
      out.text("years", years)
    }
    static let specimen = Qualified(
      rank: 5, name: "白一帆", base: "60.00", optional: "28.00", total: "88.00", isTied: true, isDecided: true, years: 2)
  }

  struct Name: Fillable {
    var name: String
    var isQualified: Bool
    func fill(_ out: inout Filler) {
      out.text("name", name)
      out.flag("isQualified", isQualified)
    }
  }

  struct Work: Fillable {
    var title: String
    var value: String
    /// None while it isn't evaluated.
    var grade: [String]
    var points: String
    func fill(_ out: inout Filler) {
      out.text("title", title)
      out.text("value", value)
      out.texts("grade", grade)
      out.text("points", points)
    }
  }

  struct Story: Fillable {
    var title: String
    var summary: String
    func fill(_ out: inout Filler) {
      out.text("title", title)
      out.text("summary", summary)
    }
  }

  var id: String
  var name: String
  var standing: BranchRow?
  /// None while the office is vacant.
  var secretary: [String]
  /// Members who count, and with those who are exempt.
  var counted: Int
  var members: Int
  /// Per cent; none for a branch nobody counts in.
  var welfareRate: [String]
  var qualified: [Qualified]
  var overrides: [OverrideView]
  var nameOrder: String
  var names: [Name]
  var activities: [ActivityRow]
  var projects: [Work]
  var story: Story?

  /// Whether the branch is set closer, so that it keeps to one page: by the lines it takes at six names a line.
  private var isDense: Bool {
    let tables = qualified.count + activities.count + projects.count
    return tables + (names.count + 5) / 6 + 2 * overrides.count + (story == nil ? 0 : 3) > 20
  }

  func fill(_ out: inout Filler) {
    out.text("id", id)
    out.flag("isDense", isDense)
    out.text("name", name)
    out.optional("standing", standing)
    out.texts("secretary", secretary)
    out.text("counted", counted)
    out.text("members", members)
    out.texts("welfareRate", welfareRate)
    out.flag("hasQualified", !qualified.isEmpty)
    out.list("qualified", qualified)
    out.text("qualifiedCount", qualified.count)
    out.list("overrides", overrides)
    out.flag("hasNames", !names.isEmpty)
    out.text("nameOrder", nameOrder)
    out.list("names", names)
    out.flag("hasActivities", !activities.isEmpty)
    out.list("activities", activities)
    out.flag("hasProjects", !projects.isEmpty)
    out.list("projects", projects)
    out.optional("story", story)
  }

  static let specimen = RollBranch(
    id: "b07", name: "环境监测支部", standing: .specimen, secretary: ["沈立群"], counted: 30, members: 31,
    welfareRate: ["96.7"], qualified: [.specimen], overrides: [.specimen],
    nameOrder: "姓名拼音", names: [Name(name: "丁　宁", isQualified: true)], activities: [.specimen],
    projects: [Work(title: "站房数据有效率提升", value: "20.00", grade: ["80"], points: "16.00")],
    story: Story(title: "四十八个断面", summary: "九月的两个周六，二十六名党员采完三条河。"))
}

extension Edition {
  func rollBranch(_ ref: Ref<Branch>, _ year: Int) -> RollBranch {
    let branch = roster.branches[ref]
    let page = branchPage(ref, year: year, path: "")
    let qualified = rollQualified(ref, year)
    let chosen = Set(scorebook.years[year].qualified[Int(ref.index)].filter { $0.obstacle == nil }.map(\.member))
    let stays = standing[year].stays[Int(ref.index)]
    let counted = stays.filter { $0.exemption == nil }.map(\.member)
    return RollBranch(
      id: branch.id, name: branch.name, standing: page.me,
      secretary: page.secretary.map { [$0.member.text] } ?? [], counted: counted.count, members: stays.count,
      welfareRate: page.welfareRate, qualified: qualified,
      overrides: overrides(year, in: ref),
      nameOrder: Words.nameOrder(content.site.nameOrder),
      names: counted.sorted { (roster.members[$0].sortKey, $0) < (roster.members[$1].sortKey, $1) }.map {
        .init(name: Words.spaced(roster.members[$0].name), isQualified: chosen.contains($0))
      }, activities: page.activities.filter(\.isHeld).sorted { ($0.held, $0.id) < ($1.held, $1.id) },
      projects: page.projects.map {
        .init(title: $0.link.text, value: $0.value, grade: $0.grade, points: $0.points)
      },
      story: stories.byBranch[year][Int(ref.index)].first.map {
        .init(title: content.stories[$0].title, summary: content.stories[$0].summary)
      })
  }

  /// Those of a branch who may enter the PK, with their points.
  func rollQualified(_ ref: Ref<Branch>, _ year: Int) -> [RollBranch.Qualified] {
    let rows = scorebook.years[year].members.rows.filter { $0.branch == ref }
    return scorebook.years[year].qualified[Int(ref.index)].compactMap { qualifier in
      guard qualifier.obstacle == nil, let row = rows.first(where: { $0.member == qualifier.member }) else {
        return nil
      }
      return RollBranch.Qualified(
        rank: qualifier.rank, name: Words.spaced(roster.members[qualifier.member].name),
        base: row.base.text(decimals: row.decimals),
        optional: row.optional.text(decimals: row.decimals), total: row.total.text(decimals: row.decimals),
        isTied: qualifier.isTied,
        isDecided: qualifier.override != nil, years: streaks[year].qualified[Int(qualifier.member.index)])
    }
  }
}
