# Fixtures of marked copies: workbooks and a Word file with everything that must survive.
import datetime, io, sys, zipfile
import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Pixels

png = io.BytesIO(); Pixels.new("RGB", (40, 20), (200, 30, 30)).save(png, "PNG"); png.seek(0); png.name = "stamp.png"
b = openpyxl.Workbook()
s = b.active; s.title = "汇总'表“一”"
s.append(["项目", "数量", "金额（万元）", "合计"])
for i in range(2, 8): s.append([f"第{i}项", i, i * 1.5, f"=B{i}+C{i}"])
s["A9"] = "合计"; s["B9"] = "=SUM(B2:B7)"; s.merge_cells("C9:D10"); s["C9"] = "说明"
s["B3"].fill = PatternFill("solid", fgColor="FFCCFFCC"); s["B3"].font = Font(bold=True, name="黑体")
thin = Side(style="thin"); s["B3"].border = Border(thin, thin, thin, thin); s["C4"].number_format = "0.00"
s["B3"].comment = Comment("请复核", "测试甲"); s["A1"].comment = Comment("表头不要改", "测试甲")
s.column_dimensions["A"].width = 22.5; s.row_dimensions[1].height = 33; s.column_dimensions["F"].hidden = True
v = DataValidation(type="list", formula1='"有,无"', allow_blank=True); s.add_data_validation(v); v.add("E2:E7")
s.conditional_formatting.add("B2:B7", CellIsRule(operator="greaterThan", formula=["5"], fill=PatternFill(bgColor="FFFFC7CE")))
c = BarChart(); c.add_data(Reference(s, min_col=2, min_row=1, max_row=7), titles_from_data=True); s.add_chart(c, "G2")
s.add_image(Image(png), "G20"); s.print_area = "A1:D10"; s.print_title_rows = "1:1"; s.page_setup.orientation = "landscape"
s.freeze_panes = "B2"; s["A12"].hyperlink = "#隐藏表!A1"; s["A12"] = "见隐藏表"
s.protection.sheet = True; s.protection.password = "x1"; s["B2"].protection = Protection(locked=False)
h = b.create_sheet("隐藏表"); h["A1"] = 1904; h["B2"] = datetime.date(2024, 7, 3); h.sheet_state = "hidden"
o = b.create_sheet("审核结果"); o["A1"] = "这是单位自己的审核结果表"
e = b.create_sheet("三十一个字的工作表名称三十一个字的工作表名称三十一个字😀"[:30]); e["A1"] = "长名"; e.print_area = "A1:B2"
b.defined_names["税率"] = DefinedName("税率", attr_text="'汇总''表“一”'!$C$2")
b.active = 0
b.save("everything-openpyxl.xlsx")
print([w.title for w in b])
