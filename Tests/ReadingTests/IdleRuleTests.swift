import Diagnostics
@testable import Reading
import Testing

@Suite("Rules that can never do anything")
struct IdleRuleTests {
  @Test(
    "an item that gives nothing, or says something that never comes true",
    arguments: [
      ("points: 0", ["idle-rule"]), ("per: 0, unit: 次", ["idle-rule"]), ("levels: {市: 0, 省: 0}", ["idle-rule"]),
      ("levels: {好: 1, 不好: 0}", []), ("steps: {60: 0, 80: 0}, unit: 分", ["idle-rule", "steps-order"]),
      ("steps: {0: 0, 80: 1}, unit: 分", []), ("steps: {60: 1, 80: 1}, unit: 分", ["steps-order"]),
      ("reach: {10: 0, 20: 3}, unit: 次", ["steps-order"]), ("reach: {10: 3, 20: 3}, unit: 次", ["steps-order"]),
      ("points: 1, cap: {month: 0}", ["idle-rule"]), ("points: 1, cap: {day: 3, month: 0, year: 9}", ["idle-rule"]),
      ("start: 10, points: -1, cap: {year: 0}", ["idle-rule"]), ("points: 1, again: [1]", ["idle-rule"]),
      ("points: 1, again: [1, 2]", []),
    ] as [(String, [String])])
  func item(_ rest: String, _ codes: [String]) throws {
    let project = try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, \(rest)}"])
    #expect(project.codes().sorted() == codes, "\(project.diagnostics().map(\.message.zh))")
  }

  @Test(
    "full marks that no branch comes to, since its records only deduct or they are nothing",
    arguments: [
      ("max: 0", ["idle-rule"]), ("max: 0, min: -2", []), ("max: 10, levels: {缺项: -1}", ["idle-rule"]),
      ("max: 10, start: 10, levels: {缺项: -1}", []), ("max: 0, points: 1", ["idle-rule"]), ("max: 5, points: 1", []),
    ] as [(String, [String])])
  func branch(_ rest: String, _ codes: [String]) throws {
    let project = try RulebookProject(branch: ["{key: one, name: 一项, kind: 自选, \(rest)}"])
    #expect(project.codes() == codes, "\(project.diagnostics().map(\.message.zh))")
  }

  @Test("full marks of an item that only deducts: the remedy says how to deduct from them")
  func remedy() throws {
    let found = try RulebookProject(branch: ["{key: one, name: 一项, kind: 规定, max: 10, levels: {缺项: -1}}"]).diagnostics()
    #expect(found.map(\.remedy.zh) == ["从满分里扣的，写 start: 10.00；否则删去 max"])
  }

  @Test(
    "a group that bounds nothing of what is in it",
    arguments: [
      ("items: [lecture], cap: {year: 0}", ["idle-rule"]), ("items: [basis], cap: {month: 5}", ["idle-rule"]),
      ("items: [basis, lecture], cap: {month: 5}", []), ("items: [basis], cap: {year: 50}", ["cap-order"]),
      ("items: [basis, study], cap: {year: 65}", ["cap-order"]), ("items: [basis, study], cap: {year: 70}", []),
      ("items: [survey, project-task], once: true", ["idle-rule", "idle-rule"]),
      ("items: [survey, award], once: true", ["idle-rule"]), ("items: [survey, award], once: true, cap: {year: 9}", []),
      ("items: [survey], once: true, cap: {year: 9}", ["idle-rule"]),
    ] as [(String, [String])])
  func groups(_ rest: String, _ codes: [String]) throws {
    let project = try RulebookProject(
      member: [
        "{key: basis, name: 基础分, kind: 规定, start: 60}",
        "{key: study, name: 学习, kind: 规定, start: 10, points: -1}",
        "{key: survey, name: 测评, kind: 规定, form: survey, weight: 20}",
      ], members: "  groups: [{key: g, name: 一组, \(rest)}]\n")
    #expect(project.codes() == codes, "\(project.diagnostics().map(\.message.zh))")
  }

  @Test(
    "a total that nobody gets into, or bands beyond it",
    arguments: [
      ("total: {cap: 0}", ["idle-rule"]), ("total: {cap: 50}", ["cap-order"]), ("total: {cap: 60}", []),
      ("total: {cap: 100}\n  bands: [{name: 优, from: 120}, {name: 良, from: 100}]", ["idle-rule"]),
    ] as [(String, [String])])
  func total(_ lines: String, _ codes: [String]) throws {
    let project = try RulebookProject(
      member: ["{key: basis, name: 基础分, kind: 规定, start: 60}"], members: "  \(lines)\n")
    #expect(project.codes() == codes, "\(project.diagnostics().map(\.message.zh))")
  }

  @Test("a key that was refused here isn't offered in place of another")
  func offered() throws {
    let found = try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, points: 1, unit: 次, zzzzzz: 1}"])
      .diagnostics()
    #expect(found.map(\.code) == [.ruleCombination, .unknownKey])
    let remedy = try #require(found.last?.remedy.zh)
    // Beside points neither a unit nor full ones nor a weight has a place.
    for key in ["unit", "each", "weight", "min"] { #expect(!remedy.contains(" \(key),"), "\(remedy)") }
    #expect(remedy.contains(" roles,"))
  }

  @Test("a negative number in a rulebook isn't told to name a record")
  func negative() throws {
    let found = try RulebookProject(member: ["{key: one, name: 一项, kind: 自选, points: 1, cap: {year: -3}}"])
      .diagnostics()
    #expect(found.map(\.code) == [.negativeNumber])
    #expect(found.first?.remedy.zh == "写零或大于零的数")
  }
}
