package xinglin.warehouse.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import xinglin.schemas.indicator.IndicatorDefinition;
import xinglin.schemas.indicator.IndicatorTarget;
import xinglin.schemas.indicator.Indicators;

/** Definitions of indicators as rows of {@code indicator_definition}. */
final class IndicatorRows {
  private IndicatorRows() {}

  static List<Map<String, String>> of(Indicators indicators) {
    return indicators.list().stream().map(IndicatorRows::row).toList();
  }

  private static Map<String, String> row(IndicatorDefinition indicator) {
    Map<String, String> row = new HashMap<>();
    row.put("indicator_id", indicator.id());
    row.put("title", indicator.zh());
    row.put("title_en", indicator.en());
    row.put("meaning", indicator.meaning());
    row.put("meaning_en", indicator.meaningEn());
    row.put("numerator", indicator.numerator());
    if (!indicator.denominator().isEmpty()) {
      row.put("denominator", indicator.denominator());
    }
    row.put("unit", indicator.unit());
    row.put("direction", indicator.direction().name().toLowerCase(Locale.ROOT));
    row.put("rounding", indicator.rounding().words());
    row.put("decimals", String.valueOf(indicator.rounding().decimals()));
    row.put("rounding_mode", indicator.rounding().mode().code());
    if (!indicator.targets().isEmpty()) {
      row.put(
          "target",
          indicator.targets().stream()
              .map(IndicatorTarget::source)
              .distinct()
              .collect(Collectors.joining("；")));
    }
    row.put("source", indicator.source());
    row.put("counting_rule", indicator.countingRule());
    row.put("forms", String.join(",", indicator.forms()));
    row.put("reporter_level", indicator.reporterLevel());
    if (!indicator.measure().isEmpty()) {
      row.put("measure", indicator.measure());
    }
    row.put("looks_at", String.join(" ", indicator.looksAt()));
    row.put("printed_measure", indicator.printedMeasure());
    if (!indicator.note().isEmpty()) {
      row.put("note", indicator.note());
    }
    return row;
  }
}
