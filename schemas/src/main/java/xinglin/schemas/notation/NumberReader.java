package xinglin.schemas.notation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/**
 * Reads numbers as people write them. Nothing is guessed: what has more than one meaning, or words
 * around it, is unreadable.
 *
 * <ul>
 *   <li>A range (20-30) is approximate: its lower end, as a lower bound.
 *   <li>(5) is -5, as accountants write it.
 *   <li>万 or 亿 in the cell, or a unit there, wins over the header's unit: 0.53万 is 5,300 yuan also
 *       under 万元.
 *   <li>¥5000 under 万元 may be either: unreadable.
 *   <li>A share (三分之一, 1/3, 41.6%) is plain writing for a percentage, and no number of things.
 *   <li>Another unit of counting (3人 under 件) is read with a doubt; money or a percentage in a
 *       count, or the other way round, is unreadable.
 * </ul>
 */
public final class NumberReader {
  private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);
  private static final BigDecimal LIMIT = new BigDecimal("1E16");
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final int SHARE_DECIMALS = 4;
  private static final int LONGEST_PLAIN = 60;
  private static final Pattern PLAIN =
      Pattern.compile("\\s*[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?\\s*");
  private static final Pattern PLAIN_PERCENTAGE =
      Pattern.compile("\\s*[+-]?\\d+(\\.\\d+)?\\s*[%％]\\s*");

  private NumberReader() {}

  /**
   * @param unit the measure's unit; money comes out in yuan, percentages as 41.6, shares without a
   *     unit ({@link CountingUnit#NONE}) as 0.416
   * @param headerUnit the unit that the header names, as {@link Labels#unit} gives it; one in the
   *     cell wins over it
   */
  public static Reading read(Cell cell, CountingUnit unit, Optional<String> headerUnit) {
    Cell.Content content = cell.content();
    if (content instanceof Cell.Number number) {
      NumberText plain = NumberText.exact(number.value().round(EXCEL));
      return value(cell.text(), plain, unit, headerUnit, EnumSet.noneOf(Doubt.class));
    }
    if (content instanceof Cell.Blank || (content instanceof Cell.Text && cell.isBlank())) {
      return Reading.of(Value.missing(cell.text(), State.BLANK));
    }
    return content instanceof Cell.Text
        ? text(cell.text(), unit, headerUnit)
        : unreadable(cell.text());
  }

  private static Reading text(String text, CountingUnit unit, Optional<String> headerUnit) {
    if (PLAIN.matcher(text).matches() && text.length() < LONGEST_PLAIN) {
      BigDecimal number = new BigDecimal(text.strip().replace(",", ""));
      return value(text, NumberText.exact(number), unit, headerUnit, EnumSet.noneOf(Doubt.class));
    }
    String plain = Marks.plain(text);
    if (plain.isEmpty()) {
      return Reading.of(Value.missing(text, State.BLANK));
    }
    if (Marks.isNotApplicable(plain)) {
      return Reading.of(Value.missing(text, State.NOT_APPLICABLE));
    }
    if (Marks.isNone(plain)) {
      return Reading.of(Value.ofNumber(text, BigDecimal.ZERO, headerUnit), Doubt.NOTATION);
    }
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    return NumberText.parse(text)
        .map(
            number -> {
              if (!isPlain(text, number, unit)) {
                doubts.add(Doubt.NOTATION);
              }
              return value(text, number, unit, headerUnit, doubts);
            })
        .orElseGet(() -> unreadable(text));
  }

  private static boolean isPlain(String text, NumberText number, CountingUnit unit) {
    return number.bound().isPresent()
        || (unit.isPercent() && (number.share() || PLAIN_PERCENTAGE.matcher(text).matches()));
  }

  private static Reading unreadable(String text) {
    return Reading.of(Value.missing(text, State.UNREADABLE), Doubt.UNREADABLE);
  }

  private static Reading value(
      String text,
      NumberText number,
      CountingUnit unit,
      Optional<String> headerUnit,
      Set<Doubt> doubts) {
    Optional<String> word = number.unit().or(() -> headerUnit);
    Optional<BigDecimal> scale = Optional.of(BigDecimal.ONE);
    if (number.share()) {
      if (!unit.isPercent() && !unit.equals(CountingUnit.NONE)) {
        return unreadable(text);
      }
      scale = Optional.of(unit.isPercent() ? HUNDRED : BigDecimal.ONE);
    } else if (number.unit().isPresent()) {
      scale = scaleOfCell(number, unit);
      if (scale.isEmpty() && clashes(number.unit().get(), unit)) {
        return unreadable(text);
      }
    } else if (headerUnit.isPresent() && !(number.absolute() && unit.isMoney())) {
      scale = unit.scaleOf(headerUnit.get());
      if (scale.isEmpty() && isOtherKind(headerUnit.get(), unit)) {
        return unreadable(text);
      }
      if (text.indexOf('¥') + text.indexOf('￥') > -2
          && scale.filter(known -> known.compareTo(BigDecimal.ONE) != 0).isPresent()) {
        return unreadable(text);
      }
    }
    if (scale.isEmpty()) {
      doubts.add(Doubt.FOREIGN_UNIT);
    }
    BigDecimal value = tidy(number.number().multiply(scale.orElse(BigDecimal.ONE)), number.share());
    if (value.abs().compareTo(LIMIT) >= 0) {
      return unreadable(text);
    }
    if (number.bound().isPresent()) {
      doubts.add(Doubt.APPROXIMATE);
      return new Reading(Value.approximate(text, value, number.bound().get(), word), doubts);
    }
    return new Reading(Value.ofNumber(text, value, word), doubts);
  }

  /** Magnitudes are already in the number, so only the word behind them counts: 元 of 万元. */
  private static Optional<BigDecimal> scaleOfCell(NumberText number, CountingUnit unit) {
    String word = number.unit().orElseThrow();
    if (!number.absolute()) {
      return unit.scaleOf(word);
    }
    String bare = word.replaceFirst("^[十百千万亿]+", "");
    if (bare.isEmpty()) {
      return Optional.of(BigDecimal.ONE);
    }
    return unit.scaleOf(bare);
  }

  private static boolean clashes(String word, CountingUnit unit) {
    return isOtherKind(word, unit) || !Labels.isUnit(word);
  }

  /** Money or a percentage where things are counted, or the other way round. */
  private static boolean isOtherKind(String word, CountingUnit unit) {
    boolean money = word.endsWith("元") || word.endsWith("圆");
    boolean share = word.endsWith("%") || word.endsWith("‰");
    return money || share || unit.isMoney() || unit.isPercent();
  }

  private static BigDecimal tidy(BigDecimal number, boolean share) {
    BigDecimal rounded = share ? number.setScale(SHARE_DECIMALS, RoundingMode.HALF_UP) : number;
    BigDecimal plain = rounded.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
