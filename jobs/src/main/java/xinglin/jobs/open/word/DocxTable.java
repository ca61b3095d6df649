package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.word.WordGrid.Merge;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Grid;

/** Reads a table of a .docx. */
public final class DocxTable {
  private final Xml xml;
  private final Budget budget;
  private final WordGrid grid;

  private DocxTable(Xml xml, Budget budget) {
    this.xml = xml;
    this.budget = budget;
    this.grid = new WordGrid(budget);
  }

  /** The table just started. */
  static Grid read(Xml xml, String name, Budget budget)
      throws XMLStreamException, RefusalException {
    DocxTable table = new DocxTable(xml, budget);
    table.read();
    return table.grid.build(name);
  }

  private void read() throws XMLStreamException, RefusalException {
    while (xml.next() && !xml.ends("tbl")) {
      if (xml.starts("tr")) {
        grid.row();
      } else if (xml.starts("gridBefore")) {
        grid.skip(xml.number("val", 0));
      } else if (xml.starts("tc")) {
        cell();
      } else if (xml.starts("sdtPr") || xml.starts("tblPr")) {
        xml.skip();
      }
    }
  }

  private void cell() throws XMLStreamException, RefusalException {
    int span = 1;
    Merge merge = Merge.NONE;
    List<String> lines = new ArrayList<>();
    DocxText content = new DocxText(xml, budget);
    while (xml.next() && !xml.ends("tc")) {
      if (xml.starts("gridSpan")) {
        span = xml.number("val", 1);
      } else if (xml.starts("vMerge")) {
        merge = xml.text("val").equals("restart") ? Merge.STARTS : Merge.GOES_ON;
      } else if (xml.starts("hMerge") && !xml.text("val").equals("restart")) {
        merge = Merge.BESIDES;
      } else if (xml.isStart()) {
        content.block(lines, 0);
      }
    }
    grid.cell(span, String.join("\n", lines), merge);
  }
}
