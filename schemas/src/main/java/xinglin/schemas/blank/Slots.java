package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.FormVocabulary;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.Subject;
import xinglin.schemas.value.Labels;

/** Says of each item of a form what is to be filled in, and from what to choose. */
final class Slots {
  private static final int MOST_CHOICES = 400;
  private static final String NONE_IS_ZERO = "没有则填 0，不适用填 /";

  /** In which amounts are asked for where the form leaves it open. */
  static final String MONEY_UNIT = "万元";

  private static final String YEAR = "year";
  private final FormDefinition form;
  private final FormVocabulary vocabulary;
  private final Optional<Division> reporter;

  Slots(FormDefinition form, FormVocabulary vocabulary, Optional<Division> reporter) {
    this.form = form;
    this.vocabulary = vocabulary;
    this.reporter = reporter;
  }

  Optional<Division> reporter() {
    return reporter;
  }

  FormVocabulary vocabulary() {
    return vocabulary;
  }

  /** A figure that section, row and column say together; empty if they name no measure. */
  Optional<Slot> figure(Item column, Subject subject, String row, String header, String label) {
    Optional<Measure> measure = subject.measure().flatMap(vocabulary.measures()::find);
    String unit = column.unit().isEmpty() ? Labels.unit(header).orElse("") : column.unit();
    return measure.map(known -> figure(known, known.id(), subject, row, label, unit));
  }

  private static Slot figure(
      Measure measure, String name, Subject subject, String row, String label, String unit) {
    String counted = measure.unit().name();
    Slot.Kind kind =
        switch (measure.kind()) {
          case TEXT -> Slot.Kind.TEXT;
          case AMOUNT -> Slot.Kind.MONEY;
          case PERCENT -> Slot.Kind.PERCENT;
          case NUMBER -> Slot.Kind.COUNT;
        };
    String shown =
        switch (kind) {
          case MONEY -> unit.isEmpty() ? "元" : unit;
          case PERCENT -> "%";
          case COUNT -> unit.isEmpty() ? counted : unit;
          default -> "";
        };
    String note =
        switch (kind) {
          case MONEY -> "金额（" + shown + "），" + NONE_IS_ZERO;
          case PERCENT -> "百分数，例如 41.6%";
          case COUNT -> "整数（" + counted + "），" + NONE_IS_ZERO + rule(measure);
          default -> "请填写文字，没有则填“无”";
        };
    return new Slot(name, row, kind, label, note, List.of(), "", shown, subject);
  }

  private static String rule(Measure measure) {
    return measure.countingRule().isEmpty() ? "" : "。" + measure.countingRule();
  }

  /** The unit that an item is counted in, empty if it is no figure. */
  String unit(Item item) {
    return item.subject()
        .measure()
        .flatMap(vocabulary.measures()::find)
        .map(measure -> measure.unit().name())
        .orElse("");
  }

  /** A column of a register, or a blank of a letter. */
  Slot column(Item item, String row, String label) {
    Optional<Slot> figure = figure(item, item.subject(), row, label, label);
    if (item.isMeasure() && figure.isPresent()) {
      return figure.get();
    }
    boolean money = item.unit().endsWith("元");
    String unit = money ? Labels.unit(label).orElse(item.unit()) : item.unit();
    Slot.Kind kind =
        switch (item.type()) {
          case NUMBER, INTEGER -> money ? Slot.Kind.MONEY : Slot.Kind.COUNT;
          case DATE -> Slot.Kind.DATE;
          case YES_NO, CODE, DIVISION -> Slot.Kind.CHOICE;
          case CODES -> Slot.Kind.LONG_TEXT;
          case TEXT -> isLong(label) ? Slot.Kind.LONG_TEXT : Slot.Kind.TEXT;
        };
    List<String> choices =
        switch (item.type()) {
          case YES_NO -> List.of("是", "否");
          case CODE -> words(item.list().orElseThrow());
          case DIVISION -> places();
          default -> List.of();
        };
    String boxes =
        item.type() == Item.Type.CODES
            ? "□" + String.join("　□", words(item.list().orElseThrow()))
            : "";
    String must = item.filled() ? "必填。" : "";
    String ask =
        switch (kind) {
          case COUNT -> "整数" + (unit.isEmpty() ? "" : "（" + unit + "）") + "，没有则填 0";
          case MONEY -> "金额（" + unit + "），没有则填 0";
          case DATE -> "请按“2024-08-07”的样子填写年月日";
          case CHOICE -> "请从列表中选择";
          default -> boxes.isEmpty() ? "请填写" + label.replace("\n", "") : "请把选中的□改为☑，可多选";
        };
    return new Slot(
        item.name(), row, kind, label, must + ask, choices, boxes, unit, Subject.NOTHING);
  }

  /** A part of a line whose row is a measure. */
  Slot part(Item item, String row, Measure measure) {
    String label = item.labels().get(0);
    String unit = measure.unit().isMoney() ? MONEY_UNIT : measure.unit().name();
    return switch (item.name()) {
      case "value" ->
          figure(measure, item.name(), Subject.ofMeasure(measure.id()), row, label, unit);
      case "unit" -> {
        List<String> choices =
            measure.unit().isMoney() ? List.of("元", "万元", "亿元") : List.<String>of();
        yield new Slot(
            item.name(), row, Slot.Kind.TEXT, label, "计量单位", choices, unit, "", Subject.NOTHING);
      }
      case "from", "to", "date" ->
          slot(item.name(), row, Slot.Kind.DATE, label, "请按“2024-08-07”的样子填写年月日", "");
      default ->
          slot(
              item.name(),
              row,
              isLong(label) ? Slot.Kind.LONG_TEXT : Slot.Kind.TEXT,
              label,
              "请填写" + label,
              "");
    };
  }

  /** A part of a row of figures, such as its year. */
  Slot part(Item item, String row, String label) {
    if (item.name().equals(YEAR)) {
      return new Slot(
          YEAR, row, Slot.Kind.CHOICE, label, "四位数的年份", years(), "", "", Subject.NOTHING);
    }
    return slot(item.name(), row, Slot.Kind.TEXT, label, "请填写" + label, "");
  }

  Slot place(String row, String label) {
    return new Slot(
        "division", row, Slot.Kind.CHOICE, label, "请从列表中选择", places(), "", "", Subject.NOTHING);
  }

  Slot reporter(String label) {
    Set<String> names = new LinkedHashSet<>();
    if (form.reporterLevel().isPresent()) {
      for (Campaign campaign : campaigns()) {
        vocabulary
            .divisions()
            .within(campaign.scope(), form.reporterLevel().get())
            .forEach(division -> names.add(division.name()));
      }
    }
    reporter.map(Division::name).ifPresent(names::add);
    return new Slot(
        Slot.REPORTER,
        "",
        Slot.Kind.CHOICE,
        label,
        "请选择或填写填报单位所在的行政区划",
        limited(names),
        reporter.map(Division::name).orElse(""),
        "",
        Subject.NOTHING);
  }

  /**
   * Places that lines may name: those below who reports, else those below the campaigns' scopes.
   */
  List<String> places() {
    Set<String> names = new LinkedHashSet<>();
    if (reporter.isPresent()) {
      below(reporter.get().code()).forEach(division -> names.add(division.name()));
      if (names.isEmpty()) {
        names.add(reporter.get().name());
      }
    } else {
      for (Campaign campaign : campaigns()) {
        below(campaign.scope()).forEach(division -> names.add(division.name()));
      }
    }
    return limited(names);
  }

  List<Division> below(String code) {
    return vocabulary.divisions().children(code);
  }

  List<Campaign> campaigns() {
    return form.campaigns().stream().map(vocabulary.campaigns()::get).toList();
  }

  private List<String> years() {
    Set<String> years = new TreeSet<>();
    for (Campaign campaign : campaigns()) {
      for (int year = campaign.window().start().getYear();
          year <= campaign.window().end().getYear();
          year++) {
        years.add(Integer.toString(year));
      }
    }
    return List.copyOf(years);
  }

  private List<String> words(String list) {
    return vocabulary.codeLists().get(list).items().stream()
        .filter(item -> !item.code().equals(Item.ALL))
        .map(CodeItem::zh)
        .toList();
  }

  /** A list longer than this is no help to choose from. */
  private static List<String> limited(Set<String> names) {
    return names.size() > MOST_CHOICES ? List.of() : new ArrayList<>(names);
  }

  private static Slot slot(
      String name, String row, Slot.Kind kind, String label, String note, String unit) {
    return new Slot(name, row, kind, label, note, List.of(), "", unit, Subject.NOTHING);
  }

  private static boolean isLong(String label) {
    return label.matches("(?s).*(地址|摘要|内容|说明|材料|意见|备注|情况|措施|结果|来源|姓名)$");
  }
}
