import Scoring
import Templating

/// What a year is held against, and what each member had in it, where pages of several years ask: worked out once, since
/// every one of them does.
package struct YearMeasure: Sendable {
  /// The company's highest total, where the boards name who has it, and the total in the middle.
  let highest: Points?
  let median: Points?
  let branchHighest: Points?
  let branchMedian: Points?
  /// How the standard's items differ from the year before's; `nil` for the ledger's first year.
  let memberStep: StandardStep?
  let branchStep: StandardStep?
  /// By member: welfare entries of the year, and the tasks of its projects that she has a share in.
  let welfare: [[Int32]]
  let tasks: [[(project: Int, task: Int, share: Int)]]
}

/// How the items of a standard differ from those of the year before.
package struct StandardStep: Fillable {
  package var before: Int
  package var added: Int
  package var dropped: Int
  /// Items that go on under their key, and give otherwise than before.
  package var changed: Int
  var isSame: Bool { added + dropped + changed == 0 }

  package static let specimen = StandardStep(before: 2024, added: 2, dropped: 1, changed: 4)

  /// - Parameter before: the earlier year's number.
  init(_ items: [Item], from earlier: [Item], of before: Int) {
    let old = Dictionary(earlier.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    self.init(
      before: before, added: items.count { old[$0.key] == nil },
      dropped: earlier.count { item in !items.contains { $0.key == item.key } },
      changed: items.count { item in old[item.key].map { !$0.gives(as: item) } ?? false })
  }

  private init(before: Int, added: Int, dropped: Int, changed: Int) {
    self.before = before
    self.added = added
    self.dropped = dropped
    self.changed = changed
  }
}

extension Item {
  /// Whether another gives the same points for the same deeds, whatever it is called and whichever works it serves. Groups
  /// and days are of one year: they are named by their place in it.
  fileprivate func gives(as other: Item) -> Bool {
    var (mine, theirs) = (terms, other.terms)
    (mine.group, theirs.group) = (nil, nil)
    (mine.validity, theirs.validity) = (nil, nil)
    return kind == other.kind && form == other.form && caps == other.caps && mine == theirs
  }
}

extension [MemberStanding] {
  /// The total in the middle; `nil` for a board that is too short to be told as a distribution.
  var median: Points? { count >= 10 ? map(\.total).sorted()[count / 2] : nil }
}

extension SiteContext {
  /// Of every year, in the ledger's order.
  package func yearMeasures() -> [YearMeasure] {
    ledger.years.refs.map { year in
      let (book, scores) = (self[year].ledger, self[year].book)
      let before = year.previous.map { self[$0].ledger }
      let branches = scores.branches.map(\.total).sorted()
      var welfare = [[Int32]](repeating: [], count: roster.members.count)
      for (index, entry) in book.welfare.enumerated() where entry.day <= ledger.asOf {
        welfare[Int(entry.member.index)].append(Int32(index))
      }
      var tasks = [[(project: Int, task: Int, share: Int)]](repeating: [], count: roster.members.count)
      for (number, project) in book.projects.enumerated() {
        for (place, task) in project.tasks.enumerated() {
          for share in task.shares { tasks[Int(share.member.index)].append((number, place, share.share)) }
        }
      }
      return YearMeasure(
        highest: namesRank(1, of: nil, year)
          ? scores.members.rows.map(\.total).max().flatMap { $0 > .zero ? $0 : nil } : nil,
        median: scores.members.rows.median,
        branchHighest: branches.last.flatMap { $0 > .zero ? $0 : nil },
        branchMedian: branches.count >= 3 ? branches[branches.count / 2] : nil,
        memberStep: before.map { StandardStep(book.rulebook.items, from: $0.rulebook.items, of: $0.year) },
        branchStep: before.map {
          StandardStep(
            book.rulebook.branchItems.map(\.rule), from: $0.rulebook.branchItems.map(\.rule), of: $0.year)
        }, welfare: welfare, tasks: tasks)
    }
  }

  /// The years of the ledger that have begun, up to one of them.
  func yearsBegun(through last: Ref<YearLedger>?) -> [Ref<YearLedger>] {
    ledger.years.refs.filter { self[$0].ledger.period.first <= ledger.asOf && $0 <= last ?? $0 }
  }
}
