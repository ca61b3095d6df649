package xinglin.jobs.mutation;

import static xinglin.jobs.mutation.Mutation.Group.ROWS;
import static xinglin.jobs.mutation.Mutation.impossible;
import static xinglin.jobs.mutation.Mutation.of;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.mutation.Mutation.Mutated;
import xinglin.jobs.mutation.draft.Box;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.jobs.mutation.draft.Sheet;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.reading.Figure;

/** Rows added, moved, repeated and gone. */
final class RowMutations {
  /** One of two lines may be the first or last day of what is reported. */
  private static final int FEWEST_LINES = 3;

  private RowMutations() {}

  static List<Mutation> list() {
    List<Mutation> all = new ArrayList<>();
    add(all, "标题上方加两行文字", s -> of(above(s, "某某市卫生健康委员会", "（请于月底前报送）"), Expected.read()));
    add(all, "标题上方加“附件1”", s -> of(above(s, "附件1"), Expected.read()));
    add(all, "表头与数据之间空一行", s -> of(s.sheet(x -> x.insertRows(s.firstRow(), 1)), Expected.read()));
    add(all, "每行数据之间空一行", s -> of(s.sheet(x -> spaced(s, x)), Expected.read()));
    add(all, "中间重复打印表头", RowMutations::headerAgain);
    add(all, "合计放在第一行", RowMutations::totalFirst);
    add(all, "数据行次序颠倒", s -> of(s.sheet(x -> reversed(s, x)), Expected.read()));
    add(all, "少一行", RowMutations::rowMissing);
    add(all, "多出不认识的一行（美甲店）", RowMutations::unknownRow);
    add(all, "表下加“注：…”", s -> below(s, "注：本表由县级填写，每月5日前报送。", Expected.read()));
    add(all, "表下加说明，不写“注”", s -> below(s, "以上数据截至月底", Expected.readOrTell("ROW_NOT_READ")));
    add(all, "表下加落款", s -> below(s, "填表人：测试甲    审核人：测试乙", Expected.read()));
    add(all, "删去表下各行", RowMutations::nothingBelow);
    add(all, "小计行夹在中间", RowMutations::subtotal);
    return all;
  }

  private static void add(
      List<Mutation> all, String zh, Function<Subject, Optional<Mutated>> apply) {
    all.add(new Mutation(ROWS, zh, s -> s.isTable() ? apply.apply(s) : impossible()));
  }

  static Draft above(Subject s, String... texts) {
    return s.sheet(
        sheet -> {
          Sheet more = sheet.insertRows(0, texts.length);
          for (int row = 0; row < texts.length; row++) {
            more = more.with(Box.of(row, 0, texts[row]));
          }
          return more;
        });
  }

  private static Optional<Mutated> below(Subject s, String text, Expected expected) {
    int end = s.isList() ? s.sheet().rows() : s.table().dataEnd();
    return of(
        s.sheet(sheet -> sheet.insertRows(end, 1).with(Box.of(end, s.table().left(), text))),
        expected);
  }

  private static Sheet spaced(Subject s, Sheet sheet) {
    Sheet spaced = sheet;
    for (int row = s.table().dataEnd() - 1; row > s.table().headerBottom(); row--) {
      spaced = spaced.insertRows(row, 1);
    }
    return spaced;
  }

  /** The rows of the header once more, as at the top of a second page. */
  private static Optional<Mutated> headerAgain(Subject s) {
    List<Integer> rows = s.dataRows();
    if (s.isList() || rows.size() < 2) {
      return impossible();
    }
    int top = s.table().headerTop();
    int height = s.table().headerBottom() - top;
    int at = rows.get(rows.size() / 2);
    return of(
        s.sheet(
            sheet -> {
              List<Box> header =
                  sheet.boxes().stream()
                      .filter(box -> box.row() >= top && box.row() < top + height)
                      .map(box -> box.copied("again:").at(box.row() - top + at, box.column()))
                      .toList();
              return sheet.insertRows(at, height).with(header);
            }),
        Expected.read());
  }

  private static Optional<Mutated> totalFirst(Subject s) {
    Optional<Figure> total =
        s.form().figures().stream()
            .filter(figure -> figure.role() == Figure.Role.TOTAL)
            .findFirst();
    if (total.isEmpty() || s.isList()) {
      return impossible();
    }
    int row = xinglin.schemas.sheet.CellAddress.parse(total.get().cell()).row();
    return of(s.sheet(sheet -> sheet.swapRows(s.firstRow(), row)), Expected.read());
  }

  private static Sheet reversed(Subject s, Sheet sheet) {
    if (s.isList()) {
      return sheet.swapRows(s.table().headerTop() + 1, s.table().headerTop() + 2);
    }
    List<Integer> rows = new ArrayList<>(s.dataRows());
    List<Integer> back = new ArrayList<>(rows);
    Collections.reverse(back);
    Sheet turned = sheet;
    for (int index = 0; index < rows.size() / 2; index++) {
      turned = turned.swapRows(rows.get(index), back.get(index));
    }
    return turned;
  }

  /** A missing line of a register leaves no trace; a missing row of a form with fixed rows does. */
  private static Optional<Mutated> rowMissing(Subject s) {
    if (s.isList()) {
      int row = s.table().headerTop() + 1;
      return of(
          s.sheet(
              sheet ->
                  sheet.map(
                      box -> box.row() == row && box.column() > 0,
                      box -> new Box(box.row(), box.column(), 1, 1, "", Box.Kind.TEXT, "", false))),
          Expected.tell("MISSING_COLUMN", "TOTAL_MISMATCH"));
    }
    List<Integer> rows = s.dataRows();
    if (rows.size() < (s.is(RowKey.Kind.LINES) ? FEWEST_LINES : 2)) {
      return impossible();
    }
    Expected expected =
        s.is(RowKey.Kind.CATEGORY)
            ? Expected.tell("MISSING_COLUMN")
            : Expected.readOrTell("TOTAL_MISMATCH");
    return of(s.sheet(sheet -> sheet.removeRow(rows.get(1))), expected);
  }

  private static Optional<Mutated> unknownRow(Subject s) {
    if (s.isList() || s.is(RowKey.Kind.LINES)) {
      return impossible();
    }
    int at = s.dataRows().get(s.dataRows().size() - 1);
    List<Box> row = new ArrayList<>();
    for (int column = s.table().left(); column < s.table().right(); column++) {
      row.add(
          column == s.table().rowLabelColumn().orElse(s.table().left())
              ? Box.of(at, column, "美甲店")
              : Box.number(at, column, "1"));
    }
    return of(
        s.sheet(sheet -> sheet.insertRows(at, 1).with(row)),
        Expected.tell("ROW_NOT_READ", "CODE_UNKNOWN", "UNREADABLE"));
  }

  private static Optional<Mutated> nothingBelow(Subject s) {
    int end = s.table().dataEnd();
    boolean something =
        s.sheet().boxes().stream().anyMatch(box -> box.row() >= end && !box.isBlank());
    return something
        ? of(
            s.sheet(sheet -> sheet.without(box -> box.row() >= end)),
            Expected.readOrTell("YEAR_INFERRED", "REPORTER_NOT_STATED", "DATE_AMBIGUOUS"))
        : impossible();
  }

  /** Half-way sums must not be added up with the lines they sum. */
  private static Optional<Mutated> subtotal(Subject s) {
    if (s.isList() || s.is(RowKey.Kind.SINGLE) || s.is(RowKey.Kind.MEASURE)) {
      return impossible();
    }
    List<Integer> rows = s.dataRows();
    if (rows.size() < 2) {
      return impossible();
    }
    int at = rows.get(1);
    int label =
        s.table()
            .rowLabelColumn()
            .orElse(s.header().values().stream().mapToInt(c -> c.column()).min().orElse(0));
    List<Box> row = new ArrayList<>();
    row.add(Box.of(at, label, "小计"));
    for (var column : s.header().entrySet()) {
      if (column.getKey().use() == Item.Use.MEASURE) {
        row.add(Box.number(at, column.getValue().column(), "1"));
      }
    }
    return of(
        s.sheet(sheet -> sheet.insertRows(at, 1).with(row)),
        Expected.readOrTell("ROW_NOT_READ", "CODE_UNKNOWN"));
  }
}
