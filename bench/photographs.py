#!/usr/bin/env python3
"""A hundred photographs of 5 MB through a build: the first, the next, and `vips thumbnail` making the same files of them.

    python3 bench/photographs.py [--count 100] [--rounds 2]

Needs the release binary and libvips-tools. The photographs are cut out of one made-up picture, each from another corner.
"""
import argparse, os, shutil, statistics, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from bench import OURS, run

WIDTHS = [1920, 1440, 960, 480]


def photographs(folder, count):
    """Slopes of colour with grain, 4 000 × 3 000, of about 5 MB."""
    base = os.path.join(folder, "base.v")
    noise, ground = os.path.join(folder, "noise.v"), os.path.join(folder, "ground.v")
    vips = lambda *words: subprocess.run(["vips", *words], check=True)
    vips("gaussnoise", noise, "4400", "3300", "--mean", "0", "--sigma", "9", "--seed", "7")
    vips("perlin", ground, "4400", "3300", "--cell-size", "300", "--seed", "5")
    layers = []
    for number, slope in enumerate(["1.0", "0.8", "0.6"]):
        tone, sum_, layer = (os.path.join(folder, f"{name}{number}.v") for name in ("tone", "sum", "layer"))
        vips("linear", ground, tone, str(70 * float(slope)), "120")
        vips("add", tone, noise, sum_)
        vips("cast", sum_, layer, "uchar")
        layers.append(layer)
    vips("bandjoin", " ".join(layers), base)
    made = []
    for number in range(count):
        path = os.path.join(folder, f"{number:03}.jpg")
        vips("crop", base, f"{path}[Q=92]", str(number * 4), str(number * 3), "4000", "3000")
        made.append(path)
    for name in os.listdir(folder):
        if name.endswith(".v"): os.remove(os.path.join(folder, name))
    return made


def project(folder, pictures):
    subprocess.run([OURS, "new", "project", folder], check=True, stdout=subprocess.DEVNULL)
    campaign = os.path.join(folder, "content", "campaigns", "spring")
    story = os.path.join(campaign, "trees.md")
    with open(story, encoding="utf-8") as file: text = file.read()
    for path in pictures: shutil.copy(path, campaign)
    with open(story, "w", encoding="utf-8") as file:
        file.write(text + "\n\n" + "\n\n".join(f"![图]({os.path.basename(path)})" for path in pictures) + "\n")


def thumbnails(pictures, folder):
    """The same files by vips, two at a time."""
    def one(job):
        path, width = job
        out = os.path.join(folder, f"{width}-{os.path.basename(path)}[Q=82,interlace,strip]")
        subprocess.run(["vips", "thumbnail", path, out, str(width)], check=True, env={**os.environ, "VIPS_CONCURRENCY": "1"})
    with ThreadPoolExecutor(os.cpu_count()) as pool: list(pool.map(one, [(p, w) for p in pictures for w in WIDTHS]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        os.makedirs(os.path.join(work, "photographs"))
        pictures = photographs(os.path.join(work, "photographs"), options.count)
        size = sum(map(os.path.getsize, pictures))
        own = os.path.join(work, "project")
        project(own, pictures)
        figures = {}
        def note(name, command):
            figures.setdefault(name, []).append(run(command))
        for _ in range(options.rounds):
            shutil.rmtree(os.path.join(own, "public"), ignore_errors=True)
            shutil.rmtree(os.path.join(own, ".dualpoints"), ignore_errors=True)
            build = [OURS, "build", "--project", own, "--output", os.path.join(own, "public")]
            note("first build", build)
            note("vips thumbnail", [sys.executable, __file__, "--thumbnails", work])
            note("next build", build)
            shutil.rmtree(os.path.join(own, "public"))
            note("new folder, store at hand", build)
            note("check", [OURS, "check", "--project", own])
        site = sum(os.path.getsize(os.path.join(root, name)) for part in ("media", "sizes")
                   for root, _, names in os.walk(os.path.join(own, "public", part)) for name in names)
        print(f"{options.count} photographs, {size / 1e6:.0f} MB; published {site / 1e6:.0f} MB")
        for name, runs in figures.items():
            wall, processor, peak = (statistics.median(run[i] for run in runs) for i in range(3))
            print(f"{name:28} {wall:7.2f} s   processor {processor:7.2f} s   peak {peak:5.0f} MiB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--thumbnails"]:
        folder = os.path.join(sys.argv[2], "photographs")
        out = os.path.join(sys.argv[2], "thumbnails")
        shutil.rmtree(out, ignore_errors=True)
        os.makedirs(out)
        thumbnails(sorted(os.path.join(folder, name) for name in os.listdir(folder)), out)
    else:
        main()
