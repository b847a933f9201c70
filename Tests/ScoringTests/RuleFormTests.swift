import Diagnostics
import Scoring
import Testing
import Texts

/// Each form of rule with records whose points are reckoned by hand.
@Suite("Forms of rules")
struct RuleFormTests {
  private func builder() -> (LedgerBuilder, Ref<Branch>, Ref<Member>) {
    var b = LedgerBuilder()
    let branch = b.branch()
    let member = b.member("li", branch)
    return (b, branch, member)
  }

  private func step(_ from: Quantity, _ points: Points) -> Item.Step { Item.Step(from: from, points: points) }

  @Test("The highest step that is not above the quantity gives the points, below the first none")
  func steps() {
    var (b, _, li) = builder()
    let exam = b.item("exam", .steps([step(60, 0.5), step(80, 1), step(90, 1.5)], unit: "分"))
    for (index, score) in [59.99, 60, 79.99, 80, 100].enumerated() {
      b.record(b.year.period.first.adding(days: index), li, exam, quantity: Quantity(floatLiteral: score))
    }
    #expect(b.scored().points(li) == [0, 0.5, 0.5, 1, 1.5])
  }

  @Test("A correction moves a record to the step of what stands")
  func correctedStep() {
    var (b, _, li) = builder()
    let exam = b.item("exam", .steps([step(60, 0.5), step(80, 1), step(90, 1.5)], unit: "分"))
    let record = b.record("2025-03-01", li, exam, quantity: 92)
    b.record("2025-04-01", li, exam, quantity: -10, corrects: record)
    b.record("2025-05-01", li, exam, quantity: -82, corrects: record)
    #expect(b.scored().points(li) == [1.5, -0.5, -1])
  }

  @Test("A quantity of nothing has its step where the first is from nothing")
  func stepOfNothing() {
    var (b, _, li) = builder()
    let rate = b.item("rate", .steps([step(0, -3), step(60, -1), step(95, 0)], unit: "%"))
    for (day, value) in [("2025-03-01", 0.0), ("2025-03-02", 94.9), ("2025-03-03", 95)] as [(Day, Double)] {
      b.record(day, li, rate, quantity: Quantity(floatLiteral: value))
    }
    #expect(b.scored().points(li) == [-3, -1, 0])
  }

  @Test("Only full units count where the rule says each")
  func fullUnits() {
    var (b, _, li) = builder()
    let people = b.item("people", .perUnit(0.5, unit: "人", each: 10))
    for (index, count) in [9.0, 10, 29.5, 30].enumerated() {
      b.record(b.year.period.first.adding(days: index), li, people, quantity: Quantity(floatLiteral: count))
    }
    // 0, 1, 2 and 3 full tens.
    #expect(b.scored().points(li) == [0, 0.5, 1, 1.5])
  }

  @Test("The record that crosses a threshold earns the difference, and a correction takes it back")
  func thresholds() {
    var (b, _, li) = builder()
    let hours = b.item("hours", .reach([step(10, 2), step(20, 5)], unit: "学时"))
    let first = b.record("2025-02-01", li, hours, quantity: 8)
    b.record("2025-03-01", li, hours, quantity: 4)
    b.record("2025-04-01", li, hours, quantity: 9)
    b.record("2025-05-01", li, hours, quantity: -3, corrects: first)
    // 8: none; 12: 2; 21: 5, so 3 more; 18: 2 again.
    #expect(b.scored().points(li) == [0, 2, 3, -3])
    let sums = b.scored().book.awards(of: li).map(\.basis)
    #expect(sums == [.reached(800), .reached(1200), .reached(2100), .reached(1800)])
  }

  @Test("At discretion the quantity is the points, and what is deducted where the range is below zero")
  func discretion() {
    var (b, _, li) = builder()
    let good = b.item("good", .range(1, 5), .optional)
    let bad = b.item("bad", .range(-4, -1))
    b.record("2025-02-01", li, good, quantity: 3.5)
    b.record("2025-02-02", li, bad, quantity: 2)
    #expect(b.scored().points(li) == [3.5, -2])
  }

  @Test("A credit stands on the later of the year's first day and the day of joining; deductions end at nothing")
  func credit() {
    var (b, branch, li) = builder()
    let wang = b.member("wang", branch, from: "2025-05-10")
    let retired = b.member("zhao", branch, exempt: "离退休")
    let duty = b.item("duty", .levels([.init(name: "缺席", points: -1), .init(name: "未交", points: -4)])) {
      $0.start = 10
    }
    for day in ["2025-06-01", "2025-06-02", "2025-06-03"] as [Day] { b.record(day, li, duty, level: 1) }
    let scored = b.scored()
    // 10 − 4 − 4, and of the last 4 only 2 are left.
    #expect(scored.points(li) == [10, -4, -4, -2])
    let last = scored.book.awards(of: li).last
    #expect(last?.capped == -2 && last?.cap == .floor && last?.isDeduction == true)
    #expect(scored.book.awards(of: wang).map(\.day) == ["2025-05-10"])
    #expect(scored.book.awards(of: wang).first?.record == b.memberships[1][0].place)
    #expect(scored.book.awards(of: retired).isEmpty)
  }

  @Test("What bounds a record bounds no start")
  func boundedRecords() {
    var (b, _, li) = builder()
    let duty = b.item("duty", .perUnit(-1, unit: "次", each: nil), record: 2) { $0.start = 10 }
    b.record("2025-06-01", li, duty, quantity: 3)
    #expect(b.scored().points(li) == [10, -2])
  }

  @Test("A level that takes all leaves nothing, and gives it back when it is corrected away")
  func takesAll() {
    var (b, _, li) = builder()
    let duty = b.item(
      "duty",
      .levels([.init(name: "缺席", points: -1), .init(name: "造假", points: -10, takesAll: true)])
    ) { $0.start = 10 }
    b.record("2025-06-01", li, duty)
    let fake = b.record("2025-07-01", li, duty, level: 1)
    b.record("2025-08-01", li, duty, quantity: -1, level: 1, corrects: fake)
    let awards = b.scored().book.awards(of: li)
    #expect(awards.map(\.points) == [10, -1, -9, 9])
    #expect(awards.allSatisfy { $0.capped == .zero })
  }

  @Test("Who has only the credit may not enter the PK, unless the rulebook says so")
  func creditAlone() {
    var (b, branch, li) = builder()
    let wang = b.member("wang", branch)
    _ = b.item("base", .credit) { $0.start = 60 }
    let day = b.item("day", .perRecord(1))
    b.record("2025-03-01", li, day)
    let obstacles = { (b: LedgerBuilder) in
      b.scored().book.qualified[0].reduce(into: [Ref<Member>: Qualifier.Obstacle]()) { $0[$1.member] = $1.obstacle }
    }
    #expect(obstacles(b) == [wang: .baseAlone])
    b.year.qualification.isBaseEnough = true
    #expect(obstacles(b).isEmpty)
  }

  @Test(
    "Of one affair the highest counts: a higher one earns the difference, a lower one nothing and says which counts")
  func once() {
    var (b, _, li) = builder()
    let levels: [Item.Level] = [.init(name: "市", points: 3), .init(name: "省", points: 5), .init(name: "国", points: 8)]
    let award = b.item("award", .levels(levels), .optional) { $0.isOnce = true }
    b.record("2025-02-01", li, award, level: 1, affair: "论文")
    b.record("2025-03-01", li, award, level: 0, affair: "论文")
    let national = b.record("2025-04-01", li, award, level: 2, affair: "论文")
    b.record("2025-05-01", li, award, level: 0, affair: "比赛")
    b.record("2025-06-01", li, award, quantity: -1, level: 2, corrects: national)
    let awards = b.scored().book.awards(of: li)
    #expect(awards.map(\.points) == [5, 0, 3, 3, -3])
    #expect(awards.map(\.cap) == [.none, .once(0), .once(0), .none, .recounted])
    #expect(awards.map(\.capped) == [0, 3, 5, 0, -5])
  }

  @Test("When the record that counts is corrected away, the next highest takes its place")
  func onceCorrected() {
    var (b, _, li) = builder()
    let award = b.item("award", .levels([.init(name: "市", points: 3), .init(name: "省", points: 5)])) {
      $0.isOnce = true
    }
    let province = b.record("2025-02-01", li, award, level: 1, affair: "论文")
    b.record("2025-03-01", li, award, level: 0, affair: "论文")
    b.record("2025-04-01", li, award, quantity: -1, level: 1, corrects: province)
    let scored = b.scored()
    #expect(scored.points(li) == [5, 0, -2] && scored.total(li) == 3)
  }

  @Test("A role takes its part, a second time its factor")
  func rolesAndAgain() {
    var (b, _, li) = builder()
    let team = b.item("team", .perRecord(5), .optional) {
      $0.roles = [.init(name: "负责人", hundredths: 100), .init(name: "成员", hundredths: 80)]
    }
    let late = b.item("late", .perRecord(-1)) { $0.again = [150, 200] }
    b.record("2025-02-01", li, team, role: 0)
    b.record("2025-02-02", li, team, role: 1)
    let first = b.record("2025-03-01", li, late)
    b.record("2025-03-02", li, late)
    b.record("2025-03-03", li, late)
    b.record("2025-03-04", li, late)
    #expect(b.scored().points(li) == [5, 4, -1, -1.5, -2, -2])
    // Without the first they were the first, second and third: −1, −1.5, −2 in place of −1, −1.5, −2, −2.
    b.record("2025-04-01", li, late, quantity: -1, corrects: first)
    #expect(b.scored().points(li).last == 2)
  }

  @Test("A survey gives its weight of the score, by the row that states it")
  func survey() {
    var (b, _, li) = builder()
    let item = b.item("survey", .survey(weight: 20))
    b.survey("2025-12-01", li, item, score: 88.75)
    let award = b.scored().book.awards(of: li).first
    #expect(award?.points == 17.75 && award?.record == b.year.surveys[0].place)
  }

  @Test("A branch's dated records stand in its rating part, below its full marks and not below nothing")
  func branchRecords() {
    var (b, branch, _) = builder()
    let files = b.branchItem(
      "files", .levels([.init(name: "缺项", points: -1), .init(name: "未交", points: -4)]), maximum: 10, start: 10)
    let press = b.branchItem("press", .perRecord(2), maximum: 3)
    let visit = b.branchItem("visit", .optional, maximum: 5)
    b.record("2025-03-01", of: branch, files, level: 1)
    let second = b.record("2025-04-01", of: branch, files)
    b.record("2025-05-01", of: branch, press)
    b.record("2025-06-01", of: branch, press)
    b.record("2025-07-01", of: branch, files, quantity: -1, corrects: second)
    b.rate(branch, visit, 4)
    _ = b.activity("a", held: "2025-02-01", override: 6, claims: [(branch, 100)])
    let scored = b.scored()
    let row = scored.branches()[0]
    // 10 − 4 − 1 + 1, 2 + 1 of 4 and 4.
    #expect(row.rewardPart == 13 && row.activityPart == 6 && row.total == 19)
    #expect(scored.book.awards(of: branch).reduce(.zero) { $0 + $1.points } == 19)
  }

  @Test("A grade is a fold over a total: the highest whose bound is reached")
  func bands() {
    var framework = Framework()
    let place = Place(file: 0, line: 1)
    framework.bands = [
      Band(name: "优秀", from: 90, atMost: nil, place: place), Band(name: "合格", from: 60, atMost: nil, place: place),
    ]
    #expect(framework.band(of: 90)?.name == "优秀")
    #expect(framework.band(of: 89.99)?.name == "合格")
    #expect(framework.band(of: 59.99) == nil)
  }

  @Test("More decisions than the grade may have are told, never undone")
  func bandsAtMost() {
    var (b, branch, li) = builder()
    let day = b.item("day", .perRecord(1))
    let others = ["a", "b", "c"].map { b.member($0, branch) }
    for member in [li] + others { b.record("2025-03-01", member, day) }
    b.year.memberFramework.bands = [
      Band(name: "优秀", from: 1, atMost: .init(1, of: 3), place: Place(file: 0, line: 1))
    ]
    b.decide(.winner(li))
    #expect(b.scored().codes(.warning).contains(.moreThanBand) == false)
    b.decide(.winner(others[0]))
    #expect(b.scored().codes(.warning).contains(.moreThanBand))
  }

  @Test("A vetoed branch can't be excellent, and keeps its points")
  func branchVeto() {
    var (b, branch, _) = builder()
    let visit = b.branchItem("visit", .optional, maximum: 5)
    b.rate(branch, visit, 4)
    b.decide(.branchVeto(branch, reason: "事故"))
    b.decide(.excellentBranch(branch))
    let scored = b.scored()
    #expect(scored.codes() == [.notEligible] && scored.branches()[0].total == 4)
  }
}
