package xinglin.jobs.mutation;

import static xinglin.jobs.mutation.Mutation.Group.LETTER;
import static xinglin.jobs.mutation.Mutation.impossible;
import static xinglin.jobs.mutation.Mutation.of;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.jobs.mutation.draft.Line;
import xinglin.jobs.mutation.draft.Part;

/** Letters with blanks, and texts with figures in their sentences. */
final class LetterMutations {
  private LetterMutations() {}

  static List<Mutation> list() {
    List<Mutation> all = new ArrayList<>();
    add(all, "前面加“附件2”和空行", s -> s.before(new Line("附件2", ""), new Line("", "")), Expected.read());
    text(all, "空格全去掉", text -> text.replaceAll("[ 　]+", ""), Expected.read());
    text(all, "空格加倍", text -> text.replace(" ", "   "), Expected.read());
    text(
        all,
        "填空处有下划线",
        text -> text.replaceAll("\\s+(\\d+(?:\\.\\d+)?)\\s+", "__$1__"),
        Expected.read("NOT_NUMERIC_NOTATION"));
    text(all, "全角数字", LetterMutations::wide, Expected.read("NOT_NUMERIC_NOTATION"));
    text(
        all,
        "半角标点",
        text -> text.replace("，", ",").replace("：", ":").replace("（", "(").replace("）", ")"),
        Expected.read());
    text(
        all,
        "逗号写成句号",
        text -> text.replace("，", "。"),
        Expected.readOrTell("REQUIRED_BLANK", "NO_KNOWN_FORM", "MISSING_COLUMN"));
    text(
        all,
        "数字写成“约N”",
        text ->
            text.replaceAll("场所\\s*(\\d+)\\s*家", "场所约$1家")
                .replaceAll("取缔无证行医点 (\\d+)", "取缔无证行医点约$1"),
        Expected.tell("APPROXIMATE").touching("正文!P4", "正文!P2"));
    text(
        all,
        "数字写成“若干”",
        text ->
            text.replaceAll("场所\\s*(\\d+)\\s*家", "场所若干家")
                .replaceAll("取缔无证行医点 (\\d+) 处", "取缔无证行医点若干处"),
        Expected.tell("UNREADABLE", "FIGURE_NOT_FOUND"));
    text(
        all,
        "一个空没有填",
        text -> text.replaceAll("场所\\s*(\\d+)\\s*家", "场所    家"),
        Expected.tell("REQUIRED_BLANK"));
    text(
        all,
        "日期写成 2020.7.6",
        text -> text.replaceAll("(20\\d\\d)\\s*年\\s*(\\d+)\\s*月\\s*(\\d+)\\s*日", "$1.$2.$3"),
        Expected.read("NOT_NUMERIC_NOTATION"));
    text(
        all,
        "标题换行",
        text -> text.replace("联合执法", "\n联合执法").replace("专项行动工作总结", "\n专项行动工作总结"),
        Expected.read());
    add(
        all,
        "一段分成两段",
        LetterMutations::split,
        Expected.readOrTell("REQUIRED_BLANK", "MISSING_COLUMN")
            .touching("正文!P2", "正文!P2b", "正文!P4", "正文!P4b"));
    add(
        all,
        "后面再附一封",
        LetterMutations::again,
        Expected.readOrTell("CONTENT_NOT_READ", "REPEATED_LINE"));
    text(
        all,
        "单位写错（家→户）",
        text -> text.replaceAll("(\\d)(\\s*)家", "$1$2户").replace("户次", "家次"),
        Expected.readOrTell(
            "UNIT_FOREIGN",
            "REQUIRED_BLANK",
            "MISSING_COLUMN",
            "NO_KNOWN_FORM",
            "FIGURE_NOT_FOUND"));
    text(
        all,
        "金额单位万元改成元",
        text -> text.replaceAll("([0-9.]+) 万元", "$1 元"),
        Expected.tell("FIGURE_NOT_FOUND", "UNIT_SUSPECT"));
    return all;
  }

  private static void add(
      List<Mutation> all, String zh, UnaryOperator<Draft> change, Expected expected) {
    all.add(
        new Mutation(
            LETTER,
            zh,
            s -> {
              if (s.isTable()) {
                return impossible();
              }
              Draft changed = change.apply(s.draft());
              boolean kept = s.formId().equals("document");
              return changed.equals(s.draft())
                  ? impossible()
                  : of(
                      changed,
                      kept && !expected.tell().equals(Expected.Tell.READ)
                          ? expected.kept()
                          : expected);
            }));
  }

  private static void text(
      List<Mutation> all, String zh, UnaryOperator<String> change, Expected expected) {
    add(all, zh, draft -> draft.lines(line -> line.saying(change.apply(line.text()))), expected);
  }

  /** The longest paragraph is broken where one presses Enter, in the middle of a sentence. */
  private static Draft split(Draft draft) {
    List<Part> parts = new ArrayList<>();
    for (Part part : draft.parts()) {
      if (part instanceof Line line && line.text().length() > 60) {
        int at = line.text().indexOf('，', line.text().length() / 2) + 1;
        parts.add(new Line(line.text().substring(0, at), line.origin()));
        parts.add(new Line(line.text().substring(at), line.origin() + "b"));
      } else {
        parts.add(part);
      }
    }
    return new Draft(draft.format(), parts);
  }

  private static Draft again(Draft draft) {
    List<Part> parts = new ArrayList<>(draft.parts());
    for (Part part : draft.parts()) {
      if (part instanceof Line line) {
        parts.add(new Line(line.text().replace("2020", "2021"), "2:" + line.origin()));
      }
    }
    return new Draft(draft.format(), parts);
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
    return wide.toString();
  }
}
