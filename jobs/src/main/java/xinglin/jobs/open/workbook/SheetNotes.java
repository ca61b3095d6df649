package xinglin.jobs.open.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;

/** What a sheet holds that its sender should know of: the first place, and how many there are. */
public final class SheetNotes {
  private final String sheet;
  private final Map<CellAddress, BigDecimal> scaled = new HashMap<>();
  private Issue firstScaled = Issue.of("");
  private Issue firstLink = Issue.of("");
  private int links;

  SheetNotes(String sheet) {
    this.sheet = sheet;
  }

  /** A cell whose format shows another number than it stores. */
  public void scaled(Cell cell, BigDecimal stored) {
    if (scaled.isEmpty()) {
      firstScaled =
          at(cell, "SHOWN_SCALED").with("stored", stored.stripTrailingZeros().toPlainString());
    }
    scaled.put(cell.address(), stored);
  }

  /** The number behind a cell whose text shows another one; formulas compute with it. */
  public Optional<BigDecimal> findStored(CellAddress address) {
    return Optional.ofNullable(scaled.get(address));
  }

  /** A formula that looks into another file. */
  public void link(Cell cell) {
    if (links == 0) {
      firstLink = at(cell, "EXTERNAL_LINK");
    }
    links++;
  }

  private Issue at(Cell cell, String code) {
    return Issue.of(code).at(sheet, cell.address().a1()).sent(cell.text());
  }

  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    if (!scaled.isEmpty()) {
      issues.add(counted(firstScaled, scaled.size()));
    }
    if (links > 0) {
      issues.add(counted(firstLink, links));
    }
    return issues;
  }

  private static Issue counted(Issue first, int count) {
    return count > 1 ? first.with("count", Integer.toString(count)) : first;
  }

  /** Of all sheets. */
  public static List<Issue> of(List<SheetDraft> drafts) {
    return drafts.stream().flatMap(draft -> draft.notes().issues().stream()).toList();
  }
}
