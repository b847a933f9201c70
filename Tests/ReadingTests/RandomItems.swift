import Scoring
import Texts

@testable import Reading

/// Equal numbers on every machine.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

/// Items of every form with every term that may stand beside it, in two groups or none.
struct RandomItems {
  private var random: Seeded
  let framework: Framework
  let period: Period

  init(seed: UInt64, period: Period) {
    random = Seeded(state: seed &* 7919 &+ 1)
    self.period = period
    var framework = Framework()
    framework.groups = (0..<2).map {
      ItemGroup(
        key: "g\($0)", name: "第\($0)组", caps: Caps(month: Points(400), quarter: Points(600 + $0)), isOnce: false,
        place: Place(file: 0, line: 1))
    }
    self.framework = framework
  }

  private mutating func points(_ range: ClosedRange<Int> = 1...900) -> Points {
    Points(hundredths: Int64(Int.random(in: range, using: &random)))
  }

  private mutating func quantity(_ range: ClosedRange<Int> = 1...900) -> Quantity {
    Quantity(hundredths: Int64(Int.random(in: range, using: &random)))
  }

  private mutating func chance() -> Bool { Bool.random(using: &random) }

  private mutating func word(_ index: Int) -> String {
    let words = ["市级", "3等奖", "甲、乙", "每月", "“优”", "一等奖", "附加", "A-1", "人次", "天", "限额", "满意", "扣款", "100字"]
    return (words.randomElement(using: &random) ?? "") + ["", "一", "二", "三"][index]
  }

  private mutating func steps() -> [Item.Step] {
    (1...3).map { Item.Step(from: Quantity(20 * $0), points: Points($0 * Int.random(in: 2...2, using: &random))) }
  }

  private mutating func form(_ kind: Int) -> Item.Form {
    let sign: (Points) -> Points = chance() ? { $0 } : { -$0 }
    return switch kind {
    case 0: .perRecord(sign(points()))
    case 1: .perUnit(sign(points()), unit: word(0), each: chance() ? quantity() : nil)
    case 2: .levels((1...3).map { Item.Level(name: word($0), points: sign(points())) })
    case 3: .steps(steps(), unit: word(0))
    case 4: .reach(steps(), unit: word(0))
    case 5: chance() ? .range(points(1...100), points(200...300)) : .range(-points(200...300), -points(1...100))
    case 6: .credit
    default: .survey(weight: quantity())
    }
  }

  mutating func items() -> [Item] {
    (0..<16).map { number in
      let kind = number % 8
      let form = form(kind)
      var terms = Terms()
      var caps = Caps()
      let takesRecords = kind < 6
      if kind == 6 { terms.start = points() }
      if takesRecords {
        if kind != 4, chance() {
          terms.roles = (1...2).map { Terms.Role(name: word($0), hundredths: quantity().hundredths) }
        }
        if kind == 0, chance() { terms.again = [150, quantity().hundredths] }
        if kind != 4, terms.again.isEmpty { terms.isOnce = number > 1 && chance() }
        if chance() {
          terms.validity = Period(
            first: period.first.adding(days: Int.random(in: 0...90, using: &random)), last: period.last)
          if terms.validity == period { terms.validity = nil }
        }
        caps.record = kind != 4 && chance() ? points() : nil
        caps.day = chance() ? points(900...1000) : nil
        caps.week = chance() ? points(1000...1100) : nil
        caps.month = chance() ? points(1100...1200) : nil
        caps.quarter = chance() ? points(1200...1300) : nil
        caps.year = chance() ? points(1300...1400) : nil
        if !terms.isOnce, number < 2 || chance() { terms.group = number % 2 == 0 ? 0 : 1 }
      }
      if chance() {
        var audience = Terms.Audience()
        if chance() { audience.standings = [.probationary] }
        if chance() { audience.duties = [.secretary, .committee] }
        if chance() || audience == Terms.Audience() { audience.branches = [Ref(1), Ref(0)] }
        terms.audience = audience
      }
      return Item(
        key: "i\(number)", name: word(0) + "\(number)", kind: chance() ? .base : .optional, form: form, caps: caps,
        terms: terms, works: chance() ? [Ref(0)] : [], proof: chance() ? "签到表，\"原件\"" : "",
        place: Place(file: 0, line: 1))
    }
  }
}
