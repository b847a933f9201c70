"""Pictures of a page of every kind, or of the kinds named, into .build/screenshots/; see scripts/screenshots."""
import sys

import playwright.sync_api

import conftest, kinds

HERE = kinds.PROJECT / ".build/screenshots"
# Kind, width, scheme, height → the picture's name in the README; a height instead of the whole page.
README = {
    ("home", 1280, "light", 900): "home",
    ("member", 1280, "light", 1100): "member",
    ("brand", 1280, "light", 820): "brand",
    ("standings", 1280, "dark", 900): "standings-dark",
    ("branch", 390, "light", 900): "branch-phone",
}


def take(browser, kind, width, scheme, height, path):
    context = browser.new_context(viewport={"width": width, "height": height or 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{kinds.SITE.as_uri()}/{kinds.longest(kind)}", wait_until="load")
    if not height:
        page.evaluate("for (const image of document.images) image.loading = 'eager'")
        page.wait_for_load_state("networkidle")
        height = min(page.evaluate("document.documentElement.scrollHeight"), 8000)
        page.set_viewport_size({"width": width, "height": height})
    page.screenshot(path=path)
    context.close()


def main(wanted):
    HERE.mkdir(parents=True, exist_ok=True)
    with playwright.sync_api.sync_playwright() as engine:
        browser = engine.chromium.launch(**conftest.CHROMIUM)
        for kind in wanted or kinds.KINDS:
            for width in (390, 1280):
                for scheme in ("light", "dark"):
                    take(browser, kind, width, scheme, None, HERE / f"{kind}-{width}-{scheme}.png")
        for (kind, width, scheme, height), name in ([] if wanted else README.items()):
            picture = kinds.PROJECT / f"docs/images/{name}.png"
            take(browser, kind, width, scheme, height, picture)
            print(f"{picture.relative_to(kinds.PROJECT)}: {picture.stat().st_size // 1000} kB")
        browser.close()
    print(f"{HERE.relative_to(kinds.PROJECT)}: {len(list(HERE.glob('*.png')))} pictures")


main(sys.argv[1:])
