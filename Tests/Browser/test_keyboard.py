"""Whoever has no mouse reaches everything and sees where she is."""
import pytest

import kinds

# What a keyboard must reach: links and controls that are seen, and what scrolls.
REACHABLE = """() => {
  const seen = e => e.checkVisibility({checkVisibilityCSS: true}) && !e.closest("[aria-hidden=true], [inert]");
  const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  return controls.filter(e => seen(e) && e.tabIndex >= 0 && !e.disabled).length;
}"""

UNREACHABLE = """() => [...document.querySelectorAll("body *")].filter(e => {
  const style = getComputedStyle(e);
  const scrolls = e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(style.overflowX);
  return scrolls && e.tabIndex < 0 && !e.querySelector("a[href], button, input, summary");
}).map(e => e.outerHTML.slice(0, 120))"""

FOCUS = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    name: e.tagName + " " + (e.textContent || e.ariaLabel || "").trim().slice(0, 40), body: e === document.body,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
def test_tab_reaches_links_and_shows_where_one_is(kind, address, open_page):
    page = open_page(address)
    expected = min(page.evaluate(REACHABLE), 40)  # the first forty: the rest are rows of the same tables
    assert expected > 10
    begins_inside = not page.evaluate(FOCUS)["body"]  # the page of results puts the cursor into its field
    for step in range(expected):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at["body"] and begins_inside:
            break
        assert not at["body"] and at["outlined"] and at["inView"], f"{step}: {at}"


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
@pytest.mark.parametrize("width", [390, 1280])
def test_what_scrolls_can_be_scrolled_by_keys(width, kind, address, open_page):
    assert open_page(address, width=width).evaluate(UNREACHABLE) == []


def test_the_skip_link_comes_first_and_leads_past_the_navigation(open_page):
    page = open_page(kinds.longest("member"))
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.get_attribute("href") == "#main" and link.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
