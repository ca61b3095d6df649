package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

class OdsTest {
  @Test
  void aFormOfLibreOffice() throws IOException {
    Document document = Samples.open(Samples.file("forms/i-xinyi-clean.ods"));
    Grid grid = document.grids().get(0);
    assertEquals("汇总表", grid.sheet());
    assertEquals(
        "A6=西医 | B6=130 | C6=2 | D6=0 | E6=0 | F6=1 | G6=5 | H6=2 | I6=1 | J6=0 | K6=1 | L6=已录入2件\n",
        Samples.lines(grid, 5, 6));
    assertEquals(Document.Format.ODS, document.format());
  }
}
