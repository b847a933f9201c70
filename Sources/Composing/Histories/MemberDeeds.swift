import Reading
import Scoring
import Wording

extension SiteContext {
  /// Her shares in a year's projects, with what they brought.
  func shares(of member: Ref<Member>, _ measure: YearMeasure, _ year: Ref<YearLedger>)
    -> [(project: String, view: MemberHistory.Share)]
  {
    let (book, scores) = (self[year].ledger, self[year].book)
    return measure.tasks[Int(member.index)].map { number, place, share in
      let project = book.projects[number]
      let own = scores.awards(of: member).filter {
        if case .projectShare(Int32(number), Int32(place), _) = $0.reason { true } else { false }
      }
      let points = own.reduce(Points.zero) { $0 + $1.points }
      return (
        "\(book.year)/\(project.id)",
        .init(
          year: book.year, link: projectLink(number, year), task: project.tasks[place].title, share: share,
          grade: scores.projects[number].grade, points: own.isEmpty ? [] : [points.description])
      )
    }
  }

  /// The works that her records, hours and projects served, most served first.
  func works(of member: Ref<Member>, _ measures: [YearMeasure], _ years: [Ref<YearLedger>])
    -> [(work: Ref<Work>, count: Int)]
  {
    var counts = [Int](repeating: 0, count: ledger.works.count)
    for year in years {
      let book = self[year].ledger
      for index in standingRecords(of: member, year) {
        let record = book.records[Int(index)]
        let works =
          record.work.map { [$0] }
          ?? book.rulebook.items[record.item].works + (record.activity.map { book.activities[$0].works } ?? [])
        for work in Set(works) { counts[Int(work.index)] += 1 }
      }
      let welfare = WelfareWorks(book, ledger: ledger)
      for index in measures[Int(year.index)].welfare[Int(member.index)] {
        for work in welfare.of(book.welfare[Int(index)]) { counts[Int(work.index)] += 1 }
      }
      for project in Set(measures[Int(year.index)].tasks[Int(member.index)].map(\.project)) {
        for work in book.projects[project].works { counts[Int(work.index)] += 1 }
      }
    }
    return counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }.map { (Ref($0), counts[$0]) }
  }

  /// Her records of a year that weren't corrected away, each once with its corrections.
  private func standingRecords(of member: Ref<Member>, _ year: Ref<YearLedger>) -> [Int32] {
    let records = self[year].ledger.records
    var standing: [Int32: Int64] = [:]
    var seen: Set<Int32> = []
    for award in self[year].book.awards(of: member) {
      guard case .record(let index) = award.reason, seen.insert(index).inserted else { continue }
      var root = index
      while let corrected = records[Int(root)].corrects { root = corrected }
      standing[root, default: 0] += records[Int(index)].quantity.hundredths
    }
    return standing.filter { $0.value > 0 }.keys.sorted()
  }
}
