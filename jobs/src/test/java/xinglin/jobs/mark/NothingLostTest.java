package xinglin.jobs.mark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xinglin.jobs.open.Samples;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** Everything of the sender's file is there after marking: part by part, tag by tag. */
class NothingLostTest {
  private static final String SHEET = "汇总'表“一”";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"marked/everything-openpyxl.xlsx", "marked/everything-libreoffice.xlsx"})
  void workbook(String sample) throws IOException {
    Path marked =
        Answered.mark(
            folder,
            sample,
            Answered.error(SHEET, "B3", "数量不对。"),
            Answered.warning(SHEET, "C9", "说明不清。"),
            Answered.warning(SHEET, "Z40", "这里空着。"),
            Answered.error("隐藏表", "A1", "隐藏的错误。"));
    Set<String> changed = compare(Samples.file(sample), marked);
    changed.removeIf(part -> part.matches("xl/(worksheets|comments|drawings).*"));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "[Content_Types].xml",
                "xl/_rels/workbook.xml.rels",
                "xl/styles.xml",
                "xl/workbook.xml")),
        changed);
    assertEquals(texts(Samples.open(Samples.file(sample))), texts(Samples.open(marked)));
  }

  @Test
  void wordFile() throws IOException {
    String sample = "marked/everything-python-docx.docx";
    Path marked =
        Answered.mark(
            folder,
            sample,
            Answered.error("表1", "A2", "甲栏不对。"),
            Answered.warning("表1", "C3", "合并的格。"),
            Answered.error("表2", "B2", "乙栏不对。"),
            Answered.warning("正文", "P3", "户次数请核对。"));
    Set<String> changed = compare(Samples.file(sample), marked);
    assertEquals(
        new TreeSet<>(Set.of("[Content_Types].xml", "word/comments.xml", "word/document.xml")),
        changed);
    assertEquals(texts(Samples.open(Samples.file(sample))), texts(Samples.open(marked)));
    String body = Parts.text(marked, "word/document.xml");
    assertTrue(body.contains("<w:del w:id=\"1\" w:author=\"测试甲\">"), "tracked deletion");
    assertTrue(body.contains("<w:delText>12</w:delText>"), "deleted text");
  }

  /** Returns the names of parts that are not the same byte by byte; none may have lost a tag. */
  private static Set<String> compare(Path original, Path marked) throws IOException {
    Map<String, byte[]> before = Parts.of(original);
    Map<String, byte[]> after = Parts.of(marked);
    Set<String> changed = new TreeSet<>();
    for (Map.Entry<String, byte[]> part : before.entrySet()) {
      byte[] now = after.get(part.getKey());
      assertTrue(now != null, part.getKey() + " is gone");
      if (!java.util.Arrays.equals(part.getValue(), now)) {
        changed.add(part.getKey());
        assertEquals(List.of(), Parts.lost(part.getValue(), now), part.getKey());
      } else {
        assertArrayEquals(part.getValue(), now);
      }
    }
    return changed;
  }

  static String texts(Document document) {
    StringBuilder texts = new StringBuilder();
    for (Grid grid : document.grids()) {
      texts.append("== ").append(grid.sheet()).append(grid.hidden() ? " (hidden)\n" : "\n");
      texts.append(Samples.lines(grid, 0, grid.rowCount()));
    }
    document.paragraphs().forEach(one -> texts.append(one.address() + " " + one.text() + "\n"));
    return texts.toString();
  }
}
