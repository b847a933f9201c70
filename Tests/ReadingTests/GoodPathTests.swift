import Diagnostics
@testable import Reading
import Scoring
import Testing
import Texts

@Suite("A project without mistakes")
struct GoodPathTests {
  @Test("reads without a word, every reference resolved")
  func base() throws {
    let (content, diagnostics, tree, _) = try Project.base().read()
    #expect(
      diagnostics.map {
        "\($0.code.rawValue) \($0.place.map { tree.citation(of: $0) } ?? $0.path ?? "") \($0.message.en)"
      } == [])
    let ledger = try #require(content?.ledger)
    #expect(ledger.roster.members.map(\.key) == ["gao-yuan", "lin-zhiyuan", "zhou-jingyi"])
    #expect(ledger.roster.memberships[0].map(\.branch.index) == [1, 0], "gao-yuan moves from b07 to b03")
    let year = try #require(ledger.years.first)
    #expect(year.state == .notice(from: try day(2025, 12, 8), to: try day(2025, 12, 19)))
    #expect(year.records.count == 4)
    #expect(year.records[1].quantity == Quantity(2))
    #expect(year.records[2].corrects == 1, "the correction names the lecture")
    #expect(year.records[3].level == 1, "市 is the second level")
    #expect(ledger.notes[Int(year.records[0].note)] == "三月主题党日")
    #expect(tree.citation(of: year.records[3].place) == "content/years/2025/records/b07.csv:5")
    #expect(year.rulebook.items[3].form == .welfareBase(Points(10)))
    #expect(year.activities[1].override?.value == Points(5))
    #expect(year.activities[1].budget == 3000)
    #expect(year.activities[0].claims.map(\.branch.index) == [1])
    #expect(year.projects[1].tasks.flatMap(\.shares).map(\.share) == [60, 40])
    #expect(content?.stories.first?.activity == ActivityRef(year: Ref(0), activity: Ref(0)))
    #expect(content?.groups.first?.metric?.members == Figure(hundredths: 12_700))
  }

  @Test("a summary over two lines of a write-up's details has no space in it")
  func summary() throws {
    var project = try Project.base()
    let path = "content/campaigns/rivers/three-rivers.md"
    project.files[path] = project.files[path]?.replacing("summary: 二十六人。", with: "summary: 二十六\n  人，两个周末。")
    let (content, _, _, _) = project.read()
    #expect(content?.stories.first?.summary == "二十六人，两个周末。")
  }
}

func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day { try #require(Day(year: year, month: month, day: day)) }
