#!/usr/bin/env python3
"""A group of companies on one machine, in DuckDB and in ClickHouse's engine (see docs/scale.md): what loading their exports
and asking the same questions takes, for more and more companies. `--project` measures one large project besides.

Needs the release binary; DuckDB and chdb come from PyPI into .build. Figures are of processes of their own: wall and
processor seconds, peak resident MiB.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from bench import OURS, ROOT, run

# In the SQL that both engines read, over the views that SQLite has for one company.
QUESTIONS = {
    "points a member, by company": """
        SELECT company, count(*) AS people, sum(total) / count(*) AS average FROM member_points
        WHERE year = 2025 GROUP BY company ORDER BY average DESC, company LIMIT 10""",
    "welfare rates of companies": """
        SELECT company, percent, gate, verdict FROM welfare_rates
        WHERE year = 2025 AND branch IS NULL ORDER BY percent DESC, company LIMIT 10""",
    "gave blood three times in three years": """
        WITH gifts AS (
          SELECT r.company, r.member, r.day FROM records r JOIN items i ON i.company = r.company AND i.id = r.item
          WHERE i.name LIKE '%献血%' AND r.corrects IS NULL
          UNION DISTINCT
          SELECT w.company, w.member, w.day FROM welfare w WHERE w.note LIKE '%献血%'
        )
        SELECT company, member, count(*) AS times FROM gifts WHERE day > '2022-12-11'
        GROUP BY company, member HAVING count(*) >= 3 ORDER BY times DESC, company, member LIMIT 20""",
    "short of welfare hours": """
        SELECT n.company, count(*) AS people FROM (
          SELECT n.company, n.member, coalesce(sum(w.minutes), 0) AS minutes
          FROM current_members n LEFT JOIN welfare w ON w.company = n.company AND w.member = n.member AND w.year = 2025
          WHERE n.exempt = 0 GROUP BY n.company, n.member
        ) n WHERE n.minutes < 120 GROUP BY n.company ORDER BY people DESC, n.company LIMIT 10""",
    "caps that were reached": """
        SELECT i.item AS item_key, a.cap, count(DISTINCT a.company) AS companies, sum(a.capped) AS capped
        FROM member_awards a JOIN items i ON i.company = a.company AND i.id = a.item
        WHERE a.year = 2025 AND a.capped > 0 AND a.cap IS NOT NULL
        GROUP BY i.item, a.cap ORDER BY capped DESC, item_key, a.cap LIMIT 10""",
    "members by steps of ten points": """
        SELECT floor(total / 10) AS step, count(*) AS people FROM member_points WHERE year = 2025
        GROUP BY floor(total / 10) ORDER BY step""",
    "records by month": """
        SELECT substring(day, 1, 7) AS month, count(*) AS records FROM records GROUP BY substring(day, 1, 7) ORDER BY month""",
    "one company's accounts, each with its rule": """
        SELECT member, day, item, points, reason, rule, record FROM member_ledger
        WHERE company = 'c001' AND year = 2025 AND points >= 5 ORDER BY member, day, id LIMIT 100""",
}

DUCKDB = """
import duckdb, json, os, sys
place, group, sql = sys.argv[1:4]
os.chdir(group)
base = duckdb.connect(place)
base.execute("SET preserve_insertion_order = false")
for part in json.loads(sql): result = base.execute(part)
print(json.dumps(result.fetchall()) if "--rows" in sys.argv else "")
"""
CLICKHOUSE = """
import json, os, sys
from chdb.session import Session
place, group, sql = sys.argv[1:4]
os.chdir(group)
base = Session(place)
base.query("CREATE DATABASE IF NOT EXISTS ledgers")
base.query("USE ledgers")
for part in json.loads(sql): result = base.query(part, "JSONCompactEachRow")
print("[" + ",".join(str(result).splitlines()) + "]" if "--rows" in sys.argv else "")
"""


def statements(path):
    with open(path, encoding="utf-8") as file: lines = [line for line in file.read().splitlines() if not line.startswith("-- ")]
    return [part for part in "\n".join(lines).split(";\n") if part.strip()]


def companies(group, first, last, members, records):
    """Generates and exports them, and leaves the exports alone. Seconds of the exports."""
    spent = []
    for number in range(first, last + 1):
        with tempfile.TemporaryDirectory(dir=os.path.dirname(group)) as place:
            project = os.path.join(place, "project")
            run([OURS, "sample", "--members", str(members), "--records", str(records), "--stories", "0",
                 "--seed", str(number), project])
            spent.append(run([OURS, "export", "--profile", "office", "--project", project, "--format", "csv",
                              os.path.join(group, f"c{number:03}")]))
    wall, cpu, peak = (list(column) for column in zip(*spent))
    print(f"{len(spent)} exports: {sum(wall):.1f} s, processor {sum(cpu):.1f} s, peak {max(peak):.0f} MiB", flush=True)


def size(path):
    if os.path.isfile(path): return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def ask(python, code, place, group, sql, rounds):
    command = [python, "-c", code, place, group, json.dumps(sql)]
    rows = json.loads(subprocess.run(command + ["--rows"], capture_output=True, text=True, check=True).stdout)
    return rows, [statistics.median(column) for column in zip(*(run(command) for _ in range(rounds)))]


def close(a, b):
    return len(a) == len(b) and all(
        abs(x - y) < 1e-9 if isinstance(x, (int, float)) and isinstance(y, (int, float)) else x == y
        for p, q in zip(a, b) for x, y in zip(p, q))


def measure(count, group, engines, rounds):
    print(f"{count} companies, {size(group) / 1e6:.0f} MB of CSV")
    answers = {}
    for name, python, code in engines:
        place = os.path.join(os.path.dirname(group), f"{name}-{count}")
        script = statements(os.path.join(group, "c001", f"{name}.sql"))
        loaded = run([python, "-c", code, place, group, json.dumps(script)])
        print(f"  {name}: loaded in {loaded[0]:.1f} s, processor {loaded[1]:.1f} s, peak {loaded[2]:.0f} MiB, "
              f"{size(place) / 1e6:.0f} MB", flush=True)
        idle = ask(python, code, place, group, ["SELECT 1"], rounds)[1]
        print(f"    {'starting, and nothing asked':45} {idle[0]:6.2f} s   processor {idle[1]:6.2f} s   peak {idle[2]:5.0f} MiB")
        for question, sql in QUESTIONS.items():
            rows, spent = ask(python, code, place, group, [*settings(name), sql], rounds)
            print(f"    {question:45} {spent[0]:6.2f} s   processor {spent[1]:6.2f} s   peak {spent[2]:5.0f} MiB", flush=True)
            if not close(rows, answers.setdefault(question, rows)): sys.exit(f"they differ: {question}")
        shutil.rmtree(place, ignore_errors=True)
        if os.path.exists(place): os.remove(place)


def settings(name):
    return ["SET join_use_nulls = 1"] if name == "clickhouse" else []


def large(members, records, rounds):
    """One project: the standings, and its export beside them."""
    with tempfile.TemporaryDirectory(dir=os.path.join(ROOT, ".build")) as place:
        project = os.path.join(place, "project")
        run([OURS, "sample", "--members", str(members), "--records", str(records), "--stories", "0", project])
        print(f"one project of {members} members and {records} records, {size(project) / 1e6:.0f} MB")
        for name, command in (
                ("standings", [OURS, "standings", "--project", project, "--format", "csv"]),
                ("export", [OURS, "export", "--project", project, os.path.join(place, "ledger.sqlite")])):
            wall, cpu, peak = (statistics.median(column) for column in zip(*(run(command) for _ in range(rounds))))
            print(f"  {name:10} {wall:6.2f} s   processor {cpu:6.2f} s   peak {peak:5.0f} MiB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--companies", type=int, nargs="+", default=[25, 50, 100])
    parser.add_argument("--members", type=int, default=400, help="of each company")
    parser.add_argument("--records", type=int, default=40_000, help="of each company")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--project", type=int, nargs=2, metavar=("MEMBERS", "RECORDS"))
    parser.add_argument("--place", default=os.path.join(ROOT, ".build"))
    options = parser.parse_args()
    if options.project: return large(*options.project, options.rounds)
    environment = lambda name, pins: os.path.join(subprocess.run(
        [os.path.join(ROOT, "scripts", "python-venv"), name, os.path.join("Tests", "Ledger", pins)],
        check=True, capture_output=True, text=True).stdout.strip(), "bin", "python")
    engines = [("duckdb", environment("ledger-venv", "requirements.txt"), DUCKDB),
               ("clickhouse", environment("clickhouse-venv", "clickhouse.txt"), CLICKHOUSE)]
    with tempfile.TemporaryDirectory(dir=options.place, prefix="dualpoints-scale-") as place:
        group = os.path.join(place, "group")
        os.mkdir(group)
        made = 0
        for count in sorted(options.companies):
            companies(group, made + 1, count, options.members, options.records)
            made = count
            measure(count, group, engines, options.rounds)


if __name__ == "__main__": main()
