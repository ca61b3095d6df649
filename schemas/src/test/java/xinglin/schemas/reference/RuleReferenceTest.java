package xinglin.schemas.reference;

import java.io.IOException;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xinglin.schemas.rule.Rule;
import xinglin.schemas.rule.RuleVersion;

/** Writes the reference of all rules; fails when the page is out of date. */
class RuleReferenceTest {
  @Test
  void theReferenceSaysWhatTheRulesSay() throws IOException {
    StringBuilder text = new StringBuilder("# Rules\n\n");
    text.append(Pages.generated("schemas/rules/*.yaml", RuleReferenceTest.class));
    text.append(
        """

        Limits and terms by date, each with its source. A check takes the version in force on the day it is about; values carry their unit in
        their names. A home lays its own over them in `config/rules/`.
        """);
    for (Rule rule : Pages.BUILT_IN.rules().list()) {
      text.append(
          "%n## %s%n%n%s · %s%n%n| in force | law | source | values |%n|---|---|---|---|%n"
              .formatted(rule.id(), rule.title().zh(), rule.title().en()));
      for (RuleVersion version : rule.versions()) {
        text.append(
            "| %s … %s | %s · %s | %s | %s |%n"
                .formatted(
                    version.validFrom(),
                    version.validTo().map(LocalDate::toString).orElse(""),
                    Pages.cell(version.law().zh()),
                    Pages.cell(version.law().en()),
                    Pages.cell(version.source()),
                    new TreeMap<>(version.values())
                        .entrySet().stream()
                            .map(
                                value ->
                                    "`" + value.getKey() + "` " + value.getValue().toPlainString())
                            .collect(Collectors.joining(", "))));
      }
    }
    Pages.check("rules.md", text.toString());
  }
}
