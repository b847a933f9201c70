/// Awards grouped by holder, each holder's in order of day.
struct Postings {
  var awards: [Award] = []
  /// For each holder (member or branch), the range of their awards.
  var ranges: [Range<Int>] = []
}

/// Makes the members' awards of a year from records, welfare minutes (`extras`) and project shares (`extras`).
///
/// - Parameter extras: awards from elsewhere, sorted by member, day, item.
func memberPostings(
  _ year: YearLedger, order: RecordOrder, rules: FlatRules, extras: [Award]
) -> Postings {
  let records = year.records
  var ladder = CapLadder(items: rules.items.count, days: records.lazy.map(\.day))
  // By position in the canonical order, not by record: neighbours in memory, so nothing here waits for memory.
  var recordSums = [Int64](repeating: 0, count: records.count)
  var postings = Postings()
  postings.awards.reserveCapacity(records.count + extras.count)
  postings.ranges.reserveCapacity(order.ranges.count)
  var extra = 0
  // A member's records lie scattered over the year's; fetching them first, in a loop that does nothing else, lets the
  // processor wait for many at once.
  var own: [Record] = []
  var corrections = CorrectedSums()
  for (member, range) in order.ranges.enumerated() {
    let start = postings.awards.count
    own.removeAll(keepingCapacity: true)
    for position in range { own.append(records[Int(order.indexes[position])]) }
    for position in range {
      let record = own[position - range.lowerBound]
      while extra < extras.count, extras[extra].holder == Int32(member), extras[extra].precedes(record) {
        postings.awards.append(extras[extra])
        extra += 1
      }
      let rule = rules.items[Int(record.item.index)]
      let rootPosition = Int(order.rootPositions[position])
      let root = own[rootPosition - range.lowerBound]
      let raw =
        rootPosition == position || rule.form == .perUnit
        ? rules.raw(record, rule) : corrections.change(by: record, of: root, at: rootPosition, rule, rules)
      let (points, cap) = ladder.post(
        raw, to: &recordSums[rootPosition], item: record.item.index, rule: rule, month: root.day)
      postings.awards.append(
        Award(
          day: record.day, holder: Int32(member), item: record.item.index, kind: rule.kind,
          pathway: rules.pathway(of: record, root, rule, in: year.activities),
          points: Points(millionths: points), capped: Points(millionths: raw - points), cap: cap,
          reason: .record(order.indexes[position]), rule: rule.place, record: record.place))
    }
    while extra < extras.count, extras[extra].holder == Int32(member) {
      postings.awards.append(extras[extra])
      extra += 1
    }
    postings.ranges.append(start..<postings.awards.count)
    for position in range {
      let root = own[Int(order.rootPositions[position]) - range.lowerBound]
      ladder.clear(item: root.item.index, month: root.day)
    }
  }
  return postings
}

/// What the corrections of each record of a form that isn't multiplied have taken away so far.
private struct CorrectedSums {
  /// In hundredths of a quantity, by the position of the record corrected; few records are.
  private var sums: [Int: Int64] = [:]

  mutating func change(
    by record: Record, of root: Record, at position: Int, _ item: FlatItem, _ rules: FlatRules
  ) -> Int64 {
    let before = sums[position] ?? 0
    let after = before + record.quantity.hundredths
    sums[position] = after
    return rules.change(of: root, item, from: before, to: after)
  }
}

extension Award {
  fileprivate func precedes(_ record: Record) -> Bool {
    day != record.day ? day < record.day : item < record.item.index
  }

  /// By holder, day and item. Awards equal in these keep their order where the caller sorts stably.
  static func inOrder(_ a: Award, _ b: Award) -> Bool {
    a.holder != b.holder ? a.holder < b.holder : a.day != b.day ? a.day < b.day : a.item < b.item
  }
}

extension [Award] {
  /// Sorted by holder, day and item, otherwise as they stood.
  func inOrder() -> [Award] {
    indices.sorted { a, b in
      Award.inOrder(self[a], self[b]) || (!Award.inOrder(self[b], self[a]) && a < b)
    }.map { self[$0] }
  }
}
