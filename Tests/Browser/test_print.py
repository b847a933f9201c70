"""Ctrl+P alone gives a usable sheet: A4, as many pages as the matter needs, no navigation, nothing cut off at the right."""
import re

import pytest

import kinds

# The most sheets the longest page of a kind may take; an account of sixty postings takes three.
SHEETS = {
    "about": 3, "activities": 8, "archives": 1, "branch": 5, "branch-years": 3, "branches": 2, "brand": 4, "campaign": 3, "home": 2, "honors": 4, "ledger-report": 3, "ledger-reports": 2,
    "member": 5, "member-years": 3, "notice": 3, "page": 2, "projects": 12, "rulebook": 6, "search": 1, "standings": 4, "stories": 6, "story": 4, "tag": 2, "tags": 1, "welfare": 4,
    "work": 6, "years": 3,
}
PAPER = 178 / 25.4 * 96  # A4 less its margins of 16 mm, in CSS pixels


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
def test_prints_on_few_sheets_of_paper(kind, address, open_page):
    page = open_page(address, width=int(PAPER), scheme="dark")
    page.emulate_media(media="print", color_scheme="light")
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER + 1
    for led_on in (".masthead nav", ".masthead form", ".foot-more"):
        assert not page.locator(led_on).is_visible(), led_on
    for told in (".brand b", "h1", ".foot strong"):
        assert page.locator(told).is_visible(), told
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)}
    assert boxes == {(0, 0, 595, 842)} or boxes == {(0, 0, 596, 842)}, boxes
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 1 <= sheets <= SHEETS[kind], sheets
