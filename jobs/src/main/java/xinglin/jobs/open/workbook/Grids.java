package xinglin.jobs.open.workbook;

import java.util.ArrayList;
import java.util.List;
import xinglin.jobs.open.formula.FormulaBook;
import xinglin.jobs.open.formula.Recalculation;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.schemas.sheet.Block;

/** From the drafts of all worksheets to grids. */
public final class Grids {
  private Grids() {}

  /**
   * The drafts as grids, their formulas computed anew; what a marked copy added to the sender's
   * file is left out.
   */
  public static List<Block> of(
      List<SheetDraft> drafts, FormulaBook book, boolean from1904, Budget budget)
      throws RefusalException {
    boolean answered = drafts.size() > 1 && drafts.stream().anyMatch(SheetDraft::isOwnAnswer);
    if (answered) {
      drafts.forEach(SheetDraft::dropSideColumn);
    }
    List<Block> grids = new ArrayList<>();
    if (drafts.stream().noneMatch(SheetDraft::hasFormulas)) {
      for (SheetDraft draft : drafts) {
        if (!answered || !draft.isOwnAnswer()) {
          grids.add(draft.grid(cell -> cell));
        }
      }
      return grids;
    }
    Recalculation recalculation = Recalculation.of(book, drafts, from1904, budget);
    for (int i = 0; i < drafts.size(); i++) {
      int sheet = i;
      if (!answered || !drafts.get(i).isOwnAnswer()) {
        grids.add(drafts.get(i).grid(cell -> recalculation.finish(sheet, cell)));
      }
      budget.time();
    }
    return grids;
  }
}
