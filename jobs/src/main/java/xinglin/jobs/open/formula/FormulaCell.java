package xinglin.jobs.open.formula;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Cell.Content;

/** A cell that was read, as POI's formula engine wants to see it. */
public final class FormulaCell implements EvaluationCell {
  /**
   * Results that depend on the clock or on chance stay as cached, or the same file would read
   * differently tomorrow.
   */
  private static final Pattern VOLATILE =
      Pattern.compile("\\b(TODAY|NOW|RAND|RANDBETWEEN|CELL|INFO)\\s*\\(", Pattern.CASE_INSENSITIVE);

  private final FormulaSheet sheet;
  private final Cell cell;
  private final Optional<BigDecimal> stored;
  private final boolean from1904;

  /**
   * @param stored the number in the cell, where its text shows another one
   */
  FormulaCell(FormulaSheet sheet, Cell cell, Optional<BigDecimal> stored, boolean from1904) {
    this.sheet = sheet;
    this.cell = cell;
    this.stored = stored;
    this.from1904 = from1904;
  }

  String expression() {
    return cell.formula().map(Cell.Formula::expression).orElse("");
  }

  static boolean isComputable(Cell cell) {
    return cell.formula()
        .filter(formula -> !VOLATILE.matcher(formula.expression()).find())
        .isPresent();
  }

  @Override
  public Object getIdentityKey() {
    return this;
  }

  @Override
  public EvaluationSheet getSheet() {
    return sheet;
  }

  @Override
  public int getRowIndex() {
    return cell.row();
  }

  @Override
  public int getColumnIndex() {
    return cell.column();
  }

  @Override
  public CellType getCellType() {
    return isComputable(cell) ? CellType.FORMULA : getCachedFormulaResultType();
  }

  @Override
  public CellType getCachedFormulaResultType() {
    Content content = cell.content();
    if (stored.isPresent() || content instanceof Cell.Number || content instanceof Cell.Date) {
      return CellType.NUMERIC;
    }
    if (content instanceof Cell.Bool) {
      return CellType.BOOLEAN;
    }
    if (content instanceof Cell.Fault) {
      return CellType.ERROR;
    }
    return cell.text().isEmpty() ? CellType.BLANK : CellType.STRING;
  }

  @Override
  public double getNumericCellValue() {
    if (cell.content() instanceof Cell.Date date) {
      return DateUtil.getExcelDate(date.value(), from1904);
    }
    BigDecimal number =
        cell.content() instanceof Cell.Number value ? value.value() : BigDecimal.ZERO;
    return stored.orElse(number).doubleValue();
  }

  @Override
  public String getStringCellValue() {
    return cell.text();
  }

  @Override
  public boolean getBooleanCellValue() {
    return cell.content() instanceof Cell.Bool bool && bool.value();
  }

  @Override
  public int getErrorCellValue() {
    try {
      return FormulaError.forString(cell.text()).getCode();
    } catch (IllegalArgumentException e) {
      return FormulaError.NA.getCode();
    }
  }

  @Override
  public CellRangeAddress getArrayFormulaRange() {
    throw new UnsupportedOperationException("Cannot compute array formulas");
  }

  @Override
  public boolean isPartOfArrayFormulaGroup() {
    return false;
  }
}
