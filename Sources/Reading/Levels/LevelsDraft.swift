import Diagnostics
import Parsing
import Scoring
import Texts

/// Units and who stands under them, while the roster is read.
struct LevelsDraft {
  var units = Catalogue<PartyUnit>()
  /// What rows of content/branches.csv say, whose units may come further down.
  var parents: [(child: Placement.Child, parent: Located<String>)] = []
  var placements: [Placement] = []
  /// Ids and names of units, and of branches by their id: a name is one organisation's.
  var unitNames: [(of: Ref<PartyUnit>, name: Located<String>)] = []
  var names: [(branch: String, name: Located<String>)] = []

  var all: Levels { Levels(units: units.entities, placements: placements) }
}

extension Draft {
  /// - Parameter names: what it is called beside its id, each where it stands.
  mutating func addUnit(
    _ unit: PartyUnit, called names: [Located<String>], under parent: Located<String>?, at place: Place
  ) {
    let number = levels.units.entities.count
    levels.units.add(unit, unit.id, called: names.map(\.value), at: place, findings)
    guard levels.units.entities.count > number else { return }
    levels.unitNames += ([Located(unit.id, place)] + names).map { (Ref(number), $0) }
    if let parent { levels.parents.append((.unit(Ref(number)), parent)) }
  }

  /// Looks up what the rows say of their units, once every branch and unit is known.
  mutating func settleParents() {
    let names = levels.unitNames.filter { $0.name.value != levels.units.names.id($0.of) }
    levels.units.names.reportShared(names, .unit, findings)
    reportClashes()
    explainLevels()
    for (child, parent) in levels.parents {
      guard let unit = parent.reference(.unit, levels.units.names, findings: findings) else { continue }
      levels.placements.append(Placement(child, under: unit, since: nil, place: parent.place))
    }
  }

  /// Names that a unit and a branch share, told where the later stands.
  private func reportClashes() {
    var owners: [String: (name: String, place: Place)] = [:]
    for (id, name) in levels.names where owners[name.value.foldedName] == nil {
      owners[name.value.foldedName] = (id, name.place)
    }
    for (unit, name) in levels.unitNames {
      guard let branch = owners[name.value.foldedName] else { continue }
      let (first, second) = branch.place < name.place ? (branch.place, name.place) : (name.place, branch.place)
      findings.report(
        .nameOfBranchAndUnit(
          name.value.shortened, branch: branch.name, unit: levels.units.names.id(unit),
          first: findings.citation(first), at: second))
    }
  }

  /// What to say where a unit is named and a branch is needed, and the other way round.
  private func explainLevels() {
    let tree = OrganisationTree(
      units: levels.units.entities.indices.map { parent(of: .unit(Ref($0))) },
      branches: branches.entities.indices.map { parent(of: .branch(Ref($0))) })
    for (unit, name) in levels.unitNames {
      let held = tree.branches(in: unit).map(branches.names.described)
      findings.explain(
        .branch, name.value.foldedName, .unitForBranch(name.value.shortened, levels.units.entities[unit], holding: held)
      )
    }
    for (id, name) in levels.names {
      findings.explain(.unit, name.value.foldedName, .branchForUnit(name.value.shortened, id: id))
    }
  }

  private func parent(of child: Placement.Child) -> Ref<PartyUnit>? {
    guard let written = levels.parents.first(where: { $0.child == child })?.parent.value,
      case .found(let unit) = levels.units.names.naming(written)
    else { return nil }
    return unit
  }
}
