"""Whether accounts on paper are signed where they stand: three entries on every sheet, the total and the signatures on one
of those, the three places to sign alike. Usage: signed_sheets.py PDF"""
import re, subprocess, sys

printed = sys.argv[1]


def told(*options: str) -> list[str]:
    run = subprocess.run(["pdftotext", *options, printed, "-"], check=True, capture_output=True, text=True)
    return run.stdout.split("\f")[:-1]


wrong = []
signed = 0
for number, page in enumerate(told("-layout"), 1):
    entries = re.findall(r"^ *\d\d-\d\d ", page, re.MULTILINE)
    if len(entries) < 3:
        wrong.append(f"sheet {number} has {len(entries)} entries")
    is_signed, is_summed = "本人核对" in page, "全年合计" in page
    signed += is_signed
    if is_signed != is_summed:
        wrong.append(f"sheet {number} has {'the signatures' if is_signed else 'the total'} alone")
if signed == 0:
    wrong.append("nobody signs")

# Where on a line the three labels begin: as far apart as each other, since a label and its line are as wide as the next.
document = subprocess.run(["pdftotext", "-bbox", printed, "-"], check=True, capture_output=True, text=True).stdout
words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', document)
for at, (x, y, word) in enumerate(words):
    if word != "本人核对":
        continue
    labels = ["本人核对", "支部书记", "日期"]
    # The foot of the sheet may come between.
    row = [float(left) for left, top, label in words[at:at + 9] if label in labels and abs(float(top) - float(y)) < 2]
    if len(row) != 3 or abs((row[2] - row[1]) - (row[1] - row[0])) > 1:
        wrong.append(f"places to sign at {row}")
        break
if wrong:
    sys.exit(f"{printed}: {'; '.join(wrong)}")
