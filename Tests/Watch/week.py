"""A clerk's week on a share, under `dualpoints watch`: files saved as Excel, WPS, Word, LibreOffice and copying over a
network save them, locked, cut short, moved away and back, on a full disk. After each step the page for the clerk and the
journal are looked at. Every waiting ends with what is waited for; a minute and a half without it is a fault.

Environment: BINARY. Root is needed for the full disk; without root that day is left out, but never with CI set."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from datetime import datetime

import openpyxl

BINARY = os.environ["BINARY"]
PATIENCE = 90


class Week:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.share = self.folder / "share"
        self.disk = self.folder / "disk"
        self.site = self.disk / "public"
        self.page = self.share / "检查结果.html"
        self.journal_file = self.folder / "journal"
        self.journal_file.write_text("")
        self.disk.mkdir()
        self.read = 0
        self.number = 0
        self.run("new", "project", self.share, "--tables", "xlsx")
        self.book = self.share / "content/years/2026/records/积分登记.xlsx"
        self.watch = None

    def run(self, *words):
        subprocess.run([BINARY, *map(str, words)], check=True, stdout=subprocess.DEVNULL)

    def begin(self):
        with open(self.journal_file, "a") as journal:
            self.watch = subprocess.Popen(
                [BINARY, "watch", "--project", self.share, "--output", self.site, "--report", self.page],
                stderr=journal, env={**os.environ, "LC_ALL": "zh_CN.UTF-8"})

    def end(self, number=signal.SIGTERM):
        self.watch.send_signal(number)
        return self.watch.wait(PATIENCE)

    # What is looked at.

    def journal(self):
        return self.journal_file.read_text().splitlines()

    def until(self, what, is_true):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.watch.poll() is not None:
                self.fail(f"{what}: watch ended with {self.watch.returncode}")
            found = is_true()
            if found:
                return found
            time.sleep(0.02)
        self.fail(f"{what}: waited in vain")

    def fail(self, what):
        print("\n".join(self.journal()), file=sys.stderr)
        if self.page.exists():
            print(self.words(), file=sys.stderr)
        sys.exit(f"week: {what}")

    def built(self, words):
        """The next builds up to one whose line says this; what stands between is of the same save."""
        def look():
            lines = self.journal()
            for index in range(self.read, len(lines)):
                if words in lines[index]:
                    self.read = index + 1
                    return lines[index]
            return None
        return self.until(f"the journal says {words}", look)

    def words(self):
        html = self.page.read_text()
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html[html.index("<body>"):]))

    def told(self, *words):
        self.until(f"the page says {words}", lambda: self.page.exists() and all(w in self.words() for w in words))

    def online(self):
        return {p.relative_to(self.site): p.read_bytes() for p in self.site.rglob("*") if p.is_file()}

    # What the clerk does.

    def entered(self, day, name, item="三会一课"):
        """The workbook with one record more, as bytes of a file that isn't on the share: one point, in a month
        without a meeting of its own."""
        self.number += 1
        book = openpyxl.load_workbook(self.book)
        sheet = book["积分登记"]
        row = next(row for row in range(2, 2000) if sheet.cell(row, 1).value is None)
        sheet.cell(row, 1).value = datetime.fromisoformat(day)
        sheet.cell(row, 2).value = name
        sheet.cell(row, 4).value = item
        sheet.cell(row, 7).value = f"一周第{self.number}次"
        path = self.folder / "draft.xlsx"
        book.save(path)
        return path.read_bytes()

    def excel(self, path, data):
        """Under eight digits beside it, then two renames; the owner's mark stands while it is open."""
        mark = path.with_name("~$" + path.name)
        mark.write_bytes(b"\x08wangfan" + bytes(157))
        new, old = path.with_name("5D2A1000"), path.with_name("6E3B2000")
        new.write_bytes(data)
        path.rename(old)
        new.rename(path)
        old.unlink()
        mark.unlink()

    def wps(self, path, data):
        """Written in place, in pieces, with its lock beside it and a back-up copy."""
        mark = path.with_name("~$" + path.name)
        mark.write_bytes(bytes(165))
        shutil.copy(path, path.with_name(path.name + ".bak"))
        with open(path, "wb") as file:
            for start in range(0, len(data), 2048):
                file.write(data[start:start + 2048])
                file.flush()
        mark.unlink()
        path.with_name(path.name + ".bak").unlink()

    def libreoffice(self, path, data):
        lock = path.with_name(f".~lock.{path.name}#")
        lock.write_text(",wangfang,office,01.06.2026 09:00,file:///;")
        part = path.with_name("lu12345abc.tmp")
        part.write_bytes(data)
        part.rename(path)
        lock.unlink()

    def word(self, path, text):
        """Word's, and any editor's that saves beside and renames."""
        part = path.with_name("~WRD0001.tmp")
        part.write_text(text)
        part.rename(path)


def monday(week):
    """She saves three times, each program in its own manner."""
    week.begin()
    week.built("已发布")
    week.told("没有要改的，已经发布", "办公室内部")
    for save, name in (week.excel, "陈立群"), (week.wps, "方小禾"), (week.libreoffice, "顾明远"):
        save(week.book, week.entered("2026-03-20", name))
        week.built("1 人积分变动")
        week.told("1人的积分变了", name, f"一周第{week.number}次", "积分登记.xlsx")
    story = week.share / "content/campaigns/spring/trees.md"
    week.word(story, story.read_text() + "\n又种了二十棵。\n")
    week.built("0 人积分变动")
    assert "又种了二十棵" in (week.site / "stories/trees.html").read_text()


def tuesday(week):
    """A copy over the network that stops half-way, while the program has the file open; then it comes whole."""
    data, before = week.entered("2026-03-20", "何晓棠"), week.online()
    mark = week.book.with_name("~$" + week.book.name)
    mark.write_bytes(bytes(165))
    week.book.write_bytes(data[:len(data) // 2])
    week.built("处要改")
    week.told("网站没有更新", "工作簿正开着，只存了一半")
    if week.online() != before:
        week.fail("a half-saved workbook reached the site")
    week.book.write_bytes(data)
    mark.unlink()
    week.built("1 人积分变动")
    week.told("没有要改的，已经发布", "何晓棠")


def wednesday(week):
    """A wrong day; the page names the cell and doesn't show the telephone number beside it."""
    before = week.online()
    book = openpyxl.load_workbook(week.book)
    sheet = book["积分登记"]
    row = next(row for row in range(2, 2000) if sheet.cell(row, 1).value is None)
    for column, value in (1, "2026-02-30"), (2, "陈立群"), (4, "主题党日"), (7, "改到 13812345678 联系"):
        sheet.cell(row, column).value = value
    good = week.book.read_bytes()
    path = week.folder / "draft.xlsx"
    book.save(path)
    week.excel(week.book, path.read_bytes())
    week.built("处要改")
    week.told("网站没有更新", f"A{row}", "2026-02-30")
    if "13812345678" in week.page.read_text() + "".join(week.journal()):
        week.fail("a personal number is told")
    if week.online() != before:
        week.fail("a mistake reached the site")
    week.excel(week.book, good)
    week.built("已发布")


def thursday(week):
    """The share goes away, is back; the content's folder is moved by mistake, and moved back."""
    away = week.folder / "away"
    week.share.rename(away)
    week.built("没有发布（")
    if week.share.exists() or not (week.site / "index.html").exists():
        week.fail("something stands where the share was, or the site is gone")
    away.rename(week.share)
    week.built("已发布")
    content, moved = week.share / "content", week.share / "content - 副本"
    content.rename(moved)
    week.built("没有发布")
    moved.rename(content)
    week.built("已发布")
    week.told("没有要改的，已经发布")


def friday(week):
    """Many records at once; then the table is cut short, which is asked about and answered."""
    table = week.share / "content/years/2026/welfare/补录.csv"
    head = "日期,党员,分钟,事由\n"
    lines = [f"2026-0{1 + i % 5}-{10 + i % 15},陈立群,30,第{i}次\n" for i in range(75)]
    table.write_text(head + "".join(lines))
    week.built("已发布")
    before = week.online()
    table.write_text(head + lines[0])
    week.built("等人确认")
    week.told("1处要您回答，网站没有更新", "years/2026/welfare", "records-fell")
    if week.online() != before:
        week.fail("a fall reached the site unasked")
    figures = re.search(r"of: (\d+→\d+),", week.words()).group(1)
    (week.share / "content/warnings.yaml").write_text(
        f"- {{code: records-fell, at: years/2026/welfare, of: {figures}, reason: 重复录入，已删去, until: 2026-06-30}}\n")
    week.built("已发布")
    week.told("没有要改的，已经发布")
    (week.share / "content/warnings.yaml").unlink()
    week.built("已发布")


def saturday(week):
    """The server is restarted, and was killed before; meanwhile somebody worked."""
    if week.end() != 0:
        week.fail("it didn't end well")
    week.excel(week.book, week.entered("2026-05-27", "方小禾"))
    week.begin()
    week.built("1 人积分变动")
    week.end(signal.SIGKILL)
    week.begin()
    week.built("已发布")
    # While it runs the next site's folder is ready beside this one.
    if week.end() != 0:
        week.fail("it didn't end well")
    left = [p.name for p in week.disk.iterdir() if p.name.startswith(".")]
    week.begin()
    week.built("已发布")
    if left:
        week.fail(f"left beside the site: {left}")


def sunday(week):
    """The disk with the site is full, and has room again."""
    fill = week.disk / "fill"
    with open(fill, "wb", buffering=0) as file:
        for size in 1 << 16, 1 << 12, 1:
            with contextlib.suppress(OSError):
                while file.write(bytes(size)):
                    pass
    before = week.online()
    week.excel(week.book, week.entered("2026-01-20", "方小禾"))
    week.built("没有发布（")
    week.told("没有更新", "网上仍是")
    if week.online() != before:
        week.fail("a full disk spoilt the site")
    fill.unlink()
    week.built("已发布")
    week.told("没有要改的，已经发布", "方小禾")


def main():
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        week = Week(folder)
        may_mount = os.geteuid() == 0
        if may_mount:
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", week.disk], check=True)
        elif os.environ.get("CI"):
            week.fail("CI is root")
        try:
            days = [monday, tuesday, wednesday, thursday, friday, saturday] + ([sunday] if may_mount else [])
            for day in days:
                begun = time.monotonic()
                day(week)
                print(f"{day.__name__}: {time.monotonic() - begun:.1f} s", file=sys.stderr)
            if week.end(signal.SIGINT) != 0:
                week.fail("it didn't end well")
            print(f"a clerk's week: {len(days)} days, {week.number} saves, {len(week.journal())} builds, "
                  f"{time.monotonic() - started:.0f} s")
        finally:
            week.watch.kill()
            if may_mount:
                subprocess.run(["umount", "-l", week.disk], check=True)


main()
