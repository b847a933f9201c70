"""What `export` and `query` give, looked at by another program. Needs Python alone."""

import csv
import os
import pathlib
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

BINARY = os.environ["BINARY"]
PROJECT = str(pathlib.Path(__file__).resolve().parents[2])
SCRATCH = tempfile.TemporaryDirectory()
FOLDER = pathlib.Path(SCRATCH.name)


def run(*arguments, expect=0):
    made = subprocess.run([BINARY, *arguments, "--project", PROJECT], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})
    assert made.returncode == expect, (arguments, made.returncode, made.stderr[-2000:])
    return made


def export():
    """Sound, the same bytes twice, and readable by SQLite's own check."""
    file = FOLDER / "office.sqlite"
    run("export", str(file), "--profile", "office")
    run("export", str(FOLDER / "again.sqlite"), "--profile", "office")
    assert file.read_bytes() == (FOLDER / "again.sqlite").read_bytes(), "two exports differ"
    ledger = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    assert ledger.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert ledger.execute("PRAGMA foreign_key_check").fetchall() == []
    return ledger


def totals(ledger):
    """Every member and branch of every year, as `standings` prints them."""
    compared = 0
    for (year,) in ledger.execute("SELECT year FROM years WHERE first <= (SELECT day FROM report)").fetchall():
        for kind, key, view in (("members", "member", "member_points"), ("branches", "branch", "branch_points")):
            rows = list(csv.DictReader(run("standings", "--of", kind, "--year", str(year), "--format", "csv")
                                       .stdout.splitlines()))
            key = key if key in rows[0] else "id"
            sums = dict(ledger.execute(f"SELECT {view.split('_')[0]}, total FROM {view} WHERE year = ?", (year,)))
            for row in rows:
                shown = float(row["total"])
                assert abs(sums.get(row[key], 0) - shown) < 0.006, (year, row, sums.get(row[key]))
                compared += 1
    assert compared > 800, compared
    return compared


def tables(ledger):
    """As CSV the same rows, with a type for each column."""
    run("export", "--format", "csv", str(FOLDER / "csv"), "--profile", "office")
    types = list(csv.DictReader((FOLDER / "csv/types.csv").open(encoding="utf-8")))
    names = {row["table"] for row in types}
    assert len(names) > 40, len(names)
    for name in names:
        with (FOLDER / f"csv/{name}.csv").open(encoding="utf-8", newline="") as file:
            head, *rows = list(csv.reader(file))
        assert head == [row["column"] for row in types if row["table"] == name]
        assert len(rows) == ledger.execute(f"SELECT count(*) FROM {name}").fetchone()[0], name


def intranet():
    """No more than that edition publishes."""
    run("export", str(FOLDER / "intranet.sqlite"))
    ledger = sqlite3.connect(FOLDER / "intranet.sqlite")
    assert ledger.execute("SELECT count(*) FROM stays WHERE exempt_for IS NOT NULL").fetchone() == (0,)
    assert ledger.execute("SELECT count(*) FROM attestations").fetchone() == (0,)
    assert ledger.execute("SELECT count(*) FROM cadre_pool").fetchone() == (0,)
    assert ledger.execute("SELECT count(*) FROM decisions WHERE matter LIKE '%veto'").fetchone() == (0,)
    named = "SELECT count(*) FROM standings WHERE of_branch IS NULL AND of_pathway IS NULL AND period = '2025'"
    assert ledger.execute(named).fetchone()[0] < 40


HOSTILE = [
    ("query-limit", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"),
    ("query-limit", "SELECT count(*) FROM records a, records b, records c"),
    ("query-limit", "SELECT a.id FROM records a, records b"),
    ("query-limit", "SELECT zeroblob(1000000000)"),
    ("query-limit", "SELECT printf('%1000000000d', 1)"),
    ("query-limit", "SELECT group_concat(a.note || b.note) FROM records a, records b"),
    ("query-limit", "SELECT a.id, b.note || a.note AS t FROM records a, records b ORDER BY t"),
    ("query-refused", "DELETE FROM records"),
    ("query-refused", "ATTACH '/etc/passwd' AS x"),
    ("query-refused", "PRAGMA writable_schema = 1"),
    ("query-refused", "SELECT load_extension('/tmp/x')"),
    ("query-clock", "SELECT date('now')"),
    ("query-clock", "SELECT random()"),
    ("query-unknown-name", "SELECT naem FROM members"),
    ("query-statements", "SELECT 1; DROP TABLE members"),
]


def hostile():
    slowest = 0
    for code, sql in HOSTILE:
        begun = time.monotonic()
        said = run("query", sql, expect=1).stderr
        took = time.monotonic() - begun
        assert f"[{code}]" in said, (sql, said)
        # The program itself ends a query after thirty seconds; what is beyond them is the project being read.
        assert took < 90, (sql, took)
        slowest = max(slowest, took)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert peak < 1500, f"{peak} MiB"
    return slowest, peak


def interrupted():
    """Ctrl-C ends it at once."""
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    asking = subprocess.Popen([BINARY, "query", sql, "--project", PROJECT], stderr=subprocess.DEVNULL)
    time.sleep(1.5)
    asking.send_signal(signal.SIGINT)
    assert asking.wait(5) == 130


def named():
    """Each query that comes with the program has an answer."""
    listed = list(csv.DictReader(run("query", "--list", "--format", "csv").stdout.splitlines()))
    assert len(listed) >= 12
    for row in listed[::3]:
        run("query", "--name", row["query"], "--profile", "office")


begun = time.monotonic()
ledger = export()
compared = totals(ledger)
tables(ledger)
intranet()
slowest, peak = hostile()
interrupted()
named()
print(f"ledger-tests: {compared} totals compared, the slowest hostile query {slowest:.1f} s, peak {peak:.0f} MiB, "
      f"{time.monotonic() - begun:.0f} s", file=sys.stderr)
