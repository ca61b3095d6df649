"""Writes word-controls.docx: old and new check boxes, a table in a cell, a text box, header and footer, a tracked change.

Usage: word_controls.py FOLDER. Needs python-docx. LibreOffice makes word-controls.doc of it (soffice --convert-to doc).
"""

import sys

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

BOX = ('<w:r {ns}><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="B"/><w:enabled/><w:calcOnExit w:val="0"/>'
       '<w:checkBox><w:sizeAuto/><w:default w:val="{on}"/></w:checkBox></w:ffData></w:fldChar></w:r>',
       '<w:r {ns}><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>',
       '<w:r {ns}><w:fldChar w:fldCharType="end"/></w:r>')


def main(folder):
    ns = nsdecls("w")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "附件3"
    document.sections[0].footer.paragraphs[0].text = "填表人：测试甲"
    line = document.add_paragraph()
    for on, word in ((1, "是"), (0, "否")):
        for part in BOX:
            line._p.append(parse_xml(part.format(ns=ns, on=on)))
        line.add_run(word)
    table = document.add_table(2, 2)
    table.style = "Table Grid"
    table.cell(0, 0).text = "户数"
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "嵌"
    table.cell(1, 0).text = "3"
    changed = table.cell(1, 1).paragraphs[0]._p
    changed.append(parse_xml(f'<w:del {ns} w:id="1" w:author="测试甲" w:date="2024-08-07T10:00:00Z"><w:r><w:delText>旧</w:delText></w:r></w:del>'))
    changed.append(parse_xml(f'<w:ins {ns} w:id="2" w:author="测试甲" w:date="2024-08-07T10:00:00Z"><w:r><w:t>新</w:t></w:r></w:ins>'))
    anchor = document.add_paragraph("正文")
    anchor._p.append(parse_xml(
        f'<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:100pt;height:30pt"><v:textbox><w:txbxContent>'
        '<w:p><w:r><w:t>文本框内</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'))
    document.save(folder + "/word-controls.docx")


main(*sys.argv[1:])
