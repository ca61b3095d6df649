package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;

/** Known forms as a clerk makes them anew from memory, each file named for what is odd about it. */
class UnseenFormsTest {
  private static final FormEngine ENGINE = new FormEngine(Definitions.load(Optional.empty()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amounts-grouped.xlsx         | jiangsu-campaign-summary 鼓楼区 66+0 accepted; fine_amount 162000 G5
          unit-in-corner.xlsx          | jiangsu-campaign-summary 鼓楼区 66+0 accepted; fine_amount 811500 G4
          sum-formulas.xlsx            | jiangsu-campaign-summary 鼓楼区 66+0 accepted; fine_amount 162000 G3
          yuan-typed.xlsx              | jiangsu-campaign-summary 鼓楼区 66+0 accepted; fine_amount 162000 G4
          lookback-card.xlsx           | NO_KNOWN_FORM
          lookback-details-columns.xlsx | jiangsu-lookback 云龙区 6+0 accepted_with_warnings UNREADABLE_OPTIONAL G5 UNREADABLE_OPTIONAL G6; lookback_fine_amount 103500 D5
          table-in-word-with-text.docx | jiangsu-lookback 云龙区 6+0 accepted_with_warnings NOT_NUMERIC_NOTATION A2; lookback_fine_amount 0 D2
          full-names.xlsx              | city-spot-check 徐州市 9+0 accepted_with_warnings UNKNOWN_COLUMN E2
          patrol-from-memory.xlsx      | xianju-patrol-register 福应街道 0+3 accepted_with_warnings YEAR_INFERRED L5 YEAR_INFERRED L6
          patrol-nil.xlsx              | xianju-patrol-register 横溪镇 0+0 accepted
          letter-underlined.docx       | xianju-joint-request 横溪镇 0+1 accepted
          letter-reworded.docx         | NO_KNOWN_FORM
          unit-column.xlsx             | zhongwei-case-summary 中宁县 16+0 accepted; fine_amount 175000 D14
          turned-by-clerk.xlsx         | zhongwei-case-summary 中宁县 16+0 accepted; fine_amount 175000 L4
          all-counties.xlsx            | zhongwei-campaign-activity 中卫市 44+0 accepted
          years-in-words.xlsx          | plan-activity 青浦区 14+0 accepted
          leads-from-memory.xlsx       | lead-register 合水县 0+2 accepted_with_warnings UNKNOWN_COLUMN K2 YEAR_INFERRED B3 YEAR_INFERRED I4
          risk-no-serial.xlsx          | risk-point-register 青浦区 0+1 rejected MISSING_COLUMN A2
          evidence-items-named.xlsx    | xianju-assessment-evidence 横溪镇 3+0 accepted_with_warnings UNKNOWN_COLUMN B2 NOT_NUMERIC_NOTATION C3 NOT_NUMERIC_NOTATION C4 NOT_NUMERIC_NOTATION C5
          """)
  void reads(String file, String expected) throws IOException {
    assertEquals(
        expected,
        told(ENGINE.read(Samples.open(Samples.file("unseen/" + file)), ReadingContext.unsent())));
  }

  /** Form, reporter, number of figures and lines, verdict, findings; the first fine. */
  private static String told(FileReading reading) {
    if (reading.forms().isEmpty()) {
      return reading.findings().stream().map(Finding::code).collect(Collectors.joining(" "));
    }
    return reading.forms().stream().map(UnseenFormsTest::told).collect(Collectors.joining(" + "));
  }

  private static String told(FormReading form) {
    List<String> findings =
        form.findings().stream()
            .map(finding -> " " + finding.code() + " " + finding.cell())
            .toList();
    Optional<Figure> fine =
        form.figures().stream().filter(f -> f.measureId().endsWith("fine_amount")).findFirst();
    return form.formId()
        + " "
        + form.reporter().map(known -> known.name()).orElse("-")
        + " "
        + form.figures().size()
        + "+"
        + form.lines().size()
        + " "
        + form.verdict().code()
        + String.join("", findings)
        + fine.map(UnseenFormsTest::told).orElse("");
  }

  private static String told(Figure fine) {
    return "; "
        + fine.measureId()
        + " "
        + fine.value().number().map(n -> n.stripTrailingZeros().toPlainString()).orElse("-")
        + " "
        + fine.cell();
  }
}
