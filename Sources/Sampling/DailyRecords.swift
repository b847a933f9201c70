import Scoring

/// Makes the dated records of one year, branch by branch and month by month.
struct RecordMaker {
  let year: Int
  let standard: Standard
  let company: Company
  let plan: SamplePlan
  var dice: Dice
  var records: [SampleRecord] = []
  /// One member, one item, one day: at most one record.
  private var taken: Set<Int> = []

  init(_ year: CompanyYear, _ company: Company, _ plan: SamplePlan) {
    self.year = year.year
    standard = year.standard
    self.company = company
    self.plan = plan
    dice = Dice(seed: plan.seed, "records", year.year)
  }

  /// Keeps the record unless its member has one of the item on that day, or is in no branch then.
  mutating func keep(_ record: SampleRecord) {
    guard company.people[record.person].stay(on: record.day) != nil,
      samplePeriod(year).contains(record.day),
      taken.insert((record.person * 64 + record.item) * 100_000 + record.day.ordinal).inserted
    else { return }
    records.append(record)
  }

  mutating func run(_ activities: [SampleActivity]) {
    let period = samplePeriod(year)
    var members: [[Int]] = company.branches.map { _ in [] }
    for (index, person) in company.people.enumerated() {
      for branch in Set(person.stays.map(\.branch)).sorted() { members[branch].append(index) }
    }
    for branch in company.branches.indices { routine(branch, members[branch]) }
    for index in company.people.indices where company.people[index].stays.contains(where: { $0.from <= period.last }) {
      personal(index)
    }
    take(part: activities, members)
    deductions()
  }

  /// What a whole branch does together.
  private mutating func routine(_ branch: Int, _ members: [Int]) {
    for (place, number) in SampleMonth.order.enumerated() {
      let month = SampleMonth(number, ofYear: year)
      let theme = (Words.themes[year] ?? [])[place]
      together(
        branch, members, on: month.workday(5...24, &dice), "theme-day",
        note: dice.chance(350) ? "\(theme)（\(company.branches[branch].short)支部）" : theme)
      if place % 4 != 3 {
        let note = Words.filled(dice.pick(Words.meetings), &dice)
        together(branch, members, on: month.workday(3...27, &dice), "meeting", note: note)
      }
    }
    for (place, number) in [1, 4, 7, 10].enumerated() {
      let on = SampleMonth(number, ofYear: year).workday(5...15, &dice)
      together(branch, members, on: on, "dues", note: "第\(["一", "二", "三", "四"][place])季度党费", extra: 60)
    }
    together(
      branch, members, on: SampleMonth(1, ofYear: year).workday(13...24, &dice), "org-life", note: "\(year - 1)年度组织生活会",
      extra: 30)
    together(
      branch, members, on: SampleMonth(11, ofYear: year).workday(10...26, &dice), "review",
      note: dice.pick(Words.reviewNotes), extra: 30)
    guard standard.has("pledge") else { return }
    together(branch, members, on: SampleMonth(2, ofYear: year).workday(6...20, &dice), "pledge", note: "年初公开承诺，签字上墙")
    together(branch, members, on: SampleMonth(11, ofYear: year).workday(4...20, &dice), "pledge", note: "年末对照承诺，小组互评")
  }

  private mutating func together(
    _ branch: Int, _ members: [Int], on date: Day, _ item: String, note: String, extra: Int = 0
  ) {
    let place = standard.place(item)
    for index in members {
      guard let stay = company.people[index].stay(on: date), stay.branch == branch else { continue }
      var odds = 660 + company.people[index].drive * 7 / 2 + extra
      if let exemption = stay.exemption { odds = exemption == "离退休" ? 620 : 60 }
      guard dice.chance(odds) else { continue }
      var record = SampleRecord(day: date, person: index, item: place, note: note)
      if dice.chance(4) {
        record.entered = min(date.adding(days: dice.within(34...50)), reportDay)
        record.note = "\(note)，漏登补录"
      }
      keep(record)
    }
  }

  /// Study, and the optional items somebody chooses.
  private mutating func personal(_ index: Int) {
    let person = company.people[index]
    let isExempt = person.stays[person.stays.count - 1].exemption != nil
    for number in SampleMonth.order where dice.chance(isExempt ? 250 : 560 + person.drive * 4) {
      let record = SampleRecord(
        day: SampleMonth(number, ofYear: year).workday(2...27, &dice), person: index, item: standard.place("study"),
        quantity: dice.pick([100, 150, 200, 200, 200, 300]), note: Words.filled(dice.pick(Words.study), &dice))
      keep(record)
    }
    guard !isExempt else { return }
    let keen = person.drive * person.drive / 100
    let wanted = (keen * 15 / 100 + dice.below(3))
    for _ in 0..<wanted { choose(index) }
    if person.drive > 55 && dice.chance(350) { mentor(index) }
  }

  private mutating func choose(_ index: Int) {
    let keys = [
      "lecture", "contest", "patent", "craft", "award", "article", "article", "proposal", "site-duty", "site-duty",
      "urgent", "newcomer", "trial", "safety",
    ].filter(standard.has)
    let key = dice.pick(keys)
    let item = standard.items[standard.place(key)]
    let month = SampleMonth(dice.pick(SampleMonth.order), ofYear: year)
    var record = SampleRecord(
      day: month.workday(2...27, &dice), person: index, item: standard.place(key),
      note: Words.filled(dice.pick(Words.optional[key] ?? [""]), &dice))
    switch item.form {
    case .levels(let levels):
      // The lowest level is the common one.
      record.level = levels[max(0, dice.below(levels.count + 3) - 3)].name
    case .unit: record.quantity = key == "site-duty" ? dice.within(1...5) * 100 : dice.chance(200) ? 200 : 100
    default: break
    }
    keep(record)
  }

  private mutating func mentor(_ index: Int) {
    let from = dice.within(1...7)
    for number in from..<(from + dice.within(3...5)) {
      keep(
        SampleRecord(
          day: SampleMonth(number, ofYear: year).workday(8...27, &dice), person: index, item: standard.place("mentor"),
          note: Words.filled(dice.pick(Words.optional["mentor"] ?? [""]), &dice)))
    }
  }

  private mutating func deductions() {
    let lazy = company.people.indices.filter { index in
      let person = company.people[index]
      return person.drive < 40 && person.stays.allSatisfy { $0.exemption == nil } && !person.isInStories
    }
    guard !lazy.isEmpty else { return }
    let notes = [
      ("absence", 7, "支部党员大会无故缺席，未请假"), ("late-dues", 5, "党费逾期一个月以上缴纳"), ("late-work", 3, "课题任务逾期，未说明"),
    ]
    for (key, count, note) in notes where standard.has(key) {
      for _ in 0..<count {
        let month = SampleMonth(dice.within(2...10), ofYear: year)
        keep(
          SampleRecord(
            day: month.workday(5...27, &dice), person: dice.pick(lazy), item: standard.place(key), note: note))
      }
    }
  }
}
