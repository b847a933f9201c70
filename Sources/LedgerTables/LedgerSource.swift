import Composing
import Reading
import Scoring
import Texts

/// What the tables are made from: one edition of the content and its scores, and the numbers of its rows.
///
/// What a profile hides is left out by the same list that pages ask (`Composing/Audience`), and with it, on the intranet,
/// who was vetoed and who vouched for whom.
package final class LedgerSource: Sendable {
  let context: SiteContext
  // Kept here too: asked for through the context, each would have all its lists counted for every row.
  let ledger: Ledger
  let roster: Roster
  let tree: SourceTree
  let asOf: Day
  let isOffice: Bool
  /// Members and branches by their keys, whatever file names them.
  let members: [Int]
  let branches: [Int]
  let years: [YearRows]

  package init(_ context: SiteContext) {
    let (ledger, roster, isOffice) = (context.ledger, context.roster, context.audience == .office)
    (self.context, self.ledger, self.roster, self.isOffice) = (context, ledger, roster, isOffice)
    (tree, asOf) = (context.content.tree, ledger.asOf)
    let members = roster.members.indices.sorted { roster.members[$0].key < roster.members[$1].key }
    let branches = roster.branches.indices.sorted { roster.branches[$0].id < roster.branches[$1].id }
    (self.members, self.branches) = (members, branches)
    let (ranks, branchRanks) = (members.ranks, branches.ranks)
    var last = RowCounts()
    years = ledger.years.map {
      YearRows($0, ledger, isOffice: isOffice, ranks: ranks, branchRanks: branchRanks, after: &last)
    }
  }

  /// Whether it is the office's edition.
  package var isForOffice: Bool { isOffice }
  package var content: Content { context.content }

  /// Every year with its ledger, scores and numbers of rows.
  func forEachYear(_ body: (SiteYear, YearRows, Ref<YearLedger>) throws -> Void) rethrows {
    for ref in ledger.years.refs { try body(context[ref], years[Int(ref.index)], ref) }
  }

  func key(_ member: Ref<Member>) -> String { roster.members[member].key }
  func id(_ branch: Ref<Branch>) -> String { roster.branches[branch].id }

  /// Whether a member had come by the day.
  func isThere(_ member: Int) -> Bool {
    let stays = roster.memberships[member]
    return stays.isEmpty || stays.contains { $0.from <= asOf }
  }

  /// A day that isn't still to come.
  func past(_ day: Day?) -> Day? { day.flatMap { $0 <= asOf ? $0 : nil } }

  /// The branch a member was in on a day.
  func branch(of member: Ref<Member>, on day: Day) -> String? {
    for stay in roster.memberships[Int(member.index)] where stay.covers(day) { return roster.branches[stay.branch].id }
    return nil
  }
}

extension [Int] {
  /// Of an order of indexes, by index its place.
  fileprivate var ranks: [Int32] {
    var ranks = [Int32](repeating: 0, count: count)
    for (rank, index) in enumerated() { ranks[index] = Int32(rank) }
    return ranks
  }
}

/// How many rows there are so far of each kind that is numbered.
struct RowCounts {
  var items: Int32 = 0
  var records: Int32 = 0
  var branchRecords: Int32 = 0
  var surveys: Int32 = 0
  var welfare: Int32 = 0
  var series: Int32 = 0
  var activities: Int32 = 0
  var claims: Int32 = 0
  var projects: Int32 = 0
  var tasks: Int32 = 0
  var ratings: Int32 = 0
  var decisions: Int32 = 0
}

/// The rows of one year that others name: in which order they stand, and the number of each.
struct YearRows: Sendable {
  /// Indexes into the year's list in the order of the rows, and by index the number, 0 for what isn't there by the day.
  struct Numbered: Sendable {
    let order: [Int32]
    let ids: [Int32]

    init(_ order: [Int32], of count: Int, after last: inout Int32) {
      var ids = [Int32](repeating: 0, count: count)
      for index in order {
        last += 1
        ids[Int(index)] = last
      }
      self.order = order
      self.ids = ids
    }

    /// Of `nil` none.
    func id(_ index: Int?) -> Int32 { index.map { ids[$0] } ?? 0 }
    func id<Entity>(_ ref: Ref<Entity>?) -> Int32 { ref.map { ids[Int($0.index)] } ?? 0 }
  }

  /// The number before the first item's; the branches' follow the members'.
  let beforeItems: Int32
  let beforeBranchItems: Int32
  let beforeSeries: Int32
  let records: Numbered
  let branchRecords: Numbered
  let surveys: Numbered
  let welfare: Numbered
  let activities: Numbered
  /// By activity the number before its first claim, and before a project's first task.
  let beforeClaims: [Int32]
  let projects: Numbered
  let beforeTasks: [Int32]
  let ratings: Numbered
  let decisions: Numbered

  init(
    _ year: YearLedger, _ ledger: Ledger, isOffice: Bool, ranks: [Int32], branchRanks: [Int32],
    after last: inout RowCounts
  ) {
    let (asOf, notes) = (ledger.asOf, ledger.notes)
    (beforeItems, beforeBranchItems) = (last.items, last.items + Int32(year.rulebook.items.count))
    last.items = beforeBranchItems + Int32(year.rulebook.branchItems.count)
    beforeSeries = last.series
    last.series += Int32(year.rulebook.welfare.series.count)
    records = Numbered(
      canonicalOrder(year.records, until: asOf, notes) { ranks[Int($0.member.index)] }, of: year.records.count,
      after: &last.records)
    let own = year.branchRecords.map(\.entry)
    branchRecords = Numbered(
      canonicalOrder(own, until: asOf, notes) { branchRanks[Int($0.member.index)] }, of: own.count,
      after: &last.branchRecords)
    surveys = Numbered(
      year.surveys.indices.filter { year.surveys[$0].day <= asOf }.sorted { a, b in
        let (p, q) = (year.surveys[a], year.surveys[b])
        let (m, n) = (ranks[Int(p.member.index)], ranks[Int(q.member.index)])
        return (m, p.item.index, p.day, p.place) < (n, q.item.index, q.day, q.place)
      }.map { Int32($0) }, of: year.surveys.count, after: &last.surveys)
    welfare = Numbered(
      canonicalOrder(year.welfare, until: asOf, notes) { ranks[Int($0.member.index)] }, of: year.welfare.count,
      after: &last.welfare)
    activities = Numbered(
      year.activities.indices.sorted { year.activities[$0].id < year.activities[$1].id }.map { Int32($0) },
      of: year.activities.count, after: &last.activities)
    projects = Numbered(
      year.projects.indices.sorted { year.projects[$0].id < year.projects[$1].id }.map { Int32($0) },
      of: year.projects.count, after: &last.projects)
    beforeClaims = counted(activities.order, year.activities.map(\.claims.count), after: &last.claims)
    beforeTasks = counted(projects.order, year.projects.map(\.tasks.count), after: &last.tasks)
    ratings = Numbered(
      year.ratings.indices.filter { year.ratings[$0].on <= asOf }.sorted { a, b in
        let (p, q) = (year.ratings[a], year.ratings[b])
        let (m, n) = (branchRanks[Int(p.branch.index)], branchRanks[Int(q.branch.index)])
        return (m, p.item.index, p.on, p.place) < (n, q.item.index, q.on, q.place)
      }.map { Int32($0) }, of: year.ratings.count, after: &last.ratings)
    decisions = Numbered(
      // What isn't told isn't counted either.
      year.decisions.indices.filter { year.decisions[$0].on <= asOf && (isOffice || year.decisions[$0].isTold) }.map {
        Int32($0)
      }, of: year.decisions.count,
      after: &last.decisions)
  }

  func item(_ heading: Award.Heading) -> Int32 {
    switch heading {
    case .member(let item): item.index + beforeItems + 1
    case .branch(let item): item.index + beforeBranchItems + 1
    case .activity: 0
    }
  }
  func item(_ ref: Ref<Item>) -> Int32 { ref.index + beforeItems + 1 }
  func item(_ ref: Ref<BranchItem>) -> Int32 { ref.index + beforeBranchItems + 1 }
  func series(_ ref: Ref<WelfareSeries>?) -> Int32 { ref.map { $0.index + beforeSeries + 1 } ?? 0 }
}

private func counted(_ order: [Int32], _ counts: [Int], after last: inout Int32) -> [Int32] {
  var before = [Int32](repeating: 0, count: counts.count)
  for index in order {
    before[Int(index)] = last
    last += Int32(counts[Int(index)])
  }
  return before
}
