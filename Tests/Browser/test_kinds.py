import kinds


def test_every_template_has_a_page_under_test():
    # What `check --report` writes is a page of no site.
    templates = {path.stem for path in (kinds.PROJECT / "templates").glob("*.mustache")} - {"layout", "report"}
    assert templates == set(kinds.KINDS) | kinds.ELSEWHERE, "kinds.py and templates/ disagree"


def test_every_template_of_a_group_has_one():
    pieces = {"layout", "board", "companies", "row"}
    templates = {f"group/{path.stem}" for path in (kinds.PROJECT / "templates/group").glob("*.mustache")
                 if path.stem not in pieces}
    assert templates == set(kinds.GROUP)


def test_the_sample_has_a_page_of_every_kind():
    assert [kind for kind in kinds.KINDS if not kinds.pages(kind)] == []
