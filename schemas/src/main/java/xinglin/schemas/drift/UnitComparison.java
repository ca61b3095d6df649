package xinglin.schemas.drift;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.codelist.Measure;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.form.Item;
import xinglin.schemas.value.Labels;

/**
 * Whether a label counts in another unit than before: 元 for 万元 converts, 户 for 户次 is another
 * measure.
 */
final class UnitComparison {
  private static final Pattern IN_WORDS = Pattern.compile("(户次|人次|户|件|人|家|份)(?:次数|数)?$");
  private final Measures measures;

  UnitComparison(Measures measures) {
    this.measures = measures;
  }

  /** A difference of units, with the kind of change it makes. */
  record Difference(ChangeKind kind, String old, String now, Wording reason) {}

  Optional<Difference> compare(Item item, PrintedLabel label, String knownLabel) {
    Optional<Measure> measure = item.isMeasure() ? measures.find(item.name()) : Optional.empty();
    if (measure.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> old =
        item.unit().isEmpty()
            ? item.labels().stream().flatMap(known -> Labels.unit(known).stream()).findFirst()
            : Optional.of(item.unit());
    Optional<String> now = label.unit();
    if (now.isPresent() && !now.equals(old)) {
      return bracketed(measure.get(), old, now.get());
    }
    if (now.isEmpty() && old.isPresent() && measure.get().unit().isMoney()) {
      return Optional.of(
          new Difference(
              ChangeKind.UNIT,
              old.get(),
              "",
              new Wording("表头不再写单位，数字会按元读", "no unit is printed: figures would be read as yuan")));
    }
    return inWords(measure.get(), knownLabel, label.cell().text());
  }

  private Optional<Difference> bracketed(Measure measure, Optional<String> old, String now) {
    Optional<BigDecimal> scale = measure.unit().scaleOf(now);
    boolean another =
        measures.findUnit(now).isPresent()
            && !Labels.normalise(now).equals(Labels.normalise(measure.unit().name()));
    String before = old.orElse(measure.unit().name());
    if (scale.isEmpty() || another) {
      return Optional.of(counting(measure, before, now));
    }
    Optional<BigDecimal> oldScale = measure.unit().scaleOf(before);
    if (old.isEmpty() && scale.get().compareTo(BigDecimal.ONE) == 0) {
      return Optional.empty();
    }
    String factor =
        oldScale
            .map(known -> known.divide(scale.get(), java.math.MathContext.DECIMAL64))
            .map(ratio -> "1" + before + "＝" + ratio.stripTrailingZeros().toPlainString() + now)
            .orElse("");
    return Optional.of(
        new Difference(
            ChangeKind.UNIT,
            before,
            now,
            new Wording(
                "单位按表头换算，指标不变" + (factor.isEmpty() ? "" : "（" + factor + "）"),
                "converted by the header, the measure stays the same"
                    + (factor.isEmpty() ? "" : " (" + factor + ")"))));
  }

  /** 监督户数 for 监督户次数: the unit stands in the words. */
  private Optional<Difference> inWords(Measure measure, String known, String printed) {
    Optional<String> before = unitInWords(known);
    Optional<String> now = unitInWords(printed);
    if (before.isEmpty() || now.isEmpty() || before.equals(now)) {
      return Optional.empty();
    }
    return Optional.of(counting(measure, before.get(), now.get()));
  }

  private static Difference counting(Measure measure, String before, String now) {
    return new Difference(
        ChangeKind.COUNTING_UNIT,
        before,
        now,
        new Wording(
            "“" + before + "”与“" + now + "”不能相加：" + measure.id() + " 数的是" + measure.unit().name(),
            "“"
                + before
                + "” and “"
                + now
                + "” never add up: "
                + measure.id()
                + " counts "
                + measure.unit().name()));
  }

  private static Optional<String> unitInWords(String label) {
    Matcher matcher = IN_WORDS.matcher(Labels.withoutUnit(label));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
