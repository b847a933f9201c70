"""Units between company and branches, which the sample has none of: a project of three levels, published here."""
import os, subprocess

import axe_playwright_python.sync_playwright
import pytest

import kinds, test_access, widths

PROGRAM = os.environ.get("DUALPOINTS_BINARY", str(kinds.PROJECT / ".build/release/dualpoints"))
PAGES = [
    "2025/units/u01.html", "2025/units/u02.html", "2025/branches/index.html", "2025/branches/b01.html",
    "2025/standings/index.html",
]


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The folder of a site of twelve branches: a committee over two units, two more beside it, one branch in none."""
    project = tmp_path_factory.mktemp("units") / "points"
    sizes = ["--members", "300", "--records", "600", "--stories", "6", "--units", "5"]
    subprocess.run([PROGRAM, "sample", *sizes, project], check=True, capture_output=True)
    subprocess.run(
        [PROGRAM, "build", "--as-of", "2025-12-11", "--project", project], check=True, capture_output=True)
    return project / "public"


@pytest.fixture
def opened(page, published):
    def opened(address, width=1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((published / address).as_uri(), wait_until="load")
        return page

    return opened


@pytest.mark.parametrize("address", PAGES)
def test_every_width_has_room_and_axe_finds_nothing(address, opened):
    page = opened(address)
    assert widths.faults(page, widths.ALL) == {}
    for width, scheme in ((390, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = axe_playwright_python.sync_playwright.Axe().run(page, options=test_access.RULES).response["violations"]
        assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found] == [], (width, scheme)


def test_the_board_of_units_stands_on_a_phone_without_scrolling(opened):
    page = opened("2025/branches/index.html", width=390)
    board = page.locator(".scroll:has(> .levels)")
    assert board.evaluate("e => e.scrollWidth <= e.clientWidth")
    # Each level stands in by one step, and the way to a unit's part leads there.
    steps = board.locator("tr.unit.d0 > th, tr.unit.d1 > th, tr.d2 > th").evaluate_all(
        "all => [...new Set(all.map(e => Math.round(parseFloat(getComputedStyle(e).paddingLeft))))]")
    assert len(steps) == 3 and steps == sorted(steps)
    page.get_by_role("list", name="上级组织").get_by_role("link", name="第2党总支").click()
    assert page.url.endswith("#u-u02")


def test_a_branch_leads_to_its_units_and_they_to_it(opened):
    page = opened("2025/branches/b01.html")
    page.locator(".crumbs").get_by_role("link", name="第2党总支").click()
    assert page.locator("h1").inner_text() == "第2党总支"
    page.locator(".levels tbody a").first.click()
    assert "/branches/b" in page.url
