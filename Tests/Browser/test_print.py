"""Ctrl+P alone gives a usable sheet: A4, as many pages as the matter needs, no navigation, nothing cut off at the right."""
import re, subprocess

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


WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def sheets_of(pdf):
    """The words of each sheet, without its number: left, middle line, right in points, and what is written."""
    said = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    words = [WORD.findall(sheet) for sheet in said.split("<page ")[1:]]
    placed = [[(float(left), (float(top) + float(bottom)) / 2, float(right), word) for left, top, right, bottom, word in sheet]
              for sheet in words]
    return [[word for word in sheet if word[1] < 842 - 20 / 25.4 * 72] for sheet in placed]


# A story is as long as its writer likes, and each breaks elsewhere.
FOOTED = sorted({page for kind, page in kinds.LONGEST} | {
    str(path.relative_to(kinds.SITE)) for pattern in ("stories/*.html", "办事指南/*.html", "2025/standings/[2pq]*.html")
    for path in kinds.SITE.glob(pattern)})


@pytest.mark.parametrize("address", FOOTED)
def test_the_foot_stands_below_all_else_on_the_last_sheet(address, open_page):
    page = open_page(address)
    foot = page.locator(".foot").text_content()
    begins = page.locator(".foot strong").first.text_content().strip()[:2]
    *before, last = sheets_of(page.pdf(prefer_css_page_size=True))
    feet = [word for word in last if word[3].startswith(begins) and word[3] in foot]
    assert feet, "the foot isn't on the last sheet"
    line = feet[-1][1]
    assert not [word for word in sum(before, []) if word[3] == feet[-1][3]], "it is on another sheet too"
    assert [word for word in last if word[1] < line - 4], "a sheet with nothing but the foot"
    others = [word[3] for word in last if word[1] > line - 4 and word[3] not in foot]
    assert not others, f"beside or below the foot stands {others[:5]}"
