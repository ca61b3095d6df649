"""Constructed penalty records under the field codes of the national layout: bench/penalties.py ROWS FILE.csv|FILE.xlsx

Numbers of persons and credit codes keep to their check characters, birth years lie in 1900 to 1949 and names are 某 with a stem,
so that nobody is meant. Every fiftieth person comes again.
"""
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

HEADER = ("CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,CF_XDR_SHZZ,CF_FRDB,CF_FR_ZJLX,CF_FR_ZJHM,"
          "CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,"
          "CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ")
PERSON = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODY = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
PLACES = [(310118, "青", "上海市青浦区"), (320302, "徐鼓", "徐州市鼓楼区"), (330105, "拱", "杭州市拱墅区"), (340102, "合瑶", "合肥市瑶海区")]
ACTS = ["为他人静脉输液", "为他人拔牙、镶牙", "为他人针灸、拔罐放血", "开展注射玻尿酸等医疗美容活动", "验光散瞳并开展弱视治疗", "开展干细胞回输"]
VIOLATIONS = [("未取得《医疗机构执业许可证》擅自开展诊疗活动", "《中华人民共和国基本医疗卫生与健康促进法》第三十八条第一款、第九十九条第一款", 50000),
              ("非医师行医", "《中华人民共和国医师法》第五十九条", 20000)]
NUMBERS = ["卫医罚〔2024〕%d号", "卫医罚（2024）%d号", "卫医罚【2024】%04d号", "卫医罚[2024]%d号"]
STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def person(place, i):
    body = "%06d19%02d%02d%02d%03d" % (place, i // 336 % 50, 1 + i // 28 % 12, 1 + i % 28, i // 16800 % 1000)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, PERSON)) % 11]


def credit(kind, place, i):
    body = "%s%06d%09d" % (kind, place, i)
    return body + LETTERS[(31 - sum(LETTERS.index(c) * w for c, w in zip(body, BODY)) % 31) % 31]


def record(i, offices):
    place, short, name = PLACES[i % 4]
    violation, basis, least = VIOLATIONS[i % 5 == 0]
    fine, gain = least + 10000 * (i % 4), 100 + i % 900
    month, day = 1 + i // 31 % 6, 1 + i % 28
    if i % 4 == 1:
        party = [name + "测试" + STEMS[i % 22] + STEMS[i // 22 % 22] + "美容有限公司", "法人及非法人组织", credit("91", place, i)] + [""] * 5
        party += ["某" + STEMS[i % 22], "身份证", person(place, i), "", ""]
    else:
        party = ["某" + STEMS[i % 22] + STEMS[i // 22 % 22], "自然人"] + [""] * 9 + ["身份证", person(place, i if i % 50 else i // 50)]
    content = "没收违法所得人民币%d元，罚款人民币%d元" % (gain, fine)
    facts = "未取得许可证，在%s某路%d号%s" % (name, i % 300, ACTS[i % 6])
    dates = ["%d-%02d-%02d" % (year, month, day) for year in (2024, 2025, 2025)]
    office = name + "卫生健康委员会"
    return party + [short + NUMBERS[i % 4] % (i + 1), violation, facts, basis, "没收违法所得;罚款", content, "%g" % (fine / 10000), "%.4f" % (gain / 10000), ""] \
        + dates + [office, offices[i % 4], office, offices[i % 4], ""]


def text(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        for row in rows:
            out.write(",".join(row) + "\n")


def workbook(path, rows):
    """As Excel writes one: every text once, in a table of its own."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    main, strings = "application/vnd.openxmlformats-officedocument.spreadsheetml.", {}
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{main}sharedStrings+xml"/></Types>',
        "xl/workbook.xml": f'<workbook {space} xmlns:r="{link}"><sheets><sheet name="处罚" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{link}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{link}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    }
    columns = ["A" * (at // 26) + chr(65 + at % 26) for at in range(40)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out, tempfile.TemporaryFile() as table:
        for name, part in parts.items():
            out.writestr(name, head + part)
        with out.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write((head + f"<worksheet {space}><sheetData>").encode())
            for number, row in enumerate(rows, 1):
                cells = []
                for column, value in zip(columns, row):
                    if value:
                        if value not in strings:
                            strings[value] = len(strings)
                            table.write(f"<si><t>{escape(value)}</t></si>".encode())
                        cells.append(f'<c r="{column}{number}" t="s"><v>{strings[value]}</v></c>')
                sheet.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        with out.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.write((head + f"<sst {space}>").encode())
            table.seek(0)
            for block in iter(lambda: table.read(1 << 20), b""):
                part.write(block)
            part.write(b"</sst>")


def main():
    offices = [credit("11", place, 7) for place, _, _ in PLACES]
    rows = (HEADER.split(",") if i < 0 else record(i, offices) for i in range(-1, int(sys.argv[1])))
    (workbook if sys.argv[2].endswith(".xlsx") else text)(sys.argv[2], rows)


main()
