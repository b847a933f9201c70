"""The year's strip of months: it leads to a month, marks the one in view, and on a telephone opens what is folded."""


def test_the_strip_leads_to_a_month_and_marks_it(open_page):
    page = open_page("2025/members/zhou-jingyi.html")
    month = page.locator(".y12 a").nth(4)
    month.click()
    page.wait_for_function("document.querySelectorAll('.y12 a')[4].getAttribute('aria-current') === 'true'")
    rows = page.locator(month.get_attribute("href") + " tr:not(.month)")
    assert rows.first.bounding_box()["y"] > page.locator(".y12").bounding_box()["height"]
    assert page.locator(".y12 [aria-current]").count() == 1


def test_a_kind_alone_leaves_its_entries(open_page):
    page = open_page("2025/members/zhou-jingyi.html", scripts=False)
    entries = page.locator(".ledger tbody tr:not(.month):visible")
    all_of_them = entries.count()
    page.locator("#k-opt").check()
    optional = entries.count()
    page.locator("#k-base").check()
    assert 0 < optional < all_of_them and optional + entries.count() == all_of_them
    assert all(text.strip() for text in page.locator(".ledger tbody tr:not(.month):visible > :nth-last-child(5)").all_inner_texts())


def test_months_fold_on_a_telephone_without_scripts(open_page):
    page = open_page("2025/members/zhou-jingyi.html", width=390, scripts=False)
    months = page.locator(".ledger tbody")
    entries = lambda month: month.locator("tr:not(.month):visible").count()
    assert entries(months.first) == 0 and entries(months.last) > 0
    months.first.locator("label").click()
    assert entries(months.first) > 0
    page.locator(".y12 a").nth(1).click()
    assert entries(months.nth(1)) > 0 and entries(months.nth(2)) == 0
