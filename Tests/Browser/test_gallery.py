"""Pictures side by side, enlarged over the page; without scripts each leads to the picture alone."""

PAGE = "campaigns/rivers.html"


def test_a_picture_opens_over_the_page_and_leads_back(open_page):
    page = open_page(PAGE)
    links, box = page.locator(".gallery a"), page.locator("#lightbox")
    assert links.count() == 4 and not box.is_visible()
    links.nth(2).focus()
    page.keyboard.press("Enter")
    assert box.is_visible()
    shown = box.locator("img")
    assert shown.get_attribute("src") == links.nth(2).evaluate("link => link.href")
    assert shown.get_attribute("alt") == links.nth(2).locator("img").get_attribute("alt")
    assert box.locator("figcaption").inner_text() == page.locator(".gallery figcaption").nth(2).inner_text()
    assert box.locator("[data-count]").inner_text() == "3／4"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert box.locator("[data-count]").inner_text() == "1／4"
    box.get_by_label("上一张").click()
    assert box.locator("[data-count]").inner_text() == "4／4"
    page.wait_for_function("document.querySelector('#lightbox img').naturalWidth > 0")
    frame = shown.bounding_box()
    assert frame["x"] >= 0 and frame["x"] + frame["width"] <= 1280 and frame["y"] + frame["height"] <= 900
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert page.evaluate("document.activeElement.href") == links.nth(3).evaluate("link => link.href")
    assert page.faults == []


def test_beside_the_picture_a_click_closes(open_page):
    page = open_page(PAGE, width=390)
    page.locator(".gallery a").first.click()
    page.mouse.click(8, 8)
    assert not page.locator("#lightbox").is_visible()


def test_without_scripts_the_link_leads_to_the_picture(open_page):
    page = open_page(PAGE, scripts=False)
    assert not page.locator("#lightbox").is_visible()
    page.locator(".gallery a").first.click()
    page.wait_for_url("**/rain.svg")


def test_pictures_of_a_row_are_as_wide_as_each_other(open_page):
    for width in (390, 768, 1280):
        page = open_page(PAGE, width=width)
        widths = page.evaluate("[...document.querySelectorAll('.gallery img')].map(i => Math.round(i.getBoundingClientRect().width))")
        assert len(set(widths)) == 1 and widths[0] > 150
