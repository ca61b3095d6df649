#!/usr/bin/env bash
# Regenerates docs/images/answer-mail*.png, the mails of docs/how-to/understand-an-answer.md: bench/answer-pictures.sh
#
# Two mails lie in an inbox as on 8 August 2024; a night reads and answers them. The answers are not sent (nothing listens where the mail
# server should be), but made ready: their HTML is shown by Chromium below the lines that every mail program shows. Needs chromium and a
# Chinese font; says so if one is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v chromium > /dev/null || { echo "needs chromium"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/home
mkdir -p "$home/config/partners" "$home/inbox" docs/images
cat > "$home/config/xinglin.yml" <<'YAML'
mail:
  smtp: {host: 127.0.0.1, port: 9, tls: none, from: dayi@wjw.example.cn, name: 某市卫生健康委员会打非专班}
YAML
python3 - "$home" "$work" <<'PYTHON'
import pathlib, sys
from email.message import EmailMessage

home, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
inbox = pathlib.Path("examples/inbox/jiangsu-2024")
XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def partner(code, name, address):
    (home / f"config/partners/{code}.yaml").write_text(
        f'name: {name}\ndivision: "{code}"\naddresses: [{address}]\nanswer: {{by: mail}}\n', encoding="utf-8")


def mail(number, address, subject, files):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = address, "dayi@wjw.example.cn", subject
    message["Date"], message["Message-ID"] = "Thu, 08 Aug 2024 08:30:00 +0800", f"<{number}@wjw.example.cn>"
    message.set_content("请查收。")
    for file, name in files:
        message.add_attachment((inbox / file).read_bytes(), maintype="application", subtype=XLSX, filename=name)
    (home / f"inbox/{number}.eml").write_bytes(message.as_bytes())
    (home / f"inbox/{number}.eml.envelope.json").write_text('{"received_at": "2024-08-08T08:30:00+08:00"}')


partner("320311", "泉山区卫生健康委员会", "quanshan@wjw.xuzhou.example.cn")
partner("320381", "新沂市卫生健康委员会", "xinyi@wjw.xuzhou.example.cn")
mail(1, "quanshan@wjw.xuzhou.example.cn", "泉山区7月汇总表", [("d-quanshan-total-mismatch.xlsx", "泉山区汇总表.xlsx")])
mail(2, "xinyi@wjw.xuzhou.example.cn", "新沂市报表", [("f-xinyi-messy.xlsx", "新沂市汇总表.xlsx")])
PYTHON
XINGLIN_NOW=2024-08-08T09:00:00+08:00 ./xinglin nightly --home "$home" > "$work/said.txt"
python3 - "$home" "$work" <<'PYTHON'
import email, email.policy, html, pathlib, sys

home, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
for number, partner in ((1, "320311"), (2, "320381")):
    file = next((home / f"outbox/{partner}").glob("*.eml"))
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    rows = [("主题", message["Subject"]), ("发件人", message["From"]), ("收件人", message["To"]), ("时间", message["Date"])]
    rows += [("附件", "　".join(part.get_filename() for part in message.iter_attachments()))]
    shown = "".join(f"<tr><td style='color:#5b6270;padding:0 12px 0 0;white-space:nowrap;vertical-align:top'>{name}</td>"
                    f"<td>{html.escape(str(value))}</td></tr>" for name, value in rows)
    head = ("<div style=\"max-width:760px;margin:0;padding:12px 16px;background:#eef1f5;border-bottom:2px solid #c9ced6;"
            "font-family:'Noto Sans CJK SC',sans-serif;font-size:14px;line-height:1.7\"><table>" + shown + "</table></div>")
    body = message.get_body(("html",)).get_content()
    at = body.index(">", body.index("<body")) + 1
    (work / f"{number}.html").write_text(body[:at] + head + body[at:], encoding="utf-8")
PYTHON
for picture in "1 980" "2 1430"; do
  set -- $picture
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="800,$2" \
    --screenshot="docs/images/answer-mail-$1.png" "$work/$1.html" > "$work/chromium.log" 2>&1
done
ls -l docs/images/answer-mail-*
