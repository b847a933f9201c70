"""Workbooks that go out and come back. What is expected stands here as it was typed, or in a file that another writer made."""
import csv, datetime, io, os, pathlib, shutil, subprocess, tempfile, unittest

import openpyxl

BINARY = os.environ["BINARY"]
RECORDS = "content/years/2025/records"
WELFARE = "content/years/2025/welfare"

# What a clerk types into the form of records, by its columns: days, choices by name, numbers, words with marks and breaks.
TYPED = [
    {"日期": datetime.date(2025, 3, 8), "党员": "陈立群", "项目": "主题党日", "事由": "=学习，“两会”, 精神"},
    {"日期": datetime.date(2025, 3, 9), "党员": "方小禾", "项目": "政治学习", "数量": 1.5, "事由": "一行\n又一行"},
    {"日期": datetime.date(2025, 6, 30), "党员": "江大为", "支部": "生产支部", "项目": "获奖", "级别": "市", "事由": "007"},
    {"日期": "2025年4月1日", "党员": "陈立群、康宁", "项目": "办成微心愿", "事由": "修 水 管 & <门>"},
]
# The same by hand, as the ledger's own table has it: day, member, item, quantity, level, reason; one record a person.
UNDERSTOOD = [
    ["2025-03-08", "chen-liqun", "theme-day", "", "", "=学习，“两会”, 精神"],
    ["2025-03-09", "fang-xiaohe", "study", "1.50", "", "一行 又一行"],
    ["2025-06-30", "jiang-dawei", "award", "", "市", "007"],
    ["2025-04-01", "chen-liqun", "wish", "", "", "修 水 管 & <门>"],
    ["2025-04-01", "kang-ning", "wish", "", "", "修 水 管 & <门>"],
]
HOURS = [
    {"日期": datetime.date(2025, 3, 14), "党员": "陈立群", "分钟": 150, "活动": "春日植树", "工作": "公益服务", "事由": "植树"},
    {"日期": datetime.date(2025, 5, 2), "党员": "康宁", "分钟": 30, "工作": "公益服务", "事由": "巡河"},
]
UNDERSTOOD_HOURS = [["2025-03-14", "chen-liqun", "150", "植树"], ["2025-05-02", "kang-ning", "30", "巡河"]]


def run(*arguments, at):
    done = subprocess.run([BINARY, *map(str, arguments)], cwd=at, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def saved_by_libreoffice(files, folder, kind="xlsx", reading=()):
    """The files, opened and saved by LibreOffice as `kind`, in a folder of their own."""
    folder.mkdir()
    # A profile of its own: a LibreOffice that is open elsewhere would take the files and answer nothing.
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *reading, "--convert-to", kind,
         "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=300)
    return [folder / f"{file.stem}.{kind.split(':')[0]}" for file in files]


def rows(text):
    """A table of ours as dictionaries; a line that begins with # and a blank is a comment."""
    return list(csv.DictReader(io.StringIO("\n".join(line for line in text.splitlines() if not line.startswith("# ")))))


def fill(file, sheet, typed):
    book = openpyxl.load_workbook(file)
    head = {cell.value: cell.column for cell in book[sheet][1]}
    for line, row in enumerate(typed, 2):
        for name, value in row.items():
            cell = book[sheet].cell(line, head[name])
            cell.value = value
            if isinstance(value, str):  # what begins with = is typed after an apostrophe
                cell.data_type = "s"
    book.save(file)


class Project(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        run("new", "project", "p", "--year", "2025", at=self.folder)
        self.project = self.folder / "p"

    def understood(self):
        """What is read from workbooks: (records, entries of welfare), by the columns that were typed."""
        shutil.rmtree(self.folder / "understood", ignore_errors=True)
        run("tables", "--write", self.folder / "understood", at=self.project)
        found = {"records": [], "welfare": []}
        for file in sorted((self.folder / "understood").rglob("*.csv")):
            if file.parent.name in found:
                found[file.parent.name] += rows(file.read_text("utf-8-sig"))
        return ([[row.get(name, "") for name in ("日期", "党员", "项目", "数量", "级别", "事由")] for row in found["records"]],
                [[row.get(name, "") for name in ("日期", "党员", "分钟", "事由")] for row in found["welfare"]])


class Forms(Project):
    def test_a_form_filled_by_another_program_reads_back_as_typed(self):
        run("new", "tables", "2025", at=self.project)
        records, welfare = self.project / RECORDS / "积分登记.xlsx", self.project / WELFARE / "公益登记.xlsx"
        fill(records, "积分登记", TYPED)
        fill(welfare, "公益登记", HOURS)
        expected = (UNDERSTOOD, UNDERSTOOD_HOURS)
        self.assertEqual(self.understood(), expected, "saved by openpyxl")
        standings = run("standings", "--format", "csv", at=self.project)
        shown = run("explain", "kang-ning", at=self.project)
        self.assertIn("积分登记.xlsx[积分登记]", shown)

        for way in (["xlsx"], ["ods", "xlsx"]):  # by way of its own format nothing of the first writer is left
            files = [records, welfare]
            for step, kind in enumerate(way):
                files = saved_by_libreoffice(files, self.folder / f"saved-{'-'.join(way)}-{step}", kind)
            shutil.copy(files[0], records)
            shutil.copy(files[1], welfare)
            self.assertEqual(self.understood(), expected, f"saved by LibreOffice by way of {way}")
            self.assertEqual(run("standings", "--format", "csv", at=self.project), standings)
            run("check", at=self.project)


class Tables(Project):
    # Comma and quotes, UTF-8 (76), from the first line, Chinese of the mainland (2052); what looks like a day or a number
    # becomes one, as where a clerk opens the file.
    READING = ("--infilter=CSV:44,34,76,1,,2052,false,true",)

    def figures(self):
        """What no place stands in: standings, and the points of a member line by line."""
        account = rows(run("explain", "kang-ning", "--format", "csv", at=self.project))
        return (run("standings", "--format", "csv", at=self.project),
                run("standings", "--of", "branches", "--format", "csv", at=self.project),
                [{name: value for name, value in row.items() if name not in ("rule", "record")} for row in account])

    def test_tables_that_another_program_made_workbooks_of_give_the_same_figures(self):
        before = self.figures()
        tables = sorted((self.project / "content").rglob("*.csv"))
        self.assertGreater(len(tables), 10)
        plain = []
        for number, table in enumerate(tables):  # files of one name lie in several folders
            lines = table.read_text("utf-8-sig").splitlines(True)
            plain.append(self.folder / f"{number}.csv")
            plain[-1].write_text("".join(line for line in lines if not line.startswith("# ")), "utf-8")
        for table, made in zip(tables, saved_by_libreoffice(plain, self.folder / "made", reading=self.READING)):
            shutil.copy(made, table.with_suffix(".xlsx"))
            table.unlink()
        self.assertEqual(self.figures(), before)
        self.assertIn("b02.xlsx[", run("explain", "kang-ning", at=self.project))


class Published(Project):
    AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76"  # the first sheet, comma, quotes, UTF-8

    def test_a_download_opens_elsewhere_and_shows_what_the_table_beside_it_says(self):
        run("build", at=self.project)
        books = sorted((self.project / "public").rglob("*.xlsx"))
        self.assertGreater(len(books), 10)
        copies = [shutil.copy(book, self.folder / f"{number}.xlsx") for number, book in enumerate(books)]
        shown = saved_by_libreoffice(map(pathlib.Path, copies), self.folder / "shown", self.AS_SHOWN)
        for book, seen in zip(books, shown):
            cells = [cell for sheet in openpyxl.load_workbook(book) for row in sheet.iter_rows() for cell in row]
            self.assertEqual([cell.coordinate for cell in cells if cell.data_type in "fe"], [], f"{book}: a formula or an error")
            # A sheet has its title and its state above the head, a table has them in its last columns: year, day, state.
            expected = [row[:-3] for row in csv.reader(book.with_suffix(".csv").open(encoding="utf-8-sig", newline=""))]
            lines = list(csv.reader(seen.open(encoding="utf-8", newline="")))
            self.assertEqual(lines[2:2 + len(expected)], expected, book)
            self.assertIn("截至 2025-06-30", lines[1][0])


if __name__ == "__main__":
    unittest.main(verbosity=2)
