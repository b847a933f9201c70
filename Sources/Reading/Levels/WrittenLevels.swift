import Parsing
import Scoring

extension SheetWriter {
  func writeBranches(_ rows: inout RowWriter) {
    let columns = BranchColumns()
    for (index, branch) in draft.branches.entities.enumerated() where isHere(branch.place) {
      rows.add(
        from: branch.place,
        [
          columns.id: branch.id, columns.name: branch.name, columns.short: branch.short, columns.unit: branch.unit,
          columns.also: branch.also.joined(separator: "|"),
          columns.parent: parent(of: .branch(Ref(index)))?.id,
        ])
    }
    for (index, unit) in draft.levels.units.entities.enumerated() where isHere(unit.place) {
      rows.add(
        from: unit.place,
        [
          columns.id: unit.id, columns.name: unit.name, columns.short: unit.short,
          columns.also: unit.also.joined(separator: "|"), columns.kind: organisationKinds.word(for: unit.kind),
          columns.parent: parent(of: .unit(Ref(index)))?.id,
        ])
    }
  }

  private func parent(of child: Placement.Child) -> PartyUnit? {
    draft.levels.placements.first { $0.child == child && $0.since == nil }?.parent.map {
      draft.levels.units.entities[$0]
    }
  }

  func writeParents(_ rows: inout RowWriter) {
    let columns = ParentColumns()
    for placement in draft.levels.placements where placement.since != nil && isHere(placement.place) {
      let child =
        switch placement.child {
        case .unit(let unit): draft.levels.units.entities[unit].id
        case .branch(let branch): id(branch)
        }
      rows.add(
        from: placement.place,
        [
          columns.child: child, columns.parent: placement.parent.map { draft.levels.units.entities[$0].id },
          columns.since: placement.since.map { "\($0)" },
        ])
    }
  }
}
