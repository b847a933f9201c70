import Diagnostics
import Texts

/// Awards grouped by holder, each holder's in order of day.
struct Postings {
  var awards: [Award] = []
  /// For each holder (member or branch), the range of their awards.
  var ranges: [Range<Int>] = []
}

/// Makes the awards of one standard for a year: from records, and from what doesn't come of a record.
/// - Parameters:
///   - extras: sorted by holder, day and rank.
///   - reason: what an award of the record with this index gives as its reason.
func postings(
  _ year: YearLedger, records: [Record], order: RecordOrder, rules: FlatRules, extras: [Extra],
  reason: (Int32) -> Award.Reason
) -> Postings {
  let latest = [records.lazy.map(\.day).max(), extras.lazy.map(\.day).max()].compactMap { $0 }.max()
  var account = Account(rules, SpanCalendar(year.period, latest: latest))
  var postings = Postings()
  postings.awards.reserveCapacity(records.count + extras.count)
  postings.ranges.reserveCapacity(order.ranges.count)
  var next = 0
  for (holder, range) in order.ranges.enumerated() {
    let start = postings.awards.count
    account.open(records, order, range)
    for position in range {
      let record = account.own[position - range.lowerBound]
      while next < extras.count, extras[next].holder == Int32(holder), extras[next].precedes(record, rules) {
        postings.awards.append(account.post(extras[next], at: next, extras))
        next += 1
      }
      let local = position - range.lowerBound
      let posted = account.post(local, extras)
      let (root, rule) = (account.own[account.roots[local]], rules.items[Int(record.item.index)])
      postings.awards.append(
        Award(
          day: record.day, holder: Int32(holder), heading: rules.heading(Int(record.item.index)), kind: rule.kind,
          pathway: rules.pathway(of: record, root, rule, in: year.activities),
          points: Points(millionths: posted.points), capped: Points(millionths: posted.capped),
          cap: account.global(posted.cap, order, range), isDeduction: rules.isDeduction(root, rule),
          reason: reason(order.indexes[position]), basis: posted.basis, rule: rule.place, record: record.place))
      for moved in account.moved {
        let other = moved.item.map { rules.items[$0] }
        postings.awards.append(
          Award(
            day: record.day, holder: Int32(holder), heading: rules.heading(moved.item),
            kind: other?.kind ?? .optional, pathway: other?.pathway, points: Points(millionths: moved.points),
            capped: Points(millionths: moved.capped), cap: .recounted, isDeduction: moved.isDeduction,
            reason: reason(order.indexes[position]), basis: .recounted,
            rule: other?.place ?? year.rulebook.matrixPlace, record: record.place))
      }
    }
    while next < extras.count, extras[next].holder == Int32(holder) {
      postings.awards.append(account.post(extras[next], at: next, extras))
      next += 1
    }
    postings.ranges.append(start..<postings.awards.count)
  }
  return postings
}

extension Extra {
  fileprivate func precedes(_ record: Record, _ rules: FlatRules) -> Bool {
    day != record.day ? day < record.day : isOfYear || rules.rank(item) < rules.rank(Int(record.item.index))
  }
}
