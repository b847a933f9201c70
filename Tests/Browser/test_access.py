"""axe finds nothing on any kind of page: WCAG 2.2 A and AA and what axe calls best practice, in both schemes and widths."""
import axe_playwright_python.sync_playwright
import pytest

import kinds

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # off unless it's asked for
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing(width, kind, address, open_page):
    page = open_page(address, width=width)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = axe_playwright_python.sync_playwright.Axe().run(page, options=RULES).response["violations"]
        told = [f"{v['id']}: {v['help']}: {n['html'][:160]} {n.get('failureSummary', '')[:200]}" for v in found for n in v["nodes"][:3]]
        assert told == [], scheme
