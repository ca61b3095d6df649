package xinglin.jobs.mutation;

import static xinglin.jobs.mutation.Mutation.Group.COLUMNS;
import static xinglin.jobs.mutation.Mutation.impossible;
import static xinglin.jobs.mutation.Mutation.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.mutation.Mutation.Mutated;
import xinglin.jobs.mutation.draft.Box;
import xinglin.jobs.mutation.draft.Sheet;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.sheet.Cell;

/** Columns added, moved, repeated and gone. */
final class ColumnMutations {
  private ColumnMutations() {}

  static List<Mutation> list() {
    List<Mutation> all = new ArrayList<>();
    add(
        all,
        "前面加“序号”列",
        s -> hasSerial(s) ? impossible() : of(s.sheet(x -> serial(s, x)), Expected.read()));
    add(all, "前面加空白列", s -> of(s.sheet(x -> x.insertColumns(0, 1)), Expected.read()));
    add(all, "中间加空白列", ColumnMutations::blankBetween);
    add(all, "后面加“备注”列", ColumnMutations::remarks);
    add(all, "整表移到 D7", s -> of(s.sheet(x -> x.shifted(6, 3)), Expected.read()));
    add(all, "删去一个必需列", ColumnMutations::deleted);
    add(all, "一列出现两次，数字相同", s -> twice(s, false));
    add(all, "一列出现两次，数字不同", s -> twice(s, true));
    add(all, "行名移到前一列（左边多一列分组）", ColumnMutations::labelsFurtherRight);
    add(all, "第一列移到最后", ColumnMutations::firstLast);
    return all;
  }

  private static void add(
      List<Mutation> all, String zh, Function<Subject, Optional<Mutated>> apply) {
    all.add(new Mutation(COLUMNS, zh, s -> s.isTable() ? apply.apply(s) : impossible()));
  }

  private static boolean hasSerial(Subject s) {
    return s.header().values().stream().anyMatch(cell -> cell.text().strip().equals("序号"));
  }

  private static Sheet serial(Subject s, Sheet sheet) {
    int top = s.table().headerTop();
    Sheet more = sheet.insertColumns(0, 1);
    if (s.isList()) {
      for (int row = top; row < s.table().dataEnd(); row++) {
        more = more.with(Box.number(row, 0, Integer.toString(row - top + 1)));
      }
      return more;
    }
    int height = s.table().headerBottom() - top;
    more = more.with(Box.of(top, 0, "序号").over(height, 1));
    int number = 1;
    for (int row : s.dataRows()) {
      more = more.with(Box.number(row, 0, Integer.toString(number++)));
    }
    return more;
  }

  private static Optional<Mutated> blankBetween(Subject s) {
    int at = s.isList() ? s.table().right() : s.columns().get(s.columns().size() / 2);
    return of(s.sheet(sheet -> sheet.insertColumns(at, 1)), Expected.read());
  }

  private static Optional<Mutated> remarks(Subject s) {
    if (s.isList()) {
      return impossible();
    }
    int at = s.table().right();
    int top = s.table().headerTop();
    return of(
        s.sheet(
            sheet -> {
              Sheet more =
                  sheet
                      .insertColumns(at, 1)
                      .with(Box.of(top, at, "备注").over(s.firstRow() - top, 1));
              for (int row : s.dataRows()) {
                more = more.with(Box.of(row, at, "已核对"));
              }
              return more;
            }),
        Expected.read("UNKNOWN_COLUMN"));
  }

  private static Optional<Cell> required(Subject s) {
    return s.header().entrySet().stream()
        .filter(column -> column.getKey().required())
        .map(column -> column.getValue())
        .filter(cell -> cell.columnSpan() == 1)
        .skip(1)
        .findFirst();
  }

  private static Optional<Mutated> deleted(Subject s) {
    if (s.isList()) {
      return impossible();
    }
    return required(s)
        .flatMap(
            cell ->
                of(
                    s.sheet(sheet -> sheet.removeColumn(cell.column())),
                    Expected.tell("MISSING_COLUMN", "NO_KNOWN_FORM")));
  }

  private static Optional<Mutated> twice(Subject s, boolean different) {
    Optional<Cell> column = s.isList() ? Optional.empty() : required(s);
    if (column.isEmpty()) {
      return impossible();
    }
    int at = column.get().column();
    int to = s.table().right();
    return of(
        s.sheet(
            sheet -> {
              Sheet more = sheet.insertColumns(to, 1);
              List<Box> copies = new ArrayList<>();
              for (Box box : sheet.boxes()) {
                boolean inTable =
                    box.row() >= s.table().headerTop() && box.row() < s.table().dataEnd();
                if (inTable && box.column() == at && box.columnSpan() == 1) {
                  Box copy = box.copied("twice:").at(box.row(), to);
                  boolean data = box.row() >= s.firstRow() && !box.isBlank();
                  copies.add(data && different ? copy.saying("9") : copy);
                }
              }
              return more.with(copies);
            }),
        different
            ? Expected.tell("UNKNOWN_COLUMN", "REPEATED_COLUMN")
            : Expected.readOrTell("UNKNOWN_COLUMN", "REPEATED_COLUMN"));
  }

  /** A group column in front; the header of the row labels spans both. */
  private static Optional<Mutated> labelsFurtherRight(Subject s) {
    if (!(s.is(RowKey.Kind.CATEGORY) || s.is(RowKey.Kind.DIVISION))) {
      return impossible();
    }
    int label = s.table().rowLabelColumn().orElse(0);
    return of(
        s.sheet(
            sheet ->
                sheet
                    .insertColumns(label, 1)
                    .map(
                        box ->
                            box.row() >= s.table().headerTop()
                                && box.row() < s.firstRow()
                                && box.column() == label + 1,
                        box -> box.at(box.row(), label).over(box.rowSpan(), 2))),
        Expected.read());
  }

  private static Optional<Mutated> firstLast(Subject s) {
    boolean columns =
        !s.isList()
            && s.header().keySet().stream().noneMatch(item -> item.under().isPresent())
            && s.columns().size() > 2;
    if (!columns) {
      return impossible();
    }
    int one = s.columns().get(0);
    int last = s.columns().get(s.columns().size() - 1);
    boolean measures =
        s.header().keySet().stream().anyMatch(item -> item.use() == Item.Use.MEASURE);
    return of(
        s.sheet(sheet -> sheet.swapColumns(s.table().headerTop(), s.table().dataEnd(), one, last)),
        measures ? Expected.readOrTell("MISSING_COLUMN") : Expected.read());
  }
}
