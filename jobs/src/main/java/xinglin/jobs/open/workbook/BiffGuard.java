package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;

/**
 * Counts the cells of an .xls record by record, before POI makes objects of all of them: one record
 * of half a kilobyte stands for 256 cells.
 */
final class BiffGuard {
  private static final int LABEL = 0x204;
  private static final int FORMULA = 0x06;
  private static final int NUMBER = 0x203;
  private static final int RK = 0x27e;
  private static final int MUL_RK = 0xbd;
  private static final int LABEL_SST = 0xfd;
  private static final int BLANK = 0x201;
  private static final int MUL_BLANK = 0xbe;
  private static final int BOOL_ERR = 0x205;
  private static final int ROW = 0x208;

  private BiffGuard() {}

  static void inspect(DirectoryNode root, Budget budget) throws IOException, RefusalException {
    for (String name : root.getEntryNames()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.equals("workbook") || lower.equals("book")) {
        try (DocumentInputStream in = root.createDocumentInputStream(name)) {
          inspect(in, budget);
        }
      }
    }
  }

  private static void inspect(DocumentInputStream in, Budget budget)
      throws IOException, RefusalException {
    long most = budget.limits().cells();
    long cells = 0;
    int records = 0;
    while (in.available() >= 4) {
      int kind = in.readUShort();
      int length = in.readUShort();
      cells += cells(kind, length);
      if (cells > most) {
        throw Limit.CELLS.exceeded(most);
      }
      if (length > in.available()) {
        return;
      }
      in.skip(length);
      if ((++records & 0xffff) == 0) {
        budget.time();
      }
    }
  }

  private static int cells(int kind, int length) {
    return switch (kind) {
      case LABEL, FORMULA, NUMBER, RK, LABEL_SST, BLANK, BOOL_ERR, ROW -> 1;
      case MUL_RK -> Math.max(0, (length - 6) / 6);
      // POI keeps these together.
      case MUL_BLANK -> 2;
      default -> 0;
    };
  }
}
