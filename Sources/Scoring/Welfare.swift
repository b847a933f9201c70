extension StandingsFold {
  /// Participation against the gate (S23) and progress of the series (S24), as of the report's day.
  /// - Parameter stands: for each record whether it stands, that is, wasn't corrected away.
  func welfareReport(year: Ref<YearLedger>, stands: [Bool]) -> WelfareReport {
    let content = ledger.years[year]
    let rule = content.rulebook.welfare
    let entries = content.welfare.filter { $0.day <= ledger.asOf }
    var minutes = [Int](repeating: 0, count: stays.members)
    for entry in entries { minutes[Int(entry.member.index)] += Int(entry.minutes) }
    var participants = [Int](repeating: 0, count: ledger.roster.branches.count)
    var eligible = participants
    if let window = ledger.window(nil, year: year, asOf: ledger.asOf) {
      for member in 0..<stays.members {
        guard let stay = stays.on(window.lastDay, member: member), !stay.isExempt else { continue }
        eligible[Int(stay.branch)] += 1
        if minutes[member] >= rule.participantMinutes { participants[Int(stay.branch)] += 1 }
      }
    }
    let rate = { (participants: Int, eligible: Int) in
      WelfareReport.Rate(
        participants: participants, eligible: eligible, gateTenths: rule.gateTenths,
        isFinal: ledger.asOf > content.period.last)
    }
    return WelfareReport(
      company: rate(participants.reduce(0, +), eligible.reduce(0, +)),
      branches: zip(participants, eligible).map(rate),
      series: rule.series.indices.map { progress(of: Ref($0), in: content, entries: entries, stands: stands) },
      minutes: minutes)
  }

  /// Days come from welfare entries and from activities that took place; people from entries and from records too.
  private func progress(
    of series: Ref<WelfareSeries>, in content: YearLedger, entries: [WelfareEntry], stands: [Bool]
  ) -> WelfareReport.Progress {
    let belongs = content.activities.map { $0.series == series }
    var days = Set(content.activities.compactMap { $0.series == series ? $0.held : nil }.filter { $0 <= ledger.asOf })
    var people = Set<Ref<Member>>()
    for entry in entries
    where entry.series.map({ $0 == series }) ?? entry.activity.map({ belongs[Int($0.index)] }) ?? false {
      days.insert(entry.day)
      people.insert(entry.member)
    }
    if belongs.contains(true) {
      for index in content.records.indices where stands[index] {
        let record = content.records[index]
        if let activity = record.activity, belongs[Int(activity.index)] { people.insert(record.member) }
      }
    }
    let rule = content.rulebook.welfare.series[series]
    return WelfareReport.Progress(
      series: series, days: days.sorted(), people: people.count,
      isMet: days.count >= rule.minimum && people.count >= rule.people)
  }
}
