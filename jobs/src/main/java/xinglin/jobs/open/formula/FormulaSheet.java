package xinglin.jobs.open.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.jspecify.annotations.Nullable;
import xinglin.jobs.open.workbook.SheetDraft;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;

/** A sheet that was read, as POI's formula engine wants to see it. */
public final class FormulaSheet implements EvaluationSheet {
  private final Map<CellAddress, FormulaCell> cells = new HashMap<>();
  private final SheetDraft draft;
  private int lastRow;

  FormulaSheet(SheetDraft draft, boolean from1904) {
    this.draft = draft;
    List<Cell> read = draft.cells();
    for (Cell cell : read) {
      cells.put(
          cell.address(),
          new FormulaCell(this, cell, draft.notes().findStored(cell.address()), from1904));
      lastRow = Math.max(lastRow, cell.row());
    }
  }

  @Override
  public @Nullable EvaluationCell getCell(int row, int column) {
    return cells.get(new CellAddress(row, column));
  }

  @Override
  public void clearAllCachedResultValues() {
    // Cells do not change while a file is opened.
  }

  @Override
  public int getLastRowNum() {
    return lastRow;
  }

  @Override
  public boolean isRowHidden(int row) {
    return draft.isRowHidden(row);
  }
}
