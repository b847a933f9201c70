/// Branches and their activities.
let queriesOfBranches: [NamedQuery] = [
  NamedQuery(
    "quiet-branches", zh: "某几个月没有活动的支部", en: "Branches without an activity in some months",
    [
      .year, .value("first", "6", zh: "从几月", en: "first month"), .value("last", "8", zh: "到几月", en: "last month"),
    ],
    """
    SELECT b.branch, b.short AS name
    FROM branches b
    WHERE b.branch NOT IN (
      SELECT c.branch FROM claims c JOIN activities a ON a.id = c.activity
      WHERE a.year = :year AND a.is_held = 1 AND CAST(substr(a.held, 6, 2) AS INTEGER) BETWEEN :first AND :last
    )
    ORDER BY b.branch
    """),
  NamedQuery(
    "unclaimed", zh: "没有人认领的活动", en: "Activities nobody claimed", [.year],
    """
    SELECT key AS activity, title, month, is_held, (value + 5000) / 10000 / 100.0 AS value, budget, place
    FROM activities WHERE year = :year AND is_claimed = 0 ORDER BY month, key
    """),
  NamedQuery(
    "late-records", zh: "各支部补录了多少", en: "How much was entered later, by branch", [.year],
    """
    SELECT b.branch, b.short AS name, count(*) AS records, sum(r.entered IS NOT NULL) AS late,
      sum(r.entered IS NOT NULL) * 1000 / count(*) / 10.0 AS share
    FROM records r JOIN branches b ON b.branch = r.branch
    WHERE r.year = :year GROUP BY b.branch, b.short ORDER BY share DESC, b.branch
    """),
  NamedQuery(
    "last-month", zh: "年底最后几天的记录占多少，各支部", en: "How much of a branch's records falls into the year's last days",
    [.year, .value("days", "30", zh: "最后几天", en: "last days")],
    """
    SELECT b.branch, b.short AS name, count(*) AS records,
      sum(r.day > date(y.last, '-' || :days || ' days')) AS late,
      sum(r.day > date(y.last, '-' || :days || ' days')) * 1000 / count(*) / 10.0 AS share
    FROM records r JOIN branches b ON b.branch = r.branch JOIN years y ON y.year = r.year
    WHERE r.year = :year GROUP BY b.branch, b.short ORDER BY share DESC, b.branch
    """),
  NamedQuery(
    "secretaries", zh: "职级不到中层的书记", en: "Secretaries below middle management", [],
    """
    SELECT b.branch, b.short AS name, o.member, m.name AS secretary, o.level, o.post
    FROM offices o JOIN branches b ON b.branch = o.branch JOIN members m ON m.member = o.member, report r
    WHERE o.duty = 'secretary' AND o.is_management = 0 AND coalesce(o.until, r.day) >= r.day
    ORDER BY b.branch
    """),
]
