import Diagnostics

/// A view in points and hours, for people: figures are REAL with two decimals, rounded (四舍五入) once as pages do.
package struct LedgerView: Sendable {
  package let name: String
  package let title: Bilingual
  package let sql: String

  init(_ name: String, zh: String, en: String, _ query: String) {
    self.name = name
    title = Bilingual(zh: zh, en: en)
    sql = "CREATE VIEW \(name) AS -- \(zh) · \(en)\n\(query)"
  }
}

/// Millionths as points, half away from zero: SQLite divides whole numbers toward zero.
private func points(_ sum: String, as name: String) -> String {
  "(\(sum) + CASE WHEN \(sum) < 0 THEN -5000 ELSE 5000 END) / 10000 / 100.0 AS \(name)"
}

private func hours(_ minutes: String, as name: String = "hours") -> String {
  "(\(minutes) * 10 + 3) / 6 / 100.0 AS \(name)"
}

package let ledgerViews: [LedgerView] = [
  LedgerView(
    "member_points", zh: "党员每年的积分", en: "points of members by year",
    """
    SELECT a.year, a.member, m.name, \(points("sum(a.points)", as: "total")),
      \(points("sum(CASE a.kind WHEN 'base' THEN a.points ELSE 0 END)", as: "base")),
      \(points("sum(CASE a.kind WHEN 'base' THEN 0 ELSE a.points END)", as: "optional")),
      \(points("sum(CASE a.is_deduction WHEN 0 THEN a.capped ELSE 0 END)", as: "capped")), count(*) AS awards
    FROM member_awards a JOIN members m ON m.member = a.member GROUP BY a.year, a.member, m.name
    """),
  LedgerView(
    "branch_points", zh: "支部每年的积分", en: "points of branches by year",
    """
    SELECT a.year, a.branch, b.short AS name, \(points("sum(a.points)", as: "total")),
      \(points("sum(CASE a.part WHEN 'activity' THEN a.points ELSE 0 END)", as: "activity_part")),
      \(points("sum(CASE a.part WHEN 'activity' THEN 0 ELSE a.points END)", as: "reward_part"))
    FROM branch_awards a JOIN branches b ON b.branch = a.branch GROUP BY a.year, a.branch, b.short
    """),
  LedgerView(
    "member_ledger", zh: "党员的账：每一笔，以分计", en: "accounts of members, in points",
    """
    SELECT a.id, a.year, a.member, m.name, a.branch, a.day, i.item AS item_key, i.name AS item, a.kind,
      \(points("a.points", as: "points")), \(points("a.capped", as: "capped")), a.reason, a.detail, a.rule, a.record
    FROM member_awards a JOIN members m ON m.member = a.member LEFT JOIN items i ON i.id = a.item
    """),
  LedgerView(
    "branch_ledger", zh: "支部的账：每一笔，以分计", en: "accounts of branches, in points",
    """
    SELECT a.id, a.year, a.branch, b.short AS name, a.day, i.item AS item_key, i.name AS item, a.part,
      \(points("a.points", as: "points")), \(points("a.capped", as: "capped")), a.reason, a.detail, a.rule, a.record
    FROM branch_awards a JOIN branches b ON b.branch = a.branch LEFT JOIN items i ON i.id = a.item
    """),
  LedgerView(
    "year_standings", zh: "全公司年度积分榜，以分计", en: "the company's leaderboard of each year, in points",
    """
    SELECT s.year, s.rank, s.is_tied, s.member, m.name, s.branch, \(points("s.base", as: "base")),
      \(points("s.optional", as: "optional")), \(points("s.total", as: "total")), \(points("s.capped", as: "capped"))
    FROM standings s JOIN members m ON m.member = s.member JOIN periods p ON p.period = s.period
    WHERE p.kind = 'year' AND s.of_branch IS NULL AND s.of_pathway IS NULL
    """),
  LedgerView(
    "year_branch_standings", zh: "支部年度积分榜，以分计", en: "the branches' leaderboard of each year, in points",
    """
    SELECT s.year, s.rank, s.is_tied, s.branch, b.short AS name, \(points("s.activity_part", as: "activity_part")),
      \(points("s.reward_part", as: "reward_part")), \(points("s.total", as: "total")), s.heads,
      \(points("s.average", as: "average"))
    FROM branch_standings s JOIN branches b ON b.branch = s.branch JOIN periods p ON p.period = s.period
    WHERE p.kind = 'year'
    """),
  LedgerView(
    "unit_year_totals", zh: "上级组织每年的合计，以分计；人均和参与率用合计数相除",
    en: "sums of units by year, in points; averages and rates divide the sums",
    """
    SELECT u.year, u.party_unit, p.name, count(*) AS branches, \(points("sum(s.activity_part)", as: "activity_part")),
      \(points("sum(s.reward_part)", as: "reward_part")), \(points("sum(s.total)", as: "total")),
      sum(s.heads) AS heads, \(points("(sum(s.total) / nullif(sum(s.heads), 0))", as: "average")),
      sum(r.participants) AS participants, sum(r.eligible) AS eligible,
      sum(r.participants) * 1000 / nullif(sum(r.eligible), 0) / 10.0 AS percent
    FROM unit_branches u JOIN party_units p ON p.party_unit = u.party_unit
      JOIN branch_standings s ON s.branch = u.branch AND s.year = u.year
      JOIN periods t ON t.period = s.period AND t.kind = 'year'
      JOIN rates r ON r.branch = u.branch AND r.year = u.year
    GROUP BY u.year, u.party_unit, p.name
    """),
  LedgerView(
    "member_hours", zh: "党员每年的公益时长", en: "hours of welfare by member and year",
    """
    SELECT w.year, w.member, m.name, sum(w.minutes) AS minutes, \(hours("sum(w.minutes)")), count(*) AS entries
    FROM welfare w JOIN members m ON m.member = w.member GROUP BY w.year, w.member, m.name
    """),
  LedgerView(
    "welfare_rates", zh: "公益参与率，百分数一位小数，不进位", en: "welfare rates in per cent, one decimal, cut off",
    """
    SELECT r.year, r.branch, coalesce(b.short, '') AS name, r.participants, r.eligible,
      r.participants * 1000 / nullif(r.eligible, 0) / 10.0 AS percent, r.gate_tenths * 10 AS gate, r.verdict
    FROM rates r LEFT JOIN branches b ON b.branch = r.branch
    """),
  LedgerView(
    "current_members", zh: "统计日在册的党员和支部", en: "who is a member on the day, and of which branch",
    """
    SELECT m.member, m.name, s.branch, b.short AS branch_name, s.standing, s.exempt
    FROM stays s JOIN members m ON m.member = s.member JOIN branches b ON b.branch = s.branch, report r
    WHERE coalesce(s.until, r.day) >= r.day
    """),
]
