package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;

/** A file too large for a document holds the same rows as a small one of the same content. */
class LargeFileTest {
  private static final PenaltyLayouts LAYOUTS =
      Definitions.load(Optional.empty()).exchange().layouts();
  private static final List<String> HEADER =
      List.of(
          "CF_XDR_MC",
          "CF_XDR_LB",
          "CF_XDR_SHXYM",
          "CF_XDR_ZJHM",
          "CF_WSH",
          "CF_WFXW",
          "CF_SY",
          "CF_YJ",
          "CF_CFLB",
          "CF_NR",
          "CF_NR_FK",
          "CF_JDRQ",
          "CF_CFJG",
          "CF_CFJGDM",
          "BZ");
  private static final int FINE = HEADER.indexOf("CF_NR_FK");
  private static final int DATE = HEADER.indexOf("CF_JDRQ");
  private static final int SHARED = HEADER.indexOf("CF_WFXW");
  private static final int FEW = 40;
  private static final long LEAST = 1 << 18;

  @TempDir Path folder;

  @Test
  void rowsOfAWorkbookAreTheSame() throws IOException {
    int many = 3_000;
    Path small = workbook("small.xlsx", FEW);
    Path large = workbook("large.xlsx", many);
    assertEquals(List.of(), LargeFile.find(large, LAYOUTS));
    List<PenaltySheet> found = LargeFile.find(large, LAYOUTS, LEAST, LEAST);
    assertEquals(1, found.size());
    assertEquals("S", found.get(0).sheet());
    assertEquals(2, found.get(0).headerRow());
    assertTrue(found.get(0).rows().areMany());
    List<String> rows = rows(found.get(0));
    assertEquals(many, rows.size());
    assertEquals(document(small), rows.subList(0, FEW));
    assertTrue(rows.get(0).contains("|2|2024-05-11|"), rows.get(0));
    assertEquals(rows, rows(found.get(0)));
  }

  @Test
  void rowsOfATextInTheEncodingOfOldMachinesAreTheSame() throws IOException {
    int many = 3_000;
    Path small = text("small.csv", FEW);
    Path large = text("large.csv", many);
    assertEquals(List.of(), LargeFile.find(large, LAYOUTS));
    List<PenaltySheet> found = LargeFile.find(large, LAYOUTS, LEAST, LEAST);
    assertEquals(1, found.size());
    assertTrue(found.get(0).rows().areMany());
    List<String> rows = rows(found.get(0));
    assertEquals(many, rows.size());
    assertEquals(document(small), rows.subList(0, FEW));
  }

  @Test
  void aLargeWorkbookOfSomethingElseIsNone() throws IOException {
    Path other =
        RawWorkbook.of("")
            .part(
                "xl/worksheets/sheet1.xml",
                out -> sheet(out, 3_000, HEADER.stream().map(name -> "列" + name).toList()))
            .write(folder.resolve("other.xlsx"));
    assertEquals(List.of(), LargeFile.find(other, LAYOUTS, LEAST, LEAST));
  }

  private List<String> document(Path file) throws IOException {
    OpenedDocument opened = (OpenedDocument) FileOpener.open(file, Limits.standard());
    return rows(LAYOUTS.find(opened.document()).get(0));
  }

  private static List<String> rows(PenaltySheet sheet) throws IOException {
    List<String> rows = new ArrayList<>();
    sheet
        .rows()
        .each(
            (row, texts) ->
                rows.add((row + "|" + String.join("|", texts)).replaceAll("\\|+$", "")));
    return rows;
  }

  private Path workbook(String name, int rows) throws IOException {
    return RawWorkbook.of("")
        .part("xl/worksheets/sheet1.xml", out -> sheet(out, rows, HEADER))
        .part(
            "xl/strings.xml",
            "<sst><si><t>非医师行医</t></si><si><r><t>擅自</t></r><r><t>执业</t></r></si></sst>")
        .part(
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>")
        .write(folder.resolve(name));
  }

  private static void sheet(OutputStream out, int rows, List<String> header) throws IOException {
    StringBuilder top = new StringBuilder("<worksheet><sheetData><row r='1'>");
    top.append("<c r='A1' t='inlineStr'><is><t>行政处罚信息</t></is></c></row><row r='2'>");
    header.forEach(label -> top.append(inline(label)));
    write(out, top.append("</row>"));
    Random random = new Random(5);
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder("<row r='" + (row + 3) + "'>");
      for (int column = 0; column < header.size() - 1; column++) {
        if (column == FINE) {
          line.append("<c r='")
              .append((char) ('A' + column))
              .append(row + 3)
              .append("'><v>2</v></c>");
        } else if (column == DATE) {
          line.append("<c s='1'><v>45423</v></c>");
        } else if (column == SHARED) {
          line.append("<c t='s'><v>").append(row % 2).append("</v></c>");
        } else {
          line.append(inline(words(random)));
        }
      }
      write(out, line.append("</row>"));
    }
    write(out, new StringBuilder("</sheetData></worksheet>"));
  }

  private static String inline(String text) {
    return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private static void write(OutputStream out, StringBuilder text) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Path text(String name, int rows) throws IOException {
    Path file = folder.resolve(name);
    Random random = new Random(6);
    try (BufferedWriter out = Files.newBufferedWriter(file, Charset.forName("GB18030"))) {
      out.write(String.join(",", HEADER) + "\n");
      for (int row = 0; row < rows; row++) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < HEADER.size(); column++) {
          fields.add(column == DATE ? "2024-05-11" : "\"" + words(random) + ",䶮\"");
        }
        out.write(String.join(",", fields) + "\n");
      }
    }
    return file;
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < 40; at++) {
      words.append((char) (0x4e00 + random.nextInt(5_000)));
    }
    return words.toString();
  }
}
