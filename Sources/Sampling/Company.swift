import Scoring

struct SampleBranch {
  let id: String
  let short: String
  let unit: String
  let size: Int
}

/// A dated stay in a branch.
struct Stay {
  var branch: Int
  var from: Day
  var to: Day?
  var isProbationary = false
  var exemption: String?

  func covers(_ date: Day) -> Bool { from <= date && date <= (to ?? date) }
}

struct SamplePerson {
  let name: PersonName
  let key: String
  let joined: Day
  var stays: [Stay]
  /// 0 to 100: how much somebody takes part.
  var drive: Int
  let isInStories: Bool

  func stay(on date: Day) -> Stay? { stays.first { $0.covers(date) } }
  /// The branch held on the report day, or last.
  var home: Int { stays[stays.count - 1].branch }
}

/// The people and branches of a sample, before anything happens to them.
struct Company {
  let branches: [SampleBranch]
  private(set) var people: [SamplePerson] = []
  private(set) var offices: [SampleOffice] = []

  init(_ plan: SamplePlan) {
    branches = plan.followsStories ? showcaseBranches : Self.plainBranches(members: plan.members)
    var dice = Dice(seed: plan.seed, "people")
    var keys: Set<String> = []
    var names: Set<String> = []
    let cast = plan.followsStories ? Cast.people : []
    for person in cast {
      keys.insert(person.name.key)
      names.insert(person.name.text)
    }
    func newName(_ dice: inout Dice) -> (PersonName, String) {
      for attempt in 0..<40 {
        let name = NameTable.drawn(by: &dice)
        // A large sample needs namesakes; their keys are told apart by a number.
        guard names.insert(name.text).inserted || attempt > 5 else { continue }
        if keys.insert(name.key).inserted { return (name, name.key) }
      }
      let name = NameTable.drawn(by: &dice)
      var number = 2
      while !keys.insert("\(name.key)-\(number)").inserted { number += 1 }
      return (name, "\(name.key)-\(number)")
    }
    for (index, branch) in branches.enumerated() {
      let known = cast.filter { $0.branch == branch.id }
      for seat in 0..<branch.size {
        let isInStories = seat < known.count
        let (name, key) = isInStories ? (known[seat].name, known[seat].name.key) : newName(&dice)
        let isRetired = plan.followsStories && branch.id == "b16"
        let entered = day(dice.within(isRetired ? 2007...2014 : 2010...2022), dice.within(1...12), dice.within(1...28))
        let joined = day(
          entered.year - dice.within(isRetired ? 15...30 : 0...6), dice.within(1...12), dice.within(1...28))
        let drive = isInStories ? dice.within(72...96) : 12 + dice.below(30) + dice.below(30) + dice.below(30)
        people.append(
          SamplePerson(
            name: name, key: key, joined: min(joined, entered),
            stays: [Stay(branch: index, from: entered, exemption: isRetired ? "离退休" : nil)], drive: drive,
            isInStories: isInStories))
      }
    }
    placeMinorityNames(plan)
    move(plan, &dice)
    for _ in 0..<max(1, plan.members / 45) {
      let (name, key) = newName(&dice)
      let home = dice.below(max(1, branches.count - 1))
      let entered = day(dice.within(2012...2021), dice.within(1...12), dice.within(1...28))
      let left = day(dice.pick([2024, 2025]), dice.within(2...9), dice.within(10...28))
      people.append(
        SamplePerson(
          name: name, key: key, joined: entered, stays: [Stay(branch: home, from: entered, to: left)],
          drive: dice.within(30...70), isInStories: false))
    }
    if plan.followsStories { people.settleCast(branches) }
    offices = sampleOffices(branches, people, plan)
  }

  /// Two members have names of another form; the third- and fourth-last of the second branch take them.
  private mutating func placeMinorityNames(_ plan: SamplePlan) {
    guard plan.followsStories else { return }
    for (offset, name) in NameTable.minority.enumerated() {
      guard let index = people.indices.last(where: { people[$0].home == 1 + offset && !people[$0].isInStories })
      else { continue }
      let old = people[index]
      people[index] = SamplePerson(
        name: name, key: name.key, joined: old.joined, stays: old.stays, drive: old.drive, isInStories: false)
    }
  }

  private static func plainBranches(members: Int) -> [SampleBranch] {
    let count = max(1, (members + 12) / 25)
    return (0..<count).map { index in
      let size = members / count + (index < members % count ? 1 : 0)
      let number = padded(index + 1, 3)
      return SampleBranch(id: "b\(number)", short: "第\(index + 1)", unit: "第\(index + 1)事业单元", size: size)
    }
  }

  /// Joiners, probationary members, transfers and the long ill, in proportion to a company of 412.
  private mutating func move(_ plan: SamplePlan, _ dice: inout Dice) {
    let gate = branches.firstIndex { $0.id == "b12" }
    let retired = branches.firstIndex { $0.id == "b16" }
    var order = dice.shuffled(
      people.indices.filter {
        !people[$0].isInStories && people[$0].home != retired
          && (!plan.followsStories || people[$0].home != gate || plan.members < 100)
      })
    func take(_ count: Int) -> [Int] {
      let scaled = min(order.count, (count * plan.members + 206) / 412)
      defer { order.removeFirst(scaled) }
      return Array(order.prefix(scaled))
    }
    for (seat, index) in take(12).enumerated() {
      let from = day(2024, 6, 18 + seat % 10)
      let converted = day(2025, 6, 20 + seat % 8)
      let home = people[index].home
      people[index].stays = [
        Stay(branch: home, from: from, to: converted.adding(days: -1), isProbationary: true),
        Stay(branch: home, from: converted),
      ]
    }
    for index in take(10) {
      let from = day(2025, dice.pick([3, 4, 6, 6, 6, 9]), dice.within(10...28))
      people[index].stays = [Stay(branch: people[index].home, from: from, isProbationary: true)]
    }
    for index in take(8) {
      people[index].stays[0].from = day(2025, dice.within(1...10), dice.within(3...28))
    }
    for index in take(7) {
      people[index].stays[0].from = day(2024, dice.within(1...10), dice.within(3...28))
    }
    for (seat, index) in take(8).enumerated() {
      guard branches.count > 2 else { break }
      let home = people[index].home
      var former = dice.below(branches.count)
      while former == home || former == retired { former = (former + 1) % branches.count }
      let moved =
        seat == 0 ? day(2025, 7, 16) : day(seat < 4 ? 2024 : 2025, dice.within(2...9), dice.within(2...27))
      let from = people[index].stays[0].from
      people[index].stays = [
        Stay(branch: former, from: from, to: moved.adding(days: -1)), Stay(branch: home, from: moved),
      ]
      if seat == 0 { people[index].drive = 90 }
    }
    for (seat, index) in take(4).enumerated() {
      var stay = people[index].stays[0]
      if seat == 0 {
        // Fell ill in the middle of a year: counted before, exempt after.
        stay.to = day(2024, 8, 31)
        people[index].stays = [
          stay, Stay(branch: stay.branch, from: day(2024, 9, 1), exemption: "长期患病"),
        ]
      } else {
        stay.exemption = "长期患病"
        people[index].stays = [stay]
      }
      people[index].drive = 8
    }
  }
}
