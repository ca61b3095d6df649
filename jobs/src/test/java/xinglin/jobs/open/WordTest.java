package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** Word tables on their grid, paragraphs by number; expected values were read with python-docx. */
class WordTest {
  @TempDir Path folder;

  @Test
  void tableWithMergesBothWays() throws IOException {
    Document document = Samples.open(Samples.file("forms/c-jiawang-clean.docx"));
    Grid grid = document.grids().get(0);
    assertEquals("表1", grid.sheet());
    assertEquals(8, grid.rowCount());
    assertEquals(12, grid.columnCount());
    assertEquals(
        """
        A1[2x1]=机构类型 | B1[2x1]=监督⏎户次数 | C1[2x1]=行政⏎处罚⏎单位数 | D1[1x5]=行政处罚情况 | I1[1x4]=其他情况
        D2=没收⏎违法⏎所得⏎户次 | E2=没收违法所得金额⏎（万元） | F2=罚款⏎户次 | G2=罚款金额⏎（万元） | H2=取缔户次 | I2=移送⏎案件数 | J2=法院⏎判决⏎案件数 | K2=因无证行医追责人数 | L2=信息系统录入情况
        A3=西医 | B3=101 | C3=2 | D3=1 | E3=0.434 | F3=2 | G3=16 | H3=3 | I3=0 | J3=0 | K3=0 | L3=已录入2件
        """,
        Samples.lines(grid, 0, 3));
    assertEquals(
        "P1 P2 P3 P4",
        String.join(" ", document.paragraphs().stream().map(p -> p.address()).toList()));
    assertEquals(
        "填表人：测试甲        联系电话：0516-0000003        填报日期：2024年8月7日",
        document.paragraphs().get(3).text());
  }

  @Test
  void threeHeaderLevelsAndADiagonalCorner() throws IOException {
    Grid grid = Samples.open(Samples.file("forms/t2-zhongning.docx")).grids().get(0);
    assertEquals(
        """
        A1[3x1]=          项目⏎地区 | B1[1x4]=与公安机关 | F1[3x1]=与药品监管部门联合治理⏎（家） | G1[3x1]=与市场监管部门联合治理⏎（家） | H1[1x2]=组织培训 | J1[1x3]=法制宣传
        B2[2x1]=建立衔接机制⏎（家） | C2[2x1]=召开联席会议⏎（次） | D2[2x1]=联合⏎检查⏎（次） | E2[2x1]=联合⏎办案⏎（次） | H2[2x1]=次⏎数 | I2[2x1]=人⏎次 | J2[2x1]=次数 | K2[2x1]=发放宣传资料⏎（份） | L2[2x1]=媒体报道⏎（次）
        A4=中宁县 | B4=2 | C4=4 | D4=9 | E4=2 | F4=10 | G4=24 | H4=3 | I4=51 | J4=5 | K4=8434 | L4=1
        """,
        Samples.lines(grid, 0, 4));
  }

  @Test
  void whatWordHidesInCorners() throws IOException {
    Path file =
        document(
            """
            <w:p/>
            <w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>
              <w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:tab/><w:t>增</w:t></w:r></w:ins></w:p></w:sdtContent></w:sdt>
            <w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></mc:Choice>
              <mc:Fallback><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
            <w:tbl><w:tblGrid/>
              <w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr>
              <w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>三</w:t></w:r></w:p></w:tc></w:tr>
              <w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>嵌</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc>
                <w:tc><w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>
            </w:tbl>
            <w:p><w:r><w:t>完</w:t></w:r></w:p>
            """);
    Document document = Samples.open(file);
    assertEquals(
        "P2=甲⏎乙\t增 P3=正文⏎文本框 P4=完",
        String.join(
            " ",
            document.paragraphs().stream()
                .map(p -> p.address() + "=" + p.text().replace("\n", "⏎"))
                .toList()));
    assertEquals("A1=一 | B1[1x2]=二\nC2[2x1]=三\n", Samples.lines(document.grids().get(0), 0, 3));
    assertEquals("表1.1", document.grids().get(1).sheet());
    assertEquals("A1=内 | B1=嵌\n", Samples.lines(document.grids().get(1), 0, 1));
  }

  @Test
  void checkBoxesOfBothKindsAndSymbols() throws IOException {
    Document document =
        Samples.open(
            document(
                """
                <w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>
                  <w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>是</w:t></w:r>
                  <w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr>
                  <w:sdtContent><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:sdtContent></w:sdt><w:r><w:t>否</w:t></w:r></w:p>
                <w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>
                  <w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>有</w:t></w:r>
                  <w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>
                  <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>无</w:t></w:r></w:p>
                <w:p><w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>甲</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>乙□丙☑丁√</w:t></w:r></w:p>
                <w:tbl><w:tr><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>
                  <w:tc><w:p><w:r><w:t>☒</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt>
                  <w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲类"/><w:listEntry w:val="乙类"/></w:ddList></w:ffData></w:fldChar></w:r></w:p></w:tc></w:tr></w:tbl>
                """));
    assertEquals(
        List.of("☑是☐否", "☑有☐无", "☑甲☑乙□丙☑丁√"),
        document.paragraphs().stream().map(p -> p.text().replaceAll("\\s", "")).toList());
    assertEquals("A1=☑ | B1=乙类\n", Samples.lines(document.grids().get(0), 0, 1));
  }

  @Test
  void pendingChangesAreReadAsAcceptedAndNoted() throws IOException {
    Document document =
        Samples.open(
            document(
                """
                <w:p><w:r><w:t>题</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>罚款</w:t></w:r></w:p></w:tc><w:tc><w:p><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins></w:p></w:tc></w:tr>
                <w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>旧行</w:delText></w:r></w:del></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>
                <w:tr><w:trPr><w:ins w:id="2"/></w:trPr><w:tc><w:p><w:ins><w:r><w:t>新行</w:t></w:r></w:ins></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
                <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>
                """));
    assertEquals("A1=罚款 | B1=5\nA2=新行\n", Samples.lines(document.grids().get(0), 0, 9));
    assertEquals(
        List.of(
            "CHANGES_PENDING 表1!B1 {deleted=2, inserted=3}",
            "HIDDEN_CONTENT 正文!P2 {what=文字, what_en=text}"),
        document.issues().stream()
            .map(
                issue ->
                    issue.code()
                        + " "
                        + issue.sheet()
                        + "!"
                        + issue.cell()
                        + " "
                        + new java.util.TreeMap<>(issue.arguments()))
            .toList());
  }

  @Test
  void numbersOfListsFillCellsThatHoldNothingElse() throws IOException {
    String row =
        "<w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='4'/></w:numPr></w:pPr></w:p></w:tc>";
    String numbered =
        "<w:tc><w:p><w:pPr><w:pStyle w:val='L'/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr>";
    Path file =
        document(
            "<w:tbl>"
                + (row + numbered).formatted("甲")
                + (row + numbered).formatted("12")
                + (row + numbered).formatted("")
                + "</w:tbl>"
                + "<w:sectPr><w:headerReference w:type='default' r:id='h'/><w:footerReference r:id='f'/></w:sectPr>",
            Map.of(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id='n' Type='x/numbering' Target='numbering.xml'/><Relationship Id='s' Type='x/styles' Target='styles.xml'/>"
                    + "<Relationship Id='h' Type='x/header' Target='header1.xml'/><Relationship Id='f' Type='x/footer' Target='footer1.xml'/></Relationships>",
                "word/numbering.xml",
                "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>"
                    + "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%1）'/></w:lvl></w:abstractNum>"
                    + "<w:num w:numId='4'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num></w:numbering>",
                "word/styles.xml",
                "<w:styles xmlns:w='w'><w:style w:styleId='L'><w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr></w:style></w:styles>",
                "word/header1.xml",
                "<w:hdr xmlns:w='w'><w:p/><w:p><w:r><w:t>附件2</w:t></w:r></w:p></w:hdr>",
                "word/footer1.xml",
                "<w:ftr xmlns:w='w'><w:p><w:r><w:t>填表人：测试甲</w:t></w:r></w:p></w:ftr>",
                "docProps/app.xml",
                "<Properties><Pages>3</Pages></Properties>"));
    Document document = Samples.open(file);
    assertEquals(
        "A1=3 | B1=甲\nA2=4 | B2=12\nA3=5 | B3=（三）\n", Samples.lines(document.grids().get(0), 0, 3));
    assertEquals(
        List.of("页眉!P2=附件2", "页脚!P1=填表人：测试甲"),
        document.paragraphs().stream()
            .map(p -> p.sheet() + "!" + p.address() + "=" + p.text())
            .toList());
    assertEquals(Optional.of(3), document.pages());
  }

  private Path document(String body) throws IOException {
    return document(body, Map.of());
  }

  private Path document(String body, Map<String, String> parts) throws IOException {
    Path file = folder.resolve("made.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          ("<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
                  + "wordprocessingml.document.main+xml'/></Types>")
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      String start = "<w:document xmlns:w='w' xmlns:mc='mc' xmlns:w14='w14' xmlns:r='r'><w:body>";
      zip.write((start + body + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
