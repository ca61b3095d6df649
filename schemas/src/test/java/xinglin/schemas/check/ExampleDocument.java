package xinglin.schemas.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/** The example of a form with the changes that an example of a check asks for. */
final class ExampleDocument {
  private ExampleDocument() {}

  static Document of(String text, CheckExamples.Example example) {
    String changed = text;
    for (Map.Entry<String, String> change : example.replace().entrySet()) {
      String from = change.getKey();
      assertTrue(changed.contains(from), () -> "the form's example does not hold: " + from);
      changed = changed.replace(from, change.getValue());
    }
    if (example.twice()) {
      changed =
          changed
              + (changed.endsWith("\n") ? "" : "\n")
              + changed.replaceFirst("# (.*)", "# $1 (2)");
    }
    Document document = ExampleText.read(changed, example.set());
    if (example.pdf()) {
      return new Document(Document.Format.PDF, printed(document), Set.of());
    }
    List<Block> blocks =
        document.blocks().stream()
            .map(block -> block instanceof Grid grid ? changed(grid, example) : block)
            .toList();
    return new Document(
        document.format(),
        blocks,
        example.macros() ? Set.of(Document.Trait.MACROS) : document.traits());
  }

  /** The words of all cells, line by line. */
  private static List<Block> printed(Document document) {
    List<Block> lines = new ArrayList<>();
    for (Grid grid : document.grids()) {
      for (int row = 0; row < grid.rowCount(); row++) {
        String line =
            grid.row(row).stream()
                .map(Cell::text)
                .collect(java.util.stream.Collectors.joining(" "));
        lines.add(new Paragraph(lines.size() + 1, line));
      }
    }
    return lines;
  }

  private static Block changed(Grid grid, CheckExamples.Example example) {
    Grid.Builder builder = Grid.named(grid.sheet()).hidden(grid.hidden());
    for (int row = 0; row < grid.rowCount(); row++) {
      boolean hidden = example.hidden().contains(Integer.toString(row + 1));
      for (Cell cell : grid.row(row)) {
        Optional<String> result =
            Optional.ofNullable(example.recomputed().get(cell.address().a1()));
        builder.add(
            new Cell(
                cell.row(),
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.text(),
                result.isPresent() ? new Cell.Number(new BigDecimal(cell.text())) : cell.content(),
                result.map(number -> new Cell.Formula("SUM", Optional.of(new BigDecimal(number)))),
                cell.hidden() || hidden));
      }
    }
    return builder.build();
  }
}
