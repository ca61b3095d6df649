package xinglin.jobs.mark.docx;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.part.Change;
import xinglin.jobs.mark.part.Markup;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Paragraph;

/**
 * Copies the body of a document: our page first, that of an earlier answer left out, marked cells
 * and paragraphs shaded and anchored. Counts paragraphs and places cells as {@code
 * xinglin.jobs.open.word} does.
 */
final class DocumentCopy implements Change {
  /** Beginning of the names of our bookmarks. */
  static final String BOOKMARK = "xinglin_";

  private static final int FIRST_BOOKMARK = 910_000;
  private static final int WIDEST = 1_000;

  private final DocumentScan scan;
  private final String page;
  private final List<Mark> marks;
  private final Comments comments;
  private final Map<String, Map<CellAddress, Integer>> places = new HashMap<>();
  private final Set<String> ownBookmarks = new HashSet<>();
  private long piece;
  private int paragraphs;

  /**
   * @param page XML of our first page
   */
  DocumentCopy(DocumentScan scan, String page, List<Mark> marks, Comments comments) {
    this.scan = scan;
    this.page = page;
    this.marks = marks;
    this.comments = comments;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      Map<CellAddress, Integer> there =
          places.computeIfAbsent(mark.spot().sheet(), none -> new HashMap<>());
      for (int row = 0; row < mark.spot().rows(); row++) {
        there.put(new CellAddress(mark.spot().row() + row, mark.spot().column()), i);
      }
    }
  }

  /** The mark that covers a place, as its number; -1 if none does. */
  private int mark(String sheet, int row, int column) {
    return places.getOrDefault(sheet, Map.of()).getOrDefault(new CellAddress(row, column), -1);
  }

  @Override
  public void copy(Markup in, Writer out) throws IOException {
    Names names = new Names("表");
    while (next(in)) {
      if (in.starts("p")) {
        paragraph(in, out, mark(Paragraph.SHEET, paragraphs++, 0), true, names);
      } else if (in.starts("body")) {
        out.write(in.raw() + page);
        while (piece < scan.pageEnd() && next(in)) {
          // The page of an earlier answer.
        }
      } else {
        inside(in, out, names);
      }
    }
  }

  /** Counts tables as they are named: 表1, and inside its cells 表1.1. */
  private static final class Names {
    private final String prefix;
    private int given;

    Names(String prefix) {
      this.prefix = prefix;
    }

    String next() {
      given++;
      return prefix + given;
    }
  }

  /** A piece that is no paragraph; what is not read is copied without being looked into. */
  private void inside(Markup in, Writer out, Names names) throws IOException {
    if (in.starts("tbl") && !in.isEmpty()) {
      out.write(in.raw());
      table(in, out, names.next());
    } else if (in.starts("del")
        || in.starts("moveFrom")
        || in.starts("Fallback")
        || in.starts("sdtPr")) {
      through(in, out);
    } else {
      write(in, out);
    }
  }

  private boolean next(Markup in) throws IOException {
    piece++;
    return in.next();
  }

  /** Writes a piece unless an earlier answer put it there. */
  private void write(Markup in, Writer out) throws IOException {
    if (in.isEmpty()) {
      if (in.starts("bookmarkStart") && in.tag().text("name").startsWith(BOOKMARK)) {
        ownBookmarks.add(in.tag().text("id"));
        return;
      }
      if (in.starts("bookmarkEnd") && ownBookmarks.contains(in.tag().text("id"))) {
        return;
      }
      boolean comment =
          in.starts("commentRangeStart")
              || in.starts("commentRangeEnd")
              || in.starts("commentReference");
      if (comment && comments.gone().contains(in.tag().text("id"))) {
        return;
      }
    }
    out.write(in.raw());
  }

  /** Copies the element at hand to its end. */
  private void through(Markup in, Writer out) throws IOException {
    out.write(in.raw());
    for (int depth = in.isEmpty() ? 0 : 1; depth > 0 && next(in); ) {
      depth += in.kind() == Markup.Kind.START ? 1 : in.kind() == Markup.Kind.END ? -1 : 0;
      write(in, out);
    }
  }

  private void table(Markup in, Writer out, String name) throws IOException {
    Names names = new Names(name + ".");
    boolean rowStarted = false;
    int skipped = 0;
    int row = -1;
    int column = 0;
    while (next(in)) {
      if (in.starts("tr")) {
        rowStarted = false;
        skipped = 0;
      } else if (in.starts("gridBefore")) {
        skipped = clamp(in.tag().number("val", 0), 0);
      } else if (in.starts("tc") && !in.isEmpty()) {
        row += rowStarted ? 0 : 1;
        column = rowStarted ? column : skipped;
        rowStarted = true;
        column += cell(in, out, new Place(name, row, column), names);
        continue;
      } else if (in.starts("del")) {
        deletedRow(in, out);
        continue;
      } else if (in.starts("sdtPr") || in.starts("tblPr") || in.starts("tblPrEx")) {
        through(in, out);
        continue;
      }
      write(in, out);
      if (in.ends("tbl")) {
        return;
      }
    }
  }

  /** A row that is marked as deleted is not counted. */
  private void deletedRow(Markup in, Writer out) throws IOException {
    out.write(in.raw());
    boolean goesOn = next(in);
    for (; goesOn && !in.ends("tr"); goesOn = next(in)) {
      if (in.starts("tc")) {
        through(in, out);
      } else {
        write(in, out);
      }
    }
    out.write(in.raw());
  }

  private record Place(String table, int row, int column) {}

  /** Returns how many columns the cell covers. */
  private int cell(Markup in, Writer out, Place place, Names names) throws IOException {
    out.write(in.raw());
    String properties = "";
    boolean goesOn = next(in);
    while (goesOn && in.kind() == Markup.Kind.OTHER) {
      out.write(in.raw());
      goesOn = next(in);
    }
    if (in.starts(Shading.CELL.element())) {
      properties = element(in);
      goesOn = next(in);
    }
    int mark = mark(place.table(), place.row(), place.column());
    out.write(Shading.CELL.applied(properties, severity(mark)));
    boolean anchored = mark < 0 || marks.get(mark).spot().row() != place.row();
    for (; goesOn && !in.ends("tc"); goesOn = next(in)) {
      if (in.starts("p")) {
        paragraph(in, out, anchored ? -1 : mark, false, names);
        anchored = true;
      } else {
        inside(in, out, names);
      }
    }
    out.write(in.raw());
    return clamp(span(properties), 1);
  }

  private Optional<Severity> severity(int mark) {
    return mark < 0 ? Optional.empty() : Optional.of(marks.get(mark).severity());
  }

  private static int span(String properties) throws IOException {
    int span = 1;
    Markup markup = new Markup(new StringReader(properties));
    while (markup.next() && !markup.starts("tcPrChange")) {
      if (markup.starts("gridSpan")) {
        span = markup.tag().number("val", 1);
      }
    }
    return span;
  }

  private static int clamp(int columns, int least) {
    return Math.max(least, Math.min(WIDEST, columns));
  }

  /** The element at hand to its end. */
  private String element(Markup in) throws IOException {
    StringBuilder element = new StringBuilder(in.raw());
    for (int depth = in.isEmpty() ? 0 : 1; depth > 0 && next(in); ) {
      depth += in.kind() == Markup.Kind.START ? 1 : in.kind() == Markup.Kind.END ? -1 : 0;
      element.append(in.raw());
    }
    return element.toString();
  }

  /**
   * Copies a paragraph, text boxes in it included.
   *
   * @param shaded whether the paragraph itself carries the colour
   */
  private void paragraph(Markup in, Writer out, int mark, boolean shaded, Names names)
      throws IOException {
    boolean empty = in.isEmpty();
    if (empty && mark < 0) {
      out.write(in.raw());
      return;
    }
    String end = in.tag().end();
    out.write(in.tag().opened().raw());
    boolean goesOn = !empty && next(in);
    while (goesOn && in.kind() == Markup.Kind.OTHER) {
      out.write(in.raw());
      goesOn = next(in);
    }
    String properties = "";
    if (goesOn && in.starts(Shading.PARAGRAPH.element())) {
      properties = element(in);
      goesOn = next(in);
    }
    out.write(Shading.PARAGRAPH.applied(properties, shaded ? severity(mark) : Optional.empty()));
    out.write(mark < 0 ? "" : anchorStart(mark));
    for (; goesOn && !in.ends("p"); goesOn = next(in)) {
      if (in.starts("p")) {
        paragraph(in, out, -1, false, names);
      } else {
        inside(in, out, names);
      }
    }
    out.write((mark < 0 ? "" : anchorEnd(mark)) + end);
  }

  private String anchorStart(int mark) {
    return "<w:bookmarkStart w:id=\""
        + (FIRST_BOOKMARK + mark)
        + "\" w:name=\""
        + BOOKMARK
        + mark
        + "\"/><w:commentRangeStart w:id=\""
        + comments.id(mark)
        + "\"/>";
  }

  private String anchorEnd(int mark) {
    return "<w:commentRangeEnd w:id=\""
        + comments.id(mark)
        + "\"/><w:r><w:commentReference w:id=\""
        + comments.id(mark)
        + "\"/></w:r><w:bookmarkEnd w:id=\""
        + (FIRST_BOOKMARK + mark)
        + "\"/>";
  }
}
