package xinglin.schemas.notation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers written with Chinese numerals, lower (二十八) or capital (贰拾捌), by place or digit by digit
 * (二〇二〇), mixed with Arabic ones (1亿2000万). Expects folded text.
 */
final class ChineseNumerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String CAPITALS = "〇壹贰叁肆伍陆柒捌玖";
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal WAN = new BigDecimal("10000");
  private static final BigDecimal YI = new BigDecimal("100000000");

  private final String text;
  private int at;
  private BigDecimal hundredMillions = BigDecimal.ZERO;
  private BigDecimal tenThousands = BigDecimal.ZERO;
  private BigDecimal section = BigDecimal.ZERO;
  private Optional<BigDecimal> pending = Optional.empty();
  private boolean pendingIsOneDigit;
  private BigDecimal lastPlace = BigDecimal.ONE;
  private boolean zeroSincePlace;

  private ChineseNumerals(String text) {
    this.text = text;
  }

  /** Characters that a number may be made of, for regular expressions. */
  static final String CHARACTERS = "零〇○一二三四五六七八九壹贰叁参肆伍陆柒捌玖两十百千拾佰仟万亿廿卅";

  /** Empty if the text is no number: 余万, 万, 三四 (three or four). */
  static Optional<BigDecimal> parse(String text) {
    int point = text.indexOf('点');
    if (point > 0) {
      Optional<BigDecimal> whole = parse(text.substring(0, point));
      String decimals = digits(text.substring(point + 1));
      return decimals.isEmpty()
          ? Optional.empty()
          : whole.map(number -> number.add(new BigDecimal("0." + decimals)));
    }
    String sequence = digits(text);
    if (text.length() > 1 && !sequence.isEmpty()) {
      return isThisOrThat(sequence) ? Optional.empty() : Optional.of(new BigDecimal(sequence));
    }
    try {
      return new ChineseNumerals(text).byPlaces();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** 三四 is three or four, not 34. */
  private static boolean isThisOrThat(String sequence) {
    return sequence.length() == 2 && sequence.charAt(1) - sequence.charAt(0) == 1;
  }

  /** Digits of a text that consists of Chinese digits alone, else empty. */
  static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return "";
      }
      digits.append(digit);
    }
    return digits.toString();
  }

  private static int digit(char c) {
    int lower = DIGITS.indexOf(c);
    if (lower >= 0) {
      return lower;
    }
    return switch (c) {
      case '○' -> 0;
      case '两' -> 2;
      case '参' -> 3;
      default -> CAPITALS.indexOf(c);
    };
  }

  private Optional<BigDecimal> byPlaces() {
    while (at < text.length()) {
      if (!step(text.charAt(at))) {
        return Optional.empty();
      }
    }
    if (pending.isPresent()
        && pendingIsOneDigit
        && !zeroSincePlace
        && lastPlace.compareTo(TEN) > 0) {
      if (isArabic(text.charAt(text.length() - 1))) {
        return Optional.empty();
      }
      pending = pending.map(digit -> digit.multiply(lastPlace).divide(TEN));
    }
    return Optional.of(
        hundredMillions.add(tenThousands).add(section).add(pending.orElse(BigDecimal.ZERO)));
  }

  private boolean step(char c) {
    return switch (c) {
      case '十', '拾' -> place(TEN);
      case '百', '佰' -> place(new BigDecimal("100"));
      case '千', '仟' -> place(new BigDecimal("1000"));
      case '万' -> large(WAN);
      case '亿' -> large(YI);
      case '廿' -> tens(2);
      case '卅' -> tens(3);
      default -> isArabic(c) ? arabic() : chineseDigit(c);
    };
  }

  private boolean chineseDigit(char c) {
    int digit = digit(c);
    if (digit == 0 && text.length() > 1) {
      at++;
      zeroSincePlace = true;
      return pending.isEmpty();
    }
    pendingIsOneDigit = true;
    return digit >= 0 && number(BigDecimal.valueOf(digit), 1);
  }

  private boolean arabic() {
    int end = at;
    while (end < text.length()
        && (isArabic(text.charAt(end)) || ",.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    pendingIsOneDigit = end - at == 1;
    return number(new BigDecimal(text.substring(at, end).replace(",", "")), end - at);
  }

  private boolean number(BigDecimal value, int length) {
    at += length;
    if (pending.isPresent()) {
      return false;
    }
    pending = Optional.of(value);
    return true;
  }

  /** 十, 百, 千: places inside a section go down; only 十 may stand without a digit. */
  private boolean place(BigDecimal place) {
    at++;
    if (pending.isEmpty() && place.compareTo(TEN) != 0) {
      return false;
    }
    if (section.signum() != 0 && place.compareTo(lastPlace) >= 0) {
      return false;
    }
    section = section.add(pending.orElse(BigDecimal.ONE).multiply(place));
    close(place);
    return true;
  }

  private boolean tens(int count) {
    return pending.isEmpty() && number(BigDecimal.valueOf(count), 0) && place(TEN);
  }

  /** 万 or 亿 closes all that stands before it; something must. */
  private boolean large(BigDecimal place) {
    at++;
    boolean said = pending.isPresent() || section.signum() > 0;
    BigDecimal number = section.add(pending.orElse(BigDecimal.ZERO));
    section = BigDecimal.ZERO;
    close(place);
    if (place.compareTo(WAN) == 0) {
      boolean first = tenThousands.signum() == 0;
      tenThousands = number.multiply(WAN);
      return said && first;
    }
    boolean fits = (said || tenThousands.signum() > 0) && hundredMillions.signum() == 0;
    hundredMillions = number.add(tenThousands).multiply(YI);
    tenThousands = BigDecimal.ZERO;
    return fits;
  }

  private void close(BigDecimal place) {
    pending = Optional.empty();
    lastPlace = place;
    zeroSincePlace = false;
  }

  private static boolean isArabic(char c) {
    return c >= '0' && c <= '9';
  }
}
