import Scoring

/// Who gives no hour in the year: few enough for the gate of 90 per cent everywhere, and one too many in one branch.
func idlePeople(_ year: Int, _ company: Company, _ plan: SamplePlan) -> Set<Int> {
  let last = samplePeriod(year).last
  var homes: [[Int]] = company.branches.map { _ in [] }
  for (index, person) in company.people.enumerated() {
    guard let stay = person.stay(on: last), stay.exemption == nil else { continue }
    homes[stay.branch].append(index)
  }
  var idle: Set<Int> = []
  for (branch, members) in homes.enumerated() {
    let isBelowGate = plan.followsStories && year == 2025 && company.branches[branch].id == "b12"
    let count = isBelowGate ? 3 : max(0, members.count / 10 - (branch + year) % 2)
    let reluctant = members.filter { !company.people[$0].isInStories }
      .sorted { (company.people[$0].drive, $0) < (company.people[$1].drive, $1) }
    idle.formUnion(reluctant.prefix(count))
  }
  return idle
}

/// How many came to a day of blood donation and how many gave; the stories state five of the six.
func bloodTurnout(_ held: Day) -> (came: Int, gave: Int) {
  switch held {
  case day(2024, 3, 22): (38, 25)
  case day(2024, 7, 12): (40, 22)
  case day(2024, 11, 8): (47, 36)
  case day(2025, 7, 11): (43, 31)
  default: (41, 29)
  }
}

func bloodDonors(on held: Day, _ year: Int, _ company: Company, _ plan: SamplePlan) -> [Int] {
  let idle = idlePeople(year, company, plan)
  var dice = Dice(seed: plan.seed, "blood", held.ordinal)
  return drawn(
    bloodTurnout(held).came, on: held, among: company.people.indices.filter { !idle.contains($0) }, company, &dice)
}

func sampleWelfare(
  _ year: Int, _ activities: [SampleActivity], _ company: Company, _ plan: SamplePlan
) -> [SampleWelfare] {
  var maker = WelfareMaker(year, company, plan)
  for activity in activities { maker.serve(activity) }
  maker.chores()
  return maker.entries
}

private struct WelfareMaker {
  let year: Int
  let company: Company
  let plan: SamplePlan
  let active: [Int]
  var dice: Dice
  var entries: [SampleWelfare] = []
  private var taken: Set<Int> = []

  init(_ year: Int, _ company: Company, _ plan: SamplePlan) {
    self.year = year
    self.company = company
    self.plan = plan
    let idle = idlePeople(year, company, plan)
    active = company.people.indices.filter { !idle.contains($0) }
    dice = Dice(seed: plan.seed, "welfare", year)
  }

  private mutating func keep(_ entry: SampleWelfare) {
    guard company.people[entry.person].stay(on: entry.day) != nil, samplePeriod(year).contains(entry.day),
      taken.insert(entry.person * 100_000 + entry.day.ordinal).inserted
    else { return }
    entries.append(entry)
  }

  private mutating func keep(
    _ people: some Sequence<Int>, _ activity: SampleActivity, _ on: Day, minutes: Int, _ note: String
  ) {
    for person in people {
      keep(
        SampleWelfare(
          day: on, person: person, minutes: minutes, series: activity.series, activity: activity.id,
          work: activity.works[0], note: note))
    }
  }

  /// So many active people, those of the claiming branches first.
  private mutating func helpers(_ count: Int, _ activity: SampleActivity, on held: Day) -> [Int] {
    let named = namedByStory(activity)
    let hosts = Set(activity.claims.map(\.branch))
    let near = active.filter {
      guard !named.contains($0) else { return false }
      return hosts.contains(company.people[$0].stay(on: held)?.branch ?? -1)
    }
    let first = named + drawn(min(count - named.count, near.count), on: held, among: near, company, &dice)
    let known = Set(first)
    return first
      + drawn(count - first.count, on: held, among: active.filter { !known.contains($0) }, company, &dice)
  }

  private func namedByStory(_ activity: SampleActivity) -> [Int] {
    guard plan.followsStories, let keys = storyPeople[activity.story ?? ""] else { return [] }
    return keys.compactMap { key in company.people.firstIndex { $0.key == key } }
  }

  mutating func serve(_ activity: SampleActivity) {
    guard let held = activity.held else { return }
    switch activity.story {
    case "three-rivers":
      let people = helpers(26, activity, on: held)
      keep(people.prefix(24), activity, held, minutes: 360, "三条河断面监测，第一次")
      keep(people.prefix(18) + people.dropFirst(24), activity, day(2025, 9, 13), minutes: 360, "三条河断面监测，第二次")
    case "open-day-132": keep(helpers(22, activity, on: held), activity, held, minutes: 360, "开放日讲解与站点服务")
    case "open-day-rain": keep(helpers(18, activity, on: held), activity, held, minutes: 240, "开放日讲解与雨中引导")
    case "one-cup-of-water": keep(helpers(14, activity, on: held), activity, held, minutes: 210, "社区水样检测与讲解")
    case "wishes-37": keep(helpers(37, activity, on: held), activity, held, minutes: 60, "认领心愿卡并办理")
    case "school-library":
      let people = helpers(16, activity, on: held)
      keep(people, activity, held, minutes: 480, "岭下小学图书室搬运与装架")
      keep(people, activity, day(2024, 9, 22), minutes: 360, "岭下小学图书室编目与改架")
    case "nursing-home": keep(crowd(108, activity, held), activity, held, minutes: 240, "敬老院六组服务")
    default: serveWithoutStory(activity, held)
    }
  }

  private mutating func serveWithoutStory(_ activity: SampleActivity, _ held: Day) {
    switch activity.series {
    case "spring-breeze":
      let donors = year == 2025 ? [58, 74, 81, 66, 57] : [61, 70, 76, 58, 49]
      var people = dice.shuffled(active.filter { company.people[$0].stay(on: held) != nil })[...]
      for (place, count) in donors.enumerated() {
        let on = (year == 2025 ? day(2025, 1, 13) : held.adding(days: -held.weekday)).adding(days: place)
        keep(people.prefix(count), activity, on, minutes: 20, "“春风行动”捐款")
        people = people.dropFirst(count)
      }
    case "blood":
      keep(bloodDonors(on: held, year, company, plan), activity, held, minutes: 60, "参加献血")
    case "elderly": keep(crowd(116, activity, held), activity, held, minutes: 210, "敬老院打扫、理发与陪伴")
    case "school-aid": keep(helpers(18, activity, on: held), activity, held, minutes: 360, "科学角布置与器材调试")
    case "wishes": keep(helpers(30, activity, on: held), activity, held, minutes: 90, "心愿采集与送达")
    default:
      let works: Set<String> = ["w506", "w507", "w508", "w509", "w510", "w302", "w309"]
      guard activity.works.contains(where: works.contains) else { return }
      keep(helpers(14, activity, on: held), activity, held, minutes: dice.pick([120, 150, 180]), activity.title)
    }
  }

  private mutating func crowd(_ count: Int, _ activity: SampleActivity, _ held: Day) -> [Int] {
    let named = namedByStory(activity)
    return named
      + drawn(count - named.count, on: held, among: active.filter { !named.contains($0) }, company, &dice)
  }

  /// Hours that people give by themselves or with a few others.
  mutating func chores() {
    for person in active {
      let isExempt = company.people[person].stays.contains { $0.exemption != nil }
      let wanted = isExempt ? dice.below(2) : 4 + company.people[person].drive / 18 + dice.below(3)
      for _ in 0..<wanted { chore(person) }
    }
    let busy = Set(entries.map(\.person))
    for person in active where !busy.contains(person) {
      let stays = company.people[person].stays
      guard stays.contains(where: { $0.exemption == nil }), stays[0].from <= samplePeriod(year).last else { continue }
      for _ in 0..<40 { chore(person) }
    }
  }

  private mutating func chore(_ person: Int) {
    let month = SampleMonth(dice.pick(SampleMonth.order), ofYear: year)
    let on = dice.chance(600) ? month.saturday(dice.below(4)) : month.workday(3...27, &dice)
    let drive = company.people[person].drive
    let minutes = dice.pick(
      drive > 70 ? [30, 45, 60, 60, 90, 120] : drive > 40 ? [20, 30, 30, 45, 60] : [15, 20, 30, 30])
    keep(SampleWelfare(day: on, person: person, minutes: minutes, note: dice.pick(Words.chores)))
  }
}
