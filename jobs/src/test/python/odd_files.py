"""Writes odd but honest files, made of the samples by openpyxl and by changing their parts. Usage: odd_files.py FORMS FOLDER

FORMS holds a-gulou-clean.xlsx and c-jiawang-clean.docx. Needs openpyxl.
"""

import datetime
import re
import sys
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.workbook.protection import WorkbookProtection

WHEN = (2024, 8, 1, 9, 0, 0)
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def rewritten(source, target, changes, more=()):
    """Copies a package; changes: part -> function of its text, more: (part, text) to add."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename in changes:
                text = data.decode("utf-8")
                changed = changes[entry.filename](text)
                assert changed != text, entry.filename
                data = changed.encode("utf-8")
            new.writestr(zipfile.ZipInfo(entry.filename, WHEN), data, zipfile.ZIP_DEFLATED)
        for name, text in more:
            new.writestr(zipfile.ZipInfo(name, WHEN), text, zipfile.ZIP_DEFLATED)


def dated(target):
    """The same package with the same times, so that it is made again byte by byte."""
    with zipfile.ZipFile(target) as old:
        parts = [(entry.filename, old.read(entry)) for entry in old.infolist()]
    with zipfile.ZipFile(target, "w") as new:
        for name, data in parts:
            if name == "docProps/core.xml":
                data = re.sub(rb">\d{4}-\d\d-\d\dT[\d:]+Z<", b">2024-08-01T09:00:00Z<", data)
            new.writestr(zipfile.ZipInfo(name, WHEN), data, zipfile.ZIP_DEFLATED)


def external_link(forms, folder):
    """B6, 41 visits, is a formula that looks into another workbook."""
    rewritten(
        forms + "/a-gulou-clean.xlsx",
        folder + "/external-link.xlsx",
        {
            "xl/worksheets/sheet1.xml": lambda text: re.sub(r'(<c r="B6"[^>]*>)<v>', r"\1<f>[1]汇总!$B$6</f><v>", text),
            "xl/workbook.xml": lambda text: text.replace(
                "</sheets>", '</sheets><externalReferences><externalReference xmlns:x="' + RELATIONSHIP[:-1] + '" x:id="rIdX"/></externalReferences>'),
            "xl/_rels/workbook.xml.rels": lambda text: text.replace(
                "</Relationships>", f'<Relationship Id="rIdX" Type="{RELATIONSHIP}externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'),
            "[Content_Types].xml": lambda text: text.replace(
                "</Types>", '<Override PartName="/xl/externalLinks/externalLink1.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>'),
        },
        [
            ("xl/externalLinks/externalLink1.xml",
             '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook '
             f'xmlns:r="{RELATIONSHIP[:-1]}" r:id="rId1"><sheetNames><sheetName val="汇总"/></sheetNames></externalBook></externalLink>'),
            ("xl/externalLinks/_rels/externalLink1.xml.rels",
             '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
             f'Type="{RELATIONSHIP}externalLinkPath" Target="http://canary.example.com/total.xlsx" TargetMode="External"/></Relationships>'),
        ])


def shown_scaled(forms, folder):
    """Amounts of the rows are stored in yuan and shown in ten thousands; the total stays a number."""
    book = openpyxl.load_workbook(forms + "/a-gulou-clean.xlsx")
    sheet = book.active
    for row in range(6, 11):
        cell = sheet.cell(row, 7)
        cell.value = round(float(cell.value) * 10000)
        cell.number_format = "0!.0000"
    sheet.cell(6, 7).number_format = '0!.0,"万"'
    book.save(folder + "/shown-scaled.xlsx")
    dated(folder + "/shown-scaled.xlsx")


def hidden(folder):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "明"
    for row in range(1, 5):
        for column in range(1, 5):
            sheet.cell(row, column, row * 10 + column)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("暗")["A1"] = "隐藏"
    book["暗"].sheet_state = "hidden"
    book.create_sheet("深")["A1"] = "深度隐藏"
    book["深"].sheet_state = "veryHidden"
    book.create_chartsheet("图")
    book.create_sheet("后")["A1"] = "图表之后"
    book.save(folder + "/hidden.xlsx")
    dated(folder + "/hidden.xlsx")


def of_1904(folder):
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2024, 8, 8)
    book.active["A2"] = "2024年8月8日"
    book.save(folder + "/from-1904.xlsx")
    dated(folder + "/from-1904.xlsx")


def protected(folder):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "受保护"
    sheet["A1"].comment = Comment("批注不是内容", "测试甲")
    sheet["A2"] = "'前撇号"
    sheet["A2"].quotePrefix = True
    sheet["A3"] = "\u00a012\u00a0"
    sheet["A4"] = "3\u200b5"
    sheet["A5"] = 3
    sheet["A5"].number_format = '0"户"'
    sheet["A6"] = 0.416
    sheet["A6"].number_format = "0.0%"
    sheet["B1"] = "合"
    sheet.merge_cells("B1:C2")
    sheet.protection = SheetProtection(sheet=True, password="xinglin-2024")
    book.security = WorkbookProtection(workbookPassword="xinglin-2024", lockStructure=True)
    book.save(folder + "/protected.xlsx")
    dated(folder + "/protected.xlsx")


def changes_pending(forms, folder):
    """In the first row of figures 101 visits were struck out and 102 written instead."""
    run = r'<w:r>((?:(?!<w:r>|</w:r>).)*)<w:t>101</w:t></w:r>'
    change = (r'<w:del w:id="901" w:author="测试甲" w:date="2024-08-07T10:00:00Z"><w:r>\1<w:delText>101</w:delText></w:r></w:del>'
              r'<w:ins w:id="902" w:author="测试甲" w:date="2024-08-07T10:00:00Z"><w:r>\1<w:t>102</w:t></w:r></w:ins>')
    rewritten(forms + "/c-jiawang-clean.docx", folder + "/changes-pending.docx",
              {"word/document.xml": lambda text: re.sub(run, change, text, count=1, flags=re.S)})


def main(forms, folder):
    external_link(forms, folder)
    shown_scaled(forms, folder)
    hidden(folder)
    of_1904(folder)
    protected(folder)
    changes_pending(forms, folder)


main(*sys.argv[1:])
