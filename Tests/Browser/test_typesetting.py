"""The specimen of typesetting: lines end where they should, at three widths; half marks and gaps are as wide as they
should be, whoever makes them, the browser or the stylesheet."""
import pytest

import kinds

SPECIMEN = (kinds.PROJECT / "Tests/TypesettingTests/Specimen/specimen.html").as_uri()
# An engine that spaces nothing by itself: what the stylesheet does for it.
OLD = """body { text-autospace: no-autospace !important; text-spacing-trim: space-all !important; }
.g { margin-right: .125em !important; } .h { font-feature-settings: "halt" !important; }"""

LINES = """sample => {
  const walker = document.createTreeWalker(sample, NodeFilter.SHOW_TEXT), range = document.createRange();
  let lines = "", bottom = null;
  for (let node; (node = walker.nextNode());) for (let at = 0; at < node.length; at++) {
    range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    if (bottom !== null && box.top >= bottom - 2) lines += "|";
    bottom = Math.max(bottom ?? 0, box.bottom);
    lines += node.data[at];
  }
  return lines.replaceAll(" |", "|");
}"""
EMS = """sample => sample.getBoundingClientRect().width / parseFloat(getComputedStyle(sample).fontSize)"""
PLAIN = """sample => {
  const plain = sample.cloneNode();
  plain.textContent = sample.textContent;
  plain.style.textAutospace = "no-autospace";
  plain.style.fontWeight = "400";
  sample.querySelectorAll("b").forEach(b => b.style.fontWeight = "400");
  sample.after(plain);
  const wider = sample.getBoundingClientRect().width - plain.getBoundingClientRect().width;
  plain.remove();
  return wider / parseFloat(getComputedStyle(sample).fontSize);
}"""


def specimen(browser, width, style=""):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(SPECIMEN)
    if style:
        page.add_style_tag(content=style)
    return page


@pytest.mark.parametrize("style", ["", OLD], ids=["by itself", "by the stylesheet"])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_sets_every_case_as_expected(width, style, browser):
    page = specimen(browser, width, style)
    wrong = []
    for sample in page.locator("[data-lines]").all():
        found = sample.evaluate(LINES)
        if found != sample.get_attribute("data-lines"):
            wrong.append(found)
    for sample in page.locator("[data-ems]").all():
        found = sample.evaluate(EMS)
        if abs(found - float(sample.get_attribute("data-ems"))) > 0.04:
            wrong.append((sample.inner_text(), found))
    for sample in page.locator("[data-gaps]").all():
        found = sample.evaluate(PLAIN)
        if abs(found - int(sample.get_attribute("data-gaps")) / 8) > 0.02:
            wrong.append((sample.inner_text(), found))
    assert not wrong
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_emphasis_is_dots_below(browser):
    page = specimen(browser, 768)
    style = page.evaluate("""() => { const s = getComputedStyle(document.querySelector("#emphasis em"));
      return [s.fontStyle, s.textEmphasisStyle, s.textEmphasisPosition]; }""")
    assert style[0] == "normal" and "dot" in style[1] and "under" in style[2]
    page.close()
