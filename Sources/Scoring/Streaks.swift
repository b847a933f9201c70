/// For how many years in a row each member has held an honor, up to and with one year; 0 for who doesn't hold it then.
/// Parallel to the members. A year the ledger doesn't have ends a streak.
package struct Streaks: Sendable {
  package fileprivate(set) var qualified: [Int]
  package fileprivate(set) var winner: [Int]
  package fileprivate(set) var star: [Int]
}

/// The streaks of each year, parallel to `Ledger.years`; as of the report's day.
package func streaks(_ ledger: Ledger, _ scorebook: Scorebook) -> [Streaks] {
  let none = [Int](repeating: 0, count: ledger.roster.members.count)
  var streaks: [Streaks] = []
  for (index, year) in ledger.years.enumerated() {
    let follows = index > 0 && ledger.years[index - 1].year == year.year - 1
    let before = follows ? streaks[index - 1] : Streaks(qualified: none, winner: none, star: none)
    let book = scorebook.years[index]
    let winners = year.decisions.compactMap { decision -> Ref<Member>? in
      if decision.on <= ledger.asOf, case .winner(let member) = decision.matter { member } else { nil }
    }
    streaks.append(
      Streaks(
        qualified: before.qualified.continued(book.qualified.joined().filter { $0.obstacle == nil }.map(\.member)),
        winner: before.winner.continued(winners), star: before.star.continued(book.stars.map(\.member))))
  }
  return streaks
}

extension [Int] {
  /// One year more for the holders, none for the others.
  fileprivate func continued(_ holders: [Ref<Member>]) -> [Int] {
    var next = [Int](repeating: 0, count: count)
    for holder in holders { next[Int(holder.index)] = self[Int(holder.index)] + 1 }
    return next
  }
}
