package xinglin.jobs.open.formula;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;

/** A formula that an .xlsx writes once for many cells. */
public record SharedFormula(String expression, int row, int column) {

  /** The formula as it reads in another cell; empty if it cannot be moved. */
  public String at(FormulaBook book, int sheet, int otherRow, int otherColumn) {
    try {
      Ptg[] tokens = book.parse(expression, FormulaType.CELL, sheet, row);
      Ptg[] moved =
          new org.apache.poi.ss.formula.SharedFormula(SpreadsheetVersion.EXCEL2007)
              .convertSharedFormulas(tokens, otherRow - row, otherColumn - column);
      return FormulaRenderer.toFormulaString(book, moved);
    } catch (RuntimeException e) {
      return "";
    }
  }
}
