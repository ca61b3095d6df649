package xinglin.jobs.mark.xlsx;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.jobs.mark.page.AnswerPage;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.page.PageLayout;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.OfficePackage;
import xinglin.jobs.mark.part.Relations;
import xinglin.jobs.mark.part.Tag;
import xinglin.schemas.sheet.CellAddress;

/** Writes the marked copy of an .xlsx: our sheet first, marks in the sender's sheets. */
public final class MarkedXlsx {
  private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String STRICT = "http://purl.oclc.org/";

  private final OfficePackage file;
  private final String workbook;
  private final Contents contents;
  private final String types;
  private final Styles styles;
  private final List<Swatch> swatches = new ArrayList<>();

  private MarkedXlsx(OfficePackage file, Set<String> read) throws IOException {
    this.file = file;
    this.workbook =
        file.relations("")
            .findKind("officeDocument")
            .map(Relations.Relation::part)
            .orElseThrow(() -> new IOException("Cannot find the workbook part"));
    if (file.types().has("macrosheet")
        || file.relations(workbook).findKind("revisionHeaders").isPresent()) {
      throw new IOException("Cannot mark macro sheets or shared workbooks in place");
    }
    this.contents = Contents.read(file, workbook, read);
    String namespace = contents.namespace();
    this.types =
        (namespace.startsWith(STRICT)
                ? STRICT + "ooxml/officeDocument"
                : "http://schemas.openxmlformats.org/officeDocument/2006")
            + "/relationships";
    Optional<Relations.Relation> style = file.relations(workbook).findKind("styles");
    this.styles = Styles.read(style.isPresent() ? file.text(style.get().part()) : "");
  }

  /**
   * Writes the copy.
   *
   * @param read names of the sheets that were read as the sender's
   * @throws IOException if the disk fails, or if this workbook cannot be marked in place
   */
  public static void write(
      Path original, Set<String> read, AnswerPage page, List<Mark> marks, Path target)
      throws IOException {
    try (OfficePackage file = OfficePackage.open(original)) {
      new MarkedXlsx(file, read).write(page, marks, target);
    }
  }

  private void write(AnswerPage page, List<Mark> marks, Path target) throws IOException {
    withoutMacros();
    List<Swatch> former = former();
    AnswerSheet sheet =
        new AnswerSheet(PageLayout.of(page), page.tone(), styles, contents.namespace());
    String part = file.freeName("xl/worksheets/sheet", ".xml");
    file.types().part(part, MAIN + "worksheet+xml");
    String relation = file.relations(workbook).add(types + "/worksheet", part);
    file.write(part, () -> sheet.xml(swatches));
    file.change(
        workbook,
        new WorkbookCopy(contents, contents.freeName(page.name()), relation, types, sheet.area()));
    List<Contents.Sheet> senders = contents.senders();
    Map<String, List<Mark>> bySheet =
        marks.stream().collect(Collectors.groupingBy(mark -> mark.spot().sheet()));
    for (int i = 0; i < senders.size(); i++) {
      mark(senders.get(i), i, bySheet.getOrDefault(senders.get(i).name(), List.of()), former);
    }
    Optional<Relations.Relation> style = file.relations(workbook).findKind("styles");
    String stylePart = style.map(Relations.Relation::part).orElse("xl/styles.xml");
    if (style.isEmpty()) {
      file.relations(workbook).add(types + "/styles", stylePart);
      file.types().part(stylePart, MAIN + "styles+xml");
    }
    file.write(stylePart, styles::xml);
    for (Contents.Sheet ours : contents.sheets()) {
      if (ours.ours()) {
        file.remove(ours.part());
        file.relations(workbook).remove(ours.relation());
      }
    }
    file.save(target);
  }

  private void withoutMacros() throws IOException {
    for (Relations.Relation relation : file.relations(workbook).list()) {
      if (relation.kind().equals("vbaProject")) {
        file.remove(relation.part());
        file.relations(workbook).remove(relation.id());
      }
    }
    file.types().part(workbook, MAIN + "sheet.main+xml");
  }

  /** What an earlier answer noted about the looks of the cells it coloured. */
  private List<Swatch> former() throws IOException {
    List<Swatch> found = new ArrayList<>();
    for (Contents.Sheet sheet : contents.sheets()) {
      if (sheet.ours() && file.has(sheet.part())) {
        try (Reader in = file.reader(sheet.part())) {
          found.addAll(Swatches.read(new Markup(in)));
        }
      }
    }
    return found;
  }

  private void mark(Contents.Sheet sheet, int index, List<Mark> marks, List<Swatch> former)
      throws IOException {
    if (!file.has(sheet.part())) {
      return;
    }
    Map<CellAddress, Integer> looks = new HashMap<>();
    former.stream()
        .filter(swatch -> swatch.sheet() == index)
        .forEach(
            swatch -> looks.put(new CellAddress(swatch.row(), swatch.column()), swatch.style()));
    Relations relations = file.relations(sheet.part());
    Optional<String> commented =
        relations.findKind("comments").map(Relations.Relation::part).filter(file::has);
    String id = "";
    Widths widths = new Widths();
    if (!marks.isEmpty() || (commented.isPresent() && styles.hadOurs())) {
      id = comments(sheet, commented, marks, widths);
    }
    if (!marks.isEmpty() || styles.hadOurs() || isSelected(sheet.part())) {
      file.change(
          sheet.part(),
          new SheetCopy(index, new SheetMarks(marks, looks), styles, swatches, id, types, widths));
    }
  }

  /** Returns the relationship that the sheet has still to refer to, empty if it does already. */
  private String comments(
      Contents.Sheet sheet, Optional<String> commented, List<Mark> marks, Widths widths)
      throws IOException {
    Relations relations = file.relations(sheet.part());
    String empty =
        Comments.EMPTY.replaceFirst("xmlns=\"[^\"]*\"", "xmlns=\"" + contents.namespace() + "\"");
    Comments comments =
        new Comments(commented.isPresent() ? file.text(commented.get()) : empty, marks);
    String part = commented.orElseGet(() -> file.freeName("xl/comments", ".xml"));
    file.write(part, comments::xml);
    if (commented.isEmpty()) {
      file.types().part(part, MAIN + "comments+xml");
      relations.add(types + "/comments", part);
    }
    Optional<String> drawing =
        drawingId(sheet.part())
            .flatMap(relations::find)
            .map(Relations.Relation::part)
            .filter(file::has);
    String before = drawing.isPresent() ? file.text(drawing.get()) : CommentBoxes.EMPTY;
    String drawn = drawing.orElseGet(() -> file.freeName("xl/drawings/vmlDrawing", ".vml"));
    file.write(drawn, () -> CommentBoxes.with(before, comments.gone(), comments.boxes(), widths));
    if (drawing.isPresent()) {
      return "";
    }
    file.types().extension("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
    return relations.add(types + "/vmlDrawing", drawn);
  }

  private Optional<String> drawingId(String part) throws IOException {
    if (file.relations(part).findKind("vmlDrawing").isEmpty()) {
      return Optional.empty();
    }
    try (Reader in = file.reader(part)) {
      Markup markup = new Markup(in);
      while (markup.next()) {
        if (markup.starts("legacyDrawing")) {
          return markup.tag().find("id");
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the sheet was the one shown: two shown together would be edited together. */
  private boolean isSelected(String part) throws IOException {
    try (Reader in = file.reader(part)) {
      Markup markup = new Markup(in);
      while (markup.next() && !markup.starts("sheetData")) {
        if (markup.starts("sheetView") && new Tag(markup.raw()).flag("tabSelected")) {
          return true;
        }
      }
    }
    return false;
  }
}
