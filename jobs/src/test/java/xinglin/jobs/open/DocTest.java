package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.sheet.Document;

/**
 * Word 97 files that LibreOffice made of the .docx samples read like these, but for spaces at the
 * end of lines, which LibreOffice did not write.
 */
class DocTest {
  private static final Path INBOX =
      Path.of(System.getProperty("xinglin.root", "..")).resolve("examples/inbox");

  @ParameterizedTest
  @CsvSource({
    "jiangsu-2024, att2-jiawang-nil",
    "jiangsu-2024, att2-xinyi",
    "jiangsu-2024, att2-yunlong",
    "jiangsu-2024, c-jiawang-clean",
    "xianju-2020, letter-fuying",
    "xianju-2020, letter-hengxi",
    "xianju-2020, patrol-baita",
    "zhongwei-2021, t1-haiyuan",
    "zhongwei-2021, t2-zhongning"
  })
  void readsLikeItsDocx(String campaign, String name) throws IOException {
    Document docx = Samples.open(INBOX.resolve(campaign).resolve(name + ".docx"));
    Document doc = Samples.open(Samples.file("doc/" + name + ".doc"));
    assertEquals(Document.Format.DOC, doc.format());
    assertEquals(text(docx).replaceAll(" +(\\n|⏎)", "$1"), text(doc));
  }

  @Test
  void controlsTablesInCellsMarginsAndChanges() throws IOException {
    Document docx = Samples.open(Samples.file("odd/word-controls.docx"));
    assertEquals(
        """
        页眉!P1=附件3
        正文!P1=☑是☐否
        正文!P2=正文
        文本框内
        页脚!P1=填表人：测试甲
        表1
        A1=户数
        A2=3 | B2=新

        表1.1
        A1=内 | B1=嵌
        """,
        text(docx));
    Document doc = Samples.open(Samples.file("odd/word-controls.doc"));
    assertEquals(
        """
        页眉!P3=附件3
        正文!P1=☑是☐否
        正文!P2=正文
        文本框!P2=文本框内
        页脚!P3=填表人：测试甲
        表1
        A1=户数
        A2=3 | B2=新

        表1.1
        A1=内 | B1=嵌
        """,
        text(doc));
    assertEquals(docx.issues(), doc.issues());
    assertEquals("CHANGES_PENDING 表1!B2", place(doc.issues().get(0)));
  }

  private static String place(Issue issue) {
    return issue.code() + " " + issue.sheet() + "!" + issue.cell();
  }

  private static String text(Document document) {
    return document.paragraphs().stream()
            .map(
                paragraph -> paragraph.sheet() + "!" + paragraph.address() + "=" + paragraph.text())
            .collect(Collectors.joining("\n"))
        + document.grids().stream()
            .map(grid -> "\n" + grid.sheet() + "\n" + Samples.lines(grid, 0, grid.rowCount()))
            .collect(Collectors.joining());
  }
}
