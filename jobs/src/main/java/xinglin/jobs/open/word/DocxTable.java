package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.word.WordGrid.Merge;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Grid;

/** Reads a table of a .docx, and the tables inside its cells. */
final class DocxTable {
  private final DocxSource source;
  private final Xml xml;
  private final WordGrid grid;
  private final String name;
  private final DocxText text;
  private boolean rowStarted;

  private DocxTable(DocxSource source, String name, int depth) {
    this.source = source;
    this.xml = source.xml();
    this.grid = new WordGrid(source.budget());
    this.name = name;
    this.text = new DocxText(source, TableNames.inside(name), depth + 1);
  }

  /** The table just started, followed by the tables inside it. */
  static List<Grid> read(DocxSource source, String name, int depth)
      throws XMLStreamException, RefusalException {
    source.budget().sheet();
    DocxTable table = new DocxTable(source, name, depth);
    table.read();
    List<Grid> grids = new ArrayList<>();
    grids.add(table.grid.build(name));
    grids.addAll(table.text.takeTables());
    return grids;
  }

  /** Content controls may wrap rows and cells. */
  private void read() throws XMLStreamException, RefusalException {
    int skipped = 0;
    while (xml.next() && !xml.ends("tbl")) {
      if (!xml.isStart()) {
        text.ended();
        continue;
      }
      switch (xml.name()) {
        case "tr" -> {
          rowStarted = false;
          skipped = 0;
        }
        case "gridBefore" -> skipped = xml.number("val", 0);
        case "tc" -> {
          if (!rowStarted) {
            grid.row();
            grid.skip(skipped);
            rowStarted = true;
          }
          cell();
        }
        case "del" -> deletedRow();
        case "ins" -> source.notes().inserted();
        case "sdtPr" -> text.control();
        case "tblPr", "tblPrEx" -> xml.skip();
        default -> {}
      }
    }
  }

  /** A row that is marked as deleted says so before its cells. */
  private void deletedRow() throws XMLStreamException {
    source.notes().deleted();
    while (!xml.ends("tr") && xml.next()) {
      if (xml.starts("tc")) {
        xml.skip();
      }
    }
  }

  private void cell() throws XMLStreamException, RefusalException {
    int span = 1;
    Merge merge = Merge.NONE;
    List<String> lines = new ArrayList<>();
    source.notes().at(name, grid.next().a1());
    while (xml.next() && !xml.ends("tc")) {
      if (!xml.isStart()) {
        text.ended();
        continue;
      }
      switch (xml.name()) {
        case "gridSpan" -> span = xml.number("val", 1);
        case "vMerge" -> merge = xml.text("val").equals("restart") ? Merge.STARTS : Merge.GOES_ON;
        case "hMerge" -> merge = xml.text("val").equals("restart") ? merge : Merge.BESIDES;
        case "tcPrChange" -> xml.skip();
        default -> text.block(lines);
      }
    }
    grid.cell(span, String.join("\n", lines), merge);
  }
}
