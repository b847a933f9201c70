import Reading
import Scoring
import Templating
import Wording

/// A branch among those of its unit.
package struct LevelBranch: Fillable {
  @Inlined package var row: BranchRow
  /// Its place among the unit's branches; a dash before anybody has a point.
  @Unprinted package var placeInUnit: Int?
  var rankInUnit: String { placeInUnit.orDash }
  package var isTiedInUnit: Bool
  package var welfareRate: [String]
  /// How many units it stands below.
  package var depth: Int

  package static let specimen = LevelBranch(
    row: .specimen, placeInUnit: 1, isTiedInUnit: true, welfareRate: ["96.7"], depth: 1)
}

/// A unit with its figures and the branches directly in it, or those directly under the company.
package struct LevelGroup: Fillable {
  package var id: String
  /// None of the branches directly under the company.
  package var link: LinkView?
  package var kind: String
  /// How many units stand above it.
  package var depth: Int
  @Inlined package var figures: LevelFigures
  package var branches: [LevelBranch]

  package static let specimen = LevelGroup(
    id: "u2", link: LinkView(href: "2025/units/u2.html", text: "制造党总支"), kind: "党总支", depth: 0, figures: .specimen,
    branches: [.specimen])
}

/// What stands below the company or a unit: units with their branches, and the sum of all.
package struct LevelTable: Fillable {
  package var groups: [LevelGroup]
  /// Whose sum it is.
  package var sumName: String
  package var sum: LevelFigures

  package static let specimen = LevelTable(groups: [.specimen], sumName: "全公司", sum: .specimen)
}

extension LinkView {
  /// - Parameter year: the calendar's.
  init(to unit: PartyUnit, in year: Int) { self.init(href: Address.unit(unit, year), text: unit.name) }
}

extension SiteContext {
  package func unitLink(_ unit: Ref<PartyUnit>, _ year: Ref<YearLedger>) -> LinkView {
    LinkView(to: roster.levels.units[unit], in: self[year].ledger.year)
  }

  /// The units above a branch, the outermost first; none where a company has none.
  package func unitLinks(above branch: Ref<Branch>, _ year: Ref<YearLedger>) -> [LinkView] {
    self[year].tree.path(to: branch).map { unitLink($0, year) }
  }

  /// Every unit before what it holds, and at last the branches directly under the company, or under `top`; `nil` where no
  /// unit stands there.
  package func levelTable(_ year: Ref<YearLedger>, below top: Ref<PartyUnit>? = nil) -> LevelTable? {
    let tree = self[year].tree
    let rows = levelRows(year)
    let start = top.map { tree.depth(of: $0) + 1 } ?? 0
    var groups = tree.units.filter { unit in
      top.map { tree.path(to: tree.parent(of: unit)).contains($0) } ?? true
    }.map { unit in
      let one = roster.levels.units[unit]
      let depth = tree.depth(of: unit) - start
      return LevelGroup(
        id: one.id, link: unitLink(unit, year), kind: Words.kind(one.kind), depth: depth,
        figures: levelFigures(of: tree.branches(in: unit), year: year),
        branches: levelBranches(tree.branches(directlyIn: unit), in: unit, rows, depth: depth + 1, year))
    }
    let direct = tree.branches(directlyIn: top)
    if !groups.isEmpty, !direct.isEmpty {
      groups.append(
        LevelGroup(
          id: "direct", link: nil, kind: Words.directBranches, depth: 0, figures: levelFigures(of: direct, year: year),
          branches: levelBranches(direct, in: top, rows, depth: 1, year)))
    }
    if groups.isEmpty { return nil }
    return LevelTable(
      groups: groups, sumName: top.map { roster.levels.units[$0].name } ?? Words.company,
      sum: levelFigures(of: tree.branches(in: top), year: year))
  }

  /// The branches of a unit by their place in it.
  func levelBranches(of unit: Ref<PartyUnit>, _ year: Ref<YearLedger>) -> [LevelBranch] {
    levelBranches(self[year].tree.branches(in: unit), in: unit, levelRows(year), depth: 0, year)
  }

  /// By branch, its row on the company's board.
  private func levelRows(_ year: Ref<YearLedger>) -> [Ref<Branch>: BranchRow] {
    Dictionary(zip(self[year].book.branches.map(\.branch), self[year].branchRows)) { first, _ in first }
  }

  /// - Parameter unit: within which they are ranked; `nil` for the company.
  private func levelBranches(
    _ branches: [Ref<Branch>], in unit: Ref<PartyUnit>?, _ rows: [Ref<Branch>: BranchRow], depth: Int,
    _ year: Ref<YearLedger>
  ) -> [LevelBranch] {
    let (site, shown) = (self[year], Set(branches))
    let places = site.tree.places(in: unit, of: site.book.branches)
    return places.filter { shown.contains($0.standing.branch) }.compactMap { place in
      let branch = place.standing.branch
      let rate = site.book.welfare.branches[Int(branch.index)].perMille
      return rows[branch].map {
        LevelBranch(
          row: $0, placeInUnit: place.rank, isTiedInUnit: place.isTied, welfareRate: rate.map { [tenths($0)] } ?? [],
          depth: depth)
      }
    }
  }
}
