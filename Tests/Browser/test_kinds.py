import kinds


def test_every_template_has_a_page_under_test():
    # What `check --report` writes is a page of no site.
    templates = {path.stem for path in (kinds.PROJECT / "templates").glob("*.mustache")} - {"layout", "report"}
    assert templates == set(kinds.KINDS) | kinds.ELSEWHERE, "kinds.py and templates/ disagree"


def test_the_sample_has_a_page_of_every_kind():
    assert [kind for kind in kinds.KINDS if not kinds.pages(kind)] == []
