import Scoring

extension RecordMaker {
  /// Who organised and who came to each activity that took place.
  mutating func take(part activities: [SampleActivity], _ members: [[Int]]) {
    for activity in activities {
      guard let held = activity.held else { continue }
      let here = activity.claims.map { claim in
        members[claim.branch].filter { company.people[$0].stay(on: held)?.branch == claim.branch }
      }
      if let story = activity.story, plan.followsStories {
        tell(story, activity, here.flatMap { $0 })
        continue
      }
      guard activity.series.isEmpty || activity.series == "blood" else { continue }
      for branch in here {
        let able = branch.filter { company.people[$0].stay(on: held)?.exemption == nil }
        for (seat, index) in keenest(able, 3).enumerated() {
          record(index, "organise", level: seat == 0 ? "主办" : "协办", held, activity, note: activity.title)
        }
      }
      if activity.series == "blood" {
        donate(activity, held)
        continue
      }
      // A branch of retired people keeps company among itself.
      for index in here.flatMap({ $0 }) where company.people[index].stay(on: held)?.exemption == "离退休" {
        if activity.isOwn, dice.chance(700) { record(index, "join", held, activity, note: "参加\(activity.title)") }
      }
      let guests = activity.isOwn ? here.flatMap { $0 } : Array(company.people.indices)
      for index in people(activity.isOwn ? 8 : 9 * activity.coverage, on: held, among: guests) {
        record(index, "join", held, activity, note: "参加\(activity.title)")
      }
    }
  }

  /// The figures that a story states; its welfare minutes stand with the welfare entries.
  private mutating func tell(_ story: String, _ activity: SampleActivity, _ hosts: [Int]) {
    guard let held = activity.held else { return }
    switch story {
    case "blood-2024", "blood-31": donate(activity, held)
    case "calibration-contest":
      let teams = ["b14", "b07", "b02", "b06", "b01", "b03", "b04", "b05", "b08", "b10", "b11", "b15"]
      for (place, branch) in teams.enumerated() {
        let level = place < 3 ? ["一等奖", "二等奖", "三等奖"][place] : "参赛"
        for index in best(of: branch, 4, on: held) {
          // The story's notes lead to the records of two people, by their ids.
          let isNoted = ["zhou-jingyi", "he-siyuan"].contains(company.people[index].key)
          record(
            index, "contest", level: level, held, activity, note: "四人一队，校准气体分析仪，盲样五个",
            id: isNoted ? "r\(held.year % 100)-\(branch)-01" : "")
        }
      }
      for index in best(of: "b09", 16, on: held) {
        record(index, "organise", level: "协办", held, activity, note: "比武盲样、计时与复核")
      }
    case "patent-clinic":
      for index in people(24, on: held, among: Array(company.people.indices)) {
        record(index, "study", quantity: 700, held, activity, note: "专利撰写辅导班，四次课")
      }
    case "drill-seven-minutes":
      for (seat, index) in keenest(hosts, 4).enumerated() {
        record(index, "organise", level: seat == 0 ? "主办" : "协办", held, activity, note: "疏散演练两遍：7分40秒与4分10秒")
      }
    default: break
    }
  }

  /// A branch's keenest on the day, whom the stories name before all others.
  private func best(of code: String, _ count: Int, on held: Day) -> [Int] {
    let able = company.people.indices.filter { index in
      guard let stay = company.people[index].stay(on: held), stay.exemption == nil else { return false }
      return company.branches[stay.branch].id == code
    }
    let named: Set<String> = ["zhou-jingyi", "cao-yifan", "zheng-xiaolan", "he-siyuan"]
    let order = able.sorted { a, b in
      let (first, second) = (named.contains(company.people[a].key), named.contains(company.people[b].key))
      return first != second ? first : company.people[a].drive > company.people[b].drive
    }
    return Array(order.prefix(count))
  }

  /// The first of those who came passed the check and gave.
  private mutating func donate(_ activity: SampleActivity, _ held: Day) {
    for index in bloodDonors(on: held, year, company, plan).prefix(bloodTurnout(held).gave) {
      record(index, "blood", held, activity, note: "献血\(dice.pick([200, 300, 400]))毫升")
    }
  }

  private mutating func record(
    _ person: Int, _ item: String, quantity: Int = 100, level: String = "", _ on: Day, _ activity: SampleActivity,
    note: String, id: String = ""
  ) {
    keep(
      SampleRecord(
        day: on, person: person, item: standard.place(item), quantity: quantity, level: level,
        activity: activity.id, work: activity.works[0], note: note, id: id))
  }

  private mutating func keenest(_ people: [Int], _ count: Int) -> [Int] {
    let keen = people.sorted { company.people[$0].drive > company.people[$1].drive }.prefix(12)
    return Array(dice.shuffled(Array(keen)).prefix(count))
  }

  private mutating func people(_ count: Int, on date: Day, among candidates: [Int]) -> [Int] {
    drawn(count, on: date, among: candidates, company, &dice)
  }
}

/// So many people with a branch on the day who aren't exempt, the keener the likelier.
func drawn(_ count: Int, on date: Day, among candidates: [Int], _ company: Company, _ dice: inout Dice) -> [Int] {
  var found: [Int] = []
  var spare: [Int] = []
  for index in dice.shuffled(candidates) {
    guard found.count < count else { break }
    guard let stay = company.people[index].stay(on: date), stay.exemption == nil else { continue }
    if dice.below(100) < company.people[index].drive { found.append(index) } else { spare.append(index) }
  }
  return found + spare.prefix(count - found.count)
}
