package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** Separated text in every encoding that Chinese offices send. */
class CsvTest {
  @TempDir Path folder;

  @Test
  void registerInGb18030WithACharacterOutsideGbk() throws IOException {
    Document document = Samples.open(Samples.file("forms/lead-register.csv"));
    Grid grid = document.grids().get(0);
    assertEquals(Document.Format.CSV, document.format());
    assertEquals("", grid.sheet());
    assertEquals(122, grid.rowCount());
    assertEquals("线索编号", grid.text(0, 0));
    assertEquals("反映䶮某在出租屋内拔牙", grid.text(8, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, 0",
    "UTF-8, 1",
    "UTF-16LE, 1",
    "UTF-16BE, 1",
    "UTF-16LE, 0",
    "GB18030, 0",
  })
  void encodingsByContent(String charset, int mark) throws IOException {
    String text =
        (mark == 1 ? "\ufeff" : "") + "编号,名称,备注\r\n1,\"甲, 乙\",\"上\n\"\"下\"\"\"\r\n\r\n2,䶮𠮷,\r\n";
    Path file = Files.write(folder.resolve("a.csv"), text.getBytes(Charset.forName(charset)));
    Grid grid = Samples.open(file).grids().get(0);
    assertEquals(
        "A1=编号 | B1=名称 | C1=备注\nA2=1 | B2=甲, 乙 | C2=上⏎\"下\"\nA4=2 | B4=䶮𠮷\n",
        Samples.lines(grid, 0, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"编号;名称#1;甲,乙", "sep=;#编号;名称#1;甲,乙", "编号TAB名称#1TAB甲,乙"})
  void separatorsByContent(String text) throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.csv"), text.replace('#', '\n').replace("TAB", "\t"));
    assertEquals(
        "A1=编号 | B1=名称\nA2=1 | B2=甲,乙\n", Samples.lines(Samples.open(file).grids().get(0), 0, 2));
  }
}
