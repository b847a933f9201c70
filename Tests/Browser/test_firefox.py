"""The other engine that offices have: the specimen of typesetting comes out the same, and no page is too wide or too narrow."""
import pytest

import firefox
import kinds
import test_typesetting
import widths


@pytest.fixture(scope="module")
def page():
    with firefox.running() as browser:
        yield browser


@pytest.mark.parametrize("style", ["", test_typesetting.OLD], ids=["by itself", "by the stylesheet"])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_sets_every_case_as_expected(width, style, page):
    """Firefox makes gaps by itself and trims no marks: there the stylesheet does."""
    page.set_viewport_size({"width": width})
    page.goto(test_typesetting.SPECIMEN)
    page.evaluate(test_typesetting.STYLED % style)
    assert not test_typesetting.wrong(page, width)


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
def test_a_telephone_a_tablet_and_a_desk_have_room_for_the_text(kind, address, page):
    page.goto((kinds.SITE / address).as_uri())
    assert widths.faults(page, [320, 390, 768, 1280]) == {}
