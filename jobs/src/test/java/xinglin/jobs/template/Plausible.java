package xinglin.jobs.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xinglin.schemas.blank.Area;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.Slot;
import xinglin.schemas.form.FormDefinition;

/** Fills a form in as a careful clerk would: figures that agree with each other, days in order. */
final class Plausible {
  private static final Map<String, String> FIGURES =
      Map.ofEntries(
          Map.entry("inspections", "20"),
          Map.entry("penalised_units", "3"),
          Map.entry("penalised_cases", "3"),
          Map.entry("confiscated_amount", "1.2"),
          Map.entry("lookback_confiscated_amount", "1.2"),
          Map.entry("lookback_fine_amount", "12"),
          Map.entry("fine_amount", "12.5"),
          Map.entry("unlicensed_cases", "5"),
          Map.entry("key_institutions", "40"),
          Map.entry("institutions_checked", "12"),
          Map.entry("patrol_tasks_due", "240"),
          Map.entry("patrol_tasks_done", "240"),
          Map.entry("found_sites", "4"),
          Map.entry("demonstration_towns", "1"));
  private final BlankForm blank;
  private final LocalDate day;

  /**
   * @param day on which everything happened, within the campaign
   */
  Plausible(BlankForm blank, LocalDate day) {
    this.blank = blank;
    this.day = day;
  }

  static LocalDate day(FormDefinition form) {
    return switch (form.campaigns().stream().findFirst().orElse("")) {
      case "xianju-2020" -> LocalDate.of(2020, 7, 6);
      case "zhongwei-2021" -> LocalDate.of(2021, 9, 1);
      case "qingpu-2021-2023" -> LocalDate.of(2021, 6, 1);
      default -> LocalDate.of(2024, 7, 30);
    };
  }

  Map<Place, Filled> fill(List<Place> places) {
    Map<Place, Filled> filled = new HashMap<>();
    places.stream()
        .filter(place -> !place.isCell() || !place.cell().isSum())
        .forEach(place -> filled.put(place, value(place)));
    places.stream()
        .filter(place -> place.isCell() && place.cell().isSum())
        .forEach(place -> filled.put(place, sum(place, filled)));
    return filled;
  }

  private static Filled sum(Place total, Map<Place, Filled> filled) {
    BigDecimal sum =
        filled.entrySet().stream()
            .filter(entry -> entry.getKey().isCell() && entry.getKey().sheet() == total.sheet())
            .filter(entry -> total.cell().sumOf().contains(area(entry.getKey())))
            .map(entry -> entry.getValue().number().orElse(BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Filled.number(sum, sum);
  }

  private static Area area(Place place) {
    return place.cell().area();
  }

  private Filled value(Place place) {
    Slot slot = place.slot();
    boolean register = place.isCell() && blank.sheets().get(place.sheet()).table().grows();
    if (register && Integer.parseInt(slot.row().substring(1)) > 3) {
      return Filled.NOTHING;
    }
    if (slot.preset().contains("：")) {
      return Filled.text(slot.preset().replace("：", "： 某诊所"));
    }
    if (!slot.preset().isEmpty() && !slot.preset().contains(" ")) {
      return Filled.text(slot.preset());
    }
    String figure = FIGURES.getOrDefault(slot.subject().measure().orElse(slot.name()), "2");
    return switch (slot.kind()) {
      case COUNT ->
          number(
              slot.subject().measure().isPresent() || slot.name().endsWith("sites") ? figure : "2");
      case MONEY -> number(figure);
      case PERCENT -> Filled.written("41.6%", new BigDecimal("41.6"));
      case DATE -> Filled.date(slot.name().startsWith("surveyed_from") ? day.minusDays(5) : day);
      case CHOICE -> Filled.text(choice(slot));
      case TEXT, LONG_TEXT -> Filled.text(register ? "某" + slot.row().substring(1) + "号" : "测试甲");
    };
  }

  private static Filled number(String digits) {
    return Filled.number(new BigDecimal(digits), new BigDecimal(digits));
  }

  private static String choice(Slot slot) {
    return slot.choices().isEmpty() ? "测试甲" : slot.choices().get(0);
  }
}
