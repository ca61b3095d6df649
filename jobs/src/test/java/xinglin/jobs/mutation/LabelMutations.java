package xinglin.jobs.mutation;

import static xinglin.jobs.mutation.Mutation.Group.LABELS;
import static xinglin.jobs.mutation.Mutation.impossible;
import static xinglin.jobs.mutation.Mutation.of;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import xinglin.jobs.mutation.Mutation.Mutated;
import xinglin.jobs.mutation.draft.Box;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.schemas.form.RowKey;

/** The same words written otherwise, and units that move. */
final class LabelMutations {
  private static final String NO_UNIT = "UNIT_NOT_STATED";

  private LabelMutations() {}

  static List<Mutation> list() {
    List<Mutation> all = new ArrayList<>();
    labels(all, "每个字之间加空格", text -> text.replaceAll("(?<=.)(?=.)", " "), Expected.read());
    labels(all, "括号改成半角", text -> text.replace("（", "(").replace("）", ")"), Expected.read());
    labels(all, "括号改成方括号", text -> text.replace("（", "【").replace("）", "】"), Expected.read());
    labels(all, "括号不闭合", text -> text.replaceAll("[）)]$", ""), Expected.read());
    labels(all, "其他写成其它", text -> text.replace("其他", "其它"), Expected.read());
    labels(all, "繁体字", LabelMutations::traditional, Expected.read());
    labels(all, "名称后加冒号", text -> text + "：", Expected.read());
    labels(all, "名称后加星号", text -> text + "*", Expected.read());
    labels(all, "名称前加“★”", text -> "★" + text, Expected.read());
    numbered(all, "名称前加编号“1.”", "%d.");
    numbered(all, "名称前加编号“（一）”", "（%s）");
    numbered(all, "名称前加编号“①”", "①");
    labels(all, "名称后加“（注1）”", text -> text + "（注1）", Expected.read());
    all.add(new Mutation(LABELS, "一个栏目名称写错字", LabelMutations::typo));
    all.add(new Mutation(LABELS, "行名每字之间加空格", LabelMutations::spacedRows));
    money(
        all, "单位写在名称后，不加括号", text -> text.replaceAll("[（(]?\\s*万元[）)]?", "万元"), 0, Expected.read());
    money(
        all, "单位前加空格，不加括号", text -> text.replaceAll("[（(]?\\s*万元[）)]?", " 万元"), 0, Expected.read());
    money(
        all,
        "单位写成“单位：万元”",
        text -> text.replaceAll("[（(]?\\s*万元[）)]?", "（单位：万元）"),
        0,
        Expected.read());
    money(all, "万元改成元，数字照改", text -> text.replace("万元", "元"), 4, Expected.read());
    money(all, "万元改成亿元，数字照改", text -> text.replace("万元", "亿元"), -4, Expected.read());
    money(all, "万元改成千元，数字照改", text -> text.replace("万元", "千元"), 1, Expected.read());
    money(all, "不写单位", text -> text.replaceAll("[（(]?\\s*万元[）)]?", ""), 0, Expected.tell(NO_UNIT));
    all.add(new Mutation(LABELS, "单位只写在表上方", LabelMutations::unitAbove));
    text(all, "县（区）写成县（市、区）", "县（区）", "县（市、区）", Expected.read());
    text(all, "县（区）写成区县", "县（区）", "区县", Expected.read());
    text(all, "县（区）写成填报单位", "县（区）", "填报单位", Expected.read());
    text(all, "乡镇（街道）写成街道（乡镇）", "乡镇（街道）", "街道（乡镇）", Expected.readOrTell("MISSING_COLUMN"));
    text(all, "合计写成总计", "合计", "总计", Expected.read());
    text(all, "合计写成共计", "合计", "共计", Expected.read());
    text(all, "户次写成次", "户次", "次", Expected.readOrTell("MISSING_COLUMN"));
    return all;
  }

  private static void labels(
      List<Mutation> all, String zh, UnaryOperator<String> spelled, Expected expected) {
    all.add(
        new Mutation(
            LABELS,
            zh,
            s -> {
              if (!s.isTable()) {
                return impossible();
              }
              Draft draft =
                  s.sheet(
                      sheet -> sheet.map(s::isLabel, box -> box.saying(spelled.apply(box.text()))));
              return draft.equals(s.draft()) ? impossible() : of(draft, expected);
            }));
  }

  /** Numbers in front of the labels of rows, or of a list. */
  private static void numbered(List<Mutation> all, String zh, String form) {
    all.add(
        new Mutation(
            LABELS,
            zh,
            s -> {
              if (!s.isList() && !s.is(RowKey.Kind.CATEGORY)) {
                return impossible();
              }
              int[] number = {0};
              return of(
                  s.sheet(
                      sheet ->
                          sheet.map(
                              box ->
                                  s.isLabel(box)
                                      && (s.isList() || !s.isHeader(box))
                                      && !box.text().contains("计"),
                              box -> {
                                int n = ++number[0];
                                String mark =
                                    form.contains("%d")
                                        ? form.formatted(n)
                                        : form.contains("%s")
                                            ? form.formatted("一二三四五六七八九十".charAt((n - 1) % 10))
                                            : String.valueOf((char) (form.charAt(0) + (n - 1)));
                                return box.saying(mark + box.text());
                              })),
                  Expected.read());
            }));
  }

  private static Optional<Mutated> typo(Subject s) {
    if (!s.isTable()) {
      return impossible();
    }
    return s.header().entrySet().stream()
        .filter(column -> column.getKey().required())
        .skip(1)
        .findFirst()
        .flatMap(
            column ->
                of(
                    s.sheet(
                        sheet ->
                            sheet.map(
                                box ->
                                    box.covers(column.getValue().row(), column.getValue().column()),
                                box -> box.saying("甲" + box.text().substring(1)))),
                    Expected.tell("MISSING_COLUMN")));
  }

  private static Optional<Mutated> spacedRows(Subject s) {
    if (!(s.is(RowKey.Kind.DIVISION) || s.is(RowKey.Kind.CATEGORY) || s.is(RowKey.Kind.MEASURE))) {
      return impossible();
    }
    int label = s.table().rowLabelColumn().orElse(s.table().left());
    return of(
        s.sheet(
            sheet ->
                sheet.map(
                    box -> s.isData(box) && box.column() == label && !box.isBlank(),
                    box -> box.saying(box.text().replaceAll("(?<=.)(?=.)", " ")))),
        Expected.read());
  }

  private static boolean isMoney(Box box) {
    return box.text().contains("万元");
  }

  /** Another unit in the header, the numbers below moved by so many places. */
  private static void money(
      List<Mutation> all, String zh, UnaryOperator<String> unit, int places, Expected expected) {
    all.add(
        new Mutation(
            LABELS,
            zh,
            s -> {
              List<Box> heads =
                  s.isTable()
                      ? s.sheet().boxes().stream().filter(b -> s.isHeader(b) && isMoney(b)).toList()
                      : List.of();
              if (heads.isEmpty()) {
                return impossible();
              }
              return of(
                  s.sheet(
                      sheet ->
                          sheet
                              .map(
                                  box -> isBelow(s, heads, box),
                                  box -> places == 0 ? box : moved(box, places))
                              .map(heads::contains, box -> box.saying(unit.apply(box.text())))),
                  expected);
            }));
  }

  private static boolean isBelow(Subject s, List<Box> heads, Box box) {
    return heads.stream()
        .anyMatch(
            head ->
                s.isList()
                    ? box.row() == head.row() && box.column() >= head.right()
                    : box.column() == head.column() && s.isData(box));
  }

  private static Box moved(Box box, int places) {
    return box.text().matches("-?[0-9.]+")
        ? box.counting(
            new BigDecimal(box.text()).movePointRight(places).stripTrailingZeros().toPlainString())
        : box;
  }

  private static Optional<Mutated> unitAbove(Subject s) {
    List<Box> heads =
        s.isTable()
            ? s.sheet().boxes().stream().filter(b -> s.isHeader(b) && isMoney(b)).toList()
            : List.of();
    if (heads.isEmpty()) {
      return impossible();
    }
    int top = s.table().headerTop();
    return of(
        s.sheet(
            sheet ->
                sheet
                    .map(
                        heads::contains,
                        box -> box.saying(box.text().replaceAll("[（(]?\\s*万元[）)]?", "")))
                    .insertRows(top, 1)
                    .with(Box.of(top, s.table().right() - 1, "金额单位：万元"))),
        Expected.read());
  }

  private static void text(
      List<Mutation> all, String zh, String from, String to, Expected expected) {
    all.add(
        new Mutation(
            LABELS,
            zh,
            s -> {
              Draft changed =
                  new Draft(s.draft().format(), s.draft().parts())
                      .lines(line -> line.saying(line.text().replace(from, to)));
              for (var sheet : s.draft().sheets()) {
                changed =
                    changed.sheet(
                        sheet.name(),
                        old ->
                            old.map(
                                box -> box.text().contains(from) && !box.text().contains("计算"),
                                box -> box.saying(box.text().replace(from, to))));
              }
              return changed.equals(s.draft()) ? impossible() : of(changed, expected);
            }));
  }

  private static String traditional(String text) {
    Map<Character, Character> table = new HashMap<>();
    String simplified = "监督户数处罚没违法额业务单执医疗诊类线编号来实摘办结发现问题构应会议产区级风险点联" + "动检查场药审项证营书闻报导训传资标个镇乡";
    String original = "監督戶數處罰沒違法額業務單執醫療診類線編號來實摘辦結發現問題構應會議產區級風險點聯" + "動檢查場藥審項證營書聞報導訓傳資標個鎮鄉";
    for (int index = 0; index < simplified.length(); index++) {
      table.put(simplified.charAt(index), original.charAt(index));
    }
    StringBuilder written = new StringBuilder();
    text.chars().forEach(c -> written.append(table.getOrDefault((char) c, (char) c)));
    return written.toString();
  }
}
