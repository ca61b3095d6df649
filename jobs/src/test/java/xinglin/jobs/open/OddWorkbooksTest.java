package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * Odd but honest workbooks, of openpyxl or written part by part: each is read as Excel shows it.
 */
class OddWorkbooksTest {
  @TempDir Path folder;

  @Test
  void hiddenRowsColumnsAndSheetsAreReadAndKnown() throws IOException {
    Document document = Samples.open(Samples.file("odd/hidden.xlsx"));
    assertEquals(
        "明 暗hidden 深hidden 图 后",
        document.grids().stream()
            .map(grid -> grid.sheet() + (grid.hidden() ? "hidden" : ""))
            .collect(Collectors.joining(" ")));
    Grid open = document.grids().get(0);
    assertEquals("C1 A2 B2 C2 D2 C3 C4", hidden(open));
    assertEquals("深度隐藏", document.grids().get(2).text(0, 0));
    assertEquals("图表之后", document.grids().get(4).text(0, 0));
  }

  @Test
  void daysFrom1904() throws IOException {
    Grid grid = Samples.open(Samples.file("odd/from-1904.xlsx")).grids().get(0);
    assertEquals("2024-08-08", grid.text(0, 0));
  }

  @Test
  void protectionCommentsPrefixesAndFormatsDoNotChangeWhatIsThere() throws IOException {
    Grid grid = Samples.open(Samples.file("odd/protected.xlsx")).grids().get(0);
    assertEquals(
        "A1=受保护 | B1[2x2]=合\nA2='前撇号\nA3=\u00a012\u00a0\nA4=3\u200b5\nA5=3\nA6=41.6%\n",
        Samples.lines(grid, 0, 6));
  }

  @Test
  void aLinkIsNotedAndNeverFollowed() throws IOException {
    Document document = Samples.open(Samples.file("odd/external-link.xlsx"));
    Cell cell = document.grids().get(0).find(5, 1).orElseThrow();
    assertEquals("41", cell.text());
    assertEquals("[1]汇总!$B$6", cell.formula().orElseThrow().expression());
    assertEquals(List.of("EXTERNAL_LINK B6 41 {}"), issues(document));
  }

  @Test
  void scaledNumbersAreReadAsShownAndTheirSumAsStored() throws IOException {
    Document document = Samples.open(Samples.file("odd/shown-scaled.xlsx"));
    Grid grid = document.grids().get(0);
    assertEquals("16.2万 0 15 16.15 33.8 81.15", column(grid, 6, 5, 11));
    assertEquals(List.of("SHOWN_SCALED G6 16.2万 {count=5, stored=162000}"), issues(document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "53000 | 0!.0, | 5.3",
        "53217 | 0\\.0, | 5.3217",
        "53000 | 0\".\"0,\"万元\" | 5.3万元",
        "53000 | #,##0, | 53",
        "53000 | 0,.00 | 53",
        "530000000 | 0.00,,\"百万\" | 530百万",
        "5 | 0\"万\" | 5万",
        "3 | 0\"户\" | 3",
        "3000 | #,##0.00 | 3000",
        "3000 | _ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_  | 3000",
        "53000 | [>=10000]0!.0,\"万\";0 | 5.3万",
        "53 | [>=10000]0!.0,\"万\";0 | 53",
        "53000 | [Red][>=10000]0!.0,\"万\";0 | 5.3万",
        "53000 | \"共\"0\"元整，不足万者不计\" | 53000",
        "53000 | 0.0E+00 | 53000"
      })
  void whatAFormatShows(String stored, String format, String shown) throws IOException {
    String code = format.replace("\"", "&quot;").replace(">", "&gt;");
    Path file =
        RawWorkbook.of(
                "<worksheet><sheetData><row><c s='1'><v>"
                    + stored
                    + "</v></c></row></sheetData></worksheet>")
            .part(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='164' formatCode=\""
                    + code
                    + "\"/></numFmts>"
                    + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>")
            .write(folder.resolve("format.xlsx"));
    assertEquals(shown, Samples.open(file).grids().get(0).text(0, 0));
  }

  @Test
  void cellsWithoutAddressesInlineTextRunsReadingsAndFaults() throws IOException {
    Path file =
        RawWorkbook.of(
                """
                <worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><dimension ref="A1:XFD1048576"/>
                <cols><col min="1" max="16384" width="9"/></cols><sheetData>
                <row spans="1:16384"><c t="inlineStr"><is><r><t>罚款</t></r><r><t>金额</t></r><rPh sb="0" eb="2"><t>fá kuǎn</t></rPh></is></c>
                  <c t="s"><v>0</v></c><c><v>1.10000000000000009</v></c></row>
                <row><c t="e"><v>#REF!</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c t="str"><f>"3"&amp;"户"</f><v>3户</v></c></row>
                <row r="9"><c r="D9" t="d"><v>2024-08-08T00:00:00</v></c><c><v>7</v></c></row></sheetData>
                <mergeCells><mergeCell ref="A1:A1"/><mergeCell ref="D9:D10"/></mergeCells></worksheet>
                """)
            .part(
                "xl/strings.xml",
                "<sst><si><r><t>取</t></r><r><t>缔_x000D_</t></r><rPh><t>qǔ</t></rPh><phoneticPr/></si></sst>")
            .write(folder.resolve("raw.xlsx"));
    Grid grid = Samples.open(file).grids().get(0);
    assertEquals(
        "A1=罚款金额 | B1=取缔\r | C1=1.1\nA2=#REF! | B2=#DIV/0! | C2=TRUE | D2=3户\nD9[2x1]=2024-08-08 | E9=7\n",
        Samples.lines(grid, 0, 10));
    assertInstanceOf(Cell.Fault.class, grid.find(1, 0).orElseThrow().content());
  }

  @Test
  void partsUnderOtherNamesSheetsInOtherOrder() throws IOException {
    Path file =
        RawWorkbook.empty()
            .part(
                "[Content_Types].xml",
                "<Types><Override PartName='/mappe/Buch.xml' ContentType='application/vnd.openxmlformats-officedocument."
                    + "spreadsheetml.sheet.main+xml'/></Types>")
            .part(
                "mappe/Buch.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='二' sheetId='7' r:id='b'/><sheet name='图' r:id='c'/>"
                    + "<sheet name='一' sheetId='2' r:id='a'/></sheets></workbook>")
            .part(
                "mappe/_rels/Buch.xml.rels",
                "<Relationships><Relationship Id='a' Type='x/worksheet' Target='../blatt/9.xml'/>"
                    + "<Relationship Id='b' Type='x/worksheet' Target='/blatt/1.xml'/>"
                    + "<Relationship Id='c' Type='x/chartsheet' Target='chart.xml'/>"
                    + "<Relationship Id='p' Type='x/pivotCacheDefinition' Target='pivot.xml'/></Relationships>")
            .part(
                "mappe/pivot.xml",
                "<pivotCacheDefinition><cacheField name='旧数据'/></pivotCacheDefinition>")
            .part("mappe/chart.xml", "<chartsheet/>")
            .part("blatt/1.xml", sheet("乙"))
            .part("blatt/9.xml", sheet("甲"))
            .write(folder.resolve("renamed.xlsx"));
    assertEquals(
        "二=乙 图= 一=甲",
        Samples.open(file).grids().stream()
            .map(grid -> grid.sheet() + "=" + grid.text(0, 0))
            .collect(Collectors.joining(" ")));
  }

  @Test
  void aPartThatIsThereTwiceIsDamage() throws IOException {
    Path file =
        RawWorkbook.of(sheet("甲"))
            .part("xl/worksheets/sheet2.xml", sheet("乙"))
            .write(folder.resolve("twice.xlsx"));
    byte[] bytes = Files.readAllBytes(file);
    String text =
        new String(bytes, StandardCharsets.ISO_8859_1).replace("sheet2.xml", "sheet1.xml");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    Refused refused = assertInstanceOf(Refused.class, FileOpener.open(file, Limits.standard()));
    assertEquals("BROKEN_CONTAINER", refused.issues().get(0).code());
  }

  @Test
  void newerWpsFilesAreKnownByTheirBytes() throws IOException {
    Path et = Files.copy(Samples.file("forms/a-gulou-clean.xlsx"), folder.resolve("a.et"));
    Path old = Files.copy(Samples.file("forms/b-yunlong-clean.xls"), folder.resolve("b.et"));
    Path wps = Files.copy(Samples.file("doc/c-jiawang-clean.doc"), folder.resolve("c.wps"));
    assertEquals(
        List.of(Document.Format.XLSX, Document.Format.XLS, Document.Format.DOC),
        List.of(Samples.open(et).format(), Samples.open(old).format(), Samples.open(wps).format()));
  }

  private static String sheet(String text) {
    return "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>"
        + text
        + "</t></is></c></row></sheetData></worksheet>";
  }

  private static String hidden(Grid grid) {
    StringBuilder places = new StringBuilder();
    for (int row = 0; row < grid.rowCount(); row++) {
      grid.row(row).stream()
          .filter(Cell::hidden)
          .forEach(cell -> places.append(cell.address().a1()).append(' '));
    }
    return places.toString().strip();
  }

  private static String column(Grid grid, int column, int from, int to) {
    StringBuilder texts = new StringBuilder();
    for (int row = from; row < to; row++) {
      texts.append(grid.text(row, column)).append(' ');
    }
    return texts.toString().strip();
  }

  private static List<String> issues(Document document) {
    return document.issues().stream()
        .map(
            issue ->
                String.join(
                    " ",
                    issue.code(),
                    issue.cell(),
                    issue.verbatim(),
                    new java.util.TreeMap<>(Map.copyOf(issue.arguments())).toString()))
        .toList();
  }
}
