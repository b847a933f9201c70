"""What is wrong with a page at a width: it scrolls sideways, or text wraps in a column that four Han don't fit in."""

# Telephones, tablets and desks, and both sides of every width at which the stylesheet changes its mind.
ALL = [320, 360, 390, 480, 640, 641, 700, 760, 761, 853, 960, 961, 1024, 1280, 1920]

# What reaches beyond the window without a box of its own to scroll in.
WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return null;
  const scrolls = e => e && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e.parentElement));
  return `${root.scrollWidth} in ${innerWidth}: ${wide.slice(-1).map(e => e.outerHTML.slice(0, 160))}`;
}"""

# Upright text has columns of one Han, and labels of an axis stand as two and two: both are meant.
NARROW = """() => {
  const lines = new Map(), passed = "svg, .vh, [hidden], [aria-hidden=true], select, script, .axis";
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const text = walk.currentNode;
    let block = text.parentElement;
    if (!text.data.trim() || block.closest(passed) || !block.checkVisibility()) continue;
    if (block.closest("thead") && getComputedStyle(block.closest("thead")).clipPath !== "none") continue;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const style = getComputedStyle(block);
    if (style.writingMode !== "horizontal-tb") continue;
    const room = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (room >= 4 * parseFloat(getComputedStyle(text.parentElement).fontSize)) continue;
    range.selectNodeContents(text);
    const tops = [...range.getClientRects()].filter(r => r.width).map(r => Math.round(r.top / 4));
    if (new Set(tops).size > 1) lines.set(block, `${Math.round(room)} px: ${block.outerHTML.slice(0, 120)}`);
  }
  return lines.size ? [...lines.values()].slice(0, 2).concat(lines.size) : null;
}"""


def faults(page, widths):
    """By width, what is wrong."""
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        wrong = [fault for fault in (page.evaluate(WIDE), page.evaluate(NARROW)) if fault]
        if wrong:
            found[width] = wrong
    return found
