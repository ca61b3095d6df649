package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** Worksheets of OpenDocument, of LibreOffice and written by hand. */
class OdsTest {
  @TempDir Path folder;

  @Test
  void aFormOfLibreOffice() throws IOException {
    Document document = Samples.open(Samples.file("forms/i-xinyi-clean.ods"));
    Grid grid = document.grids().get(0);
    assertEquals("汇总表", grid.sheet());
    assertEquals(
        """
        A3[1x12]=县（区）：新沂市                                          单位（盖章）：新沂市卫生健康委员会
        A4[2x1]=机构类型 | B4[2x1]=监督⏎户次数 | C4[2x1]=行政⏎处罚⏎单位数 | D4[1x5]=行政处罚情况 | I4[1x4]=其他情况
        D5=没收⏎违法⏎所得⏎户次 | E5=没收违法所得金额⏎（万元） | F5=罚款⏎户次 | G5=罚款金额⏎（万元） | H5=取缔户次 | I5=移送⏎案件数 | J5=法院⏎判决⏎案件数 | K5=因无证行医追责人数 | L5=信息系统录入情况
        A6=西医 | B6=130 | C6=2 | D6=0 | E6=0 | F6=1 | G6=5 | H6=2 | I6=1 | J6=0 | K6=1 | L6=已录入2件
        """,
        Samples.lines(grid, 2, 6));
    assertEquals(Document.Format.ODS, document.format());
  }

  @Test
  void whatLibreOfficeMakesOfAWorkbookReadsLikeIt() throws IOException {
    Grid xls = Samples.open(Samples.file("forms/b-yunlong-clean.xls")).grids().get(0);
    Grid ods = Samples.open(Samples.file("odd/b-yunlong-clean.ods")).grids().get(0);
    assertEquals(Samples.lines(xls, 0, xls.rowCount()), Samples.lines(ods, 0, ods.rowCount()));
    Cell total = ods.find(xls.rowCount() - 1, 1).orElseThrow();
    assertEquals(
        Optional.of(new BigDecimal(total.text())), total.formula().orElseThrow().recomputed());
    assertEquals(xls.find(xls.rowCount() - 1, 1).orElseThrow().formula(), total.formula());
  }

  @Test
  void typesRepeatedCellsSpansAndWhiteSpace() throws IOException {
    Path file =
        RawWorkbook.ods(
                RawWorkbook.sheets(
                    """
                    <t:calculation-settings><t:null-date t:date-value='1904-01-01'/></t:calculation-settings>
                    <t:table t:name='甲'><t:table-column t:number-columns-repeated='2'/><t:table-column t:visibility='collapse'/>
                    <t:table-column t:number-columns-repeated='16381'/>
                    <t:table-row><t:table-cell o:value-type='float' o:value='3' t:number-columns-repeated='2'><x:p>3户</x:p></t:table-cell>
                      <t:table-cell o:value-type='percentage' o:value='0.416'/><t:table-cell o:value-type='currency' o:value='12.50'/>
                      <t:table-cell o:value-type='date' o:date-value='2024-08-08T00:00:00'/><t:table-cell o:value-type='boolean' o:boolean-value='true'/>
                      <t:table-cell t:formula='of:=[.A1]/0' o:value-type='string' calcext:value-type='error'><x:p>#DIV/0!</x:p></t:table-cell></t:table-row>
                    <t:table-row t:number-rows-repeated='2' t:visibility='filter'><t:table-cell o:value-type='string' t:number-columns-spanned='2' t:number-rows-spanned='1'>
                      <o:annotation><x:p>批注</x:p></o:annotation><x:p>  罚款<x:s x:c='2'/>金额
                       <x:span>（万<x:line-break/>元）</x:span></x:p><x:p>次<x:ruby><x:ruby-base>行</x:ruby-base><x:ruby-text>xíng</x:ruby-text></x:ruby></x:p></t:table-cell>
                      <t:covered-table-cell o:value-type='string'><x:p>盖住的</x:p></t:covered-table-cell></t:table-row>
                    <t:table-row t:number-rows-repeated='1048570'><t:table-cell t:number-columns-repeated='16384'/></t:table-row></t:table>
                    <t:table t:name="'file:///tmp/x.ods'#乙"><t:table-row><t:table-cell o:value-type='string'><x:p>别的文件</x:p></t:table-cell></t:table-row></t:table>
                    """))
            .write(folder.resolve("made.ods"));
    Document document = Samples.open(file);
    assertEquals(1, document.grids().size());
    Grid grid = document.grids().get(0);
    assertEquals(
        """
        A1=3 | B1=3 | C1=41.6% | D1=12.5 | E1=2024-08-08 | F1=TRUE | G1=#DIV/0!
        A2[1x2]=罚款  金额 （万⏎元）⏎次行
        A3[1x2]=罚款  金额 （万⏎元）⏎次行
        """,
        Samples.lines(grid, 0, grid.rowCount()));
    assertInstanceOf(Cell.Fault.class, grid.find(0, 6).orElseThrow().content());
    assertEquals("A1/0", grid.find(0, 6).orElseThrow().formula().orElseThrow().expression());
    assertEquals(
        "false true true",
        grid.find(0, 0).orElseThrow().hidden()
            + " "
            + grid.find(0, 2).orElseThrow().hidden()
            + " "
            + grid.find(1, 0).orElseThrow().hidden());
  }

  @Test
  void formulasAreComputedAnew() throws IOException {
    Path file =
        RawWorkbook.ods(
                RawWorkbook.sheets(
                    """
                    <t:table t:name='一 表'><t:table-row><t:table-cell o:value-type='float' o:value='3'/><t:table-cell o:value-type='float' o:value='4'/>
                      <t:table-cell t:formula='of:=SUM([.A1:.B1];[$&apos;一 表&apos;.$A$1];合)' o:value-type='float' o:value='9'/>
                      <t:table-cell t:formula="of:=['file:///x.ods'#$汇总.B6]" o:value-type='float' o:value='5'/></t:table-row></t:table>
                    <t:named-expressions><t:named-range t:name='合' t:cell-range-address="$'一 表'.$B$1:.$B$1"/></t:named-expressions>
                    """))
            .part("Basic/Standard/Module1.xml", "<module/>")
            .write(folder.resolve("formula.ods"));
    Document document = Samples.open(file);
    Cell sum = document.grids().get(0).find(0, 2).orElseThrow();
    assertEquals("SUM(A1:B1,'一 表'!$A$1,合)", sum.formula().orElseThrow().expression());
    assertEquals("9 14", sum.text() + " " + sum.formula().orElseThrow().recomputed().orElseThrow());
    assertEquals("EXTERNAL_LINK D1 5", link(document));
    assertEquals(Set.of(Document.Trait.MACROS), document.traits());
  }

  private static String link(Document document) {
    var issue = document.issues().get(0);
    return issue.code() + " " + issue.cell() + " " + issue.verbatim();
  }

  @Test
  void scaledNumbersAndHiddenSheets() throws IOException {
    String content =
        RawWorkbook.sheets(
                "<t:table t:name='甲' t:style-name='ta'><t:table-column t:default-cell-style-name='ce'/>"
                    + "<t:table-row><t:table-cell o:value-type='float' o:value='53000'/></t:table-row></t:table>")
            .replace(
                "<o:body>",
                "<o:automatic-styles><s:style s:name='ta'><s:table-properties t:display='false'/></s:style>"
                    + "<n:number-style s:name='N1'><n:number n:decimal-places='0' n:display-factor='1000'><n:embedded-text n:position='1'>.</n:embedded-text>"
                    + "</n:number><n:text>万</n:text></n:number-style><s:style s:name='ce' s:data-style-name='N1'/></o:automatic-styles><o:body>");
    Document document = Samples.open(RawWorkbook.ods(content).write(folder.resolve("scaled.ods")));
    assertEquals("5.3万", document.grids().get(0).text(0, 0));
    assertEquals(true, document.grids().get(0).hidden());
    assertEquals("SHOWN_SCALED", document.issues().get(0).code());
  }

  @Test
  void passwordsAndDocumentTypes() throws IOException {
    RawWorkbook locked =
        RawWorkbook.ods("\u0001\u0002")
            .part(
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>");
    assertEquals("ENCRYPTED", refusal(locked));
    assertEquals(
        "XML_DOCTYPE",
        refusal(
            RawWorkbook.ods("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>")));
  }

  private String refusal(RawWorkbook workbook) throws IOException {
    Path file = workbook.write(folder.resolve("refused.ods"));
    Refused refused = assertInstanceOf(Refused.class, FileOpener.open(file, Limits.standard()));
    return refused.issues().get(0).code();
  }
}
