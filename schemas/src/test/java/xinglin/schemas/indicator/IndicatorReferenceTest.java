package xinglin.schemas.indicator;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.schemas.check.Regenerated;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

/** Writes the reference of all indicators; fails when the page is out of date. */
class IndicatorReferenceTest {
  private static final String HEAD =
      """
      # Indicators

      <!-- Generated from schemas/indicators/*.yaml by IndicatorReferenceTest; -Dxinglin.regenerate=true writes it anew. -->

      Each answers for every division level; the windows 2018–2020, 2021–2023 and 2024–2026 are stored in table `indicator`, any other comes
      from `indicator_for(id, from, to)`. A zero denominator gives no value, never 0. [Add one](../how-to/add-an-indicator.md).
      """;

  @Test
  void theReferenceSaysWhatTheDefinitionsSay() throws IOException {
    Problems problems = new Problems();
    DefinitionFiles files = DefinitionFiles.load(Optional.empty());
    Indicators indicators = Indicators.load(files, Measures.load(files, problems), problems);
    problems.check();
    StringBuilder text = new StringBuilder(HEAD);
    for (IndicatorDefinition indicator : indicators.list()) {
      text.append("\n## ").append(indicator.id()).append("\n\n");
      text.append("**%s** · %s\n\n".formatted(indicator.zh(), indicator.en()));
      text.append(indicator.meaning()).append("。<br>\n").append(indicator.meaningEn());
      text.append(".\n\n");
      text.append("- 计算 ").append(indicator.numerator());
      text.append(indicator.denominator().isEmpty() ? "" : " ÷ " + indicator.denominator());
      text.append("，单位 ").append(indicator.unit()).append("，").append(indicator.rounding().words());
      text.append("\n- 规则 ").append(indicator.countingRule());
      text.append("\n- 取数 ");
      text.append(
          indicator.forms().isEmpty()
              ? "没有表格采集"
              : "`" + String.join("`、`", indicator.forms()) + "`，" + indicator.reporterLevel());
      text.append("\n- 出处 ").append(indicator.source()).append('\n');
      for (IndicatorTarget target : indicator.targets()) {
        text.append(
            "- 目标 %s，%s 至 %s：%s%s %s（%s）\n"
                .formatted(
                    target.divisionCode(),
                    target.from(),
                    target.to(),
                    target.per() == IndicatorTarget.Per.YEAR ? "每年" : "",
                    words(target.comparison()),
                    target.value().map(BigDecimal::toPlainString).orElse(""),
                    target.source()));
      }
      text.append(
          "- SQL [`%1$s.sql`](../../warehouse/sql/indicators/%1$s.sql)\n"
              .formatted(indicator.id()));
    }
    Regenerated.check(
        Path.of("../docs/reference/indicators.md"), text.toString().replace(" （", "（"));
  }

  private static String words(IndicatorTarget.Comparison comparison) {
    return switch (comparison) {
      case AT_LEAST -> "不低于";
      case AT_MOST -> "不高于";
      case BELOW_PREVIOUS -> "低于上一区间";
      case ABOVE_PREVIOUS -> "高于上一区间";
    };
  }
}
