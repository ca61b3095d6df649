package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static String text(Document document) {
    return document.paragraphs().stream()
            .map(paragraph -> paragraph.address() + "=" + paragraph.text())
            .collect(Collectors.joining("\n"))
        + document.grids().stream()
            .map(grid -> "\n" + grid.sheet() + "\n" + Samples.lines(grid, 0, grid.rowCount()))
            .collect(Collectors.joining());
  }
}
