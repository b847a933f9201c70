/// Which records stand: each record with its corrections counts once, and not at all once it is corrected away.
func standing(_ year: YearLedger, roots: [Int32], asOf: Day) -> [Bool] {
  var quantities = [Int64](repeating: 0, count: year.records.count)
  for index in year.records.indices where year.records[index].day <= asOf {
    quantities[Int(roots[index])] += year.records[index].quantity.hundredths
  }
  return quantities.map { $0 > 0 }
}

/// For each activity the distinct members with a standing record or a welfare entry that names it, in roster order.
func participants(_ year: YearLedger, members: Int, stands: [Bool], asOf: Day) -> [[Ref<Member>]] {
  var took = [Bool](repeating: false, count: year.activities.count * members)
  for index in year.records.indices where stands[index] {
    let record = year.records[index]
    if let activity = record.activity { took[Int(activity.index) * members + Int(record.member.index)] = true }
  }
  for entry in year.welfare where entry.day <= asOf {
    if let activity = entry.activity { took[Int(activity.index) * members + Int(entry.member.index)] = true }
  }
  return year.activities.indices.map { activity in
    (0..<members).compactMap { took[activity * members + $0] ? Ref($0) : nil }
  }
}

/// What serves each of the works (S3): a record's own work, else its item's works and those of the activity it names.
func evidence(_ year: YearLedger, ledger: Ledger, stands: [Bool]) -> [WorkEvidence] {
  var tallies = ledger.works.map { _ in Tally() }
  let itemWorks = year.rulebook.items.map { $0.works.map { Int($0.index) } }
  let starts = itemWorks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  let flat = itemWorks.flatMap { $0 }
  // From the last on, since tables grow at their end: what is new is seen first, and the rest passed at a glance.
  for index in year.records.indices.reversed() where stands[index] {
    let record = year.records[index]
    if let work = record.work {
      tallies[Int(work.index)].count(Int32(index), year.records, ledger.notes)
    } else {
      let own = starts[Int(record.item.index)]..<starts[Int(record.item.index) + 1]
      for slot in own { tallies[flat[slot]].count(Int32(index), year.records, ledger.notes) }
      for work in record.activity.map({ year.activities[$0].works }) ?? [] where !flat[own].contains(Int(work.index)) {
        tallies[Int(work.index)].count(Int32(index), year.records, ledger.notes)
      }
    }
  }
  let welfareWorks = WelfareWorks(year, ledger: ledger)
  for entry in year.welfare where entry.day <= ledger.asOf {
    for work in welfareWorks.of(entry) {
      tallies[Int(work.index)].welfare += 1
      tallies[Int(work.index)].see(entry.day)
    }
  }
  for (index, activity) in year.activities.enumerated() {
    guard let held = activity.held, held <= ledger.asOf else { continue }
    for work in activity.works {
      tallies[Int(work.index)].activities.append(Ref(index))
      tallies[Int(work.index)].see(held)
    }
  }
  for (index, project) in year.projects.enumerated() {
    let reached = project.stages.map(\.on).filter { $0 <= ledger.asOf }
    guard !reached.isEmpty else { continue }
    for work in project.works {
      tallies[Int(work.index)].projects.append(Ref(index))
      for day in reached { tallies[Int(work.index)].see(day) }
    }
  }
  return tallies.map {
    WorkEvidence(
      records: $0.records, welfare: $0.welfare, activities: $0.activities, projects: $0.projects,
      days: $0.days, latestRecords: $0.newest)
  }
}

private struct Tally {
  var records = 0
  var welfare = 0
  var activities: [Ref<Activity>] = []
  var projects: [Ref<Project>] = []
  var newest: [Int32] = []
  /// The days seen, a bit for each of a month: the months of a year are few, and the one seen last comes again.
  private var months: [(month: YearMonth, days: UInt32)] = []
  private var last = 0

  /// Ascending.
  var days: [Day] {
    months.sorted { $0.month < $1.month }.flatMap { month, days in
      (1...31).compactMap { days >> $0 & 1 == 1 ? Day(year: month.year, month: month.month, day: $0) : nil }
    }
  }

  mutating func see(_ day: Day) {
    let month = day.yearMonth
    if last >= months.count || months[last].month != month {
      last = months.firstIndex { $0.month == month } ?? months.count
      if last == months.count { months.append((month, 0)) }
    }
    months[last].days |= 1 << UInt32(day.day)
  }

  mutating func count(_ index: Int32, _ all: [Record], _ notes: [String]) {
    records += 1
    let record = all[Int(index)]
    see(record.day)
    if newest.count == 20 {
      guard record.isNewer(than: all[Int(newest[19])], notes) else { return }
      newest.removeLast()
    }
    let slot = newest.firstIndex { record.isNewer(than: all[Int($0)], notes) } ?? newest.count
    newest.insert(index, at: slot)
  }
}

extension Record {
  /// Newest first; on one day by what the record says, by place only where two say the same.
  fileprivate func isNewer(than other: Record, _ notes: [String]) -> Bool {
    if day != other.day { return day > other.day }
    if member != other.member { return member < other.member }
    if item != other.item { return item < other.item }
    if quantity != other.quantity { return quantity > other.quantity }
    if level != other.level { return level < other.level }
    let (own, others) = (notes[Int(note)], notes[Int(other.note)])
    if own != others { return own < others }
    return place < other.place
  }
}
