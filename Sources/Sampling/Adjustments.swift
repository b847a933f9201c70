import Scoring

func sampleRecords(_ year: CompanyYear, _ company: Company, _ plan: SamplePlan) -> [SampleRecord] {
  var maker = RecordMaker(year, company, plan)
  maker.run(year.activities)
  var records = maker.records
  guard plan.followsStories else { return records }
  // Two study records were entered with an hour too many; each is mended by a new record that cites it.
  let branches = year.year == 2024 ? [2, 9] : [4, 12]
  for (place, branch) in branches.enumerated() {
    let study = year.standard.place("study")
    guard
      let index = records.indices.first(where: {
        records[$0].item == study && records[$0].quantity == 300 && records[$0].day.day < 20
          && records[$0].day.year == year.year && records[$0].activity.isEmpty && records[$0].entered == nil
          && company.people[records[$0].person].stays.allSatisfy { $0.branch == branch && !$0.isProbationary }
      })
    else { continue }
    let id = "r\(year.year % 100)-\(company.branches[branch].id)-01"
    records[index].id = id
    var mended = records[index]
    mended.day = mended.day.adding(days: 7)
    mended.quantity = -100
    mended.note = "更正：签到表核对为2学时"
    mended.id = ""
    mended.corrects = id
    // The first of the two came out only when somebody objected.
    if place == 0 { mended.entered = objectionAnswered(year.year) }
    records.removeAll { $0.person == mended.person && $0.item == study && $0.day == mended.day }
    records.append(mended)
  }
  return records
}

extension CompanyYear {
  /// Two members of the environment branch share the fifth place: the one behind gets the days on site that the
  /// branch had not yet written down.
  mutating func tieFifthPlace(_ company: Company) {
    let pair = ["zhou-jingyi", "bai-yifan"].compactMap { key in company.people.firstIndex { $0.key == key } }
    guard pair.count == 2 else { return }
    let (duty, urgent) = (standard.place("site-duty"), standard.place("urgent"))
    records.removeAll { pair.contains($0.person) && ($0.item == duty || $0.item == urgent) }
    let totals = Tally(self, people: company.people.count).totals
    let behind = totals[pair[0]] < totals[pair[1]] ? pair[0] : pair[1]
    var gap = abs(totals[pair[0]] - totals[pair[1]])
    let calls = ["青荇应急监测出动", "柳渚河口水站夜间抢修", "望山汛期设备转移", "石桥污水厂出口夜间抢修"]
    for (place, note) in calls.enumerated() where gap >= 200 {
      records.append(SampleRecord(day: day(2025, 5 + place, 8 + 3 * place), person: behind, item: urgent, note: note))
      gap -= 200
    }
    for place in 0..<3 where gap > 0 {
      let part = min(gap, 200)
      records.append(
        SampleRecord(
          day: day(2025, 3 + 2 * place, 19 + place), person: behind, item: duty, quantity: part * 2,
          note: "河口水站值守\(short(part * 2))天"))
      gap -= part
    }
  }

  /// Brings the year to its half of the records asked for, with study records or by leaving some out.
  mutating func trim(to wanted: Int?, _ company: Company, _ plan: SamplePlan) {
    guard let wanted else { return }
    let target = year == sampleYears[0] ? wanted / 2 : wanted - wanted / 2
    var dice = Dice(seed: plan.seed, "trim", year)
    if records.count > target {
      records = Array(dice.shuffled(records).prefix(target))
      return
    }
    var taken = Set(records.map { ($0.person * 64 + $0.item) * 100_000 + $0.day.ordinal })
    let period = samplePeriod(year)
    let items = ["study", "site-duty", "article", "join"].map(standard.place)
    for item in items {
      for offset in 0..<(period.last.ordinal - period.first.ordinal + 1) {
        let on = period.first.adding(days: offset * 7 % (period.last.ordinal - period.first.ordinal + 1))
        for person in company.people.indices where company.people[person].stay(on: on) != nil {
          guard records.count < target else { return }
          guard taken.insert((person * 64 + item) * 100_000 + on.ordinal).inserted else { continue }
          records.append(SampleRecord(day: on, person: person, item: item, note: dice.pick(Words.chores)))
        }
      }
    }
  }
}
