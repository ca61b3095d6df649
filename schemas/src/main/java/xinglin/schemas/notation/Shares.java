package xinglin.schemas.notation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a whole in words: 三分之一, 百分之四十一点六, 1/3, 三成. */
final class Shares {
  /** Decimals of a share that does not end, as per cent; the published tables keep four. */
  private static final int DECIMALS = 10;

  private static final Pattern IN_WORDS = Pattern.compile("(?<whole>.{1,8})分之(?<part>.{1,8})");
  private static final Pattern AS_FRACTION =
      Pattern.compile("(?<part>\\d{1,6})[/⁄](?<whole>\\d{1,6})");
  private static final Pattern TENTHS = Pattern.compile("(?<tenths>[一二三四五六七八九])成(?<half>半)?");

  private Shares() {}

  static Optional<NumberText> parse(String plain) {
    if (plain.equals("一半")) {
      return share(BigDecimal.ONE, new BigDecimal("2"));
    }
    Matcher tenths = TENTHS.matcher(plain);
    if (tenths.matches()) {
      String half = tenths.group("half") == null ? "" : ".5";
      return share(
          new BigDecimal(ChineseNumerals.digits(tenths.group("tenths")) + half), BigDecimal.TEN);
    }
    for (Pattern pattern : new Pattern[] {IN_WORDS, AS_FRACTION}) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.matches()) {
        Optional<BigDecimal> part = numeral(matcher.group("part"));
        Optional<BigDecimal> whole = numeral(matcher.group("whole"));
        if (part.isPresent() && whole.isPresent() && whole.get().signum() > 0) {
          return share(part.get(), whole.get());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> numeral(String text) {
    if (text.matches("\\d+(\\.\\d+)?")) {
      return Optional.of(new BigDecimal(text));
    }
    return text.equals("百")
        ? Optional.of(new BigDecimal("100"))
        : ChineseNumerals.parse(text.equals("千") ? "一千" : text);
  }

  private static Optional<NumberText> share(BigDecimal part, BigDecimal whole) {
    BigDecimal quotient = part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
    return Optional.of(new NumberText(quotient, Optional.empty(), Optional.empty(), true, true));
  }
}
