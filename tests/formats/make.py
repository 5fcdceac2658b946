#!/usr/bin/env python3
"""make.py - makes the fixtures of this folder anew (not part of the tests).

    python3 make.py        needs LibreOffice (soffice)

One made-up report is written as files/report.docx, with automatic numbers,
heading styles, a table, a page header and page numbers; LibreOffice saves it
in the other formats. files/tracked.docx has tracked changes, a text box and a
table of contents. Run it only to change the report: the results are checked in,
so that the tests need no LibreOffice.
"""
import os, subprocess, zipfile

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' \
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

# level: 0 body, 1 and 2 headings with automatic numbers, 't' title; a list is a row of a table
REPORT = [
    ("t", "2023年度述职述廉报告"),
    (0, "各位代表、同志们："),
    (0, "2023年，在县委的坚强领导下，本人作为分管农业农村和水利工作的副县长，认真履行岗位职责，较好地完成了各项任务。"
        "现将一年来的履职情况报告如下，请予审议。"),
    (1, "加强学习，提高政治能力"),
    (0, "全年参加县政府党组理论学习中心组学习18次，撰写心得体会6篇，到联系点青禾镇宣讲4场。"
        "坚持把所学用于所做，围绕“千万工程”经验到12个行政村蹲点调研，形成调研报告3篇，其中《关于小型水库管护机制的思考》"
        "被市政府办公室转发。"),
    (1, "履职尽责，抓好分管工作"),
    (0, "始终把粮食安全放在首位，把群众满意作为标准，推动分管领域工作取得新进展。"),
    (2, "守牢粮食安全底线。"),
    (0, "全年粮食播种面积46.2万亩，总产量21.35万吨，同比增长1.8%。新建高标准农田2.4万亩，完成撂荒地复垦3860亩，"
        "发放耕地地力保护补贴4127.6万元，惠及农户5.3万户。"),
    (2, "补齐水利设施短板。"),
    (0, "完成青禾、石桥2座小（一）型水库除险加固，整治渠道86公里，新增和恢复灌溉面积1.1万亩。"
        "农村自来水普及率达到94.5%，比上年提高2.3个百分点。汛期组织转移群众1260人次，没有发生人员伤亡。"),
    (2, "推进乡村建设行动。"),
    (0, "改造农村户用卫生厕所2150座，建成农村生活污水处理设施9处，硬化通组公路73.6公里。主要指标完成情况见下表："),
    ["指标", "目标", "完成"],
    ["粮食总产量（万吨）", "21.00", "21.35"],
    ["高标准农田（万亩）", "2.40", "2.40"],
    ["自来水普及率（%）", "94.0", "94.5"],
    (1, "廉洁自律，落实主体责任"),
    (0, "严格遵守中央八项规定及其实施细则精神，与分管部门签订党风廉政建设责任书7份，开展廉政谈话23人次，"
        "对农业项目资金开展专项检查2轮，督促整改问题11个。本人没有违规经商办企业，没有收受礼品礼金。"),
    (1, "存在问题和下一步打算"),
    (0, "一年来虽然做了一些工作，但仍有不足：一是理论学习不够系统，运用理论解决复杂问题的能力还需提高；"
        "二是到边远村组调研偏少，掌握一手情况不够；三是水利项目前期工作抓得不够紧，有2个项目开工推迟。"),
    (0, "2024年，将重点做好三项工作：力争粮食总产量稳定在21万吨以上；年底前完成石桥水库灌区续建配套；"
        "到2025年农村自来水普及率达到97%左右。"),
    (0, "以上报告，请予评议。"),
]


def run(text, bold=False):
    return f'<w:r><w:rPr>{"<w:b/>" if bold else ""}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text, style=None, extra="", bold=False):
    properties = (f'<w:pStyle w:val="{style}"/>' if style else '<w:ind w:firstLineChars="200" w:firstLine="640"/>') + extra
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, bold)}</w:p>"


def table(rows):
    cells = "".join("<w:tr>" + "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{2000 if i else 4400}" w:type="dxa"/></w:tcPr><w:p>{run(c)}</w:p></w:tc>' for i, c in enumerate(row)) + "</w:tr>"
        for row in rows)
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return f'<w:tbl><w:tblPr><w:tblW w:w="8400" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>' \
           f'<w:tblGrid>' \
           f'<w:gridCol w:w="4400"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>{cells}</w:tbl>'


STYLES = f'''<?xml version="1.0" encoding="UTF-8"?><w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC"/><w:sz w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/><w:basedOn w:val="a"/></w:style>
</w:styles>'''

NUMBERING = f'''<?xml version="1.0" encoding="UTF-8"?><w:numbering {W}>
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="1"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="2"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'''

HEADER = f'<?xml version="1.0" encoding="UTF-8"?><w:hdr {W}><w:p>{run("青禾县人民政府")}</w:p></w:hdr>'
FOOTER = f'<?xml version="1.0" encoding="UTF-8"?><w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run("- ")}' \
         f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' \
         f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{run(" -")}</w:p></w:ftr>'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def package(path, body):
    types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{TYPE}{kind}+xml"/>' for part, kind in (
        ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("header1", "header"), ("footer1", "footer")))
    rels = "".join(f'<Relationship Id="r{i}" Type="{REL}{kind}" Target="{target}.xml"/>' for i, (kind, target) in enumerate((
        ("styles", "styles"), ("numbering", "numbering"), ("header", "header1"), ("footer", "footer1"))))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r2"/><w:footerReference w:type="default" r:id="r3"/>' \
              '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/></w:sectPr>'
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{REL}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>',
        "word/document.xml": f"{head}<w:document {W}><w:body>{body}{section}</w:body></w:document>",
        "word/styles.xml": STYLES, "word/numbering.xml": NUMBERING, "word/header1.xml": HEADER, "word/footer1.xml": FOOTER,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def report_body():
    body, rows = "", []
    for item in REPORT + [None]:
        if isinstance(item, list):
            rows.append(item)
            continue
        if rows:
            body, rows = body + table(rows), []
        if item:
            style = {"t": "a3", 1: "1", 2: "2"}.get(item[0])
            body += paragraph(item[1], style)
    return body


def tracked_body():
    change = 'w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z"'
    return paragraph("2023年个人述职报告", "a3") + paragraph("加强学习\t1", "10") + paragraph("加强学习", "1") + \
        f'<w:p>{run("全年参加学习")}<w:del {change}><w:r><w:delText>10</w:delText></w:r></w:del>' \
        f'<w:ins {change}>{run("12")}</w:ins>{run("次。")}</w:p>' + \
        f'<w:p><w:pPr><w:rPr><w:del {change}/></w:rPr></w:pPr>{run("这一段与")}</w:p><w:p>{run("下一段合并。")}</w:p>' + \
        f'<w:p>{run("文本框之前。")}<w:r><w:pict><w:txbxContent><w:p>{run("文本框内容。")}</w:p></w:txbxContent></w:pict></w:r></w:p>' + \
        f'<w:p>{run("第一行")}<w:r><w:br/></w:r>{run("第二行")}</w:p>' + \
        paragraph("工作落实", "1") + paragraph("抓项目。", "2") + paragraph("抓民生。", "2") + paragraph("廉洁自律", "1") + paragraph("守纪律。", "2")


def numbered():
    """The report as lines of text, with the numbers that Word would show."""
    count, out = [0, 0], []
    for item in REPORT:
        if isinstance(item, list):
            out.append(("row", item))
            continue
        level, text = item
        if level == 1:
            count = [count[0] + 1, 0]
            text = "一二三四五六"[count[0] - 1] + "、" + text
        if level == 2:
            count[1] += 1
            text = "（" + "一二三四五六"[count[1] - 1] + "）" + text
        out.append((level, text))
    return out


def page():
    """A saved page of a government's site, as they are built: GB2312, layout by div, no headings."""
    body, rows = "", ""
    for level, text in numbered() + [(0, "")]:
        if level == "row":
            rows += "<tr>" + "".join(f"<td><p>{c}</p></td>" for c in text) + "</tr>\n"
            continue
        if rows:
            body, rows = body + f"<table border=1>\n{rows}</table>\n", ""
        if level == "t" or not text:
            continue
        body += f"<p style='text-indent:2em'>&nbsp;&nbsp;&emsp;{'<strong>' + text + '</strong>' if level else text}</p>\n"
    menu = "".join(f'<li><a href="/c{i}/">{word}</a></li>' for i, word in enumerate(
        ("首页", "政务公开", "政务服务", "互动交流", "走进青禾", "数据开放")))
    news = "".join(f'<li><a href="/n{i}.html">青禾县召开第{i}次专题会议，部署有关工作。</a></li>' for i in range(1, 6))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>2023年度述职述廉报告_青禾县人民政府门户网站</title>
<script>var a = "<p>不是正文，。</p>";</script><style>p {{ color: red }}</style></head>
<body><div class="top"><ul class="nav">{menu}</ul><form>请输入关键字：<input type="text"></form></div>
<div class="location">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 正文</div>
<div class="wrap"><div class="title">2023年度述职述廉报告</div>
<div class="meta">发布时间：2024-01-15 09:30　信息来源：县政府办公室　浏览次数：<span id="hits">128</span>　字体：[大 中 小]</div>
<div id="zoom">{body}</div>
<div class="bot">【<a href="javascript:print()">打印本页</a>】 【<a href="javascript:close()">关闭窗口</a>】</div>
<div class="right"><h3>相关新闻</h3><ul>{news}</ul></div></div>
<div class="footer"><p>主办单位：青禾县人民政府办公室　备案号：X备00000000号，网站标识码：0000000000。</p></div>
</body></html>
"""


def markdown():
    out = ""
    for level, text in numbered():
        if level == "row":
            out += "| " + " | ".join(text) + " |\n" + ("| --- | --- | --- |\n" if text[0] == "指标" else "")
            continue
        out += ("\n" if out else "") + {"t": "# ", 1: "## "}.get(level, "") + (f"**{text}**" if level == 2 else text) + "\n"
    return out


def wrapped(width=38):
    """As a mail program or an old editor leaves it: indented, broken after so many characters."""
    out = ""
    for level, text in numbered():
        line = "\t".join(text) if level == "row" else ("" if level in ("t", "row") else "　　") + text
        while len(line) > width:
            cut = width
            while line[cut] in "，。；：、”》）！？" or line[cut - 1] in "“《（" or (line[cut].isascii() and line[cut - 1].isascii()):
                cut -= 1
            out, line = out + line[:cut] + "\r\n", line[cut:]
        out += line + "\r\n"
    return out


def ofd(path, width=28, lines=24):
    """Lines of `width` characters, each a text object, with page numbers: as an office prints to OFD."""
    pages, page, y = [], [], 37.0

    def put(x, text):
        page.append(f'<ofd:TextObject ID="1" Boundary="{x:.2f} {y:.2f} {len(text) * 5.6:.2f} 7.3" Font="1" Size="5.6">'
                    f'<ofd:TextCode X="0" Y="5" DeltaX="g {len(text) - 1} 5.6">{text}</ofd:TextCode></ofd:TextObject>')

    for level, text in numbered():
        rows = [text] if level == "row" else []
        rest = "" if level == "row" else ("" if level == "t" else "　　") + text
        while rest:
            cut = min(width, len(rest))
            while cut < len(rest) and rest[cut] in "，。；：、”》）！？":
                cut -= 1
            rows, rest = rows + [rest[:cut]], rest[cut:]
        for row in rows:
            if isinstance(row, list):
                for column, cell in enumerate(row):
                    put(28 + column * 60, cell)
            else:
                indent = len(row) - len(row.lstrip("　"))
                put(28 + indent * 5.6 + (40 if level == "t" else 0), row.lstrip("　"))
            y += 9.2
            if len(page) >= lines:
                pages, page, y = pages + [page], [], 37.0
    pages += [page] if page else []
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    parts = {"OFD.xml": f'{head}<ofd:OFD {space} Version="1.1"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
             "Doc_0/Document.xml": f'{head}<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>'
             + "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages))) + "</ofd:Pages></ofd:Document>"}
    for i, objects in enumerate(pages):
        number = f'<ofd:TextObject ID="9" Boundary="100 275 12 7" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 4 3">— {i + 1} —</ofd:TextCode></ofd:TextObject>'
        parts[f"Doc_0/Pages/Page_{i}/Content.xml"] = f'{head}<ofd:Page {space}><ofd:Content><ofd:Layer ID="1">{"".join(objects)}{number}</ofd:Layer></ofd:Content></ofd:Page>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def main():
    plain = "".join(("\t".join(text) if level == "row" else text) + "\n" for level, text in numbered())
    for name, text, encoding in (("page.html", page(), "gb18030"), ("report.md", markdown(), "utf-8"),
                                 ("wrapped.txt", wrapped(), "gb18030"), ("report.txt", plain, "utf-8-sig"),
                                 ("utf16.txt", plain.replace("\n", "\r\n"), "utf-16-be")):
        with open(os.path.join(HERE, name), "wb") as f:
            f.write(text.encode(encoding))
    os.makedirs(HERE, exist_ok=True)
    package(os.path.join(HERE, "report.docx"), report_body())
    package(os.path.join(HERE, "tracked.docx"), tracked_body())
    ofd(os.path.join(HERE, "report.ofd"))
    for target in ("odt", "html", "pdf", "rtf", "doc"):
        subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", HERE, os.path.join(HERE, "report.docx")],
                       check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
