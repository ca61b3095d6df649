package xinglin.schemas.blank;

import java.util.List;
import xinglin.schemas.sheet.FormMark;

/**
 * A printed form to fill in, free of any file format.
 *
 * @param mark form and edition that it was made from
 * @param title as printed, with its year; also the name of the file
 * @param reporterName who is to fill it in; empty if anybody
 * @param landscape whether its pages lie on their side
 * @param sheets its tables; empty for a letter
 * @param paragraphs of a letter; empty for tables
 */
public record BlankForm(
    FormMark mark,
    String title,
    String reporterName,
    boolean landscape,
    List<BlankSheet> sheets,
    List<Line> paragraphs) {
  public BlankForm {
    sheets = List.copyOf(sheets);
    paragraphs = List.copyOf(paragraphs);
  }

  /** The same with other tables, for example filled in ones, or pages behind them. */
  public BlankForm with(List<BlankSheet> others) {
    return new BlankForm(mark, title, reporterName, landscape, others, paragraphs);
  }

  /** A letter has no workbook. */
  public boolean isLetter() {
    return sheets.isEmpty();
  }

  /** Title and reporter as a file name without its ending. */
  public String fileName() {
    String name = title + (reporterName.isEmpty() ? "" : "（" + reporterName + "）");
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+", "");
  }
}
