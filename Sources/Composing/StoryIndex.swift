import Reading
import Scoring
import Texts

/// Which stories of a year belong to what, worked out once: pages that each looked through all stories would take longer than
/// everything else together. Indexes into `Content.stories`, so newest first.
package struct StoryIndex: Sendable {
  package private(set) var byBranch: [[Int]]
  package private(set) var byWork: [[Int]]
  private(set) var byActivity: [[Int]]

  private init(branches: Int, works: Int, activities: Int) {
    byBranch = Array(repeating: [], count: branches)
    byWork = Array(repeating: [], count: works)
    byActivity = Array(repeating: [], count: activities)
  }

  /// Of every year, in the ledger's order.
  static func all(_ content: Content) -> [StoryIndex] {
    let ledger = content.ledger
    var indexes = ledger.years.map { year in
      StoryIndex(
        branches: ledger.roster.branches.count, works: ledger.works.count, activities: year.activities.count)
    }
    for (index, story) in content.stories.enumerated() {
      let year = Int(ledger.year(of: story).index)
      if let branch = story.branch { indexes[year].byBranch[Int(branch.index)].append(index) }
      for work in Set(story.works) { indexes[year].byWork[Int(work.index)].append(index) }
      if let activity = story.activity { indexes[year].byActivity[Int(activity.activity.index)].append(index) }
    }
    return indexes
  }
}

extension StoryIndex {
  /// Stories near in time that share the activity, works or the branch, those that share most first.
  /// - Parameter left: stories not to name, since the page leads to them anyway.
  package func related(to index: Int, in stories: [Story], except left: [Int], most: Int) -> [Int] {
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
    if let activity = story.activity { weigh(byActivity[Int(activity.activity.index)], by: 4) }
    for (at, work) in story.works.enumerated() where !story.works[..<at].contains(work) {
      weigh(byWork[Int(work.index)], by: 2)
    }
    if let branch = story.branch { weigh(byBranch[Int(branch.index)], by: 1) }
    return found.sorted { ($1.weight, $0.story) < ($0.weight, $1.story) }.prefix(most).map(\.story)
  }
}

extension [Int] {
  /// Position of a number in an ascending list.
  fileprivate func position(of number: Int) -> Int? {
    let index = partitioningIndex { $0 >= number }
    return index < count && self[index] == number ? index : nil
  }
}

extension Ledger {
  /// The year a story is evidence of: its activity's, else the one its day lies in or follows.
  package func year(of story: Story) -> Ref<YearLedger> {
    story.activity?.year ?? year(following: story.day)
  }

  fileprivate func year(following day: Day) -> Ref<YearLedger> {
    years.refs.last { years[$0].period.first <= day } ?? Ref(0)
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
