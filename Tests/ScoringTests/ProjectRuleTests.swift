import Diagnostics
import Testing
import Texts

@testable import Scoring

extension ProjectResult.State {
  /// As a person would say it.
  var words: String {
    switch self {
    case .underway(let stage): "underway \(stage)"
    case .awaitingSelf: "awaiting self"
    case .awaitingHead: "awaiting head"
    case .awaitingBoth: "awaiting both"
    case .failed(let combined): "failed \(combined.exact)"
    case .graded(let grade, let combined): "graded \(grade) (\(combined.exact))"
    }
  }
}

@Suite("S13: a project goes through five stages")
struct S13Stages {
  @Test("Before the review it is under way, whatever evaluations came early; stages after the day don't count")
  func underway() {
    var b = LedgerBuilder(asOf: "2025-03-31")
    let branch = b.branch()
    b.project(branch, reached: .control, own: (90, "2025-03-20"), head: (90, "2025-03-20"))
    // Stages on 10 January, February, March, April (review): on 31 March it is under control.
    b.project(branch, reached: .review)
    #expect(b.scored().book.projects.map(\.state.words) == ["underway control", "underway control"])
  }
}

@Suite("S14: each branch has a priority topic with a pain point")
struct S14PainPoint {
  @Test("A branch without one is warned of at its row; an empty or wholly exempt branch isn't")
  func warning() throws {
    var b = LedgerBuilder()
    let (good, ordinary, silent, empty, retired) = (
      b.branch("b01"), b.branch("b02"), b.branch("b03"), b.branch("b04"), b.branch("b05")
    )
    for (index, branch) in [good, ordinary, silent].enumerated() { _ = b.member("m\(index)", branch) }
    _ = b.member("old", retired, exempt: "离退休")
    b.project(good)
    b.project(ordinary, isPriority: false)
    b.project(silent, painPoint: "")
    b.project(empty, painPoint: "")
    b.year.welfareRule.gateTenths = 0
    let warnings = b.scored().diagnostics
    #expect(warnings.map(\.code) == [.painPointMissing, .painPointMissing])
    #expect(warnings.map(\.severity) == [.warning, .warning])
    #expect(warnings.map(\.place) == [b.branches[ordinary].place, b.branches[silent].place])
  }
}

@Suite("S15: contribution decides the share of a project's points")
struct S15Shares {
  @Test("7.00 points by 33 : 33 : 34 are 2.31, 2.31, 2.38 and sum exactly")
  func exact() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let (an, bo, cai) = (b.member("an", branch), b.member("bo", branch), b.member("cai", branch))
    _ = b.item("project", .project, .optional)
    b.project(
      branch, value: 10, own: (70, "2025-05-11"), head: (70, "2025-05-12"), tasks: [[(an, 33)], [(bo, 33), (cai, 34)]])
    let scored = b.scored()
    // 70 × 30 + 70 × 70 = 7000 → grade 70; 10 × 70 / 100 = 7.00.
    #expect([an, bo, cai].map { scored.total($0) } == [2.31, 2.31, 2.38])
    #expect(scored.book.awards(of: an).map(\.day) == ["2025-05-12"])
    #expect(scored.book.awards(of: cai).map(\.record) == [b.year.projects[0].tasks[1].shares[1].place])
  }

  @Test("A share is exact, however small: nothing is left to be given out by remainder")
  func small() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let (zhou, an) = (b.member("zhou", branch), b.member("an", branch))
    _ = b.item("project", .project, .optional)
    // 0.05 × 60 % = 0.03 over four equal shares of 25: 0.0075 each.
    b.project(
      branch, value: 0.05, own: (60, "2025-05-11"), head: (60, "2025-05-11"),
      tasks: [[(zhou, 25), (an, 25)], [(zhou, 25), (an, 25)]])
    let scored = b.scored()
    #expect(scored.points(an) == [0.0075, 0.0075])
    #expect(scored.points(zhou) == [0.0075, 0.0075])
    guard case .projectShare(_, task: 0, share: 25)? = scored.book.awards(of: zhou).first?.reason else {
      Issue.record("zhou's first share belongs to the first task")
      return
    }
  }

  @Test("The item's year cap holds over projects; without a project item nothing is given")
  func capped() {
    var b = LedgerBuilder()
    let branch = b.branch()
    let li = b.member("li", branch)
    b.project(branch, own: (90, "2025-05-11"), head: (90, "2025-05-11"), tasks: [[(li, 100)]])
    b.project(branch, own: (90, "2025-06-11"), head: (90, "2025-06-11"), tasks: [[(li, 100)]])
    #expect(b.scored().points(li).isEmpty)
    _ = b.item("project", .project, .optional, year: 12)
    let scored = b.scored()
    // 9.00 twice under a cap of 12.
    #expect(scored.points(li) == [9, 3])
    #expect(scored.book.awards(of: li).map(\.capped) == [0, 6])
    #expect(scored.book.projects.map(\.points) == [9, 9])
  }
}

@Suite("S17: two evaluations make one of the grades 60, 70, 80, 90")
struct S17Evaluation {
  func result(_ own: Int?, _ head: Int?, _ method: EvaluationRule.Method = .weighted, value: Points = 10)
    -> ProjectResult
  {
    var b = LedgerBuilder()
    let branch = b.branch()
    b.year.evaluation.method = method
    b.project(branch, value: value, own: own.map { ($0, "2025-06-01") }, head: head.map { ($0, "2025-06-02") })
    return b.scored().book.projects[0]
  }

  @Test(
    "Self 30 %, head 70 %, snapped down, never up",
    arguments: [
      (100, 100, "graded 90 (100.00)", 9.0),
      (90, 90, "graded 90 (90.00)", 9.0),
      // 30 × 97 + 70 × 87 = 2910 + 6090 = 9000; one less from the head: 8930.
      (97, 87, "graded 90 (90.00)", 9.0), (97, 86, "graded 80 (89.30)", 8.0),
      // 30 × 99 + 70 × 71 = 2970 + 4970 = 7940: nearly 80 is 70.
      (99, 71, "graded 70 (79.40)", 7.0),
      (60, 60, "graded 60 (60.00)", 6.0),
      // 30 × 59 + 70 × 60 = 5970: below the lowest grade.
      (59, 60, "failed 59.70", 0.0),
    ])
  func weighted(own: Int, head: Int, state: String, points: Double) {
    let result = result(own, head)
    #expect(result.state.words == state)
    #expect(result.points == Points(hundredths: Int64(points * 100)))
  }

  @Test("One side missing scores nothing and says which is awaited")
  func missing() {
    #expect(result(nil, 90).state.words == "awaiting self")
    #expect(result(90, nil).state.words == "awaiting head")
    #expect(result(nil, nil).state.words == "awaiting both")
    #expect(result(90, nil).points == 0)
  }

  @Test("Head only needs no self-evaluation; lower of two needs both and takes the lower")
  func alternatives() {
    #expect(result(nil, 85, .headOnly).state.words == "graded 80 (85.00)")
    #expect(result(100, 69, .headOnly).state.words == "graded 60 (69.00)")
    #expect(result(95, nil, .headOnly).state.words == "awaiting head")
    #expect(result(71, 95, .lowerOfTwo).state.words == "graded 70 (71.00)")
    #expect(result(nil, 95, .lowerOfTwo).state.words == "awaiting self")
  }

  @Test("An odd value keeps its hundredths: 7.35 × 80 % = 5.88")
  func exact() {
    #expect(result(85, 85, value: 7.35).points == 5.88)
  }

  @Test("An evaluation dated after the day of the report doesn't count yet")
  func notYet() {
    var b = LedgerBuilder(asOf: "2025-06-01")
    let branch = b.branch()
    let li = b.member("li", branch)
    _ = b.item("project", .project)
    b.project(branch, own: (90, "2025-06-01"), head: (90, "2025-06-02"), tasks: [[(li, 100)]])
    #expect(b.scored().book.projects[0].state.words == "awaiting head")
    #expect(b.scored().points(li).isEmpty)
    b.asOf = "2025-06-02"
    #expect(b.scored().points(li) == [9])
    #expect(b.scored().total(li, asOf: "2025-06-01") == 0)
  }
}

@Suite("Largest remainder")
struct ApportionmentTests {
  @Test("Parts follow the weights and sum to the whole")
  func parts() {
    // 100 : 3 = 33.33 each; one left, to the first.
    #expect(apportion(100, by: [1, 1, 1]) == [34, 33, 33])
    // 7 × 1/6 = 1.17, 7 × 2/6 = 2.33, 7 × 3/6 = 3.5: the left one goes to the largest remainder.
    #expect(apportion(7, by: [1, 2, 3]) == [1, 2, 4])
    #expect(apportion(-100, by: [1, 1, 1]) == [-34, -33, -33])
  }

  @Test("No weights, no parts, and no division by zero")
  func empty() {
    #expect(apportion(100, by: []).isEmpty)
    #expect(apportion(100, by: [0, 0]) == [0, 0])
  }
}
