#!/usr/bin/env bash
# What a marked copy costs, beside POI opening and saving the same file: bench/marked-copies.sh
#
# A small form as .xlsx and .xls, cold and warm; then a register of 65,536 lines of 12 columns in a heap of 256 MiB, where POI is given 3 GiB.
set -euo pipefail
cd "$(dirname "$0")/.."
./xinglin --help > /dev/null # builds, if it has to
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
javac -cp "$(cat .xinglin/lib/classpath)" -d "$work" bench/MarkedCopies.java
run() { java -XX:+UseSerialGC "$1" -cp "$work:$(cat .xinglin/lib/classpath)" -Djava.util.logging.config.file=app/src/main/logging.properties MarkedCopies "${@:2}"; }
echo "$(nproc) cores, $(date -u +%F), $(git rev-parse --short HEAD 2> /dev/null || echo 'no git'); a file opened, 12 places marked, written"
for file in examples/inbox/jiangsu-2024/d-quanshan-total-mismatch.xlsx examples/inbox/xianju-2020/patrol-hengxi.xls; do
  echo "$file ($(stat -c %s "$file") bytes)"
  run -Xmx512m "$file" 100 both
  echo "  in processes of their own:"
  run -Xmx512m "$file" 1 mark
  run -Xmx512m "$file" 1 poi
done
python3 - "$work/large.xlsx" << 'PY'
import sys
import zipfile

# Written without a library: 65,536 lines of 12 columns, text in line.
head = '<?xml version="1.0" encoding="UTF-8"?>'
main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
package = "http://schemas.openxmlformats.org/package/2006/"
kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as file:
    file.writestr("[Content_Types].xml", f'{head}<Types xmlns="{package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}worksheet+xml"/></Types>')
    file.writestr("_rels/.rels", f'{head}<Relationships xmlns="{package}relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    file.writestr("xl/workbook.xml", f'{head}<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>')
    file.writestr("xl/_rels/workbook.xml.rels", f'{head}<Relationships xmlns="{package}relationships"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
    with file.open("xl/worksheets/sheet1.xml", "w") as sheet:
        sheet.write(f'{head}<worksheet xmlns="{main}"><sheetData>'.encode())
        for row in range(1, 65537):
            cells = "".join(f'<c r="{chr(65 + i)}{row}" t="inlineStr"><is><t>第{row}行{i}</t></is></c>' if i < 6 else f'<c r="{chr(65 + i)}{row}"><v>{row * i}</v></c>' for i in range(12))
            sheet.write(f'<row r="{row}">{cells}</row>'.encode())
        sheet.write(b"</sheetData></worksheet>")
PY
echo "65,536 lines of 12 columns ($(stat -c %s "$work/large.xlsx") bytes), heap 256 MiB for marking, 3 GiB for POI"
run -Xmx256m "$work/large.xlsx" 3 mark
run -Xmx3g "$work/large.xlsx" 3 poi
