"""Makes many small workbooks out of the sample of Jiangsu's attachment 1: other reporters, other figures. Standard library only.

    python3 bench/workbooks.py SAMPLE.xlsx COUNT FOLDER

The reporter becomes each of 60 counties of Jiangsu in turn. The inspections of one row, and their total, rise with every file, so that
no two files have the same content and every total is right. Later files of one reporter replace earlier ones, as resubmissions do.
"""

import re
import sys
import zipfile

REPORTERS = (
    "云龙区 贾汪区 泉山区 铜山区 丰县 沛县 睢宁县 新沂市 邳州市 玄武区 秦淮区 建邺区 浦口区 栖霞区 雨花台区 江宁区 六合区 溧水区 高淳区 "
    "锡山区 惠山区 滨湖区 梁溪区 江阴市 宜兴市 天宁区 钟楼区 新北区 武进区 金坛区 溧阳市 虎丘区 吴中区 相城区 姑苏区 吴江区 常熟市 张家港市 "
    "昆山市 太仓市 崇川区 海门区 如东县 启东市 如皋市 海安市 连云区 海州区 赣榆区 东海县 灌云县 灌南县 淮安区 淮阴区 清江浦区 洪泽区 涟水县 "
    "盱眙县 金湖县 亭湖区"
).split()


def raised(sheet, cell, by):
    pattern = re.compile(rf'(<c r="{cell}"[^>]*>\s*<v>)(\d+)(</v>)')
    changed, count = pattern.subn(lambda m: f"{m[1]}{int(m[2]) + by}{m[3]}", sheet)
    if count != 1:
        sys.exit(f"Cannot find a whole number in {cell} of the sample")
    return changed


def main(sample, count, folder):
    source = zipfile.ZipFile(sample)
    parts = [(item.filename, source.read(item)) for item in source.infolist()]
    for number in range(count):
        reporter = REPORTERS[number % len(REPORTERS)]
        with zipfile.ZipFile(f"{folder}/{number:06}.xlsx", "w", zipfile.ZIP_DEFLATED) as target:
            for name, data in parts:
                if name == "xl/worksheets/sheet1.xml":
                    sheet = re.sub(r"&#(\d{3,});", lambda m: chr(int(m[1])), data.decode())
                    sheet = sheet.replace("徐州市鼓楼区", reporter).replace("鼓楼区", reporter)
                    sheet = raised(raised(sheet, "B6", number), "B11", number)
                    data = sheet.encode("ascii", "xmlcharrefreplace")
                target.writestr(name, data)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
