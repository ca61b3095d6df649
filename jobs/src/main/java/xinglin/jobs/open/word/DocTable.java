package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.word.WordGrid.Merge;
import xinglin.schemas.sheet.Grid;

/**
 * Lays a table of Word 97 out on its grid. Such a table has no columns: each row says where the
 * edges of its cells lie. All edges together are the grid; those that lie within half a millimetre
 * of each other are one.
 */
final class DocTable {
  private static final int SAME_EDGE_TWIPS = 28;

  private final Table table;
  private final DocSource source;
  private final String name;
  private final TableNames names;
  private final List<Grid> inside = new ArrayList<>();
  private final NavigableMap<Integer, Integer> columns = new TreeMap<>();

  private DocTable(Table table, String name, DocSource source) {
    this.table = table;
    this.name = name;
    this.names = TableNames.inside(name);
    this.source = source;
    NavigableSet<Integer> edges = new TreeSet<>();
    for (int row = 0; row < table.numRows(); row++) {
      for (int cell = 0; cell < table.getRow(row).numCells(); cell++) {
        TableCell here = table.getRow(row).getCell(cell);
        edges.add(here.getLeftEdge());
        edges.add(here.getLeftEdge() + here.getWidth());
      }
    }
    int column = -1;
    int last = Integer.MIN_VALUE;
    for (int edge : edges) {
      if (column < 0 || edge - last > SAME_EDGE_TWIPS) {
        column++;
        last = edge;
      }
      columns.put(edge, column);
    }
  }

  /** The table, followed by the tables inside its cells. */
  static List<Grid> read(Table table, String name, DocSource source) throws RefusalException {
    source.budget().sheet();
    DocTable reading = new DocTable(table, name, source);
    List<Grid> grids = new ArrayList<>();
    grids.add(reading.grid());
    grids.addAll(reading.inside);
    return grids;
  }

  private Grid grid() throws RefusalException {
    WordGrid grid = new WordGrid(source.budget());
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      grid.row();
      for (int j = 0; j < row.numCells(); j++) {
        TableCell cell = row.getCell(j);
        int left = column(cell.getLeftEdge());
        int right = column(cell.getLeftEdge() + cell.getWidth());
        if (j == 0) {
          grid.skip(left);
        }
        source.notes().at(name, grid.next().a1());
        grid.cell(right - left, text(cell), merge(cell));
      }
    }
    return grid.build(name);
  }

  private int column(int edge) {
    Integer column = columns.get(edge);
    return column == null ? 0 : column;
  }

  private static Merge merge(TableCell cell) {
    if (cell.isMerged() && !cell.isFirstMerged()) {
      return Merge.BESIDES;
    }
    if (!cell.isVerticallyMerged()) {
      return Merge.NONE;
    }
    return cell.isFirstVerticallyMerged() ? Merge.STARTS : Merge.GOES_ON;
  }

  private String text(TableCell cell) throws RefusalException {
    List<String> lines = new ArrayList<>();
    int after = -1;
    for (int i = 0; i < cell.numParagraphs(); i++) {
      Paragraph paragraph = cell.getParagraph(i);
      if (paragraph.getStartOffset() < after) {
        continue;
      }
      if (paragraph.getTableLevel() > table.getTableLevel()) {
        Table nested = cell.getTable(paragraph);
        after = Math.max(nested.getEndOffset(), paragraph.getEndOffset());
        inside.addAll(read(nested, names.next(), source));
      } else {
        lines.add(DocText.of(paragraph, source));
      }
    }
    return String.join("\n", lines);
  }
}
