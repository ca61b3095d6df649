package xinglin.schemas.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.value.Bound;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/**
 * Builds what the engine would have read from a table: a row per practice type, a column per
 * measure, cells split by bars.
 */
final class SummaryForm {
  private static final List<String> CATEGORIES =
      List.of("western", "chinese", "cosmetic", "dental", "other", "all");
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private Period period = new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 7, 31));

  /** The columns of Jiangsu's first attachment that hold numbers. */
  static SummaryForm jiangsu() {
    return new SummaryForm()
        .column("inspections", "监督户次数", "户次")
        .column("penalised_units", "行政处罚单位数", "户")
        .column("confiscation_cases", "没收违法所得户次", "户次")
        .column("confiscated_amount", "没收违法所得金额", "万元")
        .column("fine_cases", "罚款户次", "户次")
        .column("fine_amount", "罚款金额", "万元")
        .column("shutdowns", "取缔户次", "户次")
        .column("referred_cases", "移送案件数", "件")
        .column("court_judgments", "法院判决案件数", "件")
        .column("persons_held_accountable", "因无证行医追责人数", "人");
  }

  SummaryForm column(String measure, String label, String unit) {
    labels.put(measure, label);
    units.put(measure, unit);
    return this;
  }

  SummaryForm during(Period other) {
    period = other;
    return this;
  }

  Map<String, String> labels() {
    return labels;
  }

  /** Six rows, the last one 合计; the first figure stands in B6 as on the printed form. */
  CheckInput read(String table) {
    List<Figure> figures = new ArrayList<>();
    List<String> measures = List.copyOf(labels.keySet());
    List<String> rows = table.strip().lines().toList();
    for (int row = 0; row < rows.size(); row++) {
      String[] cells = rows.get(row).split("\\|", -1);
      for (int column = 0; column < measures.size(); column++) {
        String measure = measures.get(column);
        String unit = units.get(measure).endsWith("元") ? "元" : units.get(measure);
        figures.add(
            new Figure(
                measure,
                row == rows.size() - 1 && rows.size() > 1
                    ? Figure.Role.TOTAL
                    : Figure.Role.OBSERVATION,
                rows.size() > 1 ? CATEGORIES.get(row) : "all",
                Optional.empty(),
                Optional.empty(),
                value(cells[column].strip(), units.get(measure)),
                unit,
                "附件1",
                new CellAddress(row + 5, column + 1).a1(),
                figures.size()));
      }
    }
    return new CheckInput(
        "jiangsu-campaign-summary",
        new xinglin.schemas.finding.Wording("汇总表", "form"),
        "附件1",
        Optional.of(new Reporter("320302", "鼓楼区", Reporter.Source.STATED)),
        Optional.of(period),
        labels,
        figures,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Value value(String text, String unit) {
    if (text.isEmpty()) {
      return Value.missing(text, State.BLANK);
    }
    if (text.equals("—") || text.equals("/")) {
      return Value.missing(text, State.NOT_APPLICABLE);
    }
    if (text.equals("?")) {
      return Value.missing(text, State.UNREADABLE);
    }
    Optional<Bound> bound =
        text.endsWith("余")
            ? Optional.of(Bound.LOWER)
            : text.startsWith("近")
                ? Optional.of(Bound.UPPER)
                : text.startsWith("约") ? Optional.of(Bound.ABOUT) : Optional.empty();
    BigDecimal number =
        text.equals("无") ? BigDecimal.ZERO : new BigDecimal(text.replaceAll("[余近约]", ""));
    BigDecimal scaled = unit.equals("万元") ? number.multiply(new BigDecimal(10_000)) : number;
    return bound
        .map(side -> Value.approximate(text, scaled, side, Optional.of(unit)))
        .orElseGet(() -> Value.ofNumber(text, scaled, Optional.of(unit)));
  }
}
