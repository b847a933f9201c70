"""One browser and one server for all tests. A test asks for `open_page` and gets a page that remembers what went wrong."""
import contextlib, functools, http.server, threading

import playwright.sync_api
import pytest

import kinds

# Chromium from Debian; its sandbox can't start as root, where CI runs.
CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu"]}
BELOW = "/a/b/"  # a site may live anywhere under an address


class Quiet(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        if not path.startswith(BELOW):
            return "/nowhere"  # an address that leaves the site's folder is a mistake
        return super().translate_path(path[len(BELOW) - 1:])

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
    """open_page(address, over="file" | "http", width=…, scheme="light" | "dark", scripts=True): a loaded page whose
    `.faults` lists console errors, uncaught exceptions, failed requests and answers of 400 and above."""
    with contextlib.ExitStack() as stack:

        def opened(address, over="file", width=1280, height=900, scheme="light", scripts=True, before=None):
            context = stack.enter_context(browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts))
            if before:
                context.add_init_script(before)
            page = context.new_page()
            page.faults = []
            page.on("console", lambda m: m.type in ("error", "warning") and page.faults.append(f"console: {m.text}"))
            page.on("pageerror", lambda error: page.faults.append(f"exception: {error}"))
            page.on("requestfailed", lambda r: page.faults.append(f"request failed: {r.url} {r.failure}"))
            page.on("response", lambda r: r.status >= 400 and page.faults.append(f"answer {r.status}: {r.url}"))
            page.goto(f"{server if over == 'http' else kinds.SITE.as_uri() + '/'}{address}", wait_until="load")
            return page

        yield opened
