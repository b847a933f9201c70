import Reading
import Scoring

/// Which stories belong to what, worked out once: pages that each looked through all stories would take longer than
/// everything else together. Indexes into `Content.stories`, so newest first.
package struct StoryIndex: Sendable {
  package private(set) var byBranch: [[[Int]]]
  package private(set) var byWork: [[[Int]]]
  private(set) var byActivity: [[[Int]]]

  init(_ content: Content) {
    let ledger = content.ledger
    let table = { (count: Int) in [[Int]](repeating: [], count: count) }
    byBranch = ledger.years.map { _ in table(ledger.roster.branches.count) }
    byWork = ledger.years.map { _ in table(ledger.works.count) }
    byActivity = ledger.years.map { table($0.activities.count) }
    let stories = content.stories
    for index in stories.indices {
      let activity = stories[index].activity
      let day = stories[index].day
      let year = activity?.year ?? ledger.yearIndex(following: day)
      if let branch = stories[index].branch { byBranch[year][Int(branch.index)].append(index) }
      for work in Set(stories[index].works) { byWork[year][Int(work.index)].append(index) }
      if let activity { byActivity[activity.year][Int(activity.activity.index)].append(index) }
    }
  }
}

extension StoryIndex {
  /// Stories near in time that share the activity, works or the branch, those that share most first.
  /// - Parameter left: stories not to name, since the page leads to them anyway.
  package func related(to index: Int, in stories: [Story], year: Int, except left: [Int], most: Int) -> [Int] {
    // A work may have thousands of stories; those next in time are related best.
    let reach = 4
    let story = stories[index]
    var found: [(story: Int, weight: Int)] = []
    func weigh(_ list: [Int], by weight: Int) {
      guard let position = list.position(of: index) else { return }
      for other in list[max(0, position - reach)..<min(list.count, position + reach + 1)]
      where other != index && !left.contains(other) {
        if let at = found.firstIndex(where: { $0.story == other }) {
          found[at].weight += weight
        } else {
          found.append((other, weight))
        }
      }
    }
    if let activity = story.activity { weigh(byActivity[activity.year][Int(activity.activity.index)], by: 4) }
    for (at, work) in story.works.enumerated() where !story.works[..<at].contains(work) {
      weigh(byWork[year][Int(work.index)], by: 2)
    }
    if let branch = story.branch { weigh(byBranch[year][Int(branch.index)], by: 1) }
    return found.sorted { ($1.weight, $0.story) < ($0.weight, $1.story) }.prefix(most).map(\.story)
  }
}

extension [Int] {
  /// Position of a number in an ascending list.
  fileprivate func position(of number: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }
}

extension Ledger {
  /// The year a story is evidence of: its activity's, else the one its day lies in or follows.
  package func year(of story: Story) -> Int {
    story.activity?.year ?? yearIndex(following: story.day)
  }

  fileprivate func yearIndex(following day: Day) -> Int {
    for index in years.indices.reversed() where years[index].period.first <= day { return index }
    return 0
  }
}

/// Who stands where on the day a year's figures stand for, by branch and by member.
package struct RosterIndex: Sendable {
  /// For each branch, the stays that cover the day, in roster order.
  package private(set) var stays: [[Membership]]
  /// For each member, the offices held on the day, in the order of the content.
  package private(set) var offices: [[Office]]

  init(_ roster: Roster, on day: Day) {
    stays = Array(repeating: [], count: roster.branches.count)
    offices = Array(repeating: [], count: roster.members.count)
    for own in roster.memberships {
      if let stay = own.first(where: { $0.covers(day) }) { stays[Int(stay.branch.index)].append(stay) }
    }
    for office in roster.offices where office.from <= day && day <= (office.to ?? day) {
      offices[Int(office.member.index)].append(office)
    }
  }
}
