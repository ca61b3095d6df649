import io, docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image as Pixels
png = io.BytesIO(); Pixels.new("RGB", (40, 20), (200, 30, 30)).save(png, "PNG"); png.seek(0)
d = docx.Document()
d.core_properties.title = "月报"
d.sections[0].header.paragraphs[0].text = "某县卫生健康局"
d.sections[0].footer.paragraphs[0].text = "第 1 页"
d.add_heading("打击非法行医工作月报", 1)
d.add_paragraph("一、基本情况", style="List Number")
p = d.add_paragraph("本月检查 ")
p._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="测试甲"><w:r><w:delText>12</w:delText></w:r></w:del>'))
p._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="测试甲"><w:r><w:t>15</w:t></w:r></w:ins>'))
p.add_run(" 户次。")
d.add_paragraph("二、图", style="List Number").add_run().add_picture(png)
t = d.add_table(rows=4, cols=4); t.style = "Table Grid"
for r in range(4):
    for c in range(4): t.cell(r, c).text = f"{r}-{c}"
t.cell(0, 0).merge(t.cell(0, 1)); t.cell(1, 0).merge(t.cell(2, 0)); t.cell(2, 2).merge(t.cell(3, 3))
t.cell(1, 3)._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="DDEEFF"/>'))
n = t.cell(3, 0).add_table(1, 2); n.cell(0, 0).text = "内"; n.cell(0, 1).text = "嵌"
if hasattr(d, "add_comment"): d.add_comment(p.runs[0], text="请核对", author="测试甲", initials="张")
d.add_section(WD_SECTION.NEW_PAGE).orientation = WD_ORIENT.LANDSCAPE
d.add_paragraph("三、附表")
t2 = d.add_table(rows=2, cols=2); t2.cell(0, 0).text = "甲"; t2.cell(1, 1).text = "乙"
d.add_paragraph("")
d.add_paragraph("报送日期：2024年8月6日")
d.save("everything-python-docx.docx")
