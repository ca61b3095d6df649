package xinglin.jobs.open.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.workbook.Numerals;
import xinglin.jobs.open.workbook.SheetDraft;
import xinglin.schemas.sheet.Cell;

/**
 * Computes the formulas of one workbook anew. What cannot be computed stays without a recomputed
 * result.
 */
public final class Recalculation {
  private final FormulaBook book;
  private final WorkbookEvaluator evaluator;
  private final Budget budget;
  private boolean exhausted;

  private Recalculation(FormulaBook book, Budget budget) {
    this.book = book;
    this.budget = budget;
    this.evaluator = new WorkbookEvaluator(book, IStabilityClassifier.TOTALLY_IMMUTABLE, null);
  }

  public static Recalculation of(
      FormulaBook book, List<SheetDraft> drafts, boolean from1904, Budget budget) {
    for (SheetDraft draft : drafts) {
      book.add(new FormulaSheet(draft, from1904));
    }
    return new Recalculation(book, budget);
  }

  /**
   * The cell with its recomputed result; a file that caches no result at all is read with the
   * recomputed one.
   */
  public Cell finish(int sheet, Cell cell) {
    exhausted = exhausted || budget.isSpent();
    if (exhausted || !FormulaCell.isComputable(cell) || !budget.formula()) {
      return cell;
    }
    Optional<BigDecimal> result = compute(sheet, cell);
    if (result.isEmpty()) {
      return cell;
    }
    boolean cached = !cell.text().isEmpty();
    Cell.Formula formula = new Cell.Formula(cell.formula().orElseThrow().expression(), result);
    return new Cell(
        cell.row(),
        cell.column(),
        cell.rowSpan(),
        cell.columnSpan(),
        cached ? cell.text() : result.get().toPlainString(),
        cached ? cell.content() : new Cell.Number(result.get()),
        Optional.of(formula),
        cell.hidden());
  }

  private Optional<BigDecimal> compute(int sheet, Cell cell) {
    EvaluationCell place = book.getSheet(sheet).getCell(cell.row(), cell.column());
    if (place == null) {
      return Optional.empty();
    }
    try {
      ValueEval result = evaluator.evaluate(place);
      return result instanceof NumberEval number
          ? Numerals.find(number.getNumberValue())
          : Optional.empty();
    } catch (RuntimeException e) {
      // Functions that POI does not know, references out of the file: the sender's Excel may well
      // compute them.
      return Optional.empty();
    } catch (StackOverflowError e) {
      exhausted = true;
      return Optional.empty();
    }
  }
}
