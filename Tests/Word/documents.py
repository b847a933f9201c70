"""Texts as an office writes them, made by python-docx and by LibreOffice; and some that nobody should send."""
import pathlib
import struct
import subprocess
import zipfile
import zlib

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def png(path, width=60, height=40):
    """A plain picture in PNG."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\xb0\x40\x30" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return str(path)


def bold(paragraph, text):
    paragraph.add_run(text).bold = True
    return paragraph


def tracked(paragraph, kind, text):
    """A tracked insertion (`w:ins`) or deletion (`w:del`)."""
    change = OxmlElement(kind)
    change.set(qn("w:id"), "9")
    change.set(qn("w:author"), "办公室")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if kind == "w:del" else "w:t")
    words.text = text
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def by_python_docx(folder, name="报道.docx"):
    document = docx.Document()
    bold(document.add_paragraph(), "种下一百二十棵树")
    document.add_paragraph("——厂区北坡植树记")
    document.add_paragraph('　　3月14日上午，研发支部的方小禾、陈立群和康　宁来到厂区北坡，种下"先锋林"第一批树苗。').add_run("\n　　风很大，坑要挖到半米深。")
    bold(document.add_paragraph(), "一、为什么种")
    document.add_paragraph("坡上的土一下雨就往路上流，")
    document.paragraphs[-1].add_run("\n去年夏天清了三次。")
    bold(document.add_paragraph(), "（一）先看土")
    document.add_paragraph("星号*、下划线_、尖括号<b>和方括号[1]都照写。1. 这里不是列表。")
    for text in ("带一双手套", "带一瓶水"):
        document.add_paragraph(text, style="List Bullet")
    for text in ("量坑", "放苗", "浇水"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(3, 3)
    for row, cells in enumerate([("树种", "棵数", "谁种"), ("香樟", "80", "研发|生产"), ("桂花", "40", "销售")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_picture(png(folder / "image1.png"))
    document.add_paragraph("▲图1 挖坑")
    document.add_picture(png(folder / "image2.png", 50))
    document.add_paragraph("图2　浇水（摄影：宣传委员）")
    changed = document.add_paragraph("大家说")
    tracked(changed, "w:ins", "明年还来")
    tracked(changed, "w:del", "再也不来")
    changed.add_run("。").italic = True
    document.save(folder / name)
    return folder / name


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"
 style:font-weight-asian="bold"/></style:style></office:automatic-styles>
<office:body><office:text>
<text:p text:style-name="Title">三条河边的采样点</text:p>
<text:p>2026年4月11日，生产支部在<text:span text:style-name="B">“三河六岸”</text:span>沿线采样，二十六人<text:note text:id="f1"
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>含列席二人。</text:p></text:note-body></text:note>参加。</text:p>
<text:h text:outline-level="1">怎么采</text:h>
<text:list><text:list-item><text:p>先洗瓶</text:p></text:list-item><text:list-item><text:p>再取水</text:p></text:list-item></text:list>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>河</text:p></table:table-cell><table:table-cell><text:p>点数</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>余杭塘河</text:p></table:table-cell><table:table-cell><text:p>8</text:p></table:table-cell></table:table-row>
</table:table>
<text:p>平均值是1.5，见<text:a xlink:type="simple" xlink:href="https://example.org/a?b=1&amp;c=2">公报</text:a>。</text:p>
<text:h text:outline-level="1">结果</text:h>
<text:p>都合格。</text:p>
</office:text></office:body></office:document>
"""


def by_libreoffice(folder):
    (folder / "三条河.fodt").write_text(FODT, encoding="utf-8")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx", "--outdir",
         str(folder), str(folder / "三条河.fodt")], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    return folder / "三条河.docx"


def rewritten(source, target, change):
    """A copy of a document, each of its parts changed; `change` gives name and bytes, or nothing to leave it out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            changed = change(entry, old.read(entry))
            if changed:
                new.writestr(*changed)
    return target


def bomb(source, target):
    """A text whose one paragraph unpacks to more than is read."""
    def change(name, data):
        if name != "word/document.xml":
            return name, data
        return name, data.replace(b"<w:body>", b"<w:body><w:p><w:r><w:t>" + b"A" * (300 << 20) + b"</w:t></w:r></w:p>", 1)
    return rewritten(source, target, change)


def escaping(source, target):
    """Pictures whose names lead out of any folder."""
    def change(name, data):
        if name.startswith("word/media/image1"):
            return "word/media/../../../../../../tmp/escaped.png", data
        if name == "word/_rels/document.xml.rels":
            return name, data.replace(b"media/image1.png", b"media/../../../../../../tmp/escaped.png")
        return name, data
    return rewritten(source, target, change)


def long(folder, count=100_000):
    document = docx.Document()
    document.add_paragraph("很长的一篇")
    document.add_paragraph("占位")
    document.save(folder / "short.docx")

    def change(name, data):
        paragraph = "<w:p><w:r><w:t>水清。</w:t></w:r></w:p>".encode() * count
        return (name, data.replace(b"<w:sectPr", paragraph + b"<w:sectPr", 1)) if name == "word/document.xml" else (name, data)
    return rewritten(folder / "short.docx", folder / "long.docx", change)
