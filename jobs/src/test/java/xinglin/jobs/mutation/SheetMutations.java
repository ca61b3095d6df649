package xinglin.jobs.mutation;

import static xinglin.jobs.mutation.Mutation.Group.SHEET;
import static xinglin.jobs.mutation.Mutation.impossible;
import static xinglin.jobs.mutation.Mutation.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.mutation.Mutation.Mutated;
import xinglin.jobs.mutation.draft.Box;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.jobs.mutation.draft.Line;
import xinglin.jobs.mutation.draft.Sheet;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.sheet.Document;

/** Titles, sheets, several forms in one file. */
final class SheetMutations {
  /** A neighbour in the same campaign. */
  private static final Map<String, String> NEIGHBOURS =
      Map.of("鼓楼区", "云龙区", "云龙区", "贾汪区", "贾汪区", "鼓楼区", "沙坡头区", "中宁县", "海原县", "中宁县");

  private SheetMutations() {}

  static List<Mutation> list() {
    List<Mutation> all = new ArrayList<>();
    add(
        all,
        "前面有空白工作表",
        s -> book(s, s.draft().before(new Sheet("Sheet0", List.of())), Expected.read()));
    add(all, "后面有不相干的说明页", s -> more(s, note(), Expected.read()));
    add(all, "后面有另一张不认识的表", s -> more(s, foreign(), Expected.tell("CONTENT_NOT_READ")));
    add(all, "后面有同一张表，表头写坏了", SheetMutations::damagedCopy);
    add(all, "工作表改名", s -> book(s, s.sheet(sheet -> sheet.named("Sheet1 (2)")), Expected.read()));
    add(all, "标题删去", SheetMutations::untitled);
    add(all, "标题写成上一年", SheetMutations::lastYear);
    add(
        all,
        "整表转置",
        s -> of(s.sheet(Sheet::turned), Expected.readOrTell("NO_KNOWN_FORM", "MISSING_COLUMN")));
    add(all, "隐藏一行数据（筛选）", SheetMutations::hidden);
    add(all, "下面再贴一遍", s -> twice(s, "", false));
    add(all, "右边再贴一遍", s -> twice(s, "", true));
    add(all, "下面贴另一个县的同一张表", s -> other(s, false));
    add(all, "右边贴另一个县的同一张表", s -> other(s, true));
    add(all, "上面先有一份空白表样", SheetMutations::blankAbove);
    return all;
  }

  private static void add(
      List<Mutation> all, String zh, Function<Subject, Optional<Mutated>> apply) {
    all.add(new Mutation(SHEET, zh, s -> s.isTable() ? apply.apply(s) : impossible()));
  }

  private static boolean isBook(Subject s) {
    return s.draft().format() == Document.Format.XLSX || s.draft().format() == Document.Format.XLS;
  }

  private static Optional<Mutated> book(Subject s, Draft draft, Expected expected) {
    return isBook(s) ? of(draft, expected) : impossible();
  }

  private static Optional<Mutated> more(Subject s, Sheet sheet, Expected expected) {
    return s.draft().format() == Document.Format.CSV
        ? impossible()
        : of(s.draft().after(sheet), expected);
  }

  private static Sheet note() {
    return new Sheet(
        "说明", List.of(Box.of(0, 0, "填表说明"), Box.of(1, 0, "一、按月填报。"), Box.of(2, 0, "二、没有的填0。")));
  }

  private static Sheet foreign() {
    return new Sheet(
        "车辆",
        List.of(
            Box.of(0, 0, "车牌"),
            Box.of(0, 1, "公里"),
            Box.of(0, 2, "油费"),
            Box.of(1, 0, "公务一"),
            Box.number(1, 1, "120"),
            Box.number(1, 2, "85")));
  }

  /** A second sheet whose headings nobody would know again must not vanish. */
  private static Optional<Mutated> damagedCopy(Subject s) {
    Sheet damaged =
        s.sheet()
            .map(
                box -> box.row() < s.firstRow() || (s.isList() && box.column() < 2),
                box -> box.isBlank() ? box : box.saying("栏" + box.row() + "乙" + box.column()))
            .copied("damaged:")
            .named("第二页");
    return s.draft().format() == Document.Format.CSV
        ? impossible()
        : of(s.draft().after(damaged), Expected.tell("CONTENT_NOT_READ"));
  }

  private static Optional<Mutated> untitled(Subject s) {
    boolean inWord = s.draft().format() == Document.Format.DOCX;
    Draft bare =
        s.sheet(
            sheet ->
                sheet.map(
                    box -> box.row() < s.table().headerTop() && isTitle(s, box.text()),
                    box -> box.saying("")));
    Draft changed =
        inWord ? bare.lines(line -> isTitle(s, line.text()) ? line.saying("") : line) : bare;
    return changed.equals(s.draft())
        ? impossible()
        : of(changed, Expected.readOrTell("NO_KNOWN_FORM", "REPORTER_NOT_STATED"));
  }

  private static boolean isTitle(Subject s, String text) {
    return s.table().form().titles().stream()
        .anyMatch(title -> text.replaceAll("\\s", "").contains(title));
  }

  private static Optional<Mutated> lastYear(Subject s) {
    Draft changed =
        s.sheet(
                sheet ->
                    sheet.map(
                        box -> box.row() < s.table().headerTop() && isTitle(s, box.text()),
                        box -> box.saying(box.text().replaceAll("^20\\d\\d年", "2019年"))))
            .lines(
                line ->
                    isTitle(s, line.text())
                        ? line.saying(line.text().replaceAll("^20\\d\\d年", "2019年"))
                        : line);
    return changed.equals(s.draft())
        ? impossible()
        : of(changed, Expected.tell("PERIOD_OUTSIDE_CAMPAIGN"));
  }

  private static Optional<Mutated> hidden(Subject s) {
    if (!isBook(s)) {
      return impossible();
    }
    int row = s.isList() ? s.table().headerTop() + 1 : s.dataRows().get(0);
    return of(
        s.sheet(sheet -> sheet.map(box -> box.row() == row, Box::hiddenNow)),
        Expected.read("HIDDEN_CONTENT"));
  }

  /** The very same again: it may count once or be named, never twice. */
  private static Optional<Mutated> twice(Subject s, String reporter, boolean beside) {
    Sheet copy = s.sheet().copied("2:");
    Draft draft = s.sheet(sheet -> beside ? sheet.beside(copy, 1) : sheet.below(copy, 1));
    return of(
        draft,
        Expected.readOrTell(
                "REPEATED_LINE",
                "DUPLICATE_LINE",
                "REPEATED_ROW",
                "REPEATED_FIGURE",
                "ROW_NOT_READ",
                "CONTENT_NOT_READ",
                "REPORTER_NOT_STATED",
                "NO_KNOWN_FORM")
            .copies("", "2:"));
  }

  private static Optional<Mutated> other(Subject s, boolean beside) {
    String name = s.form().reporter().orElseThrow().name();
    boolean inSheet = s.sheet().boxes().stream().anyMatch(box -> box.text().contains(name));
    boolean lonely = s.isList() || s.is(RowKey.Kind.CATEGORY) || s.is(RowKey.Kind.SINGLE);
    if (!NEIGHBOURS.containsKey(name) || !inSheet || !lonely) {
      return impossible();
    }
    Sheet copy =
        s.sheet()
            .copied("2:")
            .map(
                box -> box.text().contains(stem(name)),
                box ->
                    box.saying(
                        box.text()
                            .replace(name, NEIGHBOURS.get(name))
                            .replace(stem(name), stem(NEIGHBOURS.get(name)))));
    return of(
        s.sheet(sheet -> beside ? sheet.beside(copy, 1) : sheet.below(copy, 1)),
        (beside
                ? Expected.readOrTell("REPEATED_FIGURE", "REPEATED_ROW", "CONTENT_NOT_READ")
                : Expected.readOrTell("ROW_NOT_READ", "REPEATED_ROW"))
            .copies("", "2:")
            .reporters(name, NEIGHBOURS.get(name)));
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - 1);
  }

  /** The printed form, not filled in, stands above the one that is. */
  private static Optional<Mutated> blankAbove(Subject s) {
    if (s.isList() || s.draft().format() == Document.Format.DOCX) {
      return impossible();
    }
    Sheet blank =
        s.sheet()
            .without(box -> box.row() >= s.table().dataEnd())
            .map(
                box -> s.isData(box) && !s.isLabel(box),
                box ->
                    new Box(
                        box.row(),
                        box.column(),
                        box.rowSpan(),
                        box.columnSpan(),
                        "",
                        Box.Kind.TEXT,
                        "",
                        false))
            .copied("blank:");
    return of(s.sheet(sheet -> blank.below(sheet, 1)), Expected.read());
  }

  static Draft aboveAll(Subject s, String... texts) {
    Draft draft = s.draft();
    for (int index = texts.length - 1; index >= 0; index--) {
      draft = draft.before(new Line(texts[index], ""));
    }
    return draft;
  }
}
