"""Tables that sort and filter, and are right without it."""

import pytest


def column(page, table, cell):
    return page.locator(f"{table} tbody tr:visible {cell}").all_inner_texts()


@pytest.fixture
def board(page, site):
    page.goto(site + "2025/standings/index.html")
    return page


def test_points_sort_down_first_then_up_then_as_they_were(board):
    before = column(board, ".board", ".c-name")
    button = board.locator(".board th", has_text="规定动作").locator("button")
    heading = board.locator(".board th", has_text="规定动作")
    button.click()
    points = [float(text) for text in column(board, ".board", ".c-base")]
    assert points == sorted(points, reverse=True) and heading.get_attribute("aria-sort") == "descending"
    button.press("Enter")
    points = [float(text) for text in column(board, ".board", ".c-base")]
    assert points == sorted(points) and heading.get_attribute("aria-sort") == "ascending"
    button.press("Enter")
    assert column(board, ".board", ".c-name") == before and heading.get_attribute("aria-sort") is None


def test_equal_points_keep_their_order(board):
    ranks = {name: rank for rank, name in enumerate(column(board, ".board", ".c-name"))}
    board.locator(".board th", has_text="规定动作").locator("button").click()
    rows = list(zip(column(board, ".board", ".c-base"), column(board, ".board", ".c-name")))
    assert len({points for points, _ in rows}) < len(rows), "the sample has no tie to show it by"
    for (a, first), (b, second) in zip(rows, rows[1:]):
        assert a != b or ranks[first] < ranks[second]


def test_names_sort_by_pinyin(board):
    board.locator(".board th", has_text="姓名").locator("button").click()
    keys = board.eval_on_selector_all(".board .c-name[data-value]", "cells => cells.map(cell => cell.dataset.value)")
    assert keys == sorted(keys) and len(keys) >= 20


def test_drawings_are_not_sorted(board):
    assert board.locator(".board th", has_text="逐月").locator("button").count() == 0


def test_headers_that_became_buttons_moved_nothing(browser, site):
    places = []
    for scripts in [False, True]:
        context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(site + "2025/branches/index.html")
        boxes = [page.locator(".company th").nth(i).bounding_box() for i in range(9)]
        places.append([(round(box["x"]), round(box["y"]), round(box["width"])) for box in boxes])
        context.close()
    assert places[0] == places[1]


def test_a_sorted_ledger_hides_what_only_the_order_of_days_makes_true(page, site):
    page.goto(site + "2025/members/zhou-jingyi.html")
    rows = page.locator(".ledger tbody tr:visible").count()
    assert page.locator(".when-sorted").is_hidden()
    page.locator(".ledger th", has_text="自选").locator("button").click()
    assert page.locator(".ledger tr.month:visible").count() == 0
    assert page.locator(".ledger tbody tr:not(.month) :nth-last-child(2)").first.evaluate("cell => getComputedStyle(cell).visibility") == "hidden"
    assert page.locator(".ledger tfoot td:nth-last-child(2)").evaluate("cell => getComputedStyle(cell).visibility") == "visible"
    assert page.locator(".when-sorted").is_visible()
    for _ in range(2):
        page.locator(".ledger th", has_text="自选").locator("button").click()
    assert page.locator(".ledger tbody tr:visible").count() == rows
    assert page.locator(".when-sorted").is_hidden()


def test_a_filter_counts_what_it_leaves_and_takes_headings_along(page, site):
    page.goto(site + "2025/members/zhou-jingyi.html")
    total = page.locator(".ledger tbody tr:not(.month)").count()
    page.fill(".tools input", "公益超出")
    page.wait_for_selector("[data-count]:visible")
    shown = page.locator(".ledger tbody tr:not(.month):visible")
    assert 0 < shown.count() < total
    assert all("公益超出" in text for text in shown.all_inner_texts())
    assert f"{shown.count()}条" in page.inner_text("[data-count]") and f"共{total}条" in page.inner_text("[data-count]")
    assert page.locator(".tools [role=status] [data-count]").count() == 1
    months = page.locator(".ledger tbody").count()
    assert page.locator(".ledger tr.month:visible").count() < months
    page.press(".tools input", "Escape")
    assert page.locator(".ledger tbody tr:not(.month):visible").count() == total


def test_activities_filter_over_all_months(page, site):
    page.goto(site + "2025/activities.html")
    months = page.locator(".acts tbody:visible").count()
    page.fill(".tools input", "水质")
    page.wait_for_selector("[data-count]:visible")
    assert 0 < page.locator(".acts tbody:visible").count() < months


def test_a_phone_sorts_by_a_list_of_choices(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(site + "2025/standings/index.html")
    page.select_option(".tools select", label="自选动作，降序")
    points = [float(text) for text in column(page, ".board", ".c-opt")]
    assert points == sorted(points, reverse=True)
    page.select_option(".tools select", index=0)
    ranks = [int(text) for text in column(page, ".board", ".c-rank")]
    assert ranks == sorted(ranks)
    context.close()


def test_without_scripts_there_is_no_bar(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "2025/members/zhou-jingyi.html")
    assert page.locator(".tools").is_hidden()
    context.close()


def test_paper_shows_the_sorted_and_filtered_rows_and_says_so(page, site):
    page.goto(site + "2025/members/zhou-jingyi.html")
    page.emulate_media(media="print")
    assert page.locator(".tools").is_hidden()
    page.emulate_media(media="screen")
    page.fill(".tools input", "主题党日")
    page.wait_for_selector("[data-count]:visible")
    page.emulate_media(media="print")
    assert page.locator("[data-count]").is_visible() and page.locator(".tools input").is_hidden()
