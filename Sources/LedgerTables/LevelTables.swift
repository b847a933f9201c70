import Composing
import Scoring
import Wording

/// What stands between company and branches; without units these tables are empty.
let levelTables: [LedgerTable] = [
  LedgerTable(
    "party_units", zh: "上级组织：党总支、二级党委、党工委、片区", en: "units between company and branches",
    [
      .key("party_unit", "编号", "id").asKey, .words("name", "名称", "name"), .words("short", "简称", "short name"),
      .term(
        "kind", "general-branch党总支、committee二级党委、work-committee党工委、area片区",
        "general-branch, committee, work-committee or area"), .place(),
    ]
  ) { source, row in
    for index in source.units {
      let unit = source.roster.levels.units[index]
      row.text(unit.id)
      row.text(unit.name)
      row.text(unit.short)
      row.text(unit.kind.rawValue)
      row.place(unit.place)
      try row.end()
    }
  },
  LedgerTable(
    "unit_parents", zh: "上级组织的上级，按年度；直属公司的不在内", en: "under which unit a unit stands in a year", isLink: true,
    [.year.asKey, .partyUnit.asKey, .key("parent", "上级", "unit above").of("party_units")]
  ) { source, row in
    try source.forEachYear { site, _, _ in
      for index in source.units where site.tree.units.contains(Ref(index)) {
        guard let parent = site.tree.parent(of: Ref<PartyUnit>(index)) else { continue }
        row.number(site.ledger.year)
        row.text(source.roster.levels.units[index].id)
        row.text(source.roster.levels.units[parent].id)
        try row.end()
      }
    }
  },
  LedgerTable(
    "unit_branches", zh: "每个年度各上级组织的全部支部，隔几级的也在内", en: "every branch below a unit, by year", isLink: true,
    [
      .year.asKey, .partyUnit.asKey, .branch.asKey,
      .flag("is_direct", "直接隶属，不隔一级", "directly in it"),
    ]
  ) { source, row in
    try source.forEachYear { site, _, _ in
      for index in source.units {
        let below = Set(site.tree.branches(in: Ref(index)).map { Int($0.index) })
        for branch in source.branches where below.contains(branch) {
          row.number(site.ledger.year)
          row.text(source.roster.levels.units[index].id)
          row.text(source.roster.branches[branch].id)
          row.flag(site.tree.parent(of: Ref<Branch>(branch)) == Ref(index))
          try row.end()
        }
      }
    }
  },
]

extension LedgerSource {
  /// Units by their ids.
  fileprivate var units: [Int] {
    let all = roster.levels.units
    return all.indices.sorted { all[$0].id < all[$1].id }
  }
}

extension LedgerColumn {
  fileprivate static let partyUnit = key("party_unit", "上级组织", "unit").of("party_units")
}
