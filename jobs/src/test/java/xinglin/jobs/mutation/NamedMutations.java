package xinglin.jobs.mutation;

import static xinglin.jobs.mutation.Mutation.Group.NAMED;
import static xinglin.jobs.mutation.Mutation.impossible;
import static xinglin.jobs.mutation.Mutation.of;

import java.util.List;
import java.util.Optional;
import xinglin.jobs.mutation.Mutation.Mutated;
import xinglin.jobs.mutation.draft.Box;
import xinglin.jobs.mutation.draft.Line;
import xinglin.jobs.mutation.draft.Sheet;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;

/** The five that every form must stand: read right or refused with the reason. */
final class NamedMutations {
  private NamedMutations() {}

  static List<Mutation> list() {
    return List.of(
        new Mutation(NAMED, "插入一行", NamedMutations::rowInserted),
        new Mutation(NAMED, "移动一列", NamedMutations::columnMoved),
        new Mutation(NAMED, "栏目名称内换行", NamedMutations::lineBreak),
        new Mutation(NAMED, "单元格内写单位", NamedMutations::unitInCell),
        new Mutation(NAMED, "下面另有一张表", NamedMutations::secondTable));
  }

  private static Optional<Mutated> rowInserted(Subject s) {
    if (!s.isTable()) {
      return of(s.draft().before(new Line("各有关单位：", "")), Expected.read());
    }
    int at = s.isList() ? s.table().headerTop() + 1 : s.dataRows().get(s.dataRows().size() / 2);
    return of(s.sheet(sheet -> sheet.insertRows(at, 1)), Expected.read());
  }

  private static Optional<Mutated> columnMoved(Subject s) {
    if (!s.isTable()) {
      return impossible();
    }
    if (s.isList()) {
      return of(s.sheet(sheet -> sheet.insertColumns(s.table().right(), 2)), Expected.read());
    }
    List<Integer> columns = s.columns();
    for (int index = columns.size() / 2; index + 1 < columns.size(); index++) {
      int one = columns.get(index);
      int other = columns.get(index + 1);
      if (under(s, one).equals(under(s, other)) && height(s, one) == height(s, other)) {
        return of(
            s.sheet(
                sheet -> sheet.swapColumns(s.table().headerTop(), s.table().dataEnd(), one, other)),
            Expected.read());
      }
    }
    return impossible();
  }

  private static String under(Subject s, int column) {
    return s.header().entrySet().stream()
        .filter(entry -> entry.getValue().column() == column)
        .map(entry -> entry.getKey().under().orElse(""))
        .findFirst()
        .orElse("");
  }

  private static int height(Subject s, int column) {
    return s.header().values().stream()
        .filter(cell -> cell.column() == column)
        .mapToInt(Cell::row)
        .findFirst()
        .orElse(0);
  }

  /** After every second character, as narrow columns force a typist to. */
  private static Optional<Mutated> lineBreak(Subject s) {
    if (!s.isTable()) {
      return of(
          s.draft().lines(line -> line.saying(line.text().replace("，", "，\n"))), Expected.read());
    }
    return of(
        s.sheet(
            sheet ->
                sheet.map(
                    s::isLabel, box -> box.saying(box.text().replaceAll("(..)(?=.)", "$1\n")))),
        Expected.read());
  }

  private static Optional<Mutated> unitInCell(Subject s) {
    Optional<Figure> figure = s.figure(false);
    if (figure.isEmpty() || !s.isTable()) {
      return dayInCell(s);
    }
    String origin = Subject.origin(figure.get());
    String unit = figure.get().unit();
    return of(
        s.draft()
            .sheet(
                figure.get().sheet(),
                sheet ->
                    sheet.map(
                        box -> box.origin().equals(origin), box -> box.saying(box.text() + unit))),
        Expected.read("NOT_NUMERIC_NOTATION"));
  }

  /** Registers have no figures: their dates get their units. */
  private static Optional<Mutated> dayInCell(Subject s) {
    return ValueMutations.dates(
        s,
        date -> date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
        Expected.read("NOT_NUMERIC_NOTATION"));
  }

  private static Optional<Mutated> secondTable(Subject s) {
    Sheet other =
        new Sheet(
            "表外",
            List.of(
                Box.of(0, 0, "车辆使用情况"),
                Box.of(1, 0, "车牌"),
                Box.of(1, 1, "公里"),
                Box.of(1, 2, "油费"),
                Box.of(2, 0, "公务一"),
                Box.number(2, 1, "120"),
                Box.number(2, 2, "85"),
                Box.of(3, 0, "公务二"),
                Box.number(3, 1, "98"),
                Box.number(3, 2, "70")));
    if (!s.isTable() || s.draft().format() == Document.Format.DOCX) {
      return of(s.draft().after(other), Expected.readOrTell("CONTENT_NOT_READ"));
    }
    return of(
        s.sheet(sheet -> sheet.below(other, 1)),
        Expected.readOrTell(
            "CONTENT_NOT_READ", "ROW_NOT_READ", "CODE_UNKNOWN", "REQUIRED_BLANK", "UNREADABLE"));
  }
}
