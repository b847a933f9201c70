import Scoring
import Texts
import Wording

extension SiteFigures {
  /// The latest year that has members' accounts, summed up.
  var summary: SiteSummary? {
    guard let (number, year) = years.filter({ !$0.value.accounts.isEmpty }).max(by: { $0.key < $1.key }) else {
      return nil
    }
    let members = year.accounts.filter { $0.key.kind == .member }.map(\.value)
    return SiteSummary(
      asOf: year.asOf, year: number, memberCount: members.count,
      entryCount: members.reduce(0) { $0 + $1.entryCount },
      total: members.reduce(Points.zero) { $0 + $1.total }.description)
  }
}

extension FoundChanges {
  /// Whom the page names, and how many records for each; the rest is counted, and `changes` lists all.
  private static let mostMovers = 30
  private static let mostCauses = 6

  init(_ changes: SiteChanges) {
    let people = changes.movedPeople
    let entries = changes.entries.filter { $0.subject.kind == .member }
    let own = Dictionary(grouping: entries) { Account(year: $0.year, subject: $0.subject) }
    (hasMovers, hasEntries) = (!people.isEmpty, !entries.isEmpty)
    (memberCount, entryCount) = (people.count, entries.count)
    movers = people.prefix(Self.mostMovers).map { mover in
      let causes = own[Account(year: mover.year, subject: mover.subject), default: []].map { $0.change }
      let left = causes.count - Self.mostCauses
      return Mover(
        name: mover.name.withoutPersonalNumbers, year: mover.year, then: mover.then?.total.shown ?? "",
        now: mover.now?.total.shown ?? "", difference: signed(mover.difference),
        causes: causes.prefix(Self.mostCauses).map { Cause($0) }, more: left > 0 ? ["\(left)"] : [])
    }
    let left = people.count - movers.count
    others = left > 0 ? ["\(left)"] : []
  }

  private struct Account: Hashable {
    let year: Int
    let subject: SiteFigures.Subject
  }
}

extension FoundChanges.Cause {
  fileprivate init(_ change: EntryChange) {
    let entry = change.now ?? change.then
    difference = signed(change.difference)
    reason = (entry?.reason ?? "").withoutPersonalNumbers
    record = (entry?.record ?? "").withoutPersonalNumbers
  }
}

private func signed(_ points: Points) -> String { points > .zero ? "+\(points)" : points.shown }
