package xinglin.schemas.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * All layouts of penalty records: {@code exchange/layouts/*.yaml}, one file each, named after it.
 */
public final class PenaltyLayouts {
  /** Form under which records are booked, whatever their layout; its edition is the layout. */
  public static final String FORM = "penalty-records";

  /** How its submissions relate: none replaces another, every row is told from others by itself. */
  public static final String EACH = "each";

  /** What receipts call it. */
  public static final String TITLE = "长三角非法行医处罚信息";

  private static final String FOLDER = "exchange/layouts";
  private static final int HEADER_WITHIN = 20;
  private static final int COLUMNS_LEAST = 6;
  private final Map<String, PenaltyLayout> byId;

  private PenaltyLayouts(Map<String, PenaltyLayout> byId) {
    this.byId = byId;
  }

  /** Reads all; mistakes go to problems. */
  public static PenaltyLayouts load(DefinitionFiles files, Problems problems) {
    Map<String, PenaltyLayout> byId = new TreeMap<>();
    for (Entry entry : files.entries(FOLDER, problems)) {
      PenaltyLayout layout = PenaltyLayout.read(entry);
      if (!entry.file().equals(FOLDER + "/" + layout.id() + ".yaml")) {
        entry.problem(
            "layout", Mistake.of("layout {0} belongs in exchange/layouts/{0}.yaml", layout.id()));
      }
      byId.put(layout.id(), layout);
    }
    return new PenaltyLayouts(byId);
  }

  public List<PenaltyLayout> list() {
    return List.copyOf(byId.values());
  }

  /** The layout that these headers fit best; empty if they are no header of penalty records. */
  public Optional<FoundLayout> find(List<String> headers) {
    if (headers.stream().filter(header -> !header.isBlank()).count() < COLUMNS_LEAST) {
      return Optional.empty();
    }
    List<Optional<HeaderName>> names = headers.stream().map(HeaderName::of).toList();
    return byId.values().stream()
        .flatMap(layout -> layout.find(headers, names).stream())
        .min(Comparator.comparingInt(FoundLayout::distance));
  }

  /** The sheets of a document that hold penalty records, in its order. */
  public List<PenaltySheet> find(Document document) {
    List<PenaltySheet> sheets = new ArrayList<>();
    for (Grid grid : document.grids()) {
      find(grid).ifPresent(sheets::add);
    }
    return sheets;
  }

  private Optional<PenaltySheet> find(Grid grid) {
    for (int row = 0; row < Math.min(HEADER_WITHIN, grid.rowCount()); row++) {
      List<String> headers = new ArrayList<>();
      for (int column = 0; column < grid.columnCount(); column++) {
        headers.add(grid.find(row, column).map(Cell::text).orElse(""));
      }
      Optional<FoundLayout> found = find(headers);
      if (found.isPresent()) {
        return Optional.of(
            new PenaltySheet(found.get(), grid.sheet(), row + 1, new GridRows(grid, row + 1)));
      }
    }
    return Optional.empty();
  }
}
