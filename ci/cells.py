"""Checks that every figure stands, as sent, at the sheet!cell that the published file names (observation, stated_figure).

    python3 ci/cells.py HOME

The workbooks are taken from HOME/raw by SHA-256 and opened with openpyxl, xlrd, zipfile (Word, OpenDocument) and codecs (CSV), so by nothing
that Xinglin itself reads them with. Numbers in numeric cells are compared at 15 significant digits, texts character by character.
"""

import csv
import io
import re
import subprocess
import sys
import zipfile
from decimal import Context, Decimal
from xml.etree import ElementTree

import openpyxl
import xlrd

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
QUERY = """
select d.sha256, f.form_id, f.table_name, f.sheet, f.cell, f.verbatim
from (select submission_id, form_id, 'observation' as table_name, sheet, cell, verbatim from observation
      union all
      select submission_id, form_id, 'stated_figure', sheet, cell, verbatim from stated_figure) as f
join submission as s using (submission_id)
join delivery as d using (delivery_id)
order by all
"""


def position(cell):
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


def text(element):
    """A paragraph's text: runs, tabs and breaks."""
    parts = []
    for node in element.iter():
        if node.tag == WORD + "t":
            parts.append(node.text or "")
        elif node.tag in (WORD + "br", WORD + "cr"):
            parts.append("\n")
        elif node.tag == WORD + "tab":
            parts.append("\t")
    return "".join(parts)


def value_of(properties, name):
    node = properties.find(WORD + name) if properties is not None else None
    return int(node.get(WORD + "val")) if node is not None else 0


def word(data):
    """Sheets 表1, 表2 … on the laid-out grid, and 正文 with its paragraphs, of a .docx."""
    body = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")).find(WORD + "body")
    cells, tables, paragraphs = {}, 0, 0
    for block in body:
        if block.tag == WORD + "p":
            paragraphs += 1
            cells["正文", f"P{paragraphs}"] = text(block)
        elif block.tag == WORD + "tbl":
            tables += 1
            for row, line in enumerate(block.findall(WORD + "tr"), 1):
                column = 1 + value_of(line.find(WORD + "trPr"), "gridBefore")
                for cell in line.findall(WORD + "tc"):
                    inner = "\n".join(text(p) for p in cell.findall(WORD + "p"))
                    cells[f"表{tables}", (row, column)] = inner
                    column += value_of(cell.find(WORD + "tcPr"), "gridSpan") or 1
    return lambda sheet, cell: cells.get((sheet, cell if cell.startswith("P") else position(cell)))


def spreadsheet(data):
    """Cells of an .ods: numbers as numbers, the paragraphs of a text on lines of their own."""
    body = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("content.xml"))
    cells = {}
    for table in body.iter(ODF + "table:1.0}table"):
        row = 1
        for line in table.iter(ODF + "table:1.0}table-row"):
            column = 1
            for cell in line:
                kind, value = cell.get(ODF + "office:1.0}value-type"), cell.get(ODF + "office:1.0}value")
                words = "\n".join("".join(p.itertext()) for p in cell.findall(ODF + "text:1.0}p"))
                times = int(cell.get(ODF + "table:1.0}number-columns-repeated", 1))
                if kind or words:
                    for place in range(column, column + times):
                        cells[table.get(ODF + "table:1.0}name"), (row, place)] = float(value) if kind == "float" else words
                column += times
            row += int(line.get(ODF + "table:1.0}number-rows-repeated", 1))
    return lambda sheet, cell: cells.get((sheet, position(cell)))


def workbook(data):
    if data[:4] == b"PK\x03\x04":
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        if "word/document.xml" in names:
            return word(data)
        if "content.xml" in names:
            return spreadsheet(data)
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        return lambda sheet, cell: book[sheet][cell].value
    if data[:4] == b"\xd0\xcf\x11\xe0":
        book = xlrd.open_workbook(file_contents=data)

        def biff(sheet, cell):
            row, column = position(cell)
            return book.sheet_by_name(sheet).cell_value(row - 1, column - 1)

        return biff
    for charset in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "gb18030"):
        try:
            rows = list(csv.reader(io.StringIO(data.decode(charset), newline="")))
            break
        except UnicodeDecodeError:
            pass

    def flat(_, cell):
        row, column = position(cell)
        return rows[row - 1][column - 1]

    return flat


def same(found, verbatim):
    if isinstance(found, bool) or found is None:
        return (found is None and verbatim == "") or str(found).lower() == verbatim.lower()
    if isinstance(found, (int, float)):
        digits = Context(prec=15)
        try:
            return digits.create_decimal(repr(found)) == digits.create_decimal(verbatim)
        except ArithmeticError:
            return False
    # a letter or a free text states several figures in one paragraph
    return str(found) == verbatim or str(found).strip() == verbatim.strip()


def main(home):
    run = subprocess.run(
        ["./xinglin", "sql", "--home", home, "--format", "csv", QUERY], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if run.returncode != 0:
        print(run.stderr)
        return 1
    rows = list(csv.DictReader(io.StringIO(run.stdout, newline="")))
    books, counts, wrong = {}, {}, []
    for row in rows:
        sha256 = row["sha256"]
        if sha256 not in books:
            books[sha256] = workbook(open(f"{home}/raw/{sha256[:2]}/{sha256}", "rb").read())
        try:
            found = books[sha256](row["sheet"], row["cell"])
            good = same(found, row["verbatim"]) or (row["sheet"] == "正文" and found is not None and row["verbatim"] in found)
        except (KeyError, IndexError, AttributeError, ValueError) as problem:
            found, good = problem, False
        key = row["table_name"], row["form_id"]
        counts[key] = counts.get(key, 0) + 1
        if not good:
            wrong.append(f"{sha256[:12]} {row['form_id']} {row['sheet']}!{row['cell']}: published {row['verbatim']!r}, stands there {found!r}")
    for (table, form), count in sorted(counts.items()):
        print(f"{table:15} {form:28} {count:6} figures")
    print(f"{len(rows)} figures in {len(books)} files compared, {len(wrong)} differ")
    print("\n".join(wrong[:40]))
    return 0 if rows and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
