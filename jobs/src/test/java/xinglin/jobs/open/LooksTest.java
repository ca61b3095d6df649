package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xinglin.schemas.sheet.Grid;

/**
 * What is crossed out or raised is read as it looks: 12 crossed out and 41 is not 1241, 33 with a
 * note mark is not 331, and a cell crossed out as a whole is not reported. Files of openpyxl,
 * python-docx and LibreOffice.
 */
class LooksTest {
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls", "ods", "docx", "doc"})
  void crossedOutAndRaised(String extension) throws IOException {
    Grid grid = Samples.open(Samples.file("odd/crossed-out." + extension)).grids().get(0);
    int west = 0;
    while (!grid.text(west, 0).equals("西医")) {
      west++;
    }
    assertEquals("1\u03362\u033641", grid.text(west, 1));
    assertEquals("33¹", grid.text(west + 1, 1));
    assertEquals("2\u03367\u0336", grid.text(west + 2, 1));
    assertEquals("19", grid.text(west + 3, 1));
  }
}
