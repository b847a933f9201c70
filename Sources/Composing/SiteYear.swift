import Reading
import Scoring
import Tables

/// A year as pages, prints and the index see it: its ledger, its book, and what is worked out once from both.
///
/// A class, since it is asked for all the time: a copy of a ledger and a book would count some forty references.
package final class SiteYear: Sendable {
  package let ledger: YearLedger
  package let book: YearBook
  package let ranks: RankTable
  /// Who stands where on the day that decides.
  package let standing: RosterIndex
  /// For each branch, its members' points by month.
  package let months: [[MonthlyPoints]]
  /// Who stands under which unit.
  package let tree: OrganisationTree
  /// What each branch brings to the figures of its units.
  package let branchFigures: [JointFigures]
  /// The branches' board, and its rows as pages and prints show them.
  package let branchBoard: BranchBoard
  let branchRows: [BranchRow]
  package let streaks: Streaks
  package let stories: StoryIndex
  let navigation: SiteNavigation

  private init(
    _ year: Ref<YearLedger>, of content: Content, _ scorebook: Scorebook, streaks: Streaks, stories: StoryIndex,
    _ audience: Audience
  ) {
    let ledger = content.ledger
    let (roster, book) = (ledger.roster, scorebook.years[year])
    self.ledger = ledger.years[year]
    self.book = book
    ranks = RankTable(book, members: roster.members.count, branches: roster.branches.count)
    standing = RosterIndex(roster, on: min(ledger.asOf, self.ledger.period.last))
    months = scorebook.memberMonths(ledger, year: year, asOf: ledger.asOf)
    tree = roster.tree(in: self.ledger.year)
    branchFigures = scorebook.branchFigures(ledger, year: year)
    branchBoard = BranchBoard(book.branches)
    branchRows = branchBoard.views(roster, tree, in: self.ledger.year)
    self.streaks = streaks
    self.stories = stories
    navigation = SiteNavigation(content, year: self.ledger.year, audience)
  }

  /// The same year with other texts about it.
  private init(_ other: SiteYear, stories: StoryIndex, navigation: SiteNavigation) {
    (ledger, book, ranks, standing, months) = (other.ledger, other.book, other.ranks, other.standing, other.months)
    (tree, branchFigures, streaks) = (other.tree, other.branchFigures, other.streaks)
    (branchBoard, branchRows) = (other.branchBoard, other.branchRows)
    (self.stories, self.navigation) = (stories, navigation)
  }

  /// Every year, in the ledger's order.
  /// - Parameter earlier: the years of the same ledger and scorebook; `nil` where there are none.
  static func all(
    _ content: Content, _ scorebook: Scorebook, _ audience: Audience, after earlier: [SiteYear]?
  ) -> [SiteYear] {
    let ledger = content.ledger
    let stories = StoryIndex.all(content)
    if let earlier {
      return zip(earlier, stories).map { year, stories in
        SiteYear(year, stories: stories, navigation: SiteNavigation(content, year: year.ledger.year, audience))
      }
    }
    let streaks = Scoring.streaks(ledger, scorebook)
    return ledger.years.indices.map {
      SiteYear(Ref($0), of: content, scorebook, streaks: streaks[$0], stories: stories[$0], audience)
    }
  }
}
