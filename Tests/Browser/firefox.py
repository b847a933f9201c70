"""Firefox ESR, as offices have it, driven over Marionette, the protocol it speaks by itself: no driver, no package."""
import contextlib, json, pathlib, socket, subprocess, tempfile, time

PATIENCE = 60  # seconds


class Firefox:
    """One window, with those of Playwright's calls that the tests of both engines share. Commands are awaited in turn; a
    mistake of a script is raised with Firefox's own words."""

    def __init__(self, port):
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.line = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
        self.input, self.number = self.line.makefile("rb"), 0
        self._answer()  # whom one speaks to
        self.ask("WebDriver:NewSession")

    def ask(self, command, **parameters):
        self.number += 1
        text = json.dumps([0, self.number, command, parameters])
        self.line.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, result = self._answer()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result

    def _answer(self):
        length = b""
        while (byte := self.input.read(1)) != b":":
            if not byte:
                raise RuntimeError("Firefox has ended")
            length += byte
        return json.loads(self.input.read(int(length)))

    def goto(self, address):
        self.ask("WebDriver:Navigate", url=address)

    def set_viewport_size(self, size):
        """Makes what is seen of a page as wide as this; a window itself is never narrower than 450 px."""
        width = size["width"]
        self.ask("Marionette:SetContext", value="chrome")
        script = "const b = window.gBrowser.selectedBrowser.style; b.minWidth = b.maxWidth = arguments[0] + 'px'"
        self.ask("WebDriver:ExecuteScript", script=script, args=[width])
        self.ask("Marionette:SetContext", value="content")
        deadline = time.monotonic() + PATIENCE
        while self.evaluate("innerWidth") != width:
            if time.monotonic() > deadline:
                raise RuntimeError(f"a page of {width} px stays {self.evaluate('innerWidth')} px wide")
            time.sleep(0.05)

    def evaluate(self, expression):
        """What an expression is worth; of a function, what it returns."""
        script = f"const it = ({expression}); return typeof it == 'function' ? it() : it"
        return self.ask("WebDriver:ExecuteScript", script=script, args=[])["value"]


@contextlib.contextmanager
def running():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as profile:
        preferences = {"marionette.port": port, "ui.useOverlayScrollbars": 1}  # bars that take no width
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        pathlib.Path(profile, "user.js").write_text("\n".join(lines))
        command = ["firefox-esr", "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield Firefox(port)
        finally:
            process.terminate()
            process.wait()
