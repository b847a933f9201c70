/// State and value of each activity as of a day (S19, S20); participants come from the records that name it.
func activityResults(_ year: YearLedger, participants: [[Ref<Member>]], asOf: Day) -> [ActivityResult] {
  year.activities.indices.map { index in
    let activity = year.activities[index]
    return ActivityResult(
      isHeld: activity.held.map { $0 <= asOf } ?? false, isClaimed: activity.claims.contains { $0.on <= asOf },
      value: activity.value(by: year.rulebook.matrix), participants: participants[index])
  }
}

/// What the branches earn without a record of theirs (S21): shares of the activities they claimed and that took place, and
/// year-end ratings.
func branchExtras(_ year: YearLedger, rules: FlatRules, ledger: Ledger) -> [Extra] {
  let rulebook = year.rulebook
  var extras: [Extra] = []
  for index in year.activities.indices.sorted(by: { year.activities[$0].id < year.activities[$1].id }) {
    let activity = year.activities[index]
    guard let held = activity.held, held <= ledger.asOf else { continue }
    let claims = activity.claims.indices.sorted { a, b in
      let (p, q) = (activity.claims[a], activity.claims[b])
      return p.branch != q.branch ? p.branch < q.branch : p.on < q.on
    }
    let value = activity.value(by: rulebook.matrix).millionths
    for (claim, part) in zip(claims, apportion(value, by: claims.map { activity.claims[$0].share })) {
      extras.append(
        Extra(
          day: held, holder: activity.claims[claim].branch.index, item: nil, kind: .optional,
          pathway: rules.pathway(of: activity.works), raw: part, reason: .activity(Int32(index), claim: Int32(claim)),
          rule: rulebook.matrixPlace, record: activity.claims[claim].place))
    }
  }
  let ratings = year.ratings.indices.sorted { a, b in
    let (p, q) = (year.ratings[a], year.ratings[b])
    return p.points != q.points ? p.points > q.points : p.note != q.note ? p.note < q.note : p.place < q.place
  }
  for index in ratings where year.ratings[index].on <= ledger.asOf {
    let rating = year.ratings[index]
    let item = rulebook.branchItems[rating.item]
    extras.append(
      Extra(
        day: rating.on, holder: rating.branch.index, item: Int(rating.item.index), kind: item.kind,
        pathway: rules.pathway(of: item.works), raw: rating.points.millionths, reason: .rating(Int32(index)),
        rule: item.place,
        record: rating.place))
  }
  return extras
}

extension Activity {
  /// The override, or the matrix by complexity and coverage (S20).
  func value(by matrix: [[Points]]) -> Points { override?.value ?? matrix[complexity - 1][coverage - 1] }
}
