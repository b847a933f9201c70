/// A stay in a branch without its strings: what the folds ask of the roster, thousands of times.
struct Stay {
  let branch: Int32
  let from: Day
  /// Last day; the calendar's last while it lasts.
  let to: Day
  let standing: Membership.Standing
  let isExempt: Bool

  func covers(_ day: Day) -> Bool { from <= day && day <= to }
}

struct Stays {
  private let all: [Stay]
  private let ranges: [Range<Int>]

  init(_ roster: Roster) {
    var all: [Stay] = []
    all.reserveCapacity(roster.members.count)
    ranges = roster.memberships.map { rows in
      let start = all.count
      for row in rows {
        all.append(
          Stay(
            branch: row.branch.index, from: row.from, to: row.to ?? Day(packed: 21_991_231), standing: row.standing,
            isExempt: row.exemption != nil))
      }
      return start..<all.count
    }
    self.all = all
  }

  var members: Int { ranges.count }

  func of(_ member: Int) -> ArraySlice<Stay> { all[ranges[member]] }

  func on(_ day: Day, member: Int) -> Stay? {
    for index in ranges[member] where all[index].covers(day) { return all[index] }
    return nil
  }
}
