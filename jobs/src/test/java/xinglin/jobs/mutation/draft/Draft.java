package xinglin.jobs.mutation.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/** A file before it is written: what a clerk has on the screen. */
public record Draft(Document.Format format, List<Part> parts) {
  public Draft {
    parts = List.copyOf(parts);
  }

  public static Draft of(Document document) {
    List<Part> parts = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Grid grid) {
        parts.add(Sheet.of(grid));
      } else if (block instanceof Paragraph paragraph) {
        parts.add(new Line(paragraph.text(), paragraph.sheet() + "!" + paragraph.address()));
      }
    }
    return new Draft(document.format(), parts);
  }

  public Draft as(Document.Format other) {
    return new Draft(other, parts);
  }

  public List<Sheet> sheets() {
    return parts.stream().filter(Sheet.class::isInstance).map(Sheet.class::cast).toList();
  }

  /** Changes the sheet of this name. */
  public Draft sheet(String name, UnaryOperator<Sheet> change) {
    return new Draft(
        format,
        parts.stream()
            .map(
                part ->
                    part instanceof Sheet sheet && sheet.name().equals(name)
                        ? change.apply(sheet)
                        : part)
            .toList());
  }

  public Draft lines(UnaryOperator<Line> change) {
    return new Draft(
        format,
        parts.stream().map(part -> part instanceof Line line ? change.apply(line) : part).toList());
  }

  public Draft before(Part... more) {
    List<Part> all = new ArrayList<>(List.of(more));
    all.addAll(parts);
    return new Draft(format, all);
  }

  public Draft after(Part... more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(List.of(more));
    return new Draft(format, all);
  }

  /** The name under which a sheet is found in the written file. */
  private String name(Sheet wanted) {
    return switch (format) {
      case DOCX -> "表" + (sheets().indexOf(wanted) + 1);
      case CSV -> "";
      default -> wanted.name();
    };
  }

  /** Where the cell or paragraph of this origin stands now; empty if it is gone. */
  public Optional<String> address(String origin) {
    int paragraph = 0;
    for (Part part : parts) {
      if (part instanceof Line line) {
        paragraph++;
        if (line.origin().equals(origin)) {
          return Optional.of(Paragraph.SHEET + "!P" + paragraph);
        }
      } else if (part instanceof Sheet sheet) {
        for (Box box : sheet.boxes()) {
          if (box.origin().equals(origin)) {
            return Optional.of(name(sheet) + "!" + new CellAddress(box.row(), box.column()).a1());
          }
        }
      }
    }
    return Optional.empty();
  }
}
