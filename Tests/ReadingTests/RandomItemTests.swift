import Diagnostics
import Scoring
import Testing
import Texts

@testable import Reading

@Suite("Random items, written and read again")
struct RandomItemTests {
  private static let settings = """
    title: 标准
    members:
    branches:
      items:
        - {key: meetings, name: 三会一课, kind: 规定, max: 5}
    welfare:
      series:
        - {id: blood, name: 公益献血, minimum: 3}

    """
  private let period: Period

  init() throws {
    period = Period(
      first: try #require(Day(year: 2024, month: 12, day: 1)), last: try #require(Day(year: 2025, month: 11, day: 30)))
  }

  /// The smallest project without records, and where its rulebook stands.
  private func project() throws -> (project: Project, content: Content) {
    var project = try Project.base()
    for path in project.files.keys where path.contains("/records/") {
      project.files[path] = project.files[path]?.split(separator: "\n").first.map { $0 + "\n" }
    }
    return (project, try #require(project.read().content))
  }

  private func said(_ items: [Item], _ groups: [ItemGroup]) -> [String] {
    items.map {
      "\($0.key) \($0.name) \($0.kind) \($0.form) \($0.caps) \($0.terms) \($0.works) \($0.proof)"
    } + groups.map { "\($0.key) \($0.name) \($0.caps)" }
  }

  private func read(_ project: Project) throws -> [String] {
    let (content, found, _, _) = project.read()
    #expect(found.filter { $0.severity == .error }.map { "\($0.code) \($0.message.en)" } == [])
    let rulebook = try #require(content?.ledger.years.first?.rulebook)
    return said(rulebook.items, rulebook.memberFramework.groups)
  }

  @Test("as rows of a table and as YAML they are the same items", arguments: 1...25)
  func roundTrip(seed: UInt64) throws {
    var (project, content) = try project()
    var random = RandomItems(seed: seed, period: period)
    let items = random.items()
    let framework = random.framework
    let ledger = content.ledger
    let writer = ItemRowWriter(
      standard: .members, framework: framework, otherNames: [:], period: period, works: ledger.works,
      branches: ledger.roster.branches)
    var rows = RowWriter(ItemColumns().layout)
    for item in items { writer.add(BranchItem(item, maximum: nil), to: &rows) }
    for group in framework.groups { writer.add(group, to: &rows) }
    let table = rows.table("")
    let path = "content/years/2025/rulebook.yaml"
    project.files["content/years/2025/items.csv"] =
      ([table.heading] + table.rows).map { $0.map(csvField).joined(separator: ",") + "\n" }.joined()
    project.files[path] = Self.settings
    let wanted = said(items, framework.groups)
    #expect(try read(project) == wanted)

    let text = try #require(understandTables(project.tree().tree).rulebooks.first?.text)
    project.files["content/years/2025/items.csv"] = nil
    project.files[path] = text
    #expect(try read(project) == wanted)
  }
}
