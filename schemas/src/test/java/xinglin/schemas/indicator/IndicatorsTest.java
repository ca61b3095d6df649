package xinglin.schemas.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

/** Mistakes of an author of indicators, all found together. */
class IndicatorsTest {
  @TempDir Path config;
  private final Problems problems = new Problems();

  @Test
  void aThirdIsAThirdOfAHundred() {
    assertEquals(
        Optional.of(new BigDecimal("33.3333")),
        load().get("risk_point_reduction").targets().get(0).value());
    assertEquals(List.of(), problems.list());
  }

  @Test
  void casesAndPersonsNeverMix() throws Exception {
    Files.createDirectories(config.resolve("indicators"));
    Files.writeString(
        config.resolve("indicators/x.yaml"),
        """
        indicator: x
        zh: 判刑
        en: Sentenced
        meaning: 判刑件数
        meaning_en: Sentenced cases
        numerator: 判刑件数
        unit: 人
        counting_rule: 无
        measure: sentenced_cases
        source: 示例
        targets:
          - {division: "310118", from: 2021-01-01, to: 2023-13-31, comparison: at_least, source: 示例}
        """);
    load();
    assertEquals(
        List.of(
            "config/indicators/x.yaml:7: \"人\" is not the unit of sentenced_cases, which is 件",
            "config/indicators/x.yaml:12: \"value\" is missing beside this comparison",
            "config/indicators/x.yaml:12: \"2023-13-31\" is no date like 2021-01-01"),
        problems.list().stream().map(Object::toString).toList());
  }

  @Test
  void formsAndLevelsAreThoseThatExist() throws Exception {
    Files.createDirectories(config.resolve("indicators"));
    Files.writeString(
        config.resolve("indicators/x.yaml"),
        """
        indicator: x
        zh: 检查
        en: Inspections
        meaning: 监督检查户次
        meaning_en: Inspections
        numerator: 监督户次数
        unit: 户次
        counting_rule: 无
        forms: [jiangsu-campaign-sumary]
        measure: inspections
        reporter_level: country
        source: 示例
        """);
    Indicators indicators = load();
    indicators.requireForms(
        Set.of(
            "jiangsu-campaign-summary",
            "zhongwei-case-summary",
            "jiangsu-lookback",
            "lead-register",
            "risk-point-register",
            "plan-activity",
            "city-spot-check",
            "xianju-patrol-register",
            "xianju-assessment-evidence"));
    assertEquals(
        List.of(
            "config/indicators/x.yaml:9: there is no form \"jiangsu-campaign-sumary\", did you mean"
                + " \"jiangsu-campaign-summary\"?",
            "config/indicators/x.yaml:11: \"country\" is not one of [province, city, county, town],"
                + " did you mean \"county\"?"),
        problems.list().stream().map(Object::toString).toList());
  }

  @Test
  void windowsAndDivisionsOfTargetsAreReal() throws Exception {
    Files.createDirectories(config.resolve("indicators"));
    Files.writeString(
        config.resolve("indicators/x.yaml"),
        """
        indicator: x
        zh: 检查
        en: Inspections
        meaning: 监督检查户次
        meaning_en: Inspections
        numerator: 监督户次数
        unit: 户次
        rounding: two digits
        counting_rule: 无
        source: 示例
        looks_at: [lead.received_on, lead.recieved_on]
        targets:
          - {division: "999999", from: 2023-01-01, to: 2021-12-31, comparison: at_least, value: "1", source: 示例}
          - {division: "310118", from: 2021-01-01, to: 2021-12-31, comparison: below_previous, per: year, source: 示例}
        """);
    Indicators indicators = load();
    indicators.requireDivisions(code -> !code.equals("999999"));
    indicators.requireColumns(column -> !column.equals("lead.recieved_on"));
    assertEquals(
        List.of(
            "config/indicators/x.yaml:8: \"two digits\" is no rounding like 4 half_up",
            "config/indicators/x.yaml:11: no column \"lead.recieved_on\" to use here",
            "config/indicators/x.yaml:13: the window ends before it begins",
            "config/indicators/x.yaml:13: no division \"999999\"",
            "config/indicators/x.yaml:14: a year is not compared with the window before",
            "config/indicators/x.yaml:14: only a sum of one \"measure\" has yearly targets"),
        problems.list().stream().map(Object::toString).toList());
  }

  private Indicators load() {
    DefinitionFiles files = DefinitionFiles.load(Optional.of(config));
    return Indicators.load(files, Measures.load(files, problems), problems);
  }
}
