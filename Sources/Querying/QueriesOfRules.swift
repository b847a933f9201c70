/// What the rules of a year came to.
let queriesOfRules: [NamedQuery] = [
  NamedQuery(
    "caps", zh: "碰到封顶的项目：多少人，少计多少", en: "Caps that were reached: by how many, and what they cut", [.year],
    """
    SELECT i.item AS item_key, i.name, a.cap, a.cap_span, count(DISTINCT a.member) AS people,
      (sum(a.capped) + 5000) / 10000 / 100.0 AS capped
    FROM member_awards a JOIN items i ON i.id = a.item
    WHERE a.year = :year AND a.capped > 0 AND a.cap IS NOT NULL
    GROUP BY i.id, i.item, i.name, a.cap, a.cap_span ORDER BY capped DESC, i.item, a.cap, a.cap_span
    """),
  NamedQuery(
    "unused-items", zh: "没有人用到的积分项目", en: "Items nobody used", [.year],
    """
    SELECT i.standard, i.item AS item_key, i.name, i.place
    FROM items i
    WHERE i.year = :year AND i.id NOT IN (SELECT item FROM member_awards WHERE item IS NOT NULL)
      AND i.id NOT IN (SELECT item FROM branch_awards WHERE item IS NOT NULL)
    ORDER BY i.standard, i.id
    """),
  NamedQuery(
    "works-without-evidence", zh: "当年没有佐证的工作", en: "Works without evidence in the year", [.year],
    """
    SELECT w.work, w.title, p.name AS pathway, w.place
    FROM works w JOIN pathways p ON p.pathway = w.pathway JOIN evidence e ON e.work = w.work
    WHERE e.year = :year AND e.records + e.welfare + e.activities + e.projects + e.stories = 0
    ORDER BY p.position, w.position, w.work
    """),
]
