package xinglin.jobs.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.open.Samples;
import xinglin.schemas.reading.Verdict;

/** A .docx is marked in its own file. */
class MarkedWordTest {
  private static final String SAMPLE = "marked/everything-python-docx.docx";

  @TempDir Path folder;

  @Test
  void firstPageShadedCellsAndComments() throws IOException {
    Path marked =
        Answered.mark(
            folder,
            SAMPLE,
            Answered.error("表1", "A2", "表1!A2 甲栏：不对。"),
            Answered.warning("表1", "C3", "表1!C3 丙栏：不清。"),
            Answered.warning("正文", "P3", "正文!P3 户次数请核对。"));
    try (XWPFDocument document = open(marked)) {
      assertEquals(
          "审核结果：退回，请改正后重新报送",
          document.getBodyElements().get(0) instanceof org.apache.poi.xwpf.usermodel.XWPFParagraph p
              ? p.getText()
              : "");
      List<XWPFTable> tables = document.getTables();
      assertEquals("现在怎么办", tables.get(0).getRow(0).getCell(0).getText());
      assertEquals(
          List.of("1", "错误必须改正", "表1第 2 行第 1 列", "甲栏：不对。TOTAL_MISMATCH", "20余", "20"),
          texts(tables.get(1), 1));
      assertEquals(
          List.of("2", "提醒请核对", "表1第 3 行第 3 列", "丙栏：不清。APPROXIMATE", "20余", "20"),
          texts(tables.get(1), 2));
      assertEquals("正文第 3 段", texts(tables.get(1), 3).get(2));
      assertEquals("FF9C8F", tables.get(2).getRow(1).getCell(0).getColor());
      assertEquals("FF9C8F", tables.get(2).getRow(2).getCell(0).getColor());
      assertEquals("FFF1A6", tables.get(2).getRow(2).getCell(2).getColor());
      assertEquals("DDEEFF", tables.get(2).getRow(1).getCell(3).getColor());
      assertEquals(
          List.of("请核对", "【审核·错误】必须改正甲栏：不对。", "【审核·提醒】请核对丙栏：不清。", "【审核·提醒】请核对户次数请核对。"),
          Stream.of(document.getComments())
              .map(XWPFComment::getText)
              .map(text -> text.replace("\n", ""))
              .toList());
    }
    String body = Parts.text(marked, "word/document.xml");
    assertTrue(body.contains("<w:hyperlink w:anchor=\"xinglin_0\""), "link");
    assertTrue(body.contains("w:name=\"xinglin_0\""), "bookmark");
  }

  @Test
  void sentBackItIsReadAndMarkedLikeTheOriginal() throws IOException {
    Path once =
        Answered.mark(
            folder,
            SAMPLE,
            Answered.error("表1", "A2", "甲栏不对。"),
            Answered.warning("正文", "P3", "请核对。"));
    Path twice = folder.resolve("twice.docx");
    MarkedCopy.write(
        once, Samples.open(once), Answered.summary(Verdict.ACCEPTED), List.of(), twice);
    String body = Parts.text(twice, "word/document.xml");
    assertFalse(body.contains("FF9C8F") || body.contains("xinglin_0"), "marks are gone");
    assertEquals(1, body.split("审核结果：", -1).length - 1);
    assertFalse(Parts.text(twice, "word/comments.xml").contains("【审核"), "comments are gone");
    assertEquals(
        NothingLostTest.texts(Samples.open(Samples.file(SAMPLE))),
        NothingLostTest.texts(Samples.open(twice)));
    assertEquals(
        List.of(),
        Parts.lost(
            Parts.of(Samples.file(SAMPLE)).get("word/document.xml"),
            Parts.of(twice).get("word/document.xml")));
  }

  @Test
  void everyCellThatIsReadCanBeMarkedWhereItStands() throws IOException {
    for (String sample : List.of("forms/c-jiawang-clean.docx", "forms/t2-zhongning.docx", SAMPLE)) {
      for (var grid : Samples.open(Samples.file(sample)).grids()) {
        for (int row = 0; row < grid.rowCount(); row++) {
          for (var cell : grid.row(row)) {
            if (!cell.isBlank()) {
              marked(sample, grid.sheet(), cell);
            }
          }
        }
      }
    }
  }

  /** The commented range must begin in the cell whose text was read at that address. */
  private void marked(String sample, String sheet, xinglin.schemas.sheet.Cell cell)
      throws IOException {
    Path marked = Answered.mark(folder, sample, Answered.error(sheet, cell.address().a1(), "不对。"));
    String body = Parts.text(marked, "word/document.xml");
    int from = body.indexOf("w:name=\"xinglin_0\"");
    String rest = body.substring(from, body.indexOf("</w:p>", from));
    String text = rest.replaceAll("<w:(br|cr)[^>]*/>", "\n").replaceAll("<[^>]*>", "");
    assertTrue(
        cell.text()
            .startsWith(
                xinglin.jobs.mark.part.XmlText.plain(text.substring(text.indexOf('>') + 1))),
        sample + " " + sheet + "!" + cell.address().a1() + ": " + cell.text() + " but " + text);
  }

  private static List<String> texts(XWPFTable table, int row) {
    return table.getRow(row).getTableCells().stream()
        .map(cell -> cell.getText().replace("\n", "").replace("\t", ""))
        .toList();
  }

  private static XWPFDocument open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XWPFDocument(in);
    }
  }
}
