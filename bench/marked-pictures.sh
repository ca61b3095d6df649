#!/usr/bin/env bash
# Regenerates the pictures of docs/how-to/understand-an-answer.md from real marked copies: bench/marked-pictures.sh
#
# Marks examples/inbox/jiangsu-2024/d-quanshan-total-mismatch.xlsx and docs/how-to/example/answer/jiawang-with-mistakes.docx as on 8 August
# 2024 and renders their pages. Needs LibreOffice (soffice), pdftoppm and a Chinese font; says so if one is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in soffice pdftoppm; do
  command -v "$tool" > /dev/null || { echo "needs $tool"; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in examples/inbox/jiangsu-2024/d-quanshan-total-mismatch.xlsx docs/how-to/example/answer/jiawang-with-mistakes.docx; do
  XINGLIN_NOW=2024-08-08T09:00:00+08:00 ./xinglin check "$file" --annotate "$work" --home "$work/home" > "$work/said.txt" || [ $? = 1 ]
done
picture() { # picture MARKED-COPY RESOLUTION NAME: its first two pages
  soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" "$work/$1" > /dev/null 2>&1
  pdftoppm -r "$2" -png "$work/${1%.*}.pdf" "$work/$3"
  for page in 1 2; do
    mv "$work/$3-$page.png" "docs/images/$3-$page.png"
  done
}
mkdir -p docs/images
picture d-quanshan-total-mismatch-marked.xlsx 75 marked-workbook
picture jiawang-with-mistakes-marked.docx 75 marked-word
ls -l docs/images/marked-*
