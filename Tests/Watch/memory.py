"""Watches a small project through many rebuilds and says how much memory that took: as much after the last as after the
fiftieth, or this fails. Each rebuild waits until a save counts as whole, so a thousand of them take a quarter of an hour.

Usage: memory.py BINARY [REBUILDS]
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

BINARY = pathlib.Path(sys.argv[1]).resolve()
REBUILDS = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
WARM = 50
# What the allocator keeps back differs a little from one time to the next.
SLACK = 8 << 10


def resident(process):
    """In KiB."""
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    sys.exit("memory: watch has ended")


def main():
    with tempfile.TemporaryDirectory() as folder:
        share, journal = pathlib.Path(folder) / "share", pathlib.Path(folder) / "journal"
        subprocess.run([BINARY, "new", "project", share], check=True, stdout=subprocess.DEVNULL)
        stories = [path for path in sorted(share.glob("content/campaigns/*/*.md")) if path.name != "index.md"]
        # After two of three saves the other pages are taken over, after the third all are made.
        saved = [(path, path.read_text()) for path in (stories[0], stories[-1], share / "content/about.md")]
        with open(journal, "w") as lines:
            watch = subprocess.Popen(
                [BINARY, "watch", "--project", share, "--output", share.parent / "public", "--report",
                 share / "检查结果.html"], stderr=lines, env={**os.environ, "LC_ALL": "C.UTF-8"})
        found = {}
        try:
            for number in range(1, REBUILDS + 1):
                end = time.monotonic() + 120
                while journal.read_text().count("\n") < number:
                    if watch.poll() is not None or time.monotonic() > end:
                        sys.exit(f"memory: no rebuild {number}\n" + journal.read_text()[-2000:])
                    time.sleep(0.02)
                if number in (WARM, REBUILDS // 2, REBUILDS):
                    found[number] = resident(watch)
                    print(f"after {number} rebuilds: {found[number] / 1024:.1f} MiB", flush=True)
                path, text = saved[number % len(saved)]
                path.write_text(f"{text}\n第{number}次。\n")
        finally:
            watch.terminate()
            watch.wait(60)
        if WARM in found and found[REBUILDS] > found[WARM] * 1.1 + SLACK:
            sys.exit("memory: it grows with the rebuilds")


main()
