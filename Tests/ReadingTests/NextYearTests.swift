import Diagnostics
import Foundation
import Scoring
import Testing

@testable import Reading

/// The sample's next year is there to be looked at: its rulebook uses every form that there is.
@Suite("The sample's next year")
struct NextYearTests {
  private func rulebook() throws -> Rulebook {
    let content = Project.docs.deletingLastPathComponent().appending(path: "content")
    var project = try Project.base()
    for path in project.files.keys where path.contains("/years/") || path.contains("/campaigns/") {
      project.files[path] = nil
    }
    for path in project.files.keys where path.contains("/works/") { project.files[path] = nil }
    var paths = ["brand.yaml", "branches.csv", "years/2026/year.yaml", "years/2026/rulebook.yaml"]
    paths += try FileManager.default.contentsOfDirectory(atPath: content.path + "/works").map { "works/\($0)" }
    for path in paths {
      project.files["content/\(path)"] = try String(contentsOf: content.appending(path: path), encoding: .utf8)
    }
    let (read, found, _, _) = project.read()
    #expect(found.filter { $0.severity == .error }.map(\.message.en) == [])
    return try #require(read?.ledger.years.last?.rulebook)
  }

  private func form(_ item: Item) -> [String] {
    switch item.form {
    case .perRecord: ["points"]
    case .perUnit(_, unit: _, let each): each == nil ? ["per"] : ["per", "each"]
    case .levels(let levels): levels.contains { $0.takesAll } ? ["levels", "all"] : ["levels"]
    case .steps(_, let unit): unit == "%" ? ["steps", "%"] : ["steps"]
    case .reach: ["reach"]
    case .range(let least, _): [least < .zero ? "range of deductions" : "range"]
    case .credit: ["start alone"]
    case .survey: ["survey"]
    case .welfareBase: ["welfare-base"]
    case .welfareBeyond: ["welfare-beyond"]
    case .project: ["project"]
    case .rating(let least, _): [least < .zero ? "rating below zero" : "rating"]
    }
  }

  private func uses(_ items: [Item], _ framework: Framework, _ period: Period) -> Set<String> {
    var all: Set<String> = []
    for item in items {
      all.formUnion(form(item))
      all.formUnion(item.caps.set.map { "cap \($0.span)" })
      let terms = item.terms
      if terms.start != nil, item.form != .credit { all.insert("start") }
      if terms.isOnce { all.insert("once") }
      if !terms.roles.isEmpty { all.insert("roles") }
      if !terms.again.isEmpty { all.insert("again") }
      if let validity = terms.validity { all.insert(validity.first > period.first ? "from" : "to") }
      if terms.audience?.standings.isEmpty == false { all.insert("for standing") }
      if terms.audience?.duties.isEmpty == false { all.insert("for office") }
      if terms.audience?.branches.isEmpty == false { all.insert("for branch") }
    }
    if framework.groups.contains(where: \.isOnce) { all.insert("group once") }
    if framework.groups.contains(where: { !$0.caps.set.isEmpty }) { all.insert("group cap") }
    if framework.total.cap != nil { all.insert("total cap") }
    if framework.total.floor != nil { all.insert("total floor") }
    if framework.bands.contains(where: { $0.atMost != nil }) { all.insert("at most") }
    if !framework.bands.isEmpty { all.insert("bands") }
    if !framework.vetoes.isEmpty { all.insert("vetoes") }
    return all
  }

  @Test("members' and branches' standards use every form")
  func everyForm() throws {
    let book = try rulebook()
    let period = Period(
      first: try #require(Day(year: 2025, month: 12, day: 1)), last: try #require(Day(year: 2026, month: 11, day: 30)))
    let members = uses(book.items, book.memberFramework, period)
    #expect(
      members == [
        "points", "per", "each", "levels", "all", "steps", "%", "reach", "range", "range of deductions", "start alone",
        "start", "survey", "welfare-base", "welfare-beyond", "project", "cap record", "cap day", "cap week",
        "cap month",
        "cap quarter", "cap year", "once", "roles", "again", "from", "to", "for standing", "for office", "for branch",
        "group once", "group cap", "total cap", "total floor", "at most", "bands", "vetoes",
      ])
    let branches = uses(book.branchItems.map(\.rule), book.branchFramework, period)
    #expect(
      branches == [
        "levels", "all", "start", "per", "steps", "%", "reach", "range", "points", "roles", "once", "rating",
        "rating below zero", "cap quarter", "cap year", "group cap", "total floor", "bands", "vetoes",
      ])
  }
}
