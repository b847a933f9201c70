"""Every kind of page opens from a folder and below a path of a server, and lies well in the window."""
import pytest

import kinds

LAYOUT = """() => {
  const faults = [], root = document.documentElement;
  if (root.scrollWidth > innerWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
    faults.push(`${root.scrollWidth} wide in a window of ${innerWidth}: ${wide.slice(-1).map(e => e.outerHTML.slice(0, 120))}`);
  }
  const heading = document.querySelector("h1");
  if (!heading || heading.getBoundingClientRect().top > innerHeight) faults.push("no heading in view");
  return faults;
}"""

PICTURES = """async () => {
  const faults = [];
  for (const image of document.images) {
    const name = image.getAttribute("src"), below = image.getBoundingClientRect().top > innerHeight;
    if (!image.width || !image.hasAttribute("width") || !image.hasAttribute("height")) faults.push(`${name}: no size`);
    if (below && image.loading !== "lazy") faults.push(`${name}: below the window, yet loaded at once`);
    if (!below && image.loading === "lazy" && image.closest("main > figure")) faults.push(`${name}: in view, yet lazy`);
    image.loading = "eager";
    await image.decode().catch(() => faults.push(`${name}: doesn't load`));
  }
  return faults;
}"""

SHIFT = """let arriving = true;
window.drawn = 0;  // times the browser drew the page before it had all of it
if (location.href !== "about:blank")  // the page before the page
  requestAnimationFrame(function draw() { if (arriving) { drawn++; window.drew?.(); requestAnimationFrame(draw); } });
addEventListener("DOMContentLoaded", () => {
  arriving = false;
  window.shifted = 0;
  // A paragraph or a headline of which half has come may set its lines anew; whom that pushes counts.
  const isWords = source => (source.node?.closest ? source.node : source.node?.parentElement)?.closest("p, h1, h2");
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.sources.every(isWords)) window.shifted += entry.value;
  })
    .observe({type: "layout-shift", buffered: true});
});"""


@pytest.mark.parametrize("kind, address", kinds.ALL)
def test_opens_from_a_folder_and_below_a_path(kind, address, open_page):
    for over in ("file", "http"):
        page = open_page(address, over=over)
        page.settle()  # what a script asks for after the page is loaded
        assert page.faults == [], over
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "16px"
        assert page.evaluate("document.styleSheets.length == document.querySelectorAll('link[rel=stylesheet]').length") and page.locator("main").is_visible()


@pytest.mark.parametrize("kind, address", kinds.ALL)
@pytest.mark.parametrize("width", [360, 390, 1280])
def test_lies_well_in_the_window(width, kind, address, open_page):
    page = open_page(address, width=width, before=SHIFT)
    assert page.evaluate(LAYOUT) == []
    assert page.evaluate(PICTURES) == []
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("shifted") < 0.01


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_arrives_in_pieces(width, kind, address, open_page):
    """A browser draws what it has: what comes later must not push what a reader already looks at."""
    page = open_page(address, over="pieces", width=width, before=SHIFT)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("drawn") > 3, "the page came in one piece"
    assert page.evaluate("shifted") < 0.02


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
def test_reads_without_scripts(kind, address, open_page):
    page = open_page(address, scripts=False)
    assert page.faults == []
    assert page.locator("h1").is_visible()
