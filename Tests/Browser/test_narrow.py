"""However long the names, reasons and addresses are that people write, no page scrolls sideways."""
import narrow

# What reaches beyond the window without a box of its own to scroll in.
WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return null;
  const scrolls = e => e && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e.parentElement));
  return `${root.scrollWidth} in ${innerWidth}: ${wide.slice(-1).map(e => e.outerHTML.slice(0, 160))}`;
}"""


# WCAG 1.4.10 asks for 320; telephones have 360; a tablet and a desk have tables side by side.
WIDTHS = [320, 360, 700, 1280]


def test_no_page_scrolls_sideways(tmp_path, page):
    site = narrow.publish(tmp_path)
    faults = {}
    for file in sorted(site.rglob("*.html")):
        page.goto(file.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            fault = page.evaluate(WIDE)
            if fault:
                faults[str(file.relative_to(site)), width] = fault
    assert faults == {}
