"""Which page of the published sample shows which template. A template without a line here fails `test_kinds.py`, so a
new kind of page can't stay untested."""
import functools, os, pathlib

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SITE = pathlib.Path(os.environ.get("SITE", PROJECT / ".build/site")).resolve()

# Template → address below the site; a pattern names all pages of that kind.
KINDS = {
    "about": "about.html",
    "activities": "*/activities.html",
    "archives": "archives.html",
    "branch": "[0-9]*/branches/b*.html",
    "branch-years": "branches/*.html",
    "branches": "*/branches/index.html",
    "brand": "*/brand.html",
    "campaign": "campaigns/*.html",
    "home": "index.html",
    "honors": "*/honors.html",
    "ledger-report": "reports/[!ic]*.html",
    "ledger-reports": "reports/index.html",
    "member": "[0-9]*/members/*.html",
    "member-years": "members/*.html",
    "notice": "*/notice.html",
    "page": "办事指南/*.html",
    "projects": "*/projects.html",
    "rulebook": "*/rulebook.html",
    "search": "search.html",
    "standings": "*/standings/*.html",
    "stories": "stories/index.html",
    "story": "stories/[!i]*.html",
    "tag": "tags/*.html",
    "tags": "tags.html",
    "welfare": "[0-9]*/welfare.html",
    "work": "works/*.html",
    "years": "years.html",
}
# Of what the sample doesn't use, whose tests publish a project of their own: test_units.py.
ELSEWHERE = {"unit"}

# The same of a group's site, which `scripts/group-tests` publishes: its own pages. Those of its companies are as all others.
GROUP = {
    "group/home": "index.html",
    "group/year": "[0-9]*/index.html",
    "group/measure": "[0-9]*/[!i]*.html",
}
if os.environ.get("KINDS") == "group":
    KINDS = GROUP


@functools.cache
def pages(kind):
    """The longest page of a kind and, where there are several, the shortest: what is full and what is nearly empty."""
    found = sorted(SITE.glob(KINDS[kind]), key=lambda path: (path.stat().st_size, path.name))
    return [str(path.relative_to(SITE)) for path in dict.fromkeys(found[-1:] + found[:1])]


def longest(kind):
    return pages(kind)[0]


ALL = [(kind, page) for kind in KINDS for page in pages(kind)]
LONGEST = [(kind, longest(kind)) for kind in KINDS if pages(kind)]
