import Scoring

/// Points of the year counted plainly, only to know who may be named in decisions and where a tie must be made.
/// The program's own core is not used: a sample that agreed with it by construction could show no mistake in it.
struct Tally {
  /// Hundredths per person.
  private(set) var totals: [Int]

  static let empty = Tally(totals: [])

  private init(totals: [Int]) { self.totals = totals }

  init(_ year: CompanyYear, people: Int) {
    totals = Array(repeating: 0, count: people)
    let items = year.standard.items
    var months: [Int: Int] = [:]
    for row in year.records {
      // A correction cites a record of the same month in this sample, so the month's sum is enough.
      let worth = items[row.item].points(quantity: row.quantity, level: row.level)
      months[(row.person * 64 + row.item) * 16 + row.day.month, default: 0] += worth
    }
    var years: [Int: Int] = [:]
    for (place, sum) in months {
      years[place / 16, default: 0] += Self.bounded(sum, items[place / 16 % 64].month)
    }
    for (place, sum) in years { totals[place / 64] += Self.bounded(sum, items[place % 64].year) }
    var minutes = totals.map { _ in 0 }
    for entry in year.welfare { minutes[entry.person] += entry.minutes }
    for person in minutes.indices where minutes[person] >= 120 {
      let beyond = (minutes[person] - 120) / 30 * 50
      totals[person] += 1000 + Self.bounded(beyond, items[year.standard.place("welfare-beyond")].year)
    }
    for project in year.projects { add(project) }
  }

  private static func bounded(_ sum: Int, _ cap: Int?) -> Int {
    guard let cap else { return sum }
    return max(-cap, min(sum, cap))
  }

  private mutating func add(_ project: SampleProject) {
    guard let grade = project.grade else { return }
    let points = project.value * grade
    let shares = project.tasks.flatMap(\.shares)
    var parts = shares.map { points * $0.share / 100 }
    let left = points - parts.reduce(0, +)
    let order = shares.indices.sorted { points * shares[$0].share % 100 > points * shares[$1].share % 100 }
    for index in order.prefix(left) { parts[index] += 1 }
    for (index, share) in shares.enumerated() { totals[share.person] += parts[index] }
  }
}
