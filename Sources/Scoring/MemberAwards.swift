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
  var recordSums = [Int64](repeating: 0, count: records.count)
  var postings = Postings()
  postings.awards.reserveCapacity(records.count + extras.count)
  postings.ranges.reserveCapacity(order.ranges.count)
  var extra = 0
  for member in order.ranges.indices {
    let start = postings.awards.count
    for position in order.ranges[member] {
      let index = order.indexes[position]
      let record = records[Int(index)]
      while extra < extras.count, extras[extra].holder == Int32(member), extras[extra].precedes(record) {
        postings.awards.append(extras[extra])
        extra += 1
      }
      let rule = rules.items[Int(record.item.index)]
      let rootIndex = order.roots[Int(index)]
      let root = records[Int(rootIndex)]
      let raw = rules.raw(record, rule)
      let (points, cap) = ladder.post(
        raw, to: &recordSums[Int(rootIndex)], item: record.item.index, rule: rule, month: root.day)
      postings.awards.append(
        Award(
          day: record.day, holder: Int32(member), item: record.item.index, kind: rule.kind,
          pathway: (record.work ?? root.work).map { rules.pathwayOfWork[Int($0.index)] } ?? rule.pathway,
          points: Points(hundredths: points), capped: Points(hundredths: raw - points), cap: cap,
          reason: .record(index), rule: rule.place, record: record.place))
    }
    while extra < extras.count, extras[extra].holder == Int32(member) {
      postings.awards.append(extras[extra])
      extra += 1
    }
    postings.ranges.append(start..<postings.awards.count)
    for position in order.ranges[member] {
      let index = Int(order.indexes[position])
      ladder.clear(item: records[index].item.index, month: records[Int(order.roots[index])].day)
    }
  }
  return postings
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
