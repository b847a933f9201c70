import Scoring
import Testing
import Texts
import Wording

/// Each way an award comes about, in the words a member reads beside it.
@Suite("Words of an award")
struct AwardWordsTests {
  private func details(_ year: SmallYear, _ standard: Standard = .members) -> [String] {
    year.told(standard).map(\.detail)
  }

  @Test("a step says which quantity reached it and what it gives")
  func steps() {
    var year = SmallYear()
    let exam = year.item("考试", .steps([.init(60, 50), .init(80, 100), .init(90, 150)], unit: "分"))
    let record = year.record((3, 1), exam, 7500)
    year.record((3, 2), exam, 9200)
    year.record((3, 3), exam, 5950)
    year.record((3, 4), exam, -3000, corrects: record)
    #expect(
      details(year) == [
        "75分，60–80档 0.5分", "92分达90分档，计1.5分", "59.5分未到60分档，不计分", "更正；−30分，按更正后的数重新定档",
      ])
  }

  @Test("full units, a choice of the committee, a level that takes all")
  func others() {
    var year = SmallYear()
    let people = year.item("发动", .perUnit(Points(hundredths: 50), unit: "人", each: Quantity(10)))
    let good = year.item("贡献", .range(Points(1), Points(5)))
    let bad = year.item("失误", .range(Points(-4), Points(-1)))
    let duty = year.item(
      "履职", .levels([.init(name: "缺席", points: Points(-1)), .init(name: "造假", points: Points(-10), takesAll: true)]),
      .base
    ) { $0.start = Points(10) }
    year.record((2, 1), people, 2900)
    year.record((2, 2), good, 350)
    year.record((2, 3), bad, 200)
    year.record((2, 4), duty)
    year.record((2, 5), duty, level: 1)
    year.record((2, 6), duty, level: 1)
    let told = year.told()
    #expect(told.map(\.points.plain) == ["10", "1", "3.5", "−2", "−1", "−9", "0"])
    #expect(
      told.map(\.detail) == [
        "", "每满10人0.5分，29人计2个整单位", "酌情3.5分", "酌情扣2分", "缺席", "造假：此项不得分，扣去余下9分", "造假：此项不得分，已无余分",
      ])
    #expect(told.map(\.reason).first == "履职，基础分，自2025-01-01")
  }

  @Test("a threshold says what the year's quantities come to, and what is made up")
  func reach() {
    var year = SmallYear()
    let hours = year.item("学时", .reach([.init(10, 200), .init(20, 500)], unit: "学时"))
    let first = year.record((2, 1), hours, 800)
    year.record((3, 1), hours, 400)
    year.record((4, 1), hours, 900)
    year.record((5, 1), hours, -300, corrects: first)
    #expect(
      details(year) == [
        "累计8学时，未到10学时档，不另计分", "累计满10学时，计2分", "累计满20学时，补差3分", "更正；累计减为18学时，补差−3分",
      ])
  }

  @Test("roles, later times and affairs: of one affair the record is cited that counts")
  func conditions() {
    var year = SmallYear()
    let project = year.item("课题", .perRecord(Points(5))) {
      $0.roles = [.init(name: "负责人", hundredths: 100), .init(name: "成员", hundredths: 80)]
    }
    let late = year.item("迟到", .perRecord(Points(-1)), .base) { $0.again = [150, 200] }
    let prize = year.item(
      "获奖", .levels([.init(name: "市", points: Points(3)), .init(name: "省", points: Points(5))])
    ) { $0.isOnce = true }
    year.record((2, 1), project, role: 0)
    year.record((2, 2), project, role: 1)
    for day in 3...5 { year.record((2, day), late) }
    year.record((3, 1), prize, affair: "论文")
    year.record((3, 2), prize, level: 1, affair: "论文")
    year.record((3, 3), prize, affair: "论文")
    let told = year.told()
    #expect(told.map(\.points.plain) == ["5", "4", "−1", "−1.5", "−2", "3", "2", "0"])
    #expect(
      told.map(\.detail) == [
        "角色：负责人", "角色：成员，按0.8", "", "第2次，按1.5倍", "第3次，按2倍", "事项：论文；市",
        "事项：论文；省；同一事项取最高：已有2025-03-01的记录（years/2025/records/b01.csv:9），本次补差2.00分",
        "事项：论文；市；同一事项取最高：已有2025-03-02的记录（years/2025/records/b01.csv:10），不重复计",
      ])
  }

  @Test("a cap that isn't the rule's own names the line that says it")
  func caps() {
    var year = SmallYear()
    let group = year.group("学习类", Caps(month: Points(5)))
    let one = year.item("自学", .perRecord(Points(3))) { $0.group = group }
    let two = year.item("讲课", .perRecord(Points(4)), caps: Caps(day: Points(4))) { $0.group = group }
    year.memberFramework.total.cap = Points(8)
    year.memberFramework.total.place = year.place(SmallYear.rulebook)
    year.record((2, 1), one)
    year.record((2, 2), one)
    year.record((3, 1), two)
    year.record((3, 1), two)
    let told = year.told()
    #expect(told.map(\.points.plain) == ["3", "2", "3", "0"])
    #expect(
      told.map(\.detail) == [
        "", "“学习类”本组月度上限5分（标准第1行），计入2.00分", "总分上限8分（标准第4行），计入3.00分", "讲课每日上限4.00分，计入0.00分",
      ])
  }

  @Test("deductions end where the total's floor or the item's own nothing is")
  func floors() {
    var year = SmallYear()
    let duty = year.item("履职", .perRecord(Points(-4)), .base) { $0.start = Points(6) }
    let other = year.item("失误", .perRecord(Points(-3)), .base)
    year.memberFramework.total.floor = Points(0)
    year.memberFramework.total.place = year.place(SmallYear.rulebook)
    year.record((2, 1), duty)
    year.record((2, 2), duty)
    year.record((2, 3), other)
    #expect(
      details(year) == ["", "", "扣完为止，计入-2.00分", "总分扣到0分为止（标准第3行），计入0.00分"])
  }

  @Test("a correction that moves what caps leave of another item says so under that item's name")
  func recounted() {
    var year = SmallYear()
    let group = year.group("学习类", Caps(month: Points(5)))
    let one = year.item("自学", .perRecord(Points(4)), caps: Caps(week: Points(4))) { $0.group = group }
    let two = year.item("讲课", .perRecord(Points(4))) { $0.group = group }
    let first = year.record((2, 3), one)
    year.record((2, 4), two)
    year.record((2, 5), one, -100, corrects: first)
    let told = year.told()
    #expect(told.map(\.points.plain) == ["4", "1", "−4", "3"])
    #expect(told.last?.reason == "讲课，随更正变动")
    #expect(told.last?.detail == "“自学”2025-02-05更正，同组、同用上限的记录重新计算，这里是本项的差额")
  }

  @Test("a correction says what it moves beside its own record, and never takes away a negative number of points")
  func corrections() {
    var year = SmallYear()
    let late = year.item("迟到", .perRecord(Points(-1)), .base) { $0.again = [150, 200] }
    let prize = year.item(
      "获奖", .levels([.init(name: "市", points: Points(3)), .init(name: "省", points: Points(5))])
    ) { $0.isOnce = true }
    let bad = year.item("失误", .range(Points(-4), Points(-1)))
    let good = year.item("贡献", .range(Points(1), Points(5)))
    let first = year.record((2, 1), late)
    for day in 2...3 { year.record((2, day), late) }
    year.record((2, 4), late, -100, corrects: first)
    let city = year.record((3, 1), prize, affair: "论文")
    let province = year.record((3, 2), prize, level: 1, affair: "论文")
    year.record((3, 3), prize, -100, level: 1, affair: "论文", corrects: province)
    year.record((3, 4), prize, -100, affair: "论文", corrects: city)
    let fault = year.record((4, 1), bad, 300)
    year.record((4, 2), bad, -100, corrects: fault)
    let help = year.record((5, 1), good, 300)
    year.record((5, 2), good, 100, corrects: help)
    let told = year.told().filter { $0.detail.hasPrefix("更正") }
    // −1, −1.5, −2 without the first are −1 and −1.5: 2 go back. Without the province's prize the city's 3 are left.
    #expect(told.map(\.points.plain) == ["2", "−2", "−3", "1", "1"])
    #expect(
      told.map(\.detail) == [
        "更正，其余各次按次序重新计", "更正；事项：论文；省；同一事项重新取最高，计入-2.00分",
        "更正；事项：论文；市", "更正；酌情少扣1分", "更正；酌情多给1分",
      ])
  }

  @Test("a survey's figure is its score, its weight and its ballots")
  func survey() {
    var year = SmallYear()
    let item = year.item("测评", .survey(weight: Quantity(20)), .base)
    year.surveys = [
      SurveyResult(
        member: year.li, item: item, score: Quantity(hundredths: 8875), ballots: 30, day: SmallYear.day(12, 1),
        note: "",
        place: Place(file: 1, line: 1))
    ]
    #expect(details(year) == ["民主测评88.75分×20%（30票）"])
    #expect(year.told().map(\.points.plain) == ["17.75"])
  }

  @Test("a branch's awards are explained by the branches' standard")
  func branches() {
    var year = SmallYear()
    _ = year.item("党员的第一项", .perRecord(Points(1)))
    let brief = year.branchItem(
      "信息报送", .perUnit(Points(1), unit: "篇", each: nil), maximum: Points(3), caps: Caps(month: Points(2)))
    year.record((2, 1), brief, 300)
    year.record((3, 1), brief, 200)
    #expect(year.told(.branches).map(\.reason) == ["信息报送", "信息报送"])
    #expect(
      details(year, .branches) == [
        "3篇×1.00；信息报送月度上限2.00分，计入2.00分", "2篇×1.00；信息报送年度上限3.00分，计入1.00分",
      ])
  }
}
