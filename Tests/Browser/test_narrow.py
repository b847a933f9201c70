"""However long the names, reasons and addresses are that people write, no page scrolls sideways and no column of text is
narrower than four Han."""
import narrow
import widths

# WCAG 1.4.10 asks for 320; telephones have 360; a tablet and a desk have tables side by side.
WIDTHS = [320, 360, 700, 800, 1280]


def test_every_page_has_room_for_long_texts(tmp_path, page):
    site = narrow.publish(tmp_path)
    faults = {}
    for file in sorted(site.rglob("*.html")):
        page.goto(file.as_uri())
        found = widths.faults(page, WIDTHS)
        if found:
            faults[str(file.relative_to(site))] = found
    assert faults == {}
