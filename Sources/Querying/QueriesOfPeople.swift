/// Who did, who didn't, and who went where.
let queriesOfPeople: [NamedQuery] = [
  NamedQuery(
    "donors", zh: "几年内献血（或别的公益）几次以上的党员", en: "Members who gave blood (or else) so many times in so many years",
    [
      .value("topic", "献血", .text, zh: "项目、系列或事由里的词", en: "a word of the item, series or note"),
      .value("times", "3", zh: "至少几次", en: "times at least"), .value("years", "3", zh: "几年内", en: "years back"),
    ],
    """
    WITH less AS (
      SELECT corrects, sum(quantity) AS quantity FROM records WHERE corrects IS NOT NULL GROUP BY corrects
    ), gifts AS (
      SELECT r.member, r.day
      FROM records r JOIN items i ON i.id = r.item LEFT JOIN less ON less.corrects = r.id
      WHERE i.name LIKE '%' || :topic || '%' AND r.corrects IS NULL AND r.quantity + coalesce(less.quantity, 0) > 0
      UNION
      SELECT w.member, w.day
      FROM welfare w LEFT JOIN series s ON s.id = w.series
      WHERE coalesce(s.name, '') LIKE '%' || :topic || '%' OR coalesce(w.note, '') LIKE '%' || :topic || '%'
    )
    SELECT g.member, m.name, count(*) AS times, min(g.day) AS first, max(g.day) AS last
    FROM gifts g JOIN members m ON m.member = g.member, report
    WHERE g.day > date(report.day, '-' || :years || ' years')
    GROUP BY g.member, m.name HAVING count(*) >= :times
    ORDER BY times DESC, g.member
    """),
  NamedQuery(
    "newcomers", zh: "在册不满几年的党员，积分分布", en: "How the points spread of members who came within so many years",
    [
      .year, .value("years", "5", zh: "在册不满几年", en: "fewer years than"),
      .value("width", "10", zh: "每档几分", en: "points a step"),
    ], isOffice: true,
    """
    WITH came AS (SELECT member, min(since) AS since FROM stays GROUP BY member),
    totals AS (
      SELECT c.member, coalesce(sum(a.points), 0) AS total
      FROM came c JOIN current_members n ON n.member = c.member AND n.exempt = 0
        LEFT JOIN member_awards a ON a.member = c.member AND a.year = :year, report
      WHERE c.since > date(report.day, '-' || :years || ' years')
      GROUP BY c.member
    )
    SELECT max(total, 0) / (1000000 * :width) * :width AS lowest,
      max(total, 0) / (1000000 * :width) * :width + :width AS highest, count(*) AS people
    FROM totals GROUP BY lowest, highest ORDER BY lowest
    """),
  NamedQuery(
    "welfare-short", zh: "公益时长不够的党员", en: "Members short of welfare hours",
    [.year, .value("minutes", "120", .number, zh: "要求多少分钟", en: "minutes that are due")],
    """
    SELECT n.branch_name, n.member, n.name, coalesce(sum(w.minutes), 0) AS minutes
    FROM current_members n LEFT JOIN welfare w ON w.member = n.member AND w.year = :year
    WHERE n.exempt = 0
    GROUP BY n.branch, n.branch_name, n.member, n.name HAVING coalesce(sum(w.minutes), 0) < :minutes
    ORDER BY n.branch, minutes, n.member
    """),
  NamedQuery(
    "moved", zh: "年内换过支部的党员", en: "Members who moved within the year", [.year],
    """
    SELECT s.member, m.name, b.short AS from_branch, c.short AS to_branch, s.since AS day
    FROM stays s JOIN stays p ON p.member = s.member AND p.id < s.id AND p.branch <> s.branch
      JOIN years y ON y.year = :year JOIN members m ON m.member = s.member
      JOIN branches b ON b.branch = p.branch JOIN branches c ON c.branch = s.branch
    WHERE s.since BETWEEN y.first AND y.last
      AND NOT EXISTS (SELECT 1 FROM stays q WHERE q.member = s.member AND q.id > p.id AND q.id < s.id)
    ORDER BY s.since, s.member
    """),
  NamedQuery(
    "one-record", zh: "积分主要靠一条记录的党员", en: "Members whose points rest on one record",
    [.year, .value("percent", "50", .number, zh: "这一条占百分之几以上", en: "per cent it makes at least")],
    """
    WITH totals AS (
      SELECT member, sum(points) AS total FROM member_awards WHERE year = :year GROUP BY member HAVING sum(points) > 0
    )
    SELECT a.member, m.name, (t.total + 5000) / 10000 / 100.0 AS total, (a.points + 5000) / 10000 / 100.0 AS points,
      a.points * 1000 / t.total / 10.0 AS share, a.reason, a.record
    FROM member_awards a JOIN totals t ON t.member = a.member JOIN members m ON m.member = a.member
    WHERE a.year = :year AND a.points > 0 AND a.points * 100 >= t.total * :percent
    ORDER BY share DESC, a.member, a.id
    """),
  NamedQuery(
    "without-records", zh: "全年没有一条记录的党员", en: "Members without a record all year", [.year],
    """
    SELECT n.branch_name, n.member, n.name
    FROM current_members n
    WHERE n.exempt = 0 AND n.member NOT IN (SELECT member FROM records WHERE year = :year)
      AND n.member NOT IN (SELECT member FROM welfare WHERE year = :year)
    ORDER BY n.branch, n.member
    """),
]
