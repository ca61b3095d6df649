package xinglin.jobs.mutation.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Grid;

/** A worksheet or Word table that can be bent; each step gives a new one. */
public record Sheet(String name, List<Box> boxes) implements Part {
  public Sheet {
    boxes = List.copyOf(boxes);
  }

  /** Every place gets a box, so that a blank cell can be followed too. */
  public static Sheet of(Grid grid) {
    List<Box> boxes = new ArrayList<>();
    for (int row = 0; row < grid.rowCount(); row++) {
      for (int column = 0; column < grid.columnCount(); column++) {
        Optional<Cell> cell = grid.find(row, column);
        String origin = grid.sheet() + "!" + new CellAddress(row, column).a1();
        if (cell.isEmpty()) {
          boxes.add(new Box(row, column, 1, 1, "", Box.Kind.TEXT, origin, false));
        } else if (cell.get().row() == row && cell.get().column() == column) {
          boxes.add(box(cell.get(), origin));
        }
      }
    }
    return new Sheet(grid.sheet(), boxes);
  }

  private static Box box(Cell cell, String origin) {
    Box.Kind kind =
        cell.content() instanceof Cell.Number
            ? Box.Kind.NUMBER
            : cell.content() instanceof Cell.Date ? Box.Kind.DATE : Box.Kind.TEXT;
    return new Box(
        cell.row(),
        cell.column(),
        cell.rowSpan(),
        cell.columnSpan(),
        cell.text(),
        kind,
        origin,
        cell.hidden());
  }

  public int rows() {
    return boxes.stream().mapToInt(Box::bottom).max().orElse(0);
  }

  public int columns() {
    return boxes.stream().mapToInt(Box::right).max().orElse(0);
  }

  public Optional<Box> find(int row, int column) {
    return boxes.stream().filter(box -> box.covers(row, column)).findFirst();
  }

  public Sheet named(String newName) {
    return new Sheet(newName, boxes);
  }

  public Sheet map(UnaryOperator<Box> change) {
    return new Sheet(name, boxes.stream().map(change).toList());
  }

  public Sheet map(Predicate<Box> which, UnaryOperator<Box> change) {
    return map(box -> which.test(box) ? change.apply(box) : box);
  }

  public Sheet without(Predicate<Box> which) {
    return new Sheet(name, boxes.stream().filter(which.negate()).toList());
  }

  public Sheet with(Box... more) {
    return with(List.of(more));
  }

  /** New boxes take the place of blank ones. */
  public Sheet with(List<Box> more) {
    List<Box> all = new ArrayList<>();
    for (Box box : boxes) {
      boolean taken =
          box.isBlank()
              && box.rowSpan() * box.columnSpan() == 1
              && more.stream().anyMatch(other -> other.covers(box.row(), box.column()));
      if (!taken) {
        all.add(box);
      }
    }
    all.addAll(more);
    return new Sheet(name, all);
  }

  /** As a spreadsheet program inserts rows: what covers the place grows. */
  public Sheet insertRows(int at, int count) {
    return map(
        box -> {
          if (box.row() >= at) {
            return box.at(box.row() + count, box.column());
          }
          return box.bottom() > at ? box.over(box.rowSpan() + count, box.columnSpan()) : box;
        });
  }

  public Sheet insertColumns(int at, int count) {
    return turned().insertRows(at, count).turned();
  }

  public Sheet removeRow(int at) {
    List<Box> left = new ArrayList<>();
    for (Box box : boxes) {
      if (box.row() == at && box.rowSpan() == 1) {
        continue;
      }
      if (box.covers(at, box.column())) {
        left.add(box.over(box.rowSpan() - 1, box.columnSpan()));
      } else {
        left.add(box.row() > at ? box.at(box.row() - 1, box.column()) : box);
      }
    }
    return new Sheet(name, left);
  }

  public Sheet removeColumn(int at) {
    return turned().removeRow(at).turned();
  }

  /** Rows and columns change places, merged areas with them. */
  public Sheet turned() {
    return map(
        box ->
            new Box(
                box.column(),
                box.row(),
                box.columnSpan(),
                box.rowSpan(),
                box.text(),
                box.kind(),
                box.origin(),
                box.hidden()));
  }

  /** Gives each column of the range another place; merged areas within move as their left cell. */
  public Sheet swapColumns(int fromRow, int toRow, int one, int other) {
    return map(
        box -> {
          boolean inRows = fromRow <= box.row() && box.row() < toRow && box.columnSpan() == 1;
          if (inRows && box.column() == one) {
            return box.at(box.row(), other);
          }
          return inRows && box.column() == other ? box.at(box.row(), one) : box;
        });
  }

  public Sheet swapRows(int one, int other) {
    return map(
        box -> {
          if (box.row() == one && box.rowSpan() == 1) {
            return box.at(other, box.column());
          }
          return box.row() == other && box.rowSpan() == 1 ? box.at(one, box.column()) : box;
        });
  }

  public Sheet shifted(int down, int across) {
    return map(box -> box.at(box.row() + down, box.column() + across));
  }

  /** Cells that cover several places are split, their text stays in the first. */
  public Sheet unmerged(Predicate<Box> which) {
    return map(which, box -> box.over(1, 1));
  }

  public Sheet copied(String tag) {
    return map(box -> box.copied(tag));
  }

  public Sheet below(Sheet other, int gap) {
    return new Sheet(name, join(boxes, other.shifted(rows() + gap, 0).boxes()));
  }

  public Sheet beside(Sheet other, int gap) {
    return new Sheet(name, join(boxes, other.shifted(0, columns() + gap).boxes()));
  }

  private static List<Box> join(List<Box> one, List<Box> other) {
    List<Box> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
