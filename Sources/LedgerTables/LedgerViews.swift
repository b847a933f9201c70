private let member = LedgerView.Join.with("members m", on: "m.member = a.member")
private let branch = LedgerView.Join.with("branches b", on: "b.branch = a.branch")
/// What an award is for; an activity is under no item.
private let item = LedgerView.Join.perhaps("items i", on: "i.id = a.item")
private let period = LedgerView.Join.with("periods p", on: "p.period = s.period")

private func total(_ figure: String, where condition: String) -> String {
  "sum(CASE WHEN \(condition) THEN \(figure) ELSE 0 END)"
}

package let ledgerViews: [LedgerView] = [
  LedgerView(
    "member_points", zh: "党员每年的积分", en: "points of members by year",
    [
      "a.year", "a.member", "m.name", points("sum(a.points)", as: "total"),
      points(total("a.points", where: "a.kind = 'base'"), as: "base"),
      points(total("a.points", where: "a.kind <> 'base'"), as: "optional"),
      points(total("a.capped", where: "a.is_deduction = 0"), as: "capped"), "count(*) AS awards",
    ], from: "member_awards a", [member], groupedBy: ["a.year", "a.member", "m.name"]),
  LedgerView(
    "branch_points", zh: "支部每年的积分", en: "points of branches by year",
    [
      "a.year", "a.branch", "b.short AS name", points("sum(a.points)", as: "total"),
      points(total("a.points", where: "a.part = 'activity'"), as: "activity_part"),
      points(total("a.points", where: "a.part <> 'activity'"), as: "reward_part"),
    ], from: "branch_awards a", [branch], groupedBy: ["a.year", "a.branch", "b.short"]),
  LedgerView(
    "member_ledger", zh: "党员的账：每一笔，以分计", en: "accounts of members, in points",
    [
      "a.id", "a.year", "a.member", "m.name", "a.branch", "a.day", "i.item AS item_key", "i.name AS item", "a.kind",
      points("a.points", as: "points"), points("a.capped", as: "capped"), "a.reason", "a.detail", "a.rule", "a.record",
    ], from: "member_awards a", [member, item]),
  LedgerView(
    "branch_ledger", zh: "支部的账：每一笔，以分计", en: "accounts of branches, in points",
    [
      "a.id", "a.year", "a.branch", "b.short AS name", "a.day", "i.item AS item_key", "i.name AS item", "a.part",
      points("a.points", as: "points"), points("a.capped", as: "capped"), "a.reason", "a.detail", "a.rule", "a.record",
    ], from: "branch_awards a", [branch, item]),
  LedgerView(
    "year_standings", zh: "全公司年度积分榜，以分计", en: "the company's leaderboard of each year, in points",
    [
      "s.year", "s.rank", "s.is_tied", "s.member", "m.name", "s.branch", points("s.base", as: "base"),
      points("s.optional", as: "optional"), points("s.total", as: "total"), points("s.capped", as: "capped"),
    ], from: "standings s", [.with("members m", on: "m.member = s.member"), period],
    where: "p.kind = 'year' AND s.of_branch IS NULL AND s.of_pathway IS NULL"),
  LedgerView(
    "year_branch_standings", zh: "支部年度积分榜，以分计", en: "the branches' leaderboard of each year, in points",
    [
      "s.year", "s.rank", "s.is_tied", "s.branch", "b.short AS name", points("s.activity_part", as: "activity_part"),
      points("s.reward_part", as: "reward_part"), points("s.total", as: "total"), "s.heads",
      points("s.average", as: "average"),
    ], from: "branch_standings s", [.with("branches b", on: "b.branch = s.branch"), period], where: "p.kind = 'year'"),
  LedgerView(
    "unit_year_totals", zh: "上级组织每年的合计，以分计；人均和参与率用合计数相除",
    en: "sums of units by year, in points; averages and rates divide the sums",
    [
      "a.year", "a.party_unit", "u.name", "count(*) AS branches",
      points("sum(s.activity_part)", as: "activity_part"), points("sum(s.reward_part)", as: "reward_part"),
      points("sum(s.total)", as: "total"), "sum(s.heads) AS heads",
      points(quotient("sum(s.total)", "sum(s.heads)"), as: "average"), "sum(r.participants) AS participants",
      "sum(r.eligible) AS eligible", quotient("sum(r.participants) * 1000", "sum(r.eligible)") + " / 1e1 AS percent",
    ], from: "unit_branches a",
    [
      .with("party_units u", on: "u.party_unit = a.party_unit"),
      .with("branch_standings s", on: "s.branch = a.branch AND s.year = a.year"), period,
      .with("rates r", on: "r.branch = a.branch AND r.year = a.year"),
    ], where: "p.kind = 'year'", groupedBy: ["a.year", "a.party_unit", "u.name"]),
  LedgerView(
    "member_hours", zh: "党员每年的公益时长", en: "hours of welfare by member and year",
    ["a.year", "a.member", "m.name", "sum(a.minutes) AS minutes", hours("sum(a.minutes)"), "count(*) AS entries"],
    from: "welfare a", [member], groupedBy: ["a.year", "a.member", "m.name"]),
  LedgerView(
    "welfare_rates", zh: "公益参与率，百分数一位小数，不进位", en: "welfare rates in per cent, one decimal, cut off",
    [
      "a.year", "a.branch", "coalesce(b.short, '') AS name", "a.participants", "a.eligible",
      quotient("a.participants * 1000", "a.eligible") + " / 1e1 AS percent",
      "a.gate_tenths * 10 AS gate", "a.verdict",
    ], from: "rates a", [.perhaps("branches b", on: "b.branch = a.branch")]),
  LedgerView(
    "current_members", zh: "统计日在册的党员和支部", en: "who is a member on the day, and of which branch",
    ["a.member", "m.name", "a.branch", "b.short AS branch_name", "a.standing", "a.exempt"],
    from: "stays a", [member, branch, .with("report r")], where: "coalesce(a.until, r.day) >= r.day"),
]
