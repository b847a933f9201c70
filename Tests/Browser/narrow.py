"""A project in which every text is as long and as hard to break as people make them: the smallest project of
docs/diagnostics/base.txt with minority names, pasted addresses, names of products and a line of code."""
import os, pathlib, re, subprocess

import kinds

LONG = "阿卜杜热合曼·吾斯曼江·买买提艾力"
LATIN = "HighPrecisionElectrochemicalSensorArrayCalibrationWorkbench"
ADDRESS = "https://oa.example.com/portal/documents/view?id=8f3c2a7e9b1d4c5fa0e6&folder=2025Q1ThemeDay&type=signin"
ID = "a-very-long-identifier-that-somebody-made-of-a-whole-sentence-1"

# What stands in the smallest project, and what hostile people would write in its place.
TEXTS = {
    "红色传感": LATIN, "人员与积分均为虚构。": f"说明见{ADDRESS}", "示例仪器公司": LATIN, "公司党委": f"{LATIN}党委", "公司创建": LATIN,
    "从分析仪器做起。": ADDRESS, "助力经营": f"{LATIN}一", "彰显责任": f"{LATIN}二", "从痛点找题目。": ADDRESS, "走到河边和社区。": ADDRESS,
    "支部年度优先课题": LATIN, "2小时公益": LATIN, "软件研发": f"{LATIN}甲", "环境监测": f"{LATIN}乙", "周静怡": LONG, "高远": f"{LONG}·{LATIN}",
    "林知远": LATIN, "监测部经理": LATIN, "研发部经理": LATIN, "北原市": LATIN, "客户的事当天回。": ADDRESS, "年度报表": ADDRESS,
    "人均销售额": LATIN, "主题党日": f"{LATIN}日", "主讲": LATIN, "获奖": LATIN, "签到表": ADDRESS, "河道水质义务监测": LATIN, "公益献血": LATIN,
    "讲标样配制": ADDRESS, "多记一次": ADDRESS, "质量改进奖": ADDRESS, "河道监测": ADDRESS, "站房数据有效率提升": LATIN,
    "数据有效率低": ADDRESS, "课题表": ADDRESS, "查断数": LATIN, "改巡检": LATIN, "先做两个站。": ADDRESS, "现场巡检无纸化": LATIN,
    "走到河边": f"{LATIN}河", "三条河，两个周末。": ADDRESS, "三条河": f"{LATIN}条", "二十六人。": f"见 {ADDRESS}", "采样点": LATIN,
    "三会一课": LATIN, "会议记录": ADDRESS, "人数多于计划": ADDRESS, "a25-01": ID, "r-1": f"r{ID}"[:64],
    "违反廉洁纪律": LATIN, "业务负责人": LATIN,
}
PROSE = f"""
{ADDRESS}

```
{"k" * 200}
```

行内`{"k" * 120}`，[{ADDRESS}](https://oa.example.com/{"k" * 120})，**{"k" * 120}**

## {LATIN}{LATIN}

- {ADDRESS}

> {ADDRESS}

| {LATIN} | {LATIN} | {LATIN} |
|---|---:|---|
| {ADDRESS} | 1 | {LATIN} |

![{LATIN}](wide.svg "{ADDRESS}")
"""


def lay(folder):
    """Writes the project into a folder."""
    text = (kinds.PROJECT / "docs/diagnostics/base.txt").read_text(encoding="utf-8")
    parts = re.split(r"^-- (.+) --\n", text, flags=re.M)[1:]
    for path, body in zip(parts[::2], parts[1::2]):
        for word, long in TEXTS.items():
            body = body.replace(word, long)
        if path.endswith(".md"):
            picture = os.path.relpath("content/campaigns/rivers/wide.svg", os.path.dirname(path))
            body = body.rpartition("---\n")[0] + "---\n" + PROSE.replace("wide.svg", picture)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body, encoding="utf-8")
    (folder / "content/campaigns/rivers/wide.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3000 100"><path d="M0 0h3000"/></svg>', encoding="utf-8")


def publish(folder):
    """Publishes it with the program under test; returns the site's folder."""
    builds = [os.environ.get("DUALPOINTS_BINARY")] + [
        kinds.PROJECT / ".build" / kind / "dualpoints" for kind in ("release", "debug")]
    program = next(path for path in builds if path and pathlib.Path(path).exists())
    lay(folder)
    run = subprocess.run(
        [program, "build", "--project", folder, "--output", folder / "site"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"
