package xinglin.schemas.recognise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;
import xinglin.schemas.value.Labels;

/** Puts located tables together to forms, with the texts around them. */
final class FormAssembly {
  private final Document document;
  private final List<FoundTable> tables;

  FormAssembly(Document document, List<FoundTable> tables) {
    this.document = document;
    this.tables = tables;
  }

  /**
   * A figures form starts anew with each of its first tables. A register goes on over sheets and
   * pages: tables of the same register are one form, unless each has a title of its own; cards,
   * which all have one, are its lines.
   */
  List<FoundForm> forms() {
    List<List<FoundTable>> groups = new ArrayList<>();
    for (FoundTable table : tables) {
      List<FoundTable> target = null;
      for (List<FoundTable> group : groups) {
        if (belongs(group, table)) {
          target = group;
        }
      }
      if (target == null) {
        target = new ArrayList<>();
        groups.add(target);
      }
      target.add(table);
    }
    return groups.stream().map(this::form).toList();
  }

  private boolean belongs(List<FoundTable> group, FoundTable table) {
    FoundTable first = group.get(0);
    if (!first.form().formId().equals(table.form().formId())
        || !first.form().edition().equals(table.form().edition())) {
      return false;
    }
    boolean another =
        group.stream().noneMatch(member -> member.layoutIndex() == table.layoutIndex());
    boolean isCard = table.layout().isList();
    return another || (table.form().table().isPresent() && (isCard || !hasOwnTitle(table)));
  }

  private boolean hasOwnTitle(FoundTable table) {
    return before(table).stream()
        .anyMatch(
            text ->
                table.form().titles().stream()
                    .anyMatch(
                        title -> Labels.normalise(text.text()).contains(Labels.normalise(title))));
  }

  private FoundForm form(List<FoundTable> group) {
    FormDefinition form = group.get(0).form();
    List<AroundText> before = new ArrayList<>();
    List<AroundText> after = new ArrayList<>();
    Set<AroundText> known = new HashSet<>();
    for (FoundTable table : group) {
      before(table).stream().filter(known::add).forEach(before::add);
      after(table).stream().filter(known::add).forEach(after::add);
    }
    return new FoundForm(form, group, before, after);
  }

  /**
   * Cells between the table above and this one; for the first table of a Word file also the
   * paragraphs above.
   */
  private List<AroundText> before(FoundTable table) {
    if (table.grid().sheet().equals(Paragraph.SHEET)) {
      return document.paragraphs().stream().map(AroundText::of).toList();
    }
    Grid grid = sentGrid(table);
    int top = table.sentTop();
    int from =
        tables.stream()
            .filter(other -> isAbove(other, table))
            .mapToInt(FoundTable::sentBottom)
            .max()
            .orElse(0);
    List<AroundText> texts = new ArrayList<>();
    if (from == 0) {
      paragraphs(grid, true).forEach(paragraph -> texts.add(AroundText.of(paragraph)));
    }
    texts.addAll(cells(grid, from, top));
    return texts;
  }

  private List<AroundText> after(FoundTable table) {
    if (table.grid().sheet().equals(Paragraph.SHEET)) {
      return List.of();
    }
    Grid grid = sentGrid(table);
    int end = table.sentBottom();
    int to =
        tables.stream()
            .filter(other -> isAbove(table, other))
            .mapToInt(FoundTable::sentTop)
            .min()
            .orElse(grid.rowCount());
    List<AroundText> texts = new ArrayList<>(cells(grid, end, to));
    if (to == grid.rowCount()) {
      paragraphs(grid, false).forEach(paragraph -> texts.add(AroundText.of(paragraph)));
    }
    return texts;
  }

  private static boolean isAbove(FoundTable upper, FoundTable lower) {
    return upper.grid().sheet().equals(lower.grid().sheet())
        && !upper.equals(lower)
        && upper.sentBottom() <= lower.sentTop();
  }

  private Grid sentGrid(FoundTable table) {
    return document.grids().stream()
        .filter(grid -> grid.sheet().equals(table.grid().sheet()))
        .findFirst()
        .orElse(table.grid());
  }

  private static List<AroundText> cells(Grid grid, int from, int to) {
    List<AroundText> texts = new ArrayList<>();
    for (int row = from; row < to; row++) {
      for (Cell cell : grid.row(row)) {
        if (!cell.isBlank()) {
          texts.add(AroundText.of(grid, cell));
        }
      }
    }
    return texts;
  }

  /** Paragraphs between this grid and its neighbour, above or below. */
  private List<Paragraph> paragraphs(Grid grid, boolean above) {
    List<Paragraph> current = new ArrayList<>();
    boolean passed = false;
    for (Block block : document.blocks()) {
      if (block instanceof Paragraph paragraph) {
        current.add(paragraph);
      } else if (block == grid) {
        if (above) {
          return current;
        }
        passed = true;
        current = new ArrayList<>();
      } else {
        if (passed) {
          return current;
        }
        current = new ArrayList<>();
      }
    }
    return passed ? current : List.of();
  }
}
