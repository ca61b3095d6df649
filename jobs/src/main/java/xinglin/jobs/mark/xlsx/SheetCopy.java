package xinglin.jobs.mark.xlsx;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import xinglin.jobs.mark.part.Change;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.Tag;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.sheet.CellAddress;

/**
 * Copies a worksheet: cells get the style of their mark, missing ones are put in, everything else
 * stays as it was written. Memory does not grow with the sheet.
 */
final class SheetCopy implements Change {
  /** Elements before which the reference to comments must stand. */
  private static final Set<String> AFTER_COMMENTS =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  private final int index;
  private final SheetMarks marks;
  private final Styles styles;
  private final List<Swatch> swatches;
  private final String commentsId;
  private final String relationships;
  private final Widths widths;
  private final NavigableMap<Integer, NavigableMap<Integer, Severity>> left = new TreeMap<>();
  private final NavigableMap<Integer, Integer> columnStyles = new TreeMap<>();

  private Tag root = new Tag("<worksheet>");
  private int row = -1;
  private int column = -1;
  private int rowStyle = -1;
  private boolean data;
  private boolean referred;
  private NavigableMap<Integer, Severity> here = new TreeMap<>();

  /**
   * @param index among the sender's sheets
   * @param swatches gets how marked cells looked before
   * @param commentsId relationship of comments that the sheet does not refer to yet; empty if it
   *     needs no new one
   */
  SheetCopy(
      int index,
      SheetMarks marks,
      Styles styles,
      List<Swatch> swatches,
      String commentsId,
      String relationships,
      Widths widths) {
    this.index = index;
    this.marks = marks;
    this.styles = styles;
    this.swatches = swatches;
    this.commentsId = commentsId;
    this.relationships = relationships;
    this.widths = widths;
    this.referred = commentsId.isEmpty();
    marks.cells().forEach((at, cells) -> left.put(at, new TreeMap<>(cells)));
  }

  @Override
  public void copy(Markup in, Writer out) throws IOException {
    int depth = 0;
    while (in.next()) {
      if (in.kind() == Markup.Kind.OTHER) {
        out.write(in.raw());
        continue;
      }
      if (in.kind() == Markup.Kind.END) {
        depth--;
      }
      if (data) {
        inData(in, out);
      } else {
        outside(in, out, depth);
      }
      if (in.kind() == Markup.Kind.START) {
        depth++;
      }
    }
  }

  private void outside(Markup in, Writer out, int depth) throws IOException {
    if (depth == 0 && in.kind() == Markup.Kind.START) {
      root = in.tag();
    }
    boolean end = depth == 0 && in.kind() == Markup.Kind.END;
    boolean later =
        depth == 1 && in.kind() != Markup.Kind.END && AFTER_COMMENTS.contains(in.tag().local());
    if (!referred && (end || later)) {
      referred = true;
      out.write(
          "<"
              + root.prefix()
              + "legacyDrawing xmlns:r=\""
              + relationships
              + "\" r:id=\""
              + commentsId
              + "\"/>");
    }
    if (in.starts("sheetView") && in.tag().flag("tabSelected")) {
      out.write(in.tag().with("tabSelected", "0").raw());
    } else if (in.starts("sheetData")) {
      data = !in.isEmpty();
      if (in.isEmpty() && !left.isEmpty()) {
        out.write(in.tag().opened().raw());
        rowsBefore(Integer.MAX_VALUE, out);
        out.write(in.tag().end());
      } else {
        out.write(in.raw());
      }
    } else {
      if (depth == 2 && in.starts("col")) {
        columns(in.tag());
      } else if (in.starts("sheetFormatPr")) {
        widths.defaults(in.tag());
      }
      out.write(in.raw());
    }
  }

  private void columns(Tag tag) {
    int first = tag.number("min", 1) - 1;
    int last = Math.min(16_383, tag.number("max", first + 1) - 1);
    widths.columns(first, last, tag);
    if (tag.find("style").isPresent()) {
      columnStyles.put(first, tag.number("style", 0));
      columnStyles.putIfAbsent(last + 1, 0);
    }
  }

  private void inData(Markup in, Writer out) throws IOException {
    if (in.starts("row")) {
      row(in, out);
    } else if (in.ends("row")) {
      cellsBefore(Integer.MAX_VALUE, out);
      out.write(in.raw());
    } else if (in.starts("c")) {
      cell(in, out);
    } else if (in.ends("sheetData")) {
      rowsBefore(Integer.MAX_VALUE, out);
      data = false;
      out.write(in.raw());
    } else {
      out.write(in.raw());
    }
  }

  private void row(Markup in, Writer out) throws IOException {
    Tag tag = in.tag();
    row = tag.number("r", row + 2) - 1;
    column = -1;
    rowsBefore(row, out);
    widths.row(row, tag);
    here = new TreeMap<>(left.getOrDefault(row, new TreeMap<>()));
    left.remove(row);
    rowStyle = tag.flag("customFormat") ? tag.number("s", 0) : -1;
    Tag written = here.isEmpty() ? tag : tag.without("spans");
    if (in.isEmpty() && !here.isEmpty()) {
      out.write(written.opened().raw());
      cellsBefore(Integer.MAX_VALUE, out);
      out.write(tag.end());
    } else {
      out.write(written.raw());
    }
  }

  private void cell(Markup in, Writer out) throws IOException {
    if (here.isEmpty() && !styles.hadOurs()) {
      out.write(in.raw());
      return;
    }
    Tag tag = in.tag();
    column = column(tag);
    cellsBefore(column, out);
    int style = tag.number("s", 0);
    int before = styles.isOurs(style) ? marks.former(row, column, -1) : style;
    if (before < 0) {
      before = styles.cleared(style);
    }
    Severity severity = here.remove(column);
    int now = severity == null ? before : mark(row, column, before, severity);
    out.write(now == style ? in.raw() : tag.with("s", String.valueOf(now)).raw());
  }

  private int column(Tag tag) {
    String address = tag.text("r");
    int at = 0;
    int found = 0;
    while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
      found = found * 26 + (address.charAt(at++) - 'A' + 1);
    }
    return found > 0 ? found - 1 : column + 1;
  }

  private int mark(int atRow, int atColumn, int style, Severity severity) {
    int marked = styles.marked(style, severity);
    if (marked != style) {
      swatches.add(new Swatch(index, atRow, atColumn, style));
    }
    return marked;
  }

  /** Puts in the marked cells of this row that were never written. */
  private void cellsBefore(int end, Writer out) throws IOException {
    while (!here.isEmpty() && here.firstKey() < end) {
      Map.Entry<Integer, Severity> cell = here.pollFirstEntry();
      blank(row, cell.getKey(), rowStyle, cell.getValue(), out);
    }
  }

  private void rowsBefore(int end, Writer out) throws IOException {
    List<Integer> missing = new ArrayList<>(left.headMap(end, false).keySet());
    for (int at : missing) {
      out.write("<" + root.prefix() + "row r=\"" + (at + 1) + "\">");
      Iterator<Map.Entry<Integer, Severity>> cells =
          left.getOrDefault(at, new TreeMap<>()).entrySet().iterator();
      while (cells.hasNext()) {
        Map.Entry<Integer, Severity> cell = cells.next();
        blank(at, cell.getKey(), -1, cell.getValue(), out);
      }
      out.write("</" + root.prefix() + "row>");
      left.remove(at);
    }
  }

  private void blank(int atRow, int atColumn, int style, Severity severity, Writer out)
      throws IOException {
    Map.Entry<Integer, Integer> ofColumn = columnStyles.floorEntry(atColumn);
    int before = style >= 0 ? style : ofColumn == null ? 0 : ofColumn.getValue();
    out.write(
        "<"
            + root.prefix()
            + "c r=\""
            + new CellAddress(atRow, atColumn).a1()
            + "\" s=\""
            + mark(atRow, atColumn, before, severity)
            + "\"/>");
  }
}
