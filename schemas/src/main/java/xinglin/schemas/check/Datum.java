package xinglin.schemas.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/**
 * One value to be compared with others, of a figure or of a register line.
 *
 * @param name measure or register column
 * @param group the row it stands in
 * @param total whether it is a total of others
 */
record Datum(
    String name, Value value, String unit, String sheet, String cell, Group group, boolean total) {
  private static final CountingUnit MONEY = new CountingUnit("元", Set.of());

  /** What makes values belong together. */
  record Group(String category, String division, Optional<Period> period, int line) {}

  /** Empty for figures that only tell, such as those of a narrative. */
  static Optional<Datum> of(Figure figure) {
    if (figure.role() != Figure.Role.OBSERVATION && figure.role() != Figure.Role.TOTAL) {
      return Optional.empty();
    }
    return Optional.of(stated(figure));
  }

  /** Whatever the figure stands for. */
  static Datum stated(Figure figure) {
    Group group =
        new Group(figure.category(), figure.divisionCode().orElse(""), figure.period(), -1);
    return new Datum(
        figure.measureId(),
        figure.value(),
        figure.unit(),
        figure.sheet(),
        figure.cell(),
        group,
        figure.role() == Figure.Role.TOTAL);
  }

  static Datum of(RegisterLine line, String column, Value value) {
    return new Datum(
        column,
        value,
        "",
        line.sheet(),
        line.cells().getOrDefault(column, line.cell()),
        new Group("", "", Optional.empty(), line.ordinal()),
        false);
  }

  /** An issue at this place, about this measure. */
  Issue issue(String code, CheckInput input) {
    return Issue.of(code)
        .at(sheet, cell)
        .about(name)
        .sent(value.verbatim())
        .with("label", input.label(name));
  }

  boolean isExact() {
    return value.state() == State.REPORTED && value.number().isPresent();
  }

  /** Zero, or the sender says that it does not apply. */
  boolean isNone() {
    return value.state() == State.NOT_APPLICABLE
        || (isExact() && value.number().orElseThrow().signum() == 0);
  }

  boolean isMoney() {
    return unit.equals(MONEY.name());
  }

  /** What one unit as sent is worth in the measure's own: 10000 under 万元. */
  BigDecimal scale() {
    return isMoney()
        ? value.unitAsSent().flatMap(MONEY::scaleOf).orElse(BigDecimal.ONE)
        : BigDecimal.ONE;
  }

  /**
   * A number of the measure's own unit as this sender would write it, without the unit: 162000 yuan
   * under 万元 is 16.2.
   */
  String asSent(BigDecimal number) {
    return plain(number.divide(scale(), 6, RoundingMode.HALF_UP));
  }

  /** The same with the unit as sent. */
  String asSentWithUnit(BigDecimal number) {
    return plain(number.divide(scale(), 4, RoundingMode.HALF_UP)) + value.unitAsSent().orElse(unit);
  }

  static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
