import Diagnostics
import Parsing
import Scoring
import Texts

/// What is wrong with the units once all of them are known: circles, too many levels, units that hold nothing.
func checkLevels(_ draft: inout Draft) {
  let levels = draft.levels.all
  guard !levels.units.isEmpty else { return }
  var reported = Set<Placement.Child>()
  for year in [nil] + levels.turns.map(Optional.some) {
    let inForce = levels.inForce(in: year)
    let parents = levels.units.indices.map { inForce[.unit(Ref($0))]?.parent }
    let circles = OrganisationTree.circles(in: parents)
    for circle in circles {
      guard let first = circle.first, let placement = inForce[.unit(first)],
        circle.allSatisfy({ !reported.contains(.unit($0)) })
      else { continue }
      reported.formUnion(circle.map { .unit($0) })
      draft.findings.report(.unitCircle(circle.map { levels.units[$0] }, at: placement.place))
    }
    let tree = levels.tree(in: year, branches: draft.branches.entities.count)
    for index in levels.units.indices where tree.depth(of: Ref(index)) == OrganisationTree.deepest {
      let child = Placement.Child.unit(Ref(index))
      guard let placement = inForce[child], reported.insert(child).inserted else { continue }
      draft.findings.report(.unitsTooDeep(levels.units[index], at: placement.place))
    }
  }
  reportEmpty(levels, draft)
}

/// Units that nobody ever stands under. While not all rows could be read nobody can say so.
private func reportEmpty(_ levels: Levels, _ draft: Draft) {
  guard !draft.findings.isSpoiled(.branch), !draft.findings.hasPassedOver(.unit) else { return }
  let holding = Set(levels.placements.compactMap(\.parent))
  let meant = Set(draft.levels.parents.map(\.parent.value.foldedName))
  for index in levels.units.indices where !holding.contains(Ref(index)) {
    let unit = levels.units[index]
    // Who is misspelt may mean it.
    guard !meant.contains(unit.id.foldedName) else { continue }
    draft.findings.report(.emptyUnit(unit))
  }
}
