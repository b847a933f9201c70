/// What branches come to together in a year. Every figure is a sum, or a set whose members are counted once, of its
/// branches' figures, and rates and averages are divided from the sums: never an average of averages. So a unit's sums are
/// those of its branches, and the company's those of all, in whichever order they are added.
package struct JointFigures: Sendable, Equatable {
  package internal(set) var branches = 0
  /// Members who count on the last day (exempt ones don't), and those of them who took part in an activity.
  package internal(set) var heads = 0
  package internal(set) var active = 0
  /// S21: two visible parts that add up.
  package internal(set) var activityPart = Points.zero
  package internal(set) var rewardPart = Points.zero
  package var total: Points { activityPart + rewardPart }
  /// Members' own points earned while in these branches; not part of the total.
  package internal(set) var memberPoints = Points.zero
  /// S23: who took part in public welfare, of whom.
  package internal(set) var participants = 0
  package internal(set) var eligible = 0
  /// Minutes given to welfare by the members who are here on the last day.
  package internal(set) var welfareMinutes = 0
  package internal(set) var projects = 0
  /// Activities claimed here, and those of them that took place: one that two branches share is one.
  package internal(set) var claimed: Set<Ref<Activity>> = []
  package internal(set) var held: Set<Ref<Activity>> = []
  /// Works that activities held here and projects give evidence of.
  package internal(set) var works: Set<Ref<Work>> = []

  package static let none = JointFigures()

  package static func + (a: JointFigures, b: JointFigures) -> JointFigures {
    var sum = a
    sum.branches += b.branches
    sum.heads += b.heads
    sum.active += b.active
    sum.activityPart += b.activityPart
    sum.rewardPart += b.rewardPart
    sum.memberPoints += b.memberPoints
    sum.participants += b.participants
    sum.eligible += b.eligible
    sum.welfareMinutes += b.welfareMinutes
    sum.projects += b.projects
    sum.claimed.formUnion(b.claimed)
    sum.held.formUnion(b.held)
    sum.works.formUnion(b.works)
    return sum
  }

  /// Points a head; `nil` where nobody counts.
  package var average: Average? { Average(total: total, count: heads) }

  /// How many of the heads took part in an activity, in tenths of a per cent for show; rounded as rates of welfare are, so
  /// that all but one aren't shown as everybody. `nil` where nobody counts.
  package var activePerMille: Int? {
    WelfareReport.Rate(participants: active, eligible: heads, gateTenths: 0, isFinal: false).perMille
  }

  /// The rate of welfare against the company's gate.
  package func rate(like company: WelfareReport.Rate) -> WelfareReport.Rate {
    WelfareReport.Rate(
      participants: participants, eligible: eligible, gateTenths: company.gateTenths, isFinal: company.isFinal)
  }
}

extension Sequence<JointFigures> {
  package var joined: JointFigures { reduce(.none, +) }
}

extension Scorebook {
  /// What each branch brings to the figures of its units, in roster order, as of the report's day.
  package func branchFigures(_ ledger: Ledger, year: Ref<YearLedger>) -> [JointFigures] {
    let (content, book) = (ledger.years[year], years[year])
    var figures = [JointFigures](repeating: .none, count: ledger.roster.branches.count)
    for index in figures.indices {
      figures[index].branches = 1
      figures[index].participants = book.welfare.branches[index].participants
      figures[index].eligible = book.welfare.branches[index].eligible
    }
    for standing in book.branches {
      let index = Int(standing.branch.index)
      figures[index].heads = standing.heads
      figures[index].activityPart = standing.activityPart
      figures[index].rewardPart = standing.rewardPart
      figures[index].memberPoints = standing.memberPoints
    }
    for (index, activity) in content.activities.enumerated() {
      for claim in activity.claims {
        let branch = Int(claim.branch.index)
        figures[branch].claimed.insert(Ref(index))
        guard book.activities[index].isHeld else { continue }
        figures[branch].held.insert(Ref(index))
        figures[branch].works.formUnion(activity.works)
      }
    }
    for project in content.projects {
      figures[Int(project.branch.index)].projects += 1
      figures[Int(project.branch.index)].works.formUnion(project.works)
    }
    addPeople(to: &figures, ledger, year)
    return figures
  }

  private func addPeople(to figures: inout [JointFigures], _ ledger: Ledger, _ year: Ref<YearLedger>) {
    guard let window = ledger.window(nil, year: year, asOf: ledger.asOf) else { return }
    let book = years[year]
    let active = Set(book.activities.lazy.flatMap(\.participants))
    for member in 0..<stays.members {
      guard let stay = stays.on(window.lastDay, member: member), !stay.isExempt else { continue }
      figures[Int(stay.branch)].welfareMinutes += book.welfare.minutes[member]
      if active.contains(Ref(member)) { figures[Int(stay.branch)].active += 1 }
    }
  }
}

/// A branch's place among the branches of its unit.
package struct UnitPlace: Sendable {
  package let standing: BranchStanding
  /// 1, 2, 2, 4 by exact total; `nil` wherever the company has no ranks, or none of the unit's has a point.
  package let rank: Int?
  package let isTied: Bool
}

extension OrganisationTree {
  /// The branches of a unit by total; of `nil` all of the company's.
  /// - Parameter standings: the company's, in their order.
  package func places(in unit: Ref<PartyUnit>?, of standings: [BranchStanding]) -> [UnitPlace] {
    let own = Set(branches(in: unit))
    let rows = standings.filter { own.contains($0.branch) }
    let hasRanks = rows.first.map { $0.rank != nil && $0.total > .zero } ?? false
    let ranks = competitionRanks(rows.count) { rows[$0].total == rows[$1].total }
    return zip(rows, ranks).map { row, place in
      UnitPlace(standing: row, rank: hasRanks ? place.rank : nil, isTied: hasRanks && place.isTied)
    }
  }
}
