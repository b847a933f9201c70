"""What a reader finds, and how, in the sample: from a folder and from a server, below a path."""

import re

import pytest

FIELD = "form.search input"


def ask(page, text):
    """Types a query and waits for its answer; an earlier one is cleared away first."""
    page.fill(FIELD, "")
    page.wait_for_selector(".found", state="hidden")
    page.fill(FIELD, text)
    page.wait_for_selector(".found", state="visible")


def options(page):
    return page.locator(".found [role=option]")


def titles(page, kind):
    return page.locator(f".found [role=group][aria-labelledby=found-{kind}] .found-title").all_inner_texts()


@pytest.fixture
def home(page, site):
    page.goto(site + "index.html")
    return page


@pytest.mark.parametrize("typed", ["周静怡", "静怡", "zjy", "zhou jingyi", "zhoujingyi", "ZhouJing", "ｚｈｏｕｊｉｎｇｙｉ", "jing yi", "jingyi zhou"])
def test_a_name_is_found_however_it_is_typed(home, typed):
    ask(home, typed)
    assert "周静怡" in titles(home, "member")


def test_a_name_of_two_characters_comes_first(home):
    ask(home, "丁宁")
    assert titles(home, "member")[0] == "丁宁"
    assert home.locator(".found .found-title").first.inner_text() == "丁宁"


def test_who_is_called_so_comes_before_who_has_it_inside(home):
    ask(home, "zhou")
    assert all(name.startswith("周") for name in titles(home, "member"))


def test_a_word_inside_a_story_is_found_and_marked(home):
    ask(home, "谁也说不清水质")
    assert titles(home, "work") == ["河道水质义务监测"]
    assert home.locator(".found .found-text mark").first.inner_text() == "谁也说不清水质"


def test_every_kind_is_found_by_its_title(home):
    for text, kind in [("环境监测支部", "branch"), ("河道水质", "activity"), ("主题党日", "rule"), ("走到河边", "campaign"), ("断面", "story")]:
        ask(home, text)
        assert any(text in title for title in titles(home, kind)), (text, kind)


def test_several_words_must_all_be_there(home):
    ask(home, "丁宁 水质")
    assert titles(home, "story") and not titles(home, "activity")
    ask(home, "丁宁 断电 水质")
    assert titles(home, "story") == ["站房数据有效率：从88.4%到95.1%"]


def test_figures_and_latin_words_are_found_whatever_their_width(home):
    ask(home, "８８．４％")
    assert "站房数据有效率：从88.4%到95.1%" in titles(home, "story")


def test_nothing_found_is_said_in_words(home):
    ask(home, "饕餮貔貅")
    assert "没有找到" in home.inner_text(".found") and "拼音" in home.inner_text(".found")
    assert options(home).count() == 0


def test_keys_alone_lead_to_a_result(home):
    home.keyboard.press("/")
    assert home.evaluate("document.activeElement.name") == "q"
    home.keyboard.type("zjy")
    home.wait_for_selector(".found [role=option]")
    home.keyboard.press("ArrowDown")
    field = home.locator(FIELD)
    assert field.get_attribute("aria-activedescendant") == "found-0"
    home.keyboard.press("ArrowUp")
    last = options(home).count() - 1
    assert field.get_attribute("aria-activedescendant") == f"found-{last}"
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Enter")
    home.wait_for_url(re.compile("zhou-jingyi.html"))
    assert home.inner_text("h1").startswith("周静怡")


def test_escape_closes_and_the_arrow_opens_again(home):
    ask(home, "丁宁")
    home.keyboard.press("Escape")
    assert home.locator(".found").is_hidden()
    assert home.locator(FIELD).get_attribute("aria-expanded") == "false"
    home.keyboard.press("ArrowDown")
    assert home.locator(".found").is_visible()


def test_a_slash_in_a_field_is_a_slash(home):
    home.focus(FIELD)
    home.keyboard.type("a/b")
    assert home.input_value(FIELD) == "a/b"


def test_it_works_from_a_page_two_folders_deep(page, site):
    page.goto(site + "2025/members/zhou-jingyi.html")
    ask(page, "断面")
    page.locator(".found [role=option]").first.click()
    page.wait_for_url(re.compile("/stories/"))
    assert "断面" in page.inner_text("h1")


def test_the_page_of_results_shows_what_the_address_asks_for(home, site):
    ask(home, "水质")
    options(home).last.click()
    home.wait_for_url(re.compile(r"search\.html\?q="))
    home.wait_for_selector("[data-search-results] section")
    assert home.input_value(FIELD) == "水质"
    assert "条" in home.inner_text("[data-search-status]")
    first = home.locator("[data-search-results] a").first
    home.focus(FIELD)
    home.keyboard.press("ArrowDown")
    assert first.evaluate("link => link === document.activeElement")
    results = home.locator("[data-search-results] li")
    before = results.count()
    home.locator("[data-search-results] button:visible").first.click()
    results.nth(before).wait_for()
    assert home.evaluate("document.activeElement.tagName") == "A", "the reader is left where the new results begin"


def test_a_hostile_query_is_only_text(page, site):
    page.goto(site + "search.html?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.wait_for_selector("[data-search-status]:not(:empty)", state="attached")
    assert page.locator("main img").count() == 0


def test_without_scripts_the_page_leads_to_the_lists(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "index.html")
    page.fill(FIELD, "水质")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q="))
    assert "没有打开" in page.inner_text("noscript")
    assert page.locator(".theme").is_hidden()
    context.close()


def test_on_a_phone_the_list_takes_the_width(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(site + "index.html")
    ask(page, "水质")
    box = page.locator(".found").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["width"] >= 340
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
