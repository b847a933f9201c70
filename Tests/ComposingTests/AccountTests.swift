import Scoring
import Testing

@testable import Composing

/// What stands on a member's and a branch's page adds up, and says what is left of each bound.
@Suite("Accounts with every form of rule")
struct AccountTests {
  /// A year with groups, a total, thresholds, credits and deductions, cut in both directions.
  private func year(seed: UInt64) -> SmallYear {
    var random = seed
    func next(_ bound: UInt64) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % bound)
    }
    var year = SmallYear()
    let study = year.group("学习类", Caps(month: Points(5), year: Points(12)))
    let fines = year.group("扣分类", Caps(month: Points(3)))
    let items = [
      year.item("自学", .perRecord(Points(2)), caps: Caps(week: Points(3))) { $0.group = study },
      year.item("学时", .reach([.init(10, 200), .init(20, 500)], unit: "学时"), .base) { $0.group = study },
      year.item("考试", .steps([.init(60, 50), .init(80, 133)], unit: "分")),
      year.item("贡献", .range(Points(1), Points(5)), caps: Caps(quarter: Points(9), year: Points(20))),
      year.item("失误", .perRecord(Points(-2)), .base) { $0.group = fines },
      year.item("迟到", .perUnit(Points(hundredths: -50), unit: "次", each: nil), .base) { $0.group = fines },
      year.item("履职", .perRecord(Points(-3)), .base) { $0.start = Points(10) },
    ]
    year.memberFramework.total.cap = Points(40)
    year.memberFramework.total.floor = Points(0)
    year.memberFramework.bands = [
      Band(name: "优秀", from: Points(30), atMost: nil, place: year.place(SmallYear.rulebook)),
      Band(name: "合格", from: Points(-100), atMost: nil, place: year.place(SmallYear.rulebook)),
    ]
    year.state = .final(signedBy: "党委", on: SmallYear.day(12, 31))
    for _ in 0..<60 {
      let item = next(UInt64(items.count))
      let record = year.record((1 + next(12), 1 + next(28)), items[item], Int64(100 * (1 + next(5))))
      let day = year.records[Int(record)].day
      if next(6) == 0, day.month < 12 {
        year.record((day.month + 1, 1), items[item], -year.records[Int(record)].quantity.hundredths, corrects: record)
      }
    }
    return year
  }

  private func sum(_ figures: [String]) -> Points {
    figures.reduce(.zero) { sum, figure in
      let value = Double(figure.replacing("−", with: "-")) ?? 0
      return sum + Points(millionths: Int64((value * 1_000_000).rounded()))
    }
  }

  @Test("items, months, kinds and what was cut add up to the totals", arguments: 1...40 as ClosedRange<UInt64>)
  func sums(seed: UInt64) {
    let account = year(seed: seed).context.memberAccount(Ref(0), year: Ref(0))
    #expect(sum([account.base, account.optional]) == sum([account.total]))
    for (items, months, whole) in [
      (account.baseItems.map(\.points), account.months.map(\.base), account.base),
      (account.optionalItems.map(\.points), account.months.map(\.optional), account.optional),
    ] {
      #expect(sum(items) == sum([whole]))
      #expect(sum(months) == sum([whole]))
    }
    let items = account.baseItems + account.optionalItems
    #expect(sum(items.map(\.capped)) == sum([account.capped]))
    #expect(sum(items.map(\.undeducted)) == sum([account.undeducted]))
    #expect(sum(account.months.map(\.capped)) == sum([account.capped]))
    #expect(sum(account.months.map(\.undeducted)) == sum([account.undeducted]))
    #expect(
      sum(account.months.flatMap(\.postings).map(\.capped)) == sum([account.capped, account.undeducted]))
    #expect(account.months.last?.postings.last?.running == account.total)
    let total = account.caps.last
    #expect(total?.used == account.total && sum([total?.used ?? "", total?.left ?? ""]) == Points(40))
  }

  @Test("caps that items share, what a threshold still needs and what is left of a start are told")
  func left() {
    var year = SmallYear()
    let study = year.group("学习类", Caps(month: Points(5), year: Points(12)))
    let reading = year.item("自学", .perRecord(Points(2))) { $0.group = study }
    let hours = year.item("学时", .reach([.init(10, 200), .init(20, 500)], unit: "学时"), .base)
    let duty = year.item("履职", .perRecord(Points(-1)), .base) { $0.start = Points(10) }
    year.memberFramework.bands = [
      Band(name: "合格", from: Points(10), atMost: nil, place: year.place(SmallYear.rulebook))
    ]
    for day in 1...3 { year.record((12, day), reading) }
    year.record((3, 1), hours, 1700)
    year.record((4, 1), duty)
    let draft = year.context.memberAccount(Ref(0), year: Ref(0))
    #expect(draft.baseItems.map(\.notes) == [["还差3学时到20学时档，可再得3分"], ["余9分，起始10分"]])
    #expect(draft.caps.map(\.name) == ["学习类", "学习类"])
    #expect(draft.caps.map(\.span) == ["本月", "全年"])
    #expect(draft.caps.map(\.used) == ["5.00", "5.00"])
    #expect(draft.caps.map(\.left) == ["0.00", "7.00"])
    #expect(draft.band.isEmpty)
    year.state = .final(signedBy: "党委", on: SmallYear.day(12, 31))
    #expect(year.context.memberAccount(Ref(0), year: Ref(0)).band == ["合格"])
  }

  @Test("a branch's page holds dated records beside ratings, what caps kept out on each side, and a veto")
  func branch() {
    var year = SmallYear()
    let brief = year.branchItem("信息报送", .perRecord(Points(2)), maximum: Points(3))
    let fault = year.branchItem("通报", .perRecord(Points(-2)), caps: Caps(year: Points(3)))
    let typed = year.branchItem("三会一课", .rating(least: Points(-5), most: Points(5)), maximum: Points(5))
    for day in 1...2 {
      year.record((2, day), brief)
      year.record((3, day), fault)
    }
    year.ratings = [
      Rating(
        branch: year.branch, item: typed, points: Points(4), on: SmallYear.day(12, 20), note: "",
        place: year.place(SmallYear.file))
    ]
    year.decisions = [
      Decision(
        matter: .branchVeto(year.branch, reason: "安全事故"), signedBy: "党委", on: SmallYear.day(12, 21), note: "",
        place: year.place(SmallYear.file))
    ]
    let account = year.context.branchAccount(Ref(0), year: Ref(0))
    #expect(account.rewardPart.map(\.points) == ["2.00", "1.00", "−2.00", "−1.00", "4.00"])
    #expect(account.rewardPart.map(\.capped) == ["", "1.00", "", "−1.00", ""])
    #expect(account.capped == "1.00" && account.undeducted == "−1.00")
    #expect(account.me?.total == "4.00" && account.me?.rewardPart == "4.00")
    #expect(account.vetoes.map(\.reason) == ["安全事故"] && account.vetoes.map(\.signedBy) == ["党委"])
  }
}
