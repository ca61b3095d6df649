package xinglin.jobs.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.sheet.TextPage;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.Line;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormVocabulary;
import xinglin.schemas.form.Item;

/** The pages behind a rolled-up form: who reported, what is not known exactly, what differs. */
final class RollupPages {
  private static final String PRACTICE_TYPES = "practice_type";
  private final RollupAsked asked;
  private final FormVocabulary vocabulary;

  RollupPages(RollupAsked asked, FormVocabulary vocabulary) {
    this.asked = asked;
    this.vocabulary = vocabulary;
  }

  List<BlankSheet> of(Behind behind, List<Difference> differences) {
    List<BlankSheet> pages = new ArrayList<>(List.of(reporters(behind.reporters())));
    if (!behind.doubts().isEmpty()) {
      pages.add(doubts(behind.doubts()));
    }
    if (!behind.texts().isEmpty()) {
      pages.add(texts(behind.texts()));
    }
    if (behind.reporters().stream().anyMatch(one -> one.use().equals("own"))) {
      pages.add(differences(differences));
    }
    return pages;
  }

  private BlankSheet reporters(List<Reporter> reporters) {
    return page(
        "报送情况",
        List.of("单位", "报送", "收到与截止", "说明"),
        List.of(26, 14, 44, 26),
        reporters.stream()
            .map(
                one ->
                    List.of(
                        one.name() + "（" + one.code() + "）", state(one), days(one), remark(one)))
            .toList());
  }

  private BlankSheet page(
      String title, List<String> columns, List<Integer> widths, List<List<String>> lines) {
    List<Line> head =
        List.of(
            Line.of(Line.Look.TITLE, title),
            Line.of(
                Line.Look.LEFT,
                "汇总单位："
                    + asked.division().name()
                    + "    所属期："
                    + day(asked.period().start())
                    + "起，"
                    + day(asked.period().end())
                    + "止"));
    return TextPage.of(title, head, columns, widths, lines);
  }

  private static String state(Reporter one) {
    return switch (one.use()) {
      case "counted" -> one.isLate() ? "逾期" : "已报";
      case "own" -> "本级自报";
      case "represented" -> "由上级代报";
      case "covered" -> "未计入";
      case "returned" -> "退回未再报";
      case "not_due" -> "未到期";
      default -> "缺报";
    };
  }

  private static String days(Reporter one) {
    List<String> words = new ArrayList<>();
    one.receivedOn().ifPresent(day -> words.add(day(day) + "收到"));
    one.dueOn().ifPresent(day -> words.add(day(day) + "截止"));
    return String.join("，", words);
  }

  private static String remark(Reporter one) {
    List<String> words = new ArrayList<>();
    switch (one.use()) {
      case "own" -> words.add("只作比对，不加入合计");
      case "represented" -> words.add("计入" + one.representedBy() + "的报表");
      case "covered" -> words.add("同一数据已由其他报表计入");
      default -> {}
    }
    if (one.revision() > 1) {
      words.add("第" + one.revision() + "次报送");
    }
    if (!one.waived().isEmpty()) {
      words.add("经豁免计入：" + one.waived());
    } else if (one.verdict().equals("accepted_with_warnings")) {
      words.add("有提示，见回执");
    }
    if (!one.expected() && one.isCounted()) {
      words.add("不在应报名单内");
    }
    return String.join("；", words);
  }

  private BlankSheet doubts(List<Said> doubts) {
    return page(
        "约数和空白",
        List.of("单位", "指标", "所报", "位置"),
        List.of(18, 40, 28, 24),
        doubts.stream()
            .map(one -> List.of(one.reporter(), label(one), doubt(one), one.place()))
            .toList());
  }

  private String label(Said one) {
    return one.label() + category(one.category());
  }

  private static String doubt(Said one) {
    return switch (one.state()) {
      case "blank" -> "空白";
      case "unreadable" -> "无法读取“" + one.sent() + "”";
      default -> "约数“" + one.sent() + "”";
    };
  }

  private BlankSheet texts(List<Said> texts) {
    return page(
        "文字栏",
        List.of("单位", "指标", "所报"),
        List.of(18, 40, 52),
        texts.stream()
            .map(one -> List.of(one.reporter(), label(one), "“" + one.sent() + "”"))
            .toList());
  }

  private BlankSheet differences(List<Difference> differences) {
    List<List<String>> lines = new ArrayList<>();
    for (Difference one : differences) {
      String unit = unit(one.measure());
      lines.add(
          List.of(
              label(one.measure()) + category(one.category()),
              "汇总 " + one.sum().map(Amounts::plain).orElse("无") + unit,
              "自报 " + one.own().map(Amounts::plain).orElse("无") + unit,
              "相差 " + one.difference().map(Amounts::plain).orElse("—") + unit));
    }
    if (lines.isEmpty()) {
      lines.add(List.of("各项指标", "汇总与自报一致", "", ""));
    }
    return page("与自报数比对", List.of("指标", "下级汇总", "本级自报", "自报减汇总"), List.of(40, 24, 24, 24), lines);
  }

  private String label(String measure) {
    return vocabulary.measures().find(measure).map(Measure::zh).orElse(measure);
  }

  private String unit(String measure) {
    return vocabulary.measures().find(measure).map(known -> known.unit().name()).orElse("");
  }

  private String category(String code) {
    if (code.equals(Item.ALL)) {
      return "";
    }
    CodeLists lists = vocabulary.codeLists();
    Optional<String> list =
        asked.form().tables().stream()
            .map(table -> table.categories())
            .filter(name -> !name.isEmpty())
            .findFirst();
    return "·"
        + lists.get(list.orElse(PRACTICE_TYPES)).items().stream()
            .filter(item -> item.code().equals(code))
            .map(item -> item.zh())
            .findFirst()
            .orElse(code);
  }

  static String day(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
