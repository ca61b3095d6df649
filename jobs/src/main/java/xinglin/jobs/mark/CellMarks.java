package xinglin.jobs.mark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.sheet.CellAddress;

/**
 * Colours faulty cells and hangs a comment on each; everything else about the cell stays as it was.
 */
final class CellMarks {
  /** More marks than anybody reads; the summary counts them all. */
  private static final int MOST = 1_000;

  private static final String AUTHOR = "审核";
  private static final int COMMENT_COLUMNS = 4;
  private static final int CHARACTERS_A_LINE = 18;
  private static final int LONGEST = 1_000;

  private final Workbook workbook;
  private final Map<String, CellStyle> styles = new HashMap<>();

  /** One cell of one sheet, in the order of sheets, rows and columns. */
  private record Place(Sheet sheet, int index, CellAddress address) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return index != other.index
          ? Integer.compare(index, other.index)
          : address.compareTo(other.address);
    }
  }

  CellMarks(Workbook workbook) {
    this.workbook = workbook;
  }

  /** Takes away the marks of an earlier copy that was corrected and sent back. */
  void clear() {
    for (Sheet sheet : workbook) {
      for (Comment comment : List.copyOf(sheet.getCellComments().values())) {
        Row row = sheet.getRow(comment.getRow());
        Cell cell = row == null ? null : row.getCell(comment.getColumn());
        if (AUTHOR.equals(comment.getAuthor()) && cell != null) {
          cell.removeCellComment();
          cell.setCellStyle(
              styles.computeIfAbsent(
                  cell.getCellStyle().getIndex() + ":clear",
                  key -> {
                    CellStyle style = workbook.createCellStyle();
                    style.cloneStyleFrom(cell.getCellStyle());
                    style.setFillPattern(FillPatternType.NO_FILL);
                    return style;
                  }));
        }
      }
    }
  }

  void mark(List<Finding> findings, Addresses addresses) {
    Map<Place, StringBuilder> texts = new TreeMap<>();
    Map<Place, Severity> worst = new HashMap<>();
    for (Finding finding : Marking.byWeight(findings)) {
      Sheet sheet = workbook.getSheet(addresses.sheet(finding));
      Optional<CellAddress> address = addresses.cell(finding);
      if (sheet != null && address.isPresent() && texts.size() < MOST) {
        Place place = new Place(sheet, workbook.getSheetIndex(sheet), address.get());
        texts.computeIfAbsent(place, none -> new StringBuilder()).append(text(finding));
        worst.putIfAbsent(place, finding.severity());
      }
    }
    texts.forEach(
        (place, text) ->
            mark(place, worst.getOrDefault(place, Severity.INFO), text.toString().strip()));
  }

  private static String text(Finding finding) {
    return "【"
        + Marking.word(finding.severity())
        + "·"
        + Marking.demand(finding.severity())
        + "】"
        + finding.message()
        + "（"
        + finding.code()
        + "）\n";
  }

  private void mark(Place place, Severity severity, String text) {
    Row row = place.sheet().getRow(place.address().row());
    if (row == null) {
      row = place.sheet().createRow(place.address().row());
    }
    Cell cell = row.getCell(place.address().column());
    if (cell == null) {
      cell = row.createCell(place.address().column(), CellType.BLANK);
    }
    if (severity != Severity.INFO) {
      cell.setCellStyle(coloured(cell.getCellStyle(), severity));
    }
    comment(cell, text);
  }

  private CellStyle coloured(CellStyle original, Severity severity) {
    return styles.computeIfAbsent(
        original.getIndex() + ":" + severity,
        key -> {
          CellStyle style = workbook.createCellStyle();
          style.cloneStyleFrom(original);
          style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          style.setFillForegroundColor(
              (severity == Severity.ERROR ? IndexedColors.CORAL : IndexedColors.LIGHT_YELLOW)
                  .getIndex());
          return style;
        });
  }

  private void comment(Cell cell, String text) {
    Comment earlier = cell.getCellComment();
    String whole = earlier == null ? text : text + "\n" + earlier.getString().getString();
    String shown = whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
    CreationHelper make = workbook.getCreationHelper();
    if (earlier != null) {
      earlier.setString(make.createRichTextString(shown));
      return;
    }
    int lastColumn = workbook.getSpreadsheetVersion().getLastColumnIndex();
    int lastRow = workbook.getSpreadsheetVersion().getLastRowIndex();
    int lines = shown.length() / CHARACTERS_A_LINE + 3;
    ClientAnchor anchor = make.createClientAnchor();
    anchor.setCol1(Math.min(cell.getColumnIndex() + 1, lastColumn - COMMENT_COLUMNS));
    anchor.setCol2(anchor.getCol1() + COMMENT_COLUMNS);
    int top = Math.min(cell.getRowIndex(), lastRow - lines);
    // POI first hangs a comment on the corner of its box, where no other may be.
    while (top > 0
        && cell.getSheet()
                .getCellComment(new org.apache.poi.ss.util.CellAddress(top, anchor.getCol1()))
            != null) {
      top--;
    }
    anchor.setRow1(top);
    anchor.setRow2(anchor.getRow1() + Math.max(4, lines));
    Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
    comment.setString(make.createRichTextString(shown));
    comment.setAuthor(AUTHOR);
    cell.setCellComment(comment);
  }
}
