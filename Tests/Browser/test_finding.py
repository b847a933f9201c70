"""Search, tables and the choice of colours, as a reader uses them; by folder, so no server can help."""
import kinds
import pytest


def search(page, words):
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator(".found a").first.wait_for()
    return page.locator(".found").inner_text()


@pytest.mark.parametrize("words, expected", [
    ("高远", "高远"),  # a name of two characters
    ("gaoyuan", "高远"),
    ("gy", "高远"),
    ("试剂瓶", "站房数据有效率"),  # a word inside a story finds its title
])
def test_search_finds(words, expected, open_page):
    page = open_page(kinds.longest("branch"))
    assert expected in search(page, words)
    assert page.faults == []


def test_arrows_and_enter_lead_to_a_result(open_page):
    page = open_page("index.html")
    search(page, "高远")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text().startswith("高远")
    assert page.faults == []


def test_a_query_loads_little(open_page):
    page = open_page("index.html")
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    search(page, "高远")
    sizes = [(kinds.SITE / url.removeprefix(kinds.SITE.as_uri() + "/")).stat().st_size for url in loaded]
    assert 0 < sum(sizes) < 300_000


def test_the_page_of_results_answers_its_address(open_page):
    page = open_page("search.html?q=高远")
    page.locator("[data-search-results] a").first.wait_for()
    assert "高远" in page.locator("[data-search-results]").inner_text()
    assert page.faults == []


def test_a_table_sorts_by_its_header_and_a_third_press_brings_its_order_back(open_page):
    page = open_page("2025/standings/index.html")
    rows = page.locator("table.board tbody th")
    before = rows.all_inner_texts()
    header = page.locator("table.board thead th", has_text="自选动作")
    header.locator("button").focus()
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") == "descending"
    figures = [float(text) for text in page.locator("table.board tbody .c-opt").all_inner_texts()]
    assert figures == sorted(figures, reverse=True)
    page.keyboard.press("Enter")
    figures = [float(text) for text in page.locator("table.board tbody .c-opt").all_inner_texts()]
    assert figures == sorted(figures)
    page.keyboard.press("Enter")
    assert rows.all_inner_texts() == before and header.get_attribute("aria-sort") is None


def test_the_chosen_colours_hold_on_the_next_page(open_page):
    page = open_page("index.html", over="http")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator("[data-set-theme=dark]").click()
    assert page.evaluate(paper) != light
    page.locator(".nav a").nth(2).click()
    page.wait_for_load_state()
    assert page.evaluate(paper) != light
    page.locator("[data-set-theme=auto]").click()
    assert page.evaluate(paper) == light
