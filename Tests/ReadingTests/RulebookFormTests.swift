import Diagnostics
import Parsing
@testable import Reading
import Scoring
import Testing

@Suite("Every form of rule is read")
struct RulebookFormTests {
  private func form(_ rest: String) throws -> Item.Form {
    try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, \(rest)}"]).item("one").form
  }

  private func steps(_ values: [(Int, Points)]) -> [Item.Step] {
    values.map { Item.Step(from: Quantity($0.0), points: $0.1) }
  }

  @Test("each way of earning")
  func ways() throws {
    #expect(try form("points: -0.5") == .perRecord(-0.5))
    #expect(try form("per: 2, unit: 人") == .perUnit(2, unit: "人", each: nil))
    #expect(try form("per: 0.5, unit: 人, each: 10") == .perUnit(0.5, unit: "人", each: Quantity(10)))
    #expect(
      try form("steps: {60: 0.5, 80: 1, 90: 1.5}, unit: 分")
        == .steps(steps([(60, 0.5), (80, 1), (90, 1.5)]), unit: "分"))
    #expect(try form("steps: {0: 3, 10: 2, 30: 0}, unit: 分钟") == .steps(steps([(0, 3), (10, 2), (30, 0)]), unit: "分钟"))
    #expect(try form("reach: {10: 2, 20: 5}, unit: 学时") == .reach(steps([(10, 2), (20, 5)]), unit: "学时"))
    #expect(try form("reach: {3: -1, 5: -4}, unit: 次") == .reach(steps([(3, -1), (5, -4)]), unit: "次"))
    #expect(try form("range: [1, 5]") == .range(1, 5))
    #expect(try form("range: [-4, -1]") == .range(-4, -1))
    #expect(try form("start: 60") == .credit)
    #expect(try form("form: survey, weight: 20") == .survey(weight: Quantity(20)))
    #expect(try form("form: 民主测评, weight: 12.5") == .survey(weight: Quantity(hundredths: 1250)))
    #expect(
      try form("levels: {市级: 3, 省级: 5}")
        == .levels([Item.Level(name: "市级", points: 3), Item.Level(name: "省级", points: 5)]))
  }

  @Test("a start, and levels that take from it", arguments: ["all", "全部"])
  func start(_ all: String) throws {
    let item = try RulebookProject(
      member: ["{key: duty, name: 履职, kind: 规定, start: 10, levels: {缺席: -1, 造假: \(all)}}"]
    ).item("duty")
    #expect(item.terms.start == 10)
    #expect(
      item.form
        == .levels([
          Item.Level(name: "缺席", points: -1), Item.Level(name: "造假", points: -10, takesAll: true),
        ]))
  }

  @Test("terms: roles, an affair, the second time, for whom and when; caps of every span")
  func terms() throws {
    let project = try RulebookProject(member: [
      "{key: team, name: 集体项目, kind: 自选, points: 5, roles: {负责人: 1, 成员: 0.8}, again: [1.5, 2]}",
      "{key: prize, name: 奖项, kind: 自选, levels: {市级: 3, 省级: 5}, once: true}",
      "{key: dues, name: 党费, kind: 规定, points: 1, from: 2025-07-01, for: {standing: [正式], office: [书记, 委员], branch: [b07]}}",
      "{key: study, name: 学习, kind: 规定, per: 0.5, unit: 学时, cap: {record: 1, day: 2, week: 4, month: 5, quarter: 12, year: 20}}",
    ])
    let team = try project.item("team").terms
    #expect(team.roles == [Terms.Role(name: "负责人", hundredths: 100), Terms.Role(name: "成员", hundredths: 80)])
    #expect(team.again == [150, 200])
    #expect(try project.item("prize").terms.isOnce)
    let dues = try project.item("dues").terms
    #expect(dues.validity.map { "\($0.first) \($0.last)" } == "2025-07-01 2025-11-30")
    #expect(dues.audience?.standings == [.full])
    #expect(dues.audience?.duties == [.secretary, .committee])
    #expect(dues.audience?.branches.count == 1)
    #expect(try project.item("study").caps == Caps(record: 1, day: 2, week: 4, month: 5, quarter: 12, year: 20))
    #expect(try project.item("theme-day").terms == Terms())
  }

  @Test("groups, the total, bands and what makes eligible")
  func framework() throws {
    let project = try RulebookProject(
      members: """
          groups:
            - {key: g-talks, name: 宣讲类, items: [lecture, award], cap: {month: 5, year: 20}, once: true}
          total: {cap: 100, floor: 0}
          bands:
            - {name: 合格, from: 60}
            - {name: 优秀, from: 90, at_most: 1/3}

        """
    ).replacing("minimum_months: 0", with: "minimum_months: 0, base_alone: true")
    let rulebook = try project.rulebook()
    let framework = rulebook.memberFramework
    #expect(framework.groups.map(\.key) == ["g-talks"])
    #expect(framework.groups.first?.caps == Caps(month: 5, year: 20))
    #expect(framework.groups.first?.isOnce == true)
    #expect(rulebook.items.map(\.terms.group) == [nil, 0, 0, nil, nil, nil, nil])
    #expect(framework.total.cap == 100)
    #expect(framework.total.floor == .zero)
    #expect(framework.bands.map(\.name) == ["优秀", "合格"])
    #expect(framework.bands.map(\.atMost) == [Band.Share(1, of: 3), nil])
    #expect(framework.vetoes == ["违反廉洁纪律"])
    #expect(rulebook.qualification.isBaseEnough)
  }

  @Test("the branches' items: rated, or on dated records, with a framework of their own")
  func branches() throws {
    let project = try RulebookProject(
      branch: [
        "{key: files, name: 台账, kind: 规定, max: 10, start: 10, levels: {缺项: -1, 未交: -4}}",
        "{key: visit, name: 走访, kind: 自选, max: 5, min: -2}",
        "{key: press, name: 稿件, kind: 自选, per: 1, unit: 篇, cap: {year: 6}, for: {branch: [b03]}}",
      ],
      branches: """
          groups:
            - {key: g-work, name: 日常, items: [files, press], cap: {year: 12}}
          total: {cap: 40}
          bands: [{name: 五星, from: 35}]
          vetoes: [发生责任事故]

        """)
    let files = try project.branchItem("files")
    #expect(!files.isRated)
    #expect(files.maximum == 10)
    #expect(files.rule.terms.start == 10)
    #expect(files.rule.terms.group == 0)
    let visit = try project.branchItem("visit")
    #expect(visit.isRated)
    #expect(visit.rule.form == .rating(least: -2, most: 5))
    #expect(visit.maximum == 5)
    let press = try project.branchItem("press")
    #expect(press.maximum == nil)
    #expect(press.rule.terms.audience?.branches.count == 1)
    #expect(try project.branchItem("meetings").rule.form == .rating(least: .zero, most: 5))
    let framework = try project.rulebook().branchFramework
    #expect(framework.total.cap == 40)
    #expect(framework.bands.map(\.name) == ["五星"])
    #expect(framework.vetoes == ["发生责任事故"])
  }
}
