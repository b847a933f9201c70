"""Light, dark, or as the system says; remembered, and there before the first paint."""

import pytest

import kinds

PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 248, 242)", "rgb(24, 20, 17)"


@pytest.mark.parametrize("system, chosen, paper", [
    ("light", None, LIGHT), ("dark", None, DARK),
    ("light", "dark", DARK), ("dark", "light", LIGHT), ("dark", "auto", DARK), ("light", "auto", LIGHT),
])
def test_the_choice_beats_the_system(page, site, system, chosen, paper):
    page.emulate_media(color_scheme=system)
    page.goto(site + "index.html")
    if chosen:
        button = page.locator(f"[data-set-theme={chosen}]")
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        assert page.locator("[data-set-theme][aria-pressed=true]").count() == 1
    assert page.evaluate(PAPER) == paper


def test_it_is_remembered_on_the_next_page_before_anything_is_drawn(page, site):
    page.goto(site + "index.html")
    page.locator("[data-set-theme=dark]").click()
    page.goto(site + "about.html", wait_until="commit")
    page.wait_for_selector("body", state="attached")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.wait_for_load_state()
    assert page.locator("[data-set-theme=dark]").get_attribute("aria-pressed") == "true"


def test_a_browser_without_storage_still_changes(page, site):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    page.goto(site + "index.html")
    page.locator("[data-set-theme=dark]").click()
    assert page.evaluate(PAPER) == DARK


def test_paper_is_never_dark(page, site):
    page.emulate_media(color_scheme="dark")
    page.goto(site + "index.html")
    page.locator("[data-set-theme=dark]").click()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()") == "#000"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


# Of each text of a drawing, what it is drawn in, where that isn't the colour the reader chose for text.
UNREADABLE = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "CanvasText";
    const chosen = getComputedStyle(probe).color;
    return [...document.querySelectorAll("main svg text")].filter(text => text.getClientRects().length)
        .map(text => [text.textContent, getComputedStyle(text).fill]).filter(([, fill]) => fill !== chosen);
}"""


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
def test_words_in_drawings_take_the_colour_a_reader_forces(kind, address, open_page):
    page = open_page(address)
    for scheme in ("light", "dark"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        assert page.evaluate(UNREADABLE) == [], scheme
