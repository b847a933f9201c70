import Diagnostics
import Scoring
import Texts

extension Ledger {
  /// The unit so called; names of units and branches are never the same.
  package func unit(named name: String) -> Ref<PartyUnit>? {
    let units = roster.levels.units
    let found = units.indices.filter { index in
      let unit = units[index]
      return ([unit.id, unit.name, unit.short] + unit.also).contains { $0.foldedName == name.foldedName }
    }
    return found.count == 1 ? Ref(found[0]) : nil
  }
}

extension UsageFailure {
  static func unitForBranch(_ ledger: Ledger, _ unit: Ref<PartyUnit>) -> UsageFailure {
    let year = ledger.years[ledger.currentYear].year
    let branches = ledger.roster.tree(in: year).branches(in: unit).map { ledger.roster.branches[$0] }
    let name = ledger.roster.levels.units[unit]
    return UsageFailure(
      zh: "“\(name.name)”是上级组织，这里要写支部"
        + (branches.isEmpty ? "" : "：" + branches.map { "\($0.id)（\($0.name)）" }.joined(separator: "、")),
      en: "“\(name.id)” is a unit, and a branch is needed here"
        + (branches.isEmpty ? "" : ": " + branches.map(\.id).joined(separator: ", ")))
  }
}
