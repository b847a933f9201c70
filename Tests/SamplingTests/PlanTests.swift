import Scoring
import Testing

@testable import Sampling

@Suite struct PlanTests {
  @Test("names carry the strokes of each character: 诸葛 10 12, 德 15, 林 8; a middle dot has none")
  func strokes() {
    #expect(PersonName(text: "诸葛德林", surname: "zhuge", given: "delin").strokes == "10 12 15 8")
    #expect(PersonName(text: "阿依努尔·艾山", surname: "ayinuer", given: "aishan").strokes == "7 8 7 5 5 3")
  }

  @Test func samePlanGivesSameBytes() {
    let plan = SamplePlan(seed: 7, members: 60, records: 4_000, stories: 6)
    #expect(sampleProject(plan) == sampleProject(plan))
    let other = SamplePlan(seed: 8, members: 60, records: 4_000, stories: 6)
    #expect(sampleProject(plan) != sampleProject(other), "the seed changes nothing")
  }

  @Test(arguments: [1, 7, 300]) func anySizeIsComplete(_ members: Int) {
    let plan = SamplePlan(seed: 1, members: members, records: members * 110, stories: 5)
    let files = sampleProject(plan)
    let paths = files.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(paths == paths.sorted())
    for path in [
      "site.yaml", "brand.yaml", "organisation.yaml", "about.md", "branches.csv", "offices.csv", "members/b001.csv",
      "memberships/b001.csv", "years/2024/rulebook.yaml", "years/2025/year.yaml", "years/2024/decisions.yaml",
      "years/2025/assertions.yaml", "campaigns/field/index.md", "campaigns/field/s00001.md",
    ] {
      #expect(paths.contains("content/\(path)"), "\(path) is missing")
    }
    #expect(paths.count { $0.hasPrefix("content/works/") } == 53)
    #expect(paths.count { $0.hasSuffix("/index.md") } == 5)
    let rows = files.filter { $0.path.contains("/records/") }.map { $0.text.count { $0 == "\n" } - 1 }
    #expect(rows.reduce(0, +) == members * 110, "not as many records as asked for")
    let company = Company(plan)
    #expect(company.people.count { $0.stay(on: reportDay) != nil } == members)
  }

  @Test func storiesAreLongEnough() {
    let plan = SamplePlan(seed: 3, members: 30, records: 100, stories: 20)
    for file in sampleProject(plan) where file.path.contains("/s0") {
      let han = file.text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
      #expect(han >= 800, "\(file.path) has \(han) Han characters")
    }
  }

  /// No text may hold what its file's format would read as structure.
  @Test func rowsHaveAsManyCellsAsTheirHeader() {
    for file in sampleProject(.showcase) where file.path.hasSuffix(".csv") {
      let rows = file.text.split(separator: "\n").map { $0.count { $0 == "," } }
      #expect(Set(rows).count == 1, "\(file.path) is ragged")
      #expect(!file.text.contains("\""))
    }
  }

  @Test func diceAreEvenAndTheirOwn() {
    var dice = Dice(seed: 1, "test")
    var counts = Array(repeating: 0, count: 6)
    for _ in 0..<6_000 { counts[dice.below(6)] += 1 }
    // A fair die throws each face 1000 times, give or take about 29.
    #expect(counts.allSatisfy { (850...1150).contains($0) })
    var (first, second) = (Dice(seed: 1, "a"), Dice(seed: 1, "b"))
    #expect((0..<8).map { _ in first.below(1000) } != (0..<8).map { _ in second.below(1000) })
  }
}
