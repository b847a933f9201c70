import Texts

/// An organisation between the company and its branches (党总支, 二级党委): it holds branches and further units. Members
/// stand in branches only, so a unit has none of its own.
package struct PartyUnit: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// 党总支.
    case generalBranch = "general-branch"
    /// 二级党委.
    case committee
    /// 党工委.
    case workCommittee = "work-committee"
    /// 片区: branches that are looked after together, without a committee of their own.
    case area
  }

  package let id: String
  /// Full name: 制造党总支. `short` is for narrow tables.
  package let name: String
  package let short: String
  /// Other ways it is written. Found by, never shown.
  package let also: [String]
  package let kind: Kind
  package let place: Place

  package init(id: String, name: String, short: String, also: [String] = [], kind: Kind, place: Place) {
    self.id = id
    self.name = name
    self.short = short
    self.also = also
    self.kind = kind
    self.place = place
  }
}

/// Under which unit a branch or a unit stands, from a year of the ledger on.
package struct Placement: Sendable {
  package enum Child: Hashable, Sendable {
    case unit(Ref<PartyUnit>)
    case branch(Ref<Branch>)
  }

  package let child: Child
  /// `nil` for directly under the company.
  package let parent: Ref<PartyUnit>?
  /// The first year it holds for; `nil` from the beginning.
  package let since: Int?
  package let place: Place

  package init(_ child: Child, under parent: Ref<PartyUnit>?, since: Int?, place: Place) {
    self.child = child
    self.parent = parent
    self.since = since
    self.place = place
  }
}

/// The units of a company, and who stands under which of them from when on.
package struct Levels: Sendable {
  package let units: [PartyUnit]
  /// In any order; of one child and year there is one.
  package let placements: [Placement]

  package init(units: [PartyUnit] = [], placements: [Placement] = []) {
    self.units = units
    self.placements = placements
  }

  /// The years from which something is different, ascending; what holds from the beginning is no such year.
  package var turns: [Int] { Set(placements.compactMap(\.since)).sorted() }

  /// Who stands under whom in a year: of what was placed until then the latest. A branch is of one unit all year long.
  /// - Parameter year: `nil` for the time before the first turn.
  package func tree(in year: Int?, branches: Int) -> OrganisationTree {
    let inForce = inForce(in: year)
    return OrganisationTree(
      units: units.indices.map { inForce[.unit(Ref($0))]?.parent },
      branches: (0..<branches).map { inForce[.branch(Ref($0))]?.parent })
  }

  /// The placement of each child that counts in a year.
  package func inForce(in year: Int?) -> [Placement.Child: Placement] {
    let begun = placements.filter { placement in
      placement.since.map { since in year.map { since <= $0 } ?? false } ?? true
    }
    return Dictionary(begun.map { ($0.child, $0) }) { a, b in (a.since ?? .min) <= (b.since ?? .min) ? b : a }
  }
}

extension Roster {
  /// Who stands under which unit in a year of the ledger.
  package func tree(in year: Int) -> OrganisationTree { levels.tree(in: year, branches: branches.count) }
}
