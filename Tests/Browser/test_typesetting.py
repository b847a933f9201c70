"""The specimen of typesetting: lines end where they should, at three widths; half marks and gaps are as wide as they
should be, whoever makes them, the browser or the stylesheet."""
import pytest

import kinds

SPECIMEN = (kinds.PROJECT / "Tests/TypesettingTests/Specimen/specimen.html").as_uri()
# An engine that spaces nothing by itself: what the stylesheet does for it.
OLD = """body { text-autospace: no-autospace !important; text-spacing-trim: space-all !important; }
.g { letter-spacing: .125em !important; } .h { font-feature-settings: "halt" !important; }"""

# What each sample is and what it should be. A character at the end of a line and the blank there are no part of it.
MEASURE = """() => {
  const lines = sample => {
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
  };
  const ems = (sample, width) => width / parseFloat(getComputedStyle(sample).fontSize);
  const wider = sample => {  // than the same text without a gap
    const plain = sample.cloneNode();
    plain.textContent = sample.textContent;
    plain.style.textAutospace = "no-autospace";
    plain.style.fontWeight = "400";
    sample.querySelectorAll("b").forEach(b => b.style.fontWeight = "400");
    sample.after(plain);
    const difference = sample.getBoundingClientRect().width - plain.getBoundingClientRect().width;
    plain.remove();
    return ems(sample, difference);
  };
  const all = (name, measure) => [...document.querySelectorAll(`[data-${name}]`)].map(
    sample => [sample.textContent, sample.dataset[name], measure(sample)]);
  return {
    lines: all("lines", lines), ems: all("ems", sample => ems(sample, sample.getBoundingClientRect().width)),
    gaps: all("gaps", wider), width: document.documentElement.scrollWidth,
  };
}"""
STYLED = """() => { const style = document.createElement("style"); style.textContent = %r; document.head.append(style); }"""


def wrong(page, width):
    """The samples that aren't as they should be. A gap is an eighth of an em."""
    measured = page.evaluate(MEASURE)
    assert measured["lines"] and measured["ems"] and measured["gaps"]
    assert measured["width"] <= width
    return [sample for sample in measured["lines"] if sample[1] != sample[2]] + [
        sample for sample in measured["ems"] if abs(sample[2] - float(sample[1])) > 0.04
    ] + [sample for sample in measured["gaps"] if abs(sample[2] - int(sample[1]) / 8) > 0.02]


def specimen(browser, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(SPECIMEN)
    return page


@pytest.mark.parametrize("style", ["", OLD], ids=["by itself", "by the stylesheet"])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_sets_every_case_as_expected(width, style, browser):
    page = specimen(browser, width)
    page.evaluate(STYLED % style)
    assert not wrong(page, width)
    page.close()


def test_emphasis_is_dots_below(browser):
    page = specimen(browser, 768)
    style = page.evaluate("""() => { const s = getComputedStyle(document.querySelector("#emphasis em"));
      return [s.fontStyle, s.textEmphasisStyle, s.textEmphasisPosition]; }""")
    assert style[0] == "normal" and "dot" in style[1] and "under" in style[2]
    page.close()
