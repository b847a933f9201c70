"""Runs `new story --from` on every kind of text; see scripts/word-tests."""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import documents

PROGRAM = sys.argv[1]
failures = []


def run(*arguments, seconds=120, environment=None):
    result = subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=seconds,
        env={**os.environ, "LC_ALL": "zh_CN.UTF-8", **(environment or {})})
    return result.returncode, result.stdout + result.stderr


def expect(what, holds, said=""):
    print(("ok    " if holds else "FAILED"), what)
    if not holds:
        failures.append(what)
        print(said)


PLANTED = """\
3月14日上午，研发支部的方小禾、陈立群和康　宁来到厂区北坡，种下“先锋林”第一批树苗。

风很大，坑要挖到半米深。

## 一、为什么种

坡上的土一下雨就往路上流，去年夏天清了三次。

### （一）先看土

星号\\*、下划线\\_、尖括号\\<b>和方括号\\[1\\]都照写。1. 这里不是列表。

- 带一双手套
- 带一瓶水

1. 量坑
2. 放苗
3. 浇水

| 树种 | 棵数 | 谁种 |
| --- | --- | --- |
| 香樟 | 80 | 研发\\|生产 |
| 桂花 | 40 | 销售 |

![图1 挖坑](planting-1.png "图1 挖坑")

![图2　浇水（摄影：宣传委员）](planting-2.png "图2　浇水（摄影：宣传委员）")

大家说明年还来。
"""

RIVERS = """\
2026年4月11日，生产支部在**“三河六岸”**沿线采样，二十六人[^1]参加。

## 怎么采

- 先洗瓶
- 再取水

| 河 | 点数 |
| --- | --- |
| 余杭塘河 | 8 |

平均值是1.5，见[公报](<https://example.org/a?b=1&c=2>)。

## 结果

都合格。

[^1]: 含列席二人。
"""


def body(path):
    return path.read_text(encoding="utf-8").split("\n---\n", 1)[1].strip() + "\n"


def main(folder):
    project = folder / "项目"
    run("new", "project", project, "--name", "示例公司", "--year", "2026")
    stories = project / "content/campaigns/spring"

    source = documents.by_python_docx(folder)
    code, said = run("new", "story", "spring/planting", "--from", source, "--project", project)
    expect("a text by python-docx becomes a story", code == 0, said)
    story = stories / "planting.md"
    expect("its words are Markdown", body(story) == PLANTED, body(story))
    details = story.read_text(encoding="utf-8").split("\n---\n", 1)[0]
    for part in ('title: "种下一百二十棵树——厂区北坡植树记"', "date: 2026-03-14", "branch: b01", "people: [",
                 "方小禾、陈立群、康宁"):
        expect(f"its details say {part}", part in details, details)
    expect("its pictures bear its name", all((stories / f"planting-{n}.png").is_file() for n in (1, 2)))
    expect("what is lost is told", all(word in said for word in ("修订中插入的 1", "修订中删除的 1", "斜体")), said)
    code, said = run("new", "story", "spring/planting", "--from", source, "--project", project)
    expect("a second one of the name is refused", code == 64, said)

    source = documents.by_libreoffice(folder)
    code, said = run("new", "story", "spring/rivers", "--from", source, "--project", project)
    expect("a text by LibreOffice becomes a story", code == 0, said)
    expect("its words are Markdown", body(stories / "rivers.md") == RIVERS, body(stories / "rivers.md"))
    code, said = run("check", "--project", project)
    expect("both pass without a mistake and without a warning", said.split() == ["没有发现错误"], said)
    code, said = run("build", "--project", project)
    expect("both are published", code == 0 and (project / "public/stories/planting.html").is_file(), said)

    before = sorted(p.name for p in stories.iterdir())
    escaped = documents.escaping(folder / "报道.docx", folder / "escaping.docx")
    code, said = run("new", "story", "spring/escaping", "--from", escaped, "--project", project)
    expect("names in a document never become paths", not pathlib.Path("/tmp/escaped.png").exists(), said)
    for path in stories.glob("escaping*"):
        path.unlink()
    start = time.monotonic()
    code, said = run("new", "story", "spring/bomb", "--from", documents.bomb(escaped, folder / "bomb.docx"), "--project", project)
    expect(f"a bomb is refused ({time.monotonic() - start:.0f} s)", code != 0, said)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    expect(f"within bounds ({peak:.0f} MiB)", peak < 4608)
    start = time.monotonic()
    code, said = run("new", "story", "spring/long", "--from", documents.long(folder), "--title", "长", "--project", project)
    expect(f"a hundred thousand paragraphs are refused ({time.monotonic() - start:.0f} s)", code != 0, said[-400:])
    for name, data in (("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), ("words.docx", "文字".encode()), ("empty.docx", b"")):
        (folder / name).write_bytes(data)
        code, said = run("new", "story", "spring/none", "--from", folder / name, "--project", project)
        expect(f"{name} is refused with what to do", code == 64 and "另存为 .docx" in said, said)
    code, said = run("new", "story", "spring/none", "--from", source, "--project", project, environment={"PATH": "/nowhere"})
    expect("without pandoc the way to get it is told", code == 2 and "apt install pandoc" in said, said)
    expect("what was refused left nothing", sorted(p.name for p in stories.iterdir()) == before)


with tempfile.TemporaryDirectory() as folder:
    main(pathlib.Path(folder))
print(f"{len(failures)} failed" if failures else "all passed")
sys.exit(bool(failures))
