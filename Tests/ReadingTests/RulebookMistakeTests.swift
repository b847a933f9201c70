import Diagnostics
import Parsing
@testable import Reading
import Scoring
import Testing
import Texts

@Suite("Rules written wrongly")
struct RulebookMistakeTests {
  @Test(
    "an item's terms that don't go together, or aren't in order",
    arguments: [
      ("", ["missing-key"]), ("points: 1, levels: {市: 2}", ["rule-combination"]), ("points: 1, start: 10", []),
      ("points: 1, unit: 次", ["rule-combination"]), ("points: 1, each: 10", ["rule-combination"]),
      ("steps: {60: 1}, unit: 分, each: 10", ["rule-combination"]), ("per: 1", ["missing-key"]),
      ("per: 1, unit: 次, each: 0", ["absurd-number"]), ("steps: {60: 1}", ["missing-key"]),
      ("steps: {80: 1, 60: 0.5}, unit: 分", ["steps-order"]), ("steps: {60: 1, 60.0: 2}, unit: 分", ["steps-order"]),
      ("steps: {-1: 1}, unit: 分", ["steps-order"]), ("steps: {六十: 1}, unit: 分", ["malformed-number"]),
      ("steps: {}, unit: 分", ["missing-key"]), ("reach: {0: 1}, unit: 次", ["steps-order"]),
      ("reach: {3: 1, 5: -2}, unit: 次", ["steps-order"]), ("reach: {10: 5, 20: 2}, unit: 次", ["steps-order"]),
      ("steps: {1: 1, 5: -2}, unit: 次", []), ("range: [5, 1]", ["range-bounds"]), ("range: [-1, 5]", ["range-bounds"]),
      ("range: [0, 5]", ["range-bounds"]), ("range: [1, 1]", ["range-bounds"]), ("range: [1]", ["range-bounds"]),
      ("range: []", ["range-bounds"]), ("range: 1-5", ["wrong-type"]), ("start: 0", ["absurd-number"]),
      ("start: -5", ["absurd-number"]), ("levels: {缺席: -1, 造假: all}", ["rule-combination"]),
      ("start: 10, levels: {到会: 1, 造假: all}", ["rule-combination"]), ("levels: {}", ["missing-key"]),
      ("points: 1, once: true, again: [2]", ["rule-combination"]),
      ("reach: {3: 1}, unit: 次, once: true", ["rule-combination"]),
      ("levels: {奖: 1, 罚: -1}, once: true", ["rule-combination"]),
      ("per: 1, unit: 次, again: [2]", ["rule-combination"]),
      ("levels: {市: 1}, again: []", ["missing-key"]), ("points: 1, again: [0]", ["absurd-number"]),
      ("points: 1, again: 2", ["wrong-type"]), ("reach: {3: 1}, unit: 次, roles: {成员: 1}", ["rule-combination"]),
      ("reach: {3: 1}, unit: 次, cap: {record: 1}", ["rule-combination"]), ("points: 1, roles: {}", ["missing-key"]),
      ("points: 1, roles: {成员: 0}", ["absurd-number"]), ("points: 1, roles: {成员: 101}", ["absurd-number"]),
      ("points: 1, cap: {day: 3, week: 2}", ["cap-order"]), ("points: 1, cap: {week: 3, month: 2}", ["cap-order"]),
      ("points: 1, cap: {day: 3, month: 2, quarter: 1}", ["cap-order", "cap-order"]),
      ("start: 10, points: -1, cap: {year: 5}", ["cap-order"]), ("start: 10, cap: {year: 10}", ["rule-combination"]),
      ("points: 1, from: 2025-07-01, to: 2025-06-30", ["malformed-date"]),
      ("points: 1, to: 2025-12-31", ["date-outside-year"]),
      ("start: 10, points: -1, from: 2025-07-01", ["rule-combination"]), ("points: 1, for: {}", ["missing-key"]),
      ("points: 1, for: {branch: [b99]}", ["unknown-branch"]), ("points: 1, for: {standing: [群众]}", ["unknown-choice"]),
      ("points: 1, for: {member: [gao-yuan]}", ["unknown-key"]), ("form: survey", ["missing-key"]),
      ("form: survey, weight: 0", ["absurd-number"]), ("form: survey, weight: 101", ["absurd-number"]),
      ("form: survey, weight: 20, roles: {成员: 1}", ["rule-combination"]),
      ("form: survey, weight: 20, for: {standing: [正式]}", []),
      ("points: 1, weight: 20", ["rule-combination"]),
      ("form: project, for: {standing: [正式]}", ["duplicate-form", "rule-combination"]),
      ("points: 1, min: -2", ["rule-combination"]),
    ] as [(String, [String])])
  func item(_ rest: String, _ codes: [String]) throws {
    let project = try RulebookProject(member: ["{key: one, name: 一项, kind: 自选\(rest.isEmpty ? "" : ", ")\(rest)}"])
    #expect(project.codes().sorted() == codes.sorted(), "\(project.diagnostics().map(\.message.zh))")
  }

  @Test("an item has as many levels and roles as a record can tell apart, and more are told")
  func choices() throws {
    for (key, most, rest) in [("levels", 1 << 14, ""), ("roles", 1023, "points: 1, ")] {
      for (count, codes) in [(most, []), (most + 1, ["absurd-number"])] {
        let names = (1...count).map { "n\($0): 1" }.joined(separator: ", ")
        let project = try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, \(rest)\(key): {\(names)}}"])
        #expect(project.codes() == codes, "\(count) \(key)")
      }
    }
  }

  @Test(
    "groups",
    arguments: [
      ("items: [theme-day, lecture], cap: {year: 9}", []),
      ("items: [theme-day, theme-day], cap: {year: 9}", ["item-in-two-groups"]),
      ("items: [theme-days], cap: {year: 9}", ["unknown-item"]), ("items: [], cap: {year: 9}", ["missing-key"]),
      ("cap: {year: 9}", ["missing-key"]), ("items: [theme-day]", ["missing-key"]),
      ("items: [theme-day], cap: {}", ["missing-key"]),
      ("items: [theme-day], once: true", []), ("items: [theme-day], cap: {record: 1}", ["unknown-key"]),
      ("items: [theme-day], cap: {month: 9, year: 8}", ["cap-order"]),
      ("items: theme-day, cap: {year: 9}", ["wrong-type"]),
      ("items: [theme-day, absence], once: true", ["rule-combination"]),
    ] as [(String, [String])])
  func groups(_ rest: String, _ codes: [String]) throws {
    let project = try RulebookProject(members: "  groups:\n    - {key: g, name: 一组, \(rest)}\n")
    #expect(project.codes() == codes, "\(project.diagnostics().map(\.message.zh))")
  }

  @Test("two groups of one key, and an item in both")
  func twoGroups() throws {
    let group = "    - {key: g, name: 一组, items: [lecture], cap: {year: 9}}\n"
    #expect(
      try RulebookProject(members: "  groups:\n" + group + group).codes() == ["duplicate-id", "item-in-two-groups"])
  }

  @Test("a group's affair needs items that can be compared")
  func onceGroup() throws {
    let project = try RulebookProject(
      member: ["{key: hours, name: 服务, kind: 自选, reach: {3: 1}, unit: 次}"],
      members: "  groups: [{key: g, name: 一组, items: [hours, award], once: true}]\n")
    #expect(project.codes() == ["rule-combination"])
  }

  @Test("an item that can't be read isn't unknown to its group as well")
  func noCascade() throws {
    let project = try RulebookProject(
      member: ["{key: one, name: 一项, kind: 自选, points: 一分}", "{key: T W O, name: 二项, kind: 自选, points: 1}"],
      members: "  groups: [{key: g, name: 一组, items: [one, two], cap: {year: 9}}]\n")
    #expect(project.codes() == ["malformed-number", "malformed-id"])
  }

  @Test(
    "the total and the bands",
    arguments: [
      ("total: {cap: 10, floor: 20}", ["cap-order"]), ("total: {}", ["missing-key"]), ("total: {floor: -5}", []),
      ("bands: [{name: 优, from: 90}, {name: 良, from: 90}]", ["bands-order"]),
      ("bands: [{name: 优, from: 90}, {name: 优, from: 80}]", ["bands-order"]),
      ("bands: [{name: 优, from: 90}, {name: 中, from: 60}, {name: 良, from: 80}]", ["bands-order"]),
      ("bands: [{name: 中, from: 60}, {name: 良, from: 80}, {name: 优, from: 90}]", []),
      ("bands: [{name: 优, from: 90, at_most: 30%}]", []),
      ("bands: [{name: 优, from: 90, at_most: 3/2}]", ["malformed-number"]),
      ("bands: [{name: 优, from: 90, at_most: 1}]", ["malformed-number"]),
      ("bands: [{name: 优, from: 90, at_most: 9000000000000000000/9100000000000000000}]", ["malformed-number"]),
      ("bands: [{name: 优}]", ["missing-key"]),
    ] as [(String, [String])])
  func framework(_ line: String, _ codes: [String]) throws {
    let project = try RulebookProject(members: "  \(line)\n")
    #expect(project.codes() == codes, "\(project.diagnostics().map(\.message.zh))")
  }

  @Test(
    "the branches' items",
    arguments: [
      ("", ["missing-key"]), ("max: 5", []), ("max: 5, min: -2", []), ("max: 5, min: 1", ["range-bounds"]),
      ("max: 5, cap: {year: 3}", ["rule-combination"]), ("max: 5, once: true", ["rule-combination"]),
      ("max: 5, unit: 次", ["rule-combination"]), ("points: 1, max: 5, min: -2", ["rule-combination"]),
      ("start: 10, points: -1, max: 5", ["cap-order"]), ("points: 1, for: {standing: [正式]}", ["unknown-key"]),
      ("max: 5, form: survey", ["unknown-key"]), ("points: 1, per: 2, unit: 次", ["rule-combination"]),
      ("points: 1", []),
    ] as [(String, [String])])
  func branch(_ rest: String, _ codes: [String]) throws {
    let project = try RulebookProject(branch: ["{key: one, name: 一项, kind: 自选\(rest.isEmpty ? "" : ", ")\(rest)}"])
    #expect(project.codes() == codes, "\(project.diagnostics().map(\.message.zh))")
  }

  @Test(
    "what no rulebook takes is refused with the reason and the way",
    arguments: [
      ("末位淘汰: 2", "S7"), ("dismissal: 2", "S7"), ("名次分: {1: 5}", "名次"), ("rank: 5", "名次"), ("自动扣分: 1", "没有记录"),
      ("auto: true", "没有记录"), ("公式: 人数*2", "公式"), ("if: 正式", "公式"), ("折算: 0.6", "折算"), ("scale: 100", "折算"),
      ("学期平均: true", "平均"), ("average: true", "平均"), ("人均: true", "支部大小"), ("per_capita: true", "支部大小"),
      ("上年结转: 5", "结转"), ("carry_over: 5", "结转"), ("兑换: 10", "S12"), ("奖金: 100", "S12"), ("wages: 100", "S12"),
      ("家属: true", "本人"), ("family: true", "本人"), ("黑名单: true", "黑名单"), ("blacklist: true", "黑名单"),
    ])
  func refused(_ line: String, _ reason: String) throws {
    let project = try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, points: 1, \(line)}"])
    let found = project.diagnostics()
    #expect(found.map(\.code) == [.ruleRefused])
    #expect(found.first?.message.zh.contains(reason) == true, "\(found.map(\.message.zh))")
    #expect(found.first?.remedy.zh.isEmpty == false)
    #expect(try RulebookProject(members: "  \(line)\n").codes() == ["rule-refused"])
    #expect(try RulebookProject(end: line + "\n").codes() == ["rule-refused"])
  }

  @Test(
    "a formula is no number",
    arguments: ["2*人数", "\"=A1*2\"", "总分/3", "(1+2)", "1+2", "总分"])
  func formula(_ value: String) throws {
    let found = try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, points: \(value)}"]).diagnostics()
    #expect(found.map(\.code) == [.ruleRefused])
    #expect(found.first?.message.zh.contains("公式") == true)
  }

  @Test("a form that isn't taken either")
  func refusedForm() throws {
    #expect(try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, form: 人均}"]).codes() == ["rule-refused"])
    #expect(try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, form: 其他}"]).codes() == ["unknown-choice"])
  }

  @Test("all mistakes of a rulebook come at once, each at its place")
  func together() throws {
    let found = try RulebookProject(
      member: [
        "{key: a, name: 甲, kind: 自选, steps: {80: 1, 60: 2}, unit: 分, roles: {成员: 0}, 末位: 1}",
        "{key: b, name: 乙, kind: 自选, range: [5, 1], once: true, again: [2], for: {}}",
      ], members: "  total: {cap: 1, floor: 2}\n"
    ).diagnostics()
    #expect(
      found.map(\.code) == [
        .stepsOrder, .absurdNumber, .ruleRefused, .rangeBounds, .ruleCombination, .ruleCombination, .missingKey,
        .capOrder,
      ])
    #expect(found.allSatisfy { $0.place != nil })
  }
}
