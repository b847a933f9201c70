"""The live preview: what is saved shows in an open page without a click, a mistake too, and it goes when it is mended."""
import os, re, subprocess, time

import playwright.sync_api
import pytest

import kinds

PROGRAM = os.environ.get("DUALPOINTS_BINARY", str(kinds.PROJECT / ".build/release/dualpoints"))
PATIENCE = 20  # seconds, for a machine that does much else


@pytest.fixture
def preview(tmp_path):
    """A small project being previewed: its folder and its address."""
    project = tmp_path / "points"
    subprocess.run([PROGRAM, "new", "project", project, "--year", "2026"], check=True, capture_output=True)
    serving = subprocess.Popen([PROGRAM, "serve", "--project", project, "--port", "0"], stdout=subprocess.PIPE, text=True)
    for line in serving.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            yield project, found.group()
            break
    serving.terminate()
    assert serving.wait(PATIENCE) == 0


def comes_true(check):
    """Whether something comes true by itself. It is asked from outside: the pages' policy forbids to wait in them, and a
    page that is just being loaded anew has no answer yet."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if check():
                return True
        except playwright.sync_api.Error:
            pass
        time.sleep(0.05)
    return False


def shows(page, text):
    return comes_true(lambda: text in page.inner_text("body"))


def test_a_saved_story_a_mistake_and_its_mending_show_by_themselves(page, preview):
    project, address = preview
    story = project / "content/campaigns/spring/trees.md"
    written = story.read_text(encoding="utf-8")
    page.goto(f"{address}stories/trees.html")
    story.write_text(written + "\n补种的三棵也活了。\n", encoding="utf-8")
    assert shows(page, "补种的三棵也活了。")
    story.write_text(written.replace("---\n", "---\ncolour: red\n", 1), encoding="utf-8")
    assert shows(page, "content/campaigns/spring/trees.md:2:1")
    story.write_text(written, encoding="utf-8")
    assert comes_true(lambda: "colour" not in page.inner_text("body") and "补种的三棵" not in page.inner_text("body"))
    assert shows(page, "种")


def test_a_template_and_the_stylesheet_show_too(page, preview):
    project, address = preview
    page.goto(address)
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates/style.css").write_text("body { letter-spacing: 3px; }\n")
    assert comes_true(lambda: page.evaluate("getComputedStyle(document.body).letterSpacing") == "3px")
