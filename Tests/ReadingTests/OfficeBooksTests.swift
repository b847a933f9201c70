import Diagnostics
import Scoring
import Testing

@testable import Reading

/// Rules that offices, schools and villages have in print, in this language: what they give for records that are reckoned
/// by hand. Each is a rulebook of its own.
@Suite("Rules as offices write them")
struct OfficeBooksTests {
  struct Book: Sendable, CustomTestStringConvertible {
    let name: String
    let items: [String]
    var more = ""
    /// Day, item, quantity, level, role, affair, reason.
    let records: [String]
    var surveys: [String] = []
    let total: Points
    var testDescription: String { name }
  }

  static let books: [Book] = [
    Book(
      name: "60 to begin with, no top, never below nothing",
      items: [
        "{key: base, name: 基本分, kind: 规定, start: 60}", "{key: meeting, name: 三会一课, kind: 规定, points: 1}",
        "{key: course, name: 培训, kind: 规定, levels: {短期: 1, 中期: 2, 长期: 3}}",
        "{key: article, name: 理论文章, kind: 自选, points: 3}", "{key: talk, name: 受邀宣讲, kind: 自选, points: 5}",
      ], more: "  total: {floor: 0}\n",
      records: [
        "2025-01-05,meeting,,,,,一月", "2025-02-05,meeting,,,,,二月", "2025-03-05,course,,中期,,,党校",
        "2025-04-05,article,,,,,论述",
      ],
      // 60 + 1 + 1 + 2 + 3
      total: 67),
    Book(
      name: "learning by the day, two links together",
      items: [
        "{key: a-login, name: 登录, kind: 规定, points: 1, cap: {day: 1}}",
        "{key: b-read, name: 阅读, kind: 规定, per: 1, unit: 篇, each: 1, cap: {day: 2}}",
        "{key: c-watch, name: 视听, kind: 规定, per: 2, unit: 十分钟, each: 1, cap: {day: 4}}",
        "{key: d-save, name: 收藏, kind: 自选, per: 0.5, unit: 次, cap: {day: 1}}",
        "{key: e-quiz, name: 答题, kind: 规定, steps: {60: 0.5, 80: 1, 95: 1.5}, unit: 分, cap: {day: 3}}",
      ], more: "  groups: [{key: g, name: 学习, items: [a-login, b-read, c-watch], cap: {day: 6}}]\n",
      records: [
        "2025-03-03,a-login,,,,,早", "2025-03-03,a-login,,,,,晚", "2025-03-03,b-read,5,,,,文章",
        "2025-03-03,c-watch,3.5,,,,视频",
        "2025-03-03,d-save,3,,,,收藏", "2025-03-03,e-quiz,96,,,,每日答题",
      ],
      // 1 + 2 + 4 together are 6; 1.5 → 1; 1.5
      total: 8.5),
    Book(
      name: "80 and 20, at discretion, between 0 and 100",
      items: [
        "{key: duty, name: 基本项, kind: 规定, points: 30}", "{key: more, name: 加分, kind: 自选, range: [1, 10]}",
        "{key: less, name: 扣分, kind: 规定, range: [-5, -1]}",
      ],
      more:
        "  groups:\n    - {key: a, name: 基本, items: [duty], cap: {year: 80}}\n    - {key: b, name: 加, items: [more], cap: {year: 20}}\n  total: {cap: 100, floor: 0}\n",
      records: [
        "2025-01-05,duty,,,,,一", "2025-02-05,duty,,,,,二", "2025-03-05,duty,,,,,三", "2025-04-05,more,8,,,,协作",
        "2025-05-05,more,9,,,,创新", "2025-06-05,more,7,,,,宣传", "2025-07-05,less,3,,,,迟报",
      ],
      // 90 → 80, 24 → 20, −3
      total: 97),
    Book(
      name: "conduct and arts, each with its base, a contest counted once",
      items: [
        "{key: conduct, name: 德育基准, kind: 规定, start: 60}", "{key: arts, name: 文体基准, kind: 规定, start: 50}",
        "{key: service, name: 服务, kind: 自选, per: 1, unit: 人次, cap: {year: 10}}",
        "{key: board, name: 黑板稿件, kind: 自选, per: 1.5, unit: 篇, cap: {year: 15}}",
        "{key: contest, name: 竞赛, kind: 自选, levels: {国家: 8, 省: 6, 市: 4}, once: true}",
      ], more: "  groups: [{key: g, name: 文体奖励, items: [service, board, contest], cap: {year: 50}}]\n",
      records: [
        "2025-01-05,service,12,,,,赛场", "2025-02-05,board,11,,,,板报", "2025-03-05,contest,,省,,歌咏,复赛",
        "2025-04-05,contest,,国家,,歌咏,决赛",
      ],
      // 110 + 10 + 15 + 6 + 2
      total: 143),
    Book(
      name: "awards of five at most, offices held don't add up",
      items: [
        "{key: brave, name: 见义勇为, kind: 自选, range: [1, 5]}", "{key: blood, name: 献血, kind: 自选, points: 1}",
        "{key: match, name: 比赛, kind: 自选, levels: {市: 2, 校: 1}}",
        "{key: post, name: 任职, kind: 自选, levels: {书记: 2, 委员: 0.5}, once: true}",
      ], more: "  groups: [{key: g, name: 奖励, items: [brave, blood, match], cap: {year: 5}}]\n",
      records: [
        "2025-01-05,blood,,,,,春季", "2025-02-05,match,,市,,,演讲", "2025-03-05,brave,3,,,,救人",
        "2025-04-05,post,,委员,,任职,上半年",
        "2025-05-05,post,,书记,,任职,下半年",
      ],
      // 6 → 5, 0.5 + 1.5
      total: 7),
    Book(
      name: "the same fault again costs half as much more, then double",
      items: ["{key: fault, name: 违章, kind: 规定, points: -2, again: [1.5, 2]}"],
      records: ["2025-01-05,fault,,,,,一", "2025-02-05,fault,,,,,二", "2025-03-05,fault,,,,,三"],
      // −2 − 3 − 4
      total: -9),
    Book(
      name: "100 a household, and honors",
      items: [
        "{key: base, name: 基础分, kind: 规定, start: 100}", "{key: village, name: 村务活动, kind: 自选, points: 2}",
        "{key: polite, name: 文明行为, kind: 自选, points: 3}", "{key: honor, name: 市级荣誉, kind: 自选, points: 20}",
      ], more: "  bands: [{name: 五星, from: 120}, {name: 四星, from: 100}]\n",
      records: ["2025-01-05,village,,,,,清扫", "2025-02-05,polite,,,,,礼让", "2025-03-05,honor,,,,,表彰"], total: 125),
    Book(
      name: "articles: the highest of one content, authors by their part",
      items: [
        "{key: article, name: 文章, kind: 自选, levels: {县: 25, 市: 35, 省: 85, 国: 150}, once: true, roles: {独著: 1, 合著: 0.5}}",
        "{key: radio, name: 广播, kind: 自选, points: 5}",
      ],
      records: [
        "2025-01-05,article,,县,独著,治水,县报", "2025-02-05,article,,省,独著,治水,省报", "2025-03-05,article,,国,合著,造林,大报",
        "2025-04-05,radio,,,,,晚间",
      ],
      // 25 + 60 + 75 + 5
      total: 165),
    Book(
      name: "fifty hours are sixty points",
      items: ["{key: hours, name: 志愿服务, kind: 规定, reach: {50: 60}, unit: 小时}"],
      records: ["2025-01-05,hours,30,,,,社区", "2025-02-05,hours,25,,,,赛会"], total: 60),
    Book(
      name: "a report a quarter, titles, absence, and what people say",
      items: [
        "{key: report, name: 思想汇报, kind: 规定, points: 1, cap: {quarter: 1}}",
        "{key: good, name: 汇报质量, kind: 自选, range: [1, 5]}",
        "{key: absent, name: 旷课, kind: 规定, per: -2, unit: 学时}",
        "{key: title, name: 称号, kind: 自选, levels: {省: 15, 市: 10}}",
        "{key: survey, name: 民主评议, kind: 规定, form: survey, weight: 20}",
      ],
      records: [
        "2025-03-05,report,,,,,一", "2025-05-05,report,,,,,二", "2025-06-05,report,,,,,三", "2025-03-06,good,4,,,,扎实",
        "2025-04-05,absent,2,,,,四月", "2025-07-05,title,,市,,,优秀团干",
      ], surveys: ["2025-11-05,zhou-jingyi,survey,90,40,年终"],
      // March and May are one quarter of a year from December: 1 + 1; 4 − 4 + 10 + 18
      total: 30),
    Book(
      name: "homework by the day, order by the week",
      items: [
        "{key: work, name: 作业, kind: 规定, points: 2, cap: {day: 2}}",
        "{key: order, name: 守纪, kind: 规定, points: 2, cap: {week: 2}}",
        "{key: late, name: 迟到, kind: 规定, points: -2}",
      ],
      records: [
        "2025-03-03,work,,,,,语文", "2025-03-03,work,,,,,数学", "2025-03-03,order,,,,,周一", "2025-03-09,order,,,,,周日",
        "2025-03-10,order,,,,,下周一", "2025-03-11,late,,,,,早读",
      ],
      // 2 + 2 + 2 − 2
      total: 4),
    Book(
      name: "attendance by its rate, every full ten people",
      items: [
        "{key: rate, name: 出勤率, kind: 规定, steps: {0: -3, 80: -1, 95: 2}, unit: '%'}",
        "{key: people, name: 带动群众, kind: 自选, per: 0.5, unit: 人, each: 10, cap: {year: 2}}",
      ],
      records: [
        "2025-01-05,rate,94.9%,,,,一月", "2025-02-05,rate,0,,,,二月", "2025-03-05,rate,95,,,,三月",
        "2025-04-05,people,39,,,,宣讲",
        "2025-05-05,people,20,,,,义诊",
      ],
      // −1 − 3 + 2; 1.5 + 0.5 of 1
      total: 0),
  ]

  @Test("a book's rules give for its records what they give by hand", arguments: books)
  func book(_ book: Book) throws {
    var project = try Project.base()
    for path in project.files.keys where path.contains("/years/") || path.contains("/campaigns/") {
      if !path.contains("year.yaml") { project.files[path] = nil }
    }
    project.files["content/years/2025/rulebook.yaml"] =
      "title: 标准\nmembers:\n  items:\n" + book.items.map { "    - \($0)\n" }.joined() + book.more
      + "branches:\n  items:\n    - {key: files, name: 台账, kind: 规定, max: 5}\n"
    project.files["content/years/2025/records/all.csv"] =
      "日期,党员,项目,数量,级别,角色,事项,事由\n"
      + book.records.map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return ([cells[0], "zhou-jingyi"] + cells.dropFirst()).joined(separator: ",") + "\n"
      }.joined()
    if !book.surveys.isEmpty {
      project.files["content/years/2025/surveys/2025.csv"] =
        "日期,党员,项目,得分,票数,说明\n" + book.surveys.joined(separator: "\n") + "\n"
    }
    let (content, found, _, _) = project.read()
    #expect(found.filter { $0.severity == .error }.map(\.message.en) == [])
    let ledger = try #require(content?.ledger)
    let (scorebook, _) = score(ledger)
    let member = try #require(ledger.roster.members.firstIndex { $0.key == "zhou-jingyi" })
    #expect(scorebook.years[0].total(of: Ref<Member>(member), asOf: ledger.asOf) == book.total)
  }
}
