"""One browser and one server for all tests. A test asks for `open_page` and gets a page that remembers what went wrong."""
import contextlib, functools, http.server, threading, time

import playwright.sync_api
import pytest

import kinds

# Chromium from Debian; its sandbox can't start as root, where CI runs.
CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu"]}
BELOW = "/a/b/"  # a site may live anywhere under an address
SLOWLY = "/in/pieces/"  # the same site, each page as over a bad line: forty pieces, the next when the last is drawn
PATIENCE = 20  # seconds


class Drawing:
    """What the page that is open tells of its drawing, for whoever sends it."""

    def __init__(self):
        self.since, self.began = threading.Event(), False

    def told(self, *_):
        self.began = True
        self.since.set()

    def awaited(self):
        """Waits for a frame. A browser draws nothing of a page's head, and a busy machine draws late."""
        self.since.wait(PATIENCE if self.began else 0.1)
        self.since.clear()


drawing = Drawing()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        for below in (BELOW, SLOWLY):
            if path.startswith(below):
                return super().translate_path(path[len(below) - 1:])
        return "/nowhere"  # an address that leaves the site's folder is a mistake

    def copyfile(self, source, outputfile):
        if not (self.path.startswith(SLOWLY) and self.path.endswith(".html")):
            return super().copyfile(source, outputfile)
        page = source.read()
        size = max(1, len(page) // 40)
        for start in range(0, len(page), size):
            outputfile.write(page[start:start + size])
            drawing.awaited()

    def do_GET(self):
        if self.path == "/favicon.ico":  # what browsers ask every host for is no business of the site
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def server():
    """The address of the site, served below a path of its own."""
    handler = functools.partial(Quiet, directory=str(kinds.SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}{BELOW}"
        serving.shutdown()


def settled(page, asked):
    """Waits until the scripts of a loaded page have nothing left to do and all they asked for is answered."""
    page.evaluate("() => new Promise(done => requestIdleCallback(done))")
    end = time.monotonic() + PATIENCE
    while asked:
        assert time.monotonic() < end, f"no answer to {[request.url for request in asked]}"
        page.wait_for_timeout(20)


@pytest.fixture(scope="session")
def browser():
    with playwright.sync_api.sync_playwright() as engine:
        launched = engine.chromium.launch(**CHROMIUM)
        yield launched
        launched.close()


@pytest.fixture(params=["file", "http"])
def site(request, server):
    """The address of the site, ending in a slash: once its folder, once a path of a server."""
    return server if request.param == "http" else kinds.SITE.as_uri() + "/"


@pytest.fixture
def page(browser):
    """An empty page at a desk's width."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def open_page(browser, server):
    """open_page(address, over="file" | "http" | "pieces", width=…, scheme="light" | "dark", scripts=True): a loaded page
    whose `.faults` lists console errors, uncaught exceptions, failed requests and answers of 400 and above; `.settle()`
    waits until its scripts are done. In pieces, the page says by `drew()` that it has been drawn."""
    places = {"file": kinds.SITE.as_uri() + "/", "http": server, "pieces": server.replace(BELOW, SLOWLY)}
    with contextlib.ExitStack() as stack:

        def opened(address, over="file", width=1280, height=900, scheme="light", scripts=True, before=None):
            context = stack.enter_context(browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts))
            if over == "pieces":
                drawing.__init__()
                context.expose_binding("drew", drawing.told)
            if before:
                context.add_init_script(before)
            page = context.new_page()
            page.faults = []
            asked = set()
            page.settle = lambda: settled(page, asked)
            page.on("request", lambda r: asked.add(r))
            page.on("requestfinished", lambda r: asked.discard(r))
            page.on("requestfailed", lambda r: asked.discard(r))
            page.on("console", lambda m: m.type in ("error", "warning") and page.faults.append(f"console: {m.text}"))
            page.on("pageerror", lambda error: page.faults.append(f"exception: {error}"))
            page.on("requestfailed", lambda r: page.faults.append(f"request failed: {r.url} {r.failure}"))
            page.on("response", lambda r: r.status >= 400 and page.faults.append(f"answer {r.status}: {r.url}"))
            page.goto(places[over] + address, wait_until="load")
            return page

        yield opened
