"""Three companies' exports in one database of another engine: every table and view as SQLite has it for each of them.

Usage: group_tests.py ENGINE, duckdb or clickhouse; needs that engine's package, and pandas.
"""

import csv
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

BINARY = os.environ["BINARY"]
ENGINE = sys.argv[1]
BEGUN = time.monotonic()


def run(*arguments):
    made = subprocess.run([BINARY, *arguments], capture_output=True, text=True)
    assert made.returncode == 0, (arguments, made.stderr[-2000:])


def statements(path):
    """A file's statements: each ends with its line."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("-- "))
    return [part for part in "\n".join(lines).split(";\n") if part.strip()]


class DuckDB:
    def __init__(self):
        import duckdb
        self.base = duckdb.connect()

    def run(self, sql):
        self.base.execute(sql)

    def rows(self, sql):
        return self.base.execute(sql).fetchall()

    def columns(self, name):
        return [row[0] for row in self.base.execute(f"DESCRIBE {name}").fetchall()]


class ClickHouse:
    def __init__(self):
        from chdb.session import Session
        self.base = Session()
        self.base.query("CREATE DATABASE ledgers")
        self.base.query("USE ledgers")

    def run(self, sql):
        self.base.query(sql)

    def rows(self, sql):
        return [json.loads(line) for line in str(self.base.query(sql, "JSONCompactEachRow")).splitlines()]

    def columns(self, name):
        return [row[0] for row in self.rows(f"DESCRIBE {name}")]


def plain(rows):
    """In one order and one kind of number: JSON writes 5.0 as 5."""
    return sorted(tuple("" if cell is None else repr(float(cell)) if isinstance(cell, (int, float)) else "=" + cell
                        for cell in row) for row in rows)


def export(group):
    """Folder and SQLite file of each company."""
    companies = {}
    for seed in (1, 2, 3):
        project = group.parent / f"project-{seed}"
        run("sample", "--members", "30", "--records", "400", "--stories", "4", "--seed", str(seed), str(project))
        run("export", "--project", str(project), "--profile", "office", "--format", "csv", str(group / f"c{seed}"))
        run("export", "--project", str(project), "--profile", "office", f"{project}.sqlite")
        companies[f"c{seed}"] = sqlite3.connect(f"{project}.sqlite")
    return companies


def compare(engine, companies, types):
    one = companies["c1"]
    names = [row[0] for row in one.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    assert set(types) < set(names), set(types) - set(names)
    for name in names:
        own = [(company, *row) for company, base in companies.items() for row in base.execute(f"SELECT * FROM {name}")]
        assert plain(engine.rows(f"SELECT * FROM {name}")) == plain(own), name
        columns = [column[0] for column in one.execute(f"SELECT * FROM {name} LIMIT 0").description]
        assert engine.columns(name) == ["company", *columns], (name, engine.columns(name))
    return len(names)


def refuse(engine, group, script):
    """Exports that don't fit together aren't added up."""
    file = group / "c2/report.csv"
    text = file.read_text(encoding="utf-8")
    steps = [sql for sql in script if "CREATE TABLE report " in sql or "INTO report " in sql or "FROM report" in sql][:3]
    for change in (text.replace(",office,", ",intranet,"), text.rstrip()[:-1] + "99\n"):
        file.write_text(change, encoding="utf-8")
        engine.run("DROP TABLE report")
        try:
            for sql in steps: engine.run(sql)
        except Exception as error:
            assert "export them anew" in str(error), error
        else:
            raise AssertionError(f"taken: {change}")


def pandas_too(base):
    """As docs/query.md shows it."""
    import pandas
    frame = pandas.read_sql("SELECT * FROM member_ledger", base)
    own = dict(base.execute("SELECT member || year, total FROM member_points"))
    sums = frame.groupby(frame["member"] + frame["year"].astype(str))["points"].sum().round(2).to_dict()
    assert sums == {key: round(total, 2) for key, total in own.items()} and len(sums) > 30


with tempfile.TemporaryDirectory() as place:
    group = pathlib.Path(place) / "group"
    companies = export(group)
    os.chdir(group)
    engine = {"duckdb": DuckDB, "clickhouse": ClickHouse}[ENGINE]()
    script = statements(group / f"c1/{ENGINE}.sql")
    for sql in script: engine.run(sql)
    with (group / "c1/types.csv").open(encoding="utf-8") as file: types = {row["table"] for row in csv.DictReader(file)}
    count = compare(engine, companies, types)
    refuse(engine, group, script)
    if ENGINE == "duckdb": pandas_too(companies["c1"])
    os.chdir("/")
print(f"group-tests: {count} tables and views of three companies in {ENGINE}, {time.monotonic() - BEGUN:.0f} s", file=sys.stderr)
