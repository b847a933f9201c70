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
      let able = company.people.indices.filter { $0 % 5 != 2 && company.people[$0].home != 15 }
      let came = people(64, on: held, among: able)
      for (seat, index) in came.prefix(48).enumerated() {
        let level = seat < 4 ? "一等奖" : seat < 12 ? "二等奖" : seat < 20 ? "三等奖" : "参赛"
        record(index, "contest", level: level, held, activity, note: "四人一队，校准与排障")
      }
      for index in came.dropFirst(48) { record(index, "organise", level: "协办", held, activity, note: "比武裁判与场务") }
    case "patent-clinic":
      for index in people(24, on: held, among: Array(company.people.indices)) {
        record(index, "study", quantity: 300, held, activity, note: "专利撰写辅导班结业，四次课")
      }
    case "drill-seven-minutes":
      for (seat, index) in keenest(hosts, 4).enumerated() {
        record(index, "organise", level: seat == 0 ? "主办" : "协办", held, activity, note: "疏散演练两次，第二次七分钟")
      }
    default: break
    }
  }

  /// The first of those who came passed the check and gave.
  private mutating func donate(_ activity: SampleActivity, _ held: Day) {
    for index in bloodDonors(on: held, year, company, plan).prefix(bloodTurnout(held).gave) {
      record(index, "blood", held, activity, note: "献血\(dice.pick([200, 300, 400]))毫升")
    }
  }

  private mutating func record(
    _ person: Int, _ item: String, quantity: Int = 100, level: String = "", _ on: Day, _ activity: SampleActivity,
    note: String
  ) {
    keep(
      SampleRecord(
        day: on, person: person, item: standard.place(item), quantity: quantity, level: level,
        activity: activity.id, work: activity.works[0], note: note))
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
