import Diagnostics
import Parsing
@testable import Reading
import Scoring
import Testing
import Texts

@Suite("The rulebook's keys in Chinese")
struct RulebookWordsTests {
  private let english = [
    "{key: study, name: 学习, kind: 规定, per: 0.5, unit: 学时, each: 2, cap: {record: 1, day: 2, week: 4, month: 5, quarter: 12, year: 20}}",
    "{key: team, name: 集体, kind: 自选, levels: {市级: 3}, roles: {成员: 0.8}, again: [2], works: [w101], proof: 文件}",
    "{key: dues, name: 党费, kind: 规定, points: 1, from: 2025-07-01, to: 2025-10-31, once: true, for: {standing: [预备], office: [委员], branch: [b03]}}",
    "{key: exam, name: 测试, kind: 规定, steps: {60: 0.5}, unit: 分}",
    "{key: hours, name: 服务, kind: 自选, reach: {10: 2}, unit: 小时}",
    "{key: good, name: 好事, kind: 自选, range: [1, 5]}", "{key: base, name: 基础, kind: 规定, start: 60}",
    "{key: vote, name: 测评, kind: 规定, form: survey, weight: 20}",
  ]
  private let chinese = [
    "{编号: study, 名称: 学习, 类别: 规定, 每单位: 0.5, 单位: 学时, 满: 2, 封顶: {单次: 1, 每日: 2, 每周: 4, 每月: 5, 每季: 12, 全年: 20}}",
    "{编号: team, 名称: 集体, 类别: 自选, 级别: {市级: 3}, 角色: {成员: 0.8}, 再次: [2], 工作: [w101], 证明: 文件}",
    "{编号: dues, 名称: 党费, 类别: 规定, 每次: 1, 起: 2025-07-01, 止: 2025-10-31, 同一事项: 是, 适用: {身份: [预备], 职务: [委员], 支部: [b03]}}",
    "{编号: exam, 名称: 测试, 类别: 规定, 分档: {60: 0.5}, 单位: 分}",
    "{编号: hours, 名称: 服务, 类别: 自选, 累计: {10: 2}, 单位: 小时}",
    "{编号: good, 名称: 好事, 类别: 自选, 酌情: [1, 5]}", "{编号: base, 名称: 基础, 类别: 规定, 基础分: 60}",
    "{编号: vote, 名称: 测评, 类别: 规定, 计法: 测评, 权重: 20}",
  ]

  @Test("an item says the same in both languages")
  func items() throws {
    let (one, other) = (
      try RulebookProject(member: english).rulebook(), try RulebookProject(member: chinese).rulebook()
    )
    #expect(one.items.map(\.key) == other.items.map(\.key))
    #expect(one.items.map(\.name) == other.items.map(\.name))
    #expect(one.items.map(\.form) == other.items.map(\.form))
    #expect(one.items.map(\.caps) == other.items.map(\.caps))
    #expect(one.items.map(\.terms) == other.items.map(\.terms))
    #expect(one.items.map(\.works.count) == other.items.map(\.works.count))
    #expect(one.items.map(\.proof) == other.items.map(\.proof))
  }

  @Test("a rulebook without one English key")
  func whole() throws {
    var project = try Project.base()
    project.files[RulebookProject.path] = """
      标题: 2025年度积分标准
      党员:
        规定满分: 60
        项目:
          - {编号: theme-day, 名称: 主题党日, 类别: 规定, 每次: 1}
          - {编号: lecture, 名称: 主讲, 类别: 自选, 每单位: 2, 单位: 次}
          - {编号: award, 名称: 获奖, 类别: 自选, 级别: {公司: 2, 市: 4, 省: 6}}
          - {编号: welfare, 名称: 公益, 类别: 规定, 计法: 公益基础, 每次: 10}
        组: [{编号: g, 名称: 宣讲, 项目: [lecture], 封顶: {全年: 6}}]
        总分: {封顶: 100, 下限: 0}
        档次: [{名称: 优秀, 起: 90, 至多: 1/3}]
      支部:
        项目:
          - {编号: meetings, 名称: 三会一课, 类别: 规定, 满分: 5, 最低: -1}
        一票否决: [发生责任事故]
      赋值表: [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
      评价: {方法: 加权, 自评: 40, 负责人评: 60, 等级: [60, 70, 80, 90]}
      公益: {基础分钟: 100, 每步分钟: 20, 每步积分: 1, 参与分钟: 5, 参与率: 80, 公益之星: {分钟: 200, 前几名: 3},
        系列: [{编号: blood, 名称: 献血, 至少天数: 3, 至少人数: 9, 工作: [w506]}]}
      排名: {公布: 7, 并列依据: 规定}
      资格: {每支部: 4, 至少月数: 2, 只有基础分也可: 是}
      干部: {前百分之: 20, 级数: 2}
      一票否决: [违反廉洁纪律]

      """
    let (content, found, _, _) = project.read()
    #expect(found.map(\.message.zh) == [])
    let rulebook = try #require(content?.ledger.years.first?.rulebook)
    #expect(rulebook.evaluation.selfWeight == 40)
    #expect(rulebook.welfare.stars.first == 3)
    #expect(rulebook.welfare.series.map(\.people) == [9])
    #expect(rulebook.ranking.published == 7)
    #expect(rulebook.qualification.isBaseEnough)
    #expect(rulebook.cadre.bestPercent == 20)
    #expect(rulebook.memberFramework.vetoes == ["违反廉洁纪律"])
    #expect(rulebook.branchFramework.vetoes == ["发生责任事故"])
    #expect(rulebook.memberFramework.groups.map(\.key) == ["g"])
    #expect(rulebook.branchItems.map(\.rule.form) == [.rating(least: -1, most: 5)])
  }

  @Test("a key under both its names is one key twice; the later is told")
  func twice() throws {
    for (pair, column) in [("points: 1, 每次: 1", 48), ("每次: 1, points: 1", 44)] {
      let found = try RulebookProject(member: ["{key: one, name: 一, kind: 自选, \(pair)}"]).diagnostics()
      #expect(found.map(\.code) == [.duplicateKey])
      #expect(found.first?.place?.column == Int32(column))
    }
  }

  @Test("names of levels and roles are no keys, whatever words they use")
  func data() throws {
    let item = try RulebookProject(
      member: ["{key: one, name: 一, kind: 自选, levels: {单次: 1, record: 2, 名次: 3, 编号: 4}, roles: {key: 1, 编号: 0.5}}"]
    ).item("one")
    guard case .levels(let levels) = item.form else { return #expect(Bool(false), "no levels") }
    #expect(levels.map(\.name) == ["单次", "record", "名次", "编号"])
    #expect(item.terms.roles.map(\.name) == ["key", "编号"])
  }

  @Test("messages speak of keys as the table does")
  func messages() throws {
    let missing = try RulebookProject(member: ["{编号: one, 名称: 一, 类别: 自选, 每单位: 1}"]).diagnostics()
    #expect(missing.map(\.message.zh) == ["缺少“单位”"])
    let slip = try RulebookProject(member: ["{编号: one, 名称: 一, 类别: 自选, 每次: 1, 同一事顷: 是}"]).diagnostics()
    #expect(slip.map(\.remedy.zh) == ["是不是“同一事项”？"])
  }
}
