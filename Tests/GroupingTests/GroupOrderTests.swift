import Diagnostics
import Scoring
import Testing
import Texts

@testable import Grouping

@Suite("What a group's file says")
struct GroupOrderTests {
  private static func read(_ text: String) -> (GroupOrder?, [Diagnostic]) {
    GroupOrder.read(SourceTree(files: [SourceFile(path: "group.yaml", text: text)]), "group.yaml")
  }

  private static let text = """
    title: 仪器集团
    notice: 虚构
    base_address: https://example.org/g
    output: ../site
    companies:
      - {folder: 仪表, id: meters, name: 仪表公司, short: 仪表}
      - {folder: valves, url: "https://valves.example.org/points"}

    """

  @Test("companies come in the file's order; addresses end in a slash")
  func order() throws {
    let (order, mistakes) = Self.read(Self.text)
    #expect(mistakes.isEmpty)
    let group = try #require(order)
    #expect(group.companies.map(\.folder) == ["仪表", "valves"])
    #expect(group.companies.map(\.id) == ["meters", ""])
    #expect(group.companies[1].url == "https://valves.example.org/points/")
    #expect(group.companies[0].base(in: group) == "https://example.org/g/meters/")
    #expect(group.companies[1].base(in: group) == "https://valves.example.org/points/")
    #expect(group.output == "../site")
  }

  @Test("a key that isn't one, a company without its folder and an address that is none are told together")
  func mistakes() {
    let (order, mistakes) = Self.read("title: 甲\ncompanys: []\ncompanies:\n  - {id: a, url: example.org}\n")
    #expect(order == nil)
    #expect(Set(mistakes.map(\.code)) == [.unknownKey, .missingKey, .unsafeLink])
  }

  private static func settled(
    _ folders: [String?], output: String = "/srv/site", days: [Day?]? = nil, on day: Day? = nil
  ) throws -> [Diagnostic] {
    let order = try #require(Self.read(Self.text).0)
    let places = GroupPlaces(folders: folders, output: output, days: days ?? folders.map { _ in nil })
    return order.settled(at: places, on: day, taken: ["scripts"]).1
  }

  @Test("a company's folder is the name of its site's, unless the file gives another")
  func names() throws {
    let order = try #require(Self.read(Self.text).0)
    let places = GroupPlaces(folders: ["/g/仪表", "/g/valves"], output: "/g/site", days: [nil, nil])
    #expect(order.settled(at: places, on: nil, taken: []).0.companies.map(\.id) == ["meters", "valves"])
  }

  @Test("folders that are one, lie within one another, hold the site or are held by it, at the line that names them")
  func folders() throws {
    #expect(try Self.settled(["/g/a", "/g/b"]).isEmpty)
    // One that begins with another's name isn't in it.
    #expect(try Self.settled(["/g/a", "/g/a2"]).isEmpty)
    for folders in [["/g/a", "/g/a"], ["/g/a", "/g/a/b"], ["/g/a/b", "/g/a"], ["/g/a", nil]] {
      let found = try Self.settled(folders)
      #expect(found.map(\.code) == [.groupFolder])
      #expect(found.first?.place?.line == 7)
    }
    for output in ["/g/a", "/g", "/", "/g/a/public"] {
      let found = try Self.settled(["/g/a", "/h/b"], output: output)
      #expect(found.first?.code == .groupFolder && found.first?.place?.line == 6, "\(output)")
    }
  }

  @Test("days that differ, and a day asked for that isn't a project's own")
  func days() throws {
    let (one, other) = (Day(year: 2025, month: 12, day: 11), Day(year: 2025, month: 12, day: 15))
    #expect(try Self.settled(["/a", "/b"], days: [one, one]).isEmpty)
    #expect(try Self.settled(["/a", "/b"], days: [one, nil]).isEmpty)
    let found = try Self.settled(["/a", "/b"], days: [one, other])
    #expect(found.map(\.code) == [.groupDay] && found.first?.place?.line == 7)
    #expect(try Self.settled(["/a", "/b"], days: [one, nil], on: other).map(\.place?.line) == [6])
  }

  @Test("names that the group's own pages need, or another company has in other letters")
  func taken() throws {
    func ids(_ one: String, _ other: String) throws -> [DiagnosticCode] {
      var order = GroupOrder(folders: ["a", "b"])
      order.companies[0].id = one
      order.companies[1].id = other
      let places = GroupPlaces(folders: ["/a", "/b"], output: "/site", days: [nil, nil])
      return order.settled(at: places, on: nil, taken: ["scripts", "index.html"]).1.map(\.code)
    }
    #expect(try ids("meters", "valves").isEmpty)
    #expect(try ids("2025", "valves") == [.groupName])
    #expect(try ids("Scripts", "valves") == [.groupName])
    #expect(try ids("meters", "Meters") == [.groupName])
  }
}
