"""Whether a print of the specimen breaks its lines where the specimen says. Usage: specimen_lines.py SPECIMEN PDF"""
import html, pathlib, re, subprocess, sys

specimen, printed = sys.argv[1:]
text = subprocess.run(["pdftotext", "-layout", printed, "-"], check=True, capture_output=True, text=True).stdout
lines = ["".join(line.split()) for line in text.splitlines()]
found = "|" + "|".join(line for line in lines if line) + "|"
wrong = []
for expected in re.findall(r'data-lines="([^"]*)"', pathlib.Path(specimen).read_text("utf-8")):
    wanted = "|" + "".join(html.unescape(expected).split()) + "|"
    # PDF calls a middle dot, a subscript and some Han by another sign of the same form.
    if wanted not in found and wanted.replace("₃", "3") not in found:
        wrong.append(wanted)
if wrong:
    sys.exit(f"the specimen's lines end elsewhere: {wrong}\n{found}")
