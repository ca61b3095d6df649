package xinglin.jobs.mutation;

import static xinglin.jobs.mutation.Mutation.Group.MERGES;
import static xinglin.jobs.mutation.Mutation.impossible;
import static xinglin.jobs.mutation.Mutation.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.mutation.Mutation.Mutated;
import xinglin.jobs.mutation.draft.Box;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.jobs.mutation.draft.Sheet;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.sheet.Document;

/** Cells merged and split. */
final class MergeMutations {
  private MergeMutations() {}

  static List<Mutation> list() {
    List<Mutation> all = new ArrayList<>();
    add(all, "标题不合并", s -> unmerged(s, box -> box.row() < s.table().headerTop(), Expected.read()));
    add(
        all,
        "表头全部拆开",
        s ->
            unmerged(
                s,
                box -> box.row() >= s.table().headerTop() && box.row() < s.firstRow(),
                Expected.readOrTell("MISSING_COLUMN", "UNKNOWN_COLUMN", "NO_KNOWN_FORM")));
    add(
        all,
        "全表没有合并",
        s -> unmerged(s, box -> true, Expected.readOrTell("MISSING_COLUMN", "NO_KNOWN_FORM")));
    add(all, "表头多合并一行", MergeMutations::higherHeader);
    add(all, "每行数据占两行", MergeMutations::doubleRows);
    add(all, "上下两行的数字合并", s -> shared(s, true));
    add(all, "左右两列的数字合并", s -> shared(s, false));
    add(all, "地区合并几行", MergeMutations::sharedPlace);
    return all;
  }

  private static void add(
      List<Mutation> all, String zh, Function<Subject, Optional<Mutated>> apply) {
    all.add(
        new Mutation(
            MERGES,
            zh,
            s ->
                s.isTable() && s.draft().format() != Document.Format.CSV
                    ? apply.apply(s)
                    : impossible()));
  }

  private static Optional<Mutated> unmerged(
      Subject s, java.util.function.Predicate<Box> which, Expected expected) {
    Draft draft = s.sheet(sheet -> sheet.unmerged(which));
    return draft.equals(s.draft()) ? impossible() : of(draft, expected);
  }

  /** Every cell of the last header row reaches one row further down. */
  private static Optional<Mutated> higherHeader(Subject s) {
    if (s.isList()) {
      return impossible();
    }
    int end = s.firstRow();
    return of(
        s.sheet(
            sheet ->
                sheet
                    .insertRows(end, 1)
                    .map(
                        box -> box.bottom() == end && box.row() >= s.table().headerTop(),
                        box -> box.over(box.rowSpan() + 1, box.columnSpan()))),
        Expected.read());
  }

  private static Optional<Mutated> doubleRows(Subject s) {
    if (s.isList()) {
      return impossible();
    }
    return of(
        s.sheet(
            sheet -> {
              Sheet higher = sheet;
              for (int row = s.table().dataEnd() - 1; row >= s.firstRow(); row--) {
                int at = row;
                higher =
                    higher
                        .insertRows(at + 1, 1)
                        .map(
                            box -> box.row() == at && box.rowSpan() == 1,
                            box -> box.over(2, box.columnSpan()));
              }
              return higher;
            }),
        Expected.read());
  }

  /** One number over two cells: whose is it? */
  private static Optional<Mutated> shared(Subject s, boolean down) {
    if (s.is(RowKey.Kind.LINES) || (s.is(RowKey.Kind.SINGLE) && down)) {
      return impossible();
    }
    for (Figure figure : s.form().figures()) {
      Optional<Box> box = box(s, figure);
      if (box.isEmpty() || box.get().text().isBlank() || figure.value().number().isEmpty()) {
        continue;
      }
      Box first = box.get();
      int row = down ? first.row() + 1 : first.row();
      int column = down ? first.column() : first.column() + 1;
      Optional<Figure> other =
          s.form().figures().stream()
              .filter(f -> f.value().number().isPresent())
              .filter(f -> Subject.origin(f).equals(s.origin(row, column)))
              .findFirst();
      if (other.isPresent()) {
        String one = Subject.origin(figure);
        String two = Subject.origin(other.get());
        return of(
            s.sheet(
                sheet ->
                    sheet
                        .without(b -> b.origin().equals(two))
                        .map(b -> b.origin().equals(one), b -> b.over(down ? 2 : 1, down ? 1 : 2))),
            Expected.tell("MERGED_VALUE").at(one).touching(one));
      }
    }
    return impossible();
  }

  private static Optional<Box> box(Subject s, Figure figure) {
    return s.sheet().boxes().stream()
        .filter(box -> box.origin().equals(Subject.origin(figure)))
        .findFirst();
  }

  /** The place of two lines of a register, written once. */
  private static Optional<Mutated> sharedPlace(Subject s) {
    if (!s.is(RowKey.Kind.LINES)) {
      return impossible();
    }
    var column =
        s.header().entrySet().stream()
            .filter(entry -> entry.getKey().name().equals("division_code"))
            .findFirst();
    if (column.isEmpty() || s.dataRows().size() < 2) {
      return impossible();
    }
    int at = column.get().getValue().column();
    int row = s.dataRows().get(0);
    String first = s.sheet().find(row, at).map(Box::text).orElse("");
    return of(
        s.sheet(
            sheet ->
                sheet
                    .map(
                        box -> box.row() == row + 1 && box.column() == at,
                        box -> box.saying(first).at(row + 1, at))
                    .without(box -> box.row() == row + 1 && box.column() == at)
                    .map(box -> box.row() == row && box.column() == at, box -> box.over(2, 1))),
        Expected.readOrTell("DUPLICATE_LINE").touching(s.origin(row, at), s.origin(row + 1, at)));
  }
}
