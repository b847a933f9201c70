"""At every width a window may have, no page scrolls sideways and no text stands in a column narrower than four Han."""
import pytest

import kinds
import widths


@pytest.mark.parametrize("kind, address", kinds.LONGEST)
def test_every_width_has_room_for_the_text(kind, address, open_page):
    page = open_page(address)
    assert widths.faults(page, widths.ALL) == {}
