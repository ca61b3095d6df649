package xinglin.schemas.notation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.value.Bound;
import xinglin.schemas.value.Labels;

/**
 * A number taken apart as written.
 *
 * @param number what the numerals say, 万 and 亿 among them worked out
 * @param unit word behind it, as sent: 户, 万元, %; empty if none
 * @param absolute whether 万, 亿 or a magnitude behind Arabic digits was among the numerals, so that
 *     the number is no longer in the header's 万元
 * @param share whether it was written as a part of a whole: 三分之一 is 0.33…
 */
record NumberText(
    BigDecimal number,
    Optional<Bound> bound,
    Optional<String> unit,
    boolean absolute,
    boolean share) {
  private static final int LONGEST = 60;
  private static final String ARABIC =
      "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:e[+-]?\\d{1,2})?|\\.\\d+";
  private static final String MAGNITUDES = "[十百千万亿]+";
  private static final String CHINESE =
      "[" + ChineseNumerals.CHARACTERS + "]+(?:点[" + ChineseNumerals.CHARACTERS + "]+)?";
  private static final String MIXED =
      "(?:(?:" + ARABIC + ")" + MAGNITUDES + ")+(?:" + ARABIC + ")?";
  private static final String NUMERAL = "(?:" + MIXED + "|" + ARABIC + "|" + CHINESE + ")";
  private static final String BEFORE =
      "约为|大约|大概|约|将近|接近|近|不到|不足|少于|低于|不超过|至多|最多|超过|超|逾|多于|大于|高于|至少|不少于|不低于|[>≥<≤~≈]=?";
  private static final String BEHIND = "余|多|有余|几|以上|及以上|\\+|左右|上下|许|来|以下|以内|之内|不到|不足|至少";
  private static final String SIGN = "(?<sign>[+\\-−负])?";
  private static final Pattern ARABIC_ONLY = Pattern.compile(ARABIC);
  private static final Pattern ONE_MAGNITUDE =
      Pattern.compile("(?:" + ARABIC + ")(?<magnitude>" + MAGNITUDES + ")");
  private static final Pattern ABSOLUTE = Pattern.compile("[万亿]|\\d[十百千]");
  private static final Pattern LATE_MAGNITUDE =
      Pattern.compile("(?<magnitude>" + MAGNITUDES + ").*");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\([\\d,.]+\\)");
  private static final Pattern LAST_STOP = Pattern.compile("[。;,、.!]+$");
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:共计|合计|总计|累计|共|计|达)?(?<before>"
              + BEFORE
              + ")?(?:人民币|rmb|[¥￥])?"
              + SIGN
              + "(?<number>"
              + NUMERAL
              + ")(?<behind>"
              + BEHIND
              + ")?(?<unit>[^\\d\\s]{0,8}?)(?<last>"
              + BEHIND
              + ")?");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?<from>"
              + NUMERAL
              + ")[\\p{L}%]{0,3}?(?:-|~|—|–|至|到)(?<to>"
              + NUMERAL
              + ")(?<unit>[^\\d\\s]{0,8}?)");
  private static final Pattern SUM =
      Pattern.compile(
          "(?:人民币|[¥￥])?(?<yuan>"
              + NUMERAL
              + ")[元圆](?:(?<jiao>"
              + NUMERAL
              + ")角)?(?:零?(?<fen>"
              + NUMERAL
              + ")分)?[整正]?");
  private static final Pattern BROKEN_DIGITS = Pattern.compile("\\d\\s+\\d");
  private static final Pattern SPACED_THOUSANDS =
      Pattern.compile("\\D*\\d{1,3}(?:[ \\u00a0]\\d{3})+(?:\\D.*)?");

  /** A number as a machine writes it, without bound or unit. */
  static NumberText exact(BigDecimal number) {
    return new NumberText(number, Optional.empty(), Optional.empty(), false, false);
  }

  /** Raised, lowered and circled digits beside other characters are notes, not part of a number. */
  private static final Pattern NOTE_MARK = Pattern.compile("[²³¹⁰-₟①-⓿㈠-㉃❶-➓]");

  /** Empty if it cannot be read without guessing. */
  static Optional<NumberText> parse(String text) {
    String folded = Labels.fold(text).strip();
    if (folded.length() > LONGEST
        || Look.isStruck(text)
        || (text.strip().length() > 1 && NOTE_MARK.matcher(text).find())
        || (BROKEN_DIGITS.matcher(folded).find() && !SPACED_THOUSANDS.matcher(folded).matches())) {
      return Optional.empty();
    }
    String plain = LAST_STOP.matcher(Marks.plain(text)).replaceFirst("");
    return inBrackets(plain)
        .or(() -> Shares.parse(plain))
        .or(() -> sum(plain))
        .or(() -> range(plain))
        .or(() -> shape(plain));
  }

  /** (5) is how accountants write -5. */
  private static Optional<NumberText> inBrackets(String plain) {
    return IN_BRACKETS.matcher(plain).matches()
        ? numeral(plain.substring(1, plain.length() - 1)).map(number -> exact(number.negate()))
        : Optional.empty();
  }

  private static Optional<NumberText> sum(String plain) {
    Matcher matcher = SUM.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<BigDecimal> yuan = numeral(matcher.group("yuan"));
    Optional<BigDecimal> jiao = part(matcher, "jiao", "0.1");
    Optional<BigDecimal> fen = part(matcher, "fen", "0.01");
    if (yuan.isEmpty() || jiao.isEmpty() || fen.isEmpty()) {
      return Optional.empty();
    }
    String unit = magnitude(matcher.group("yuan")) + "元";
    return Optional.of(
        new NumberText(
            yuan.get().add(jiao.get()).add(fen.get()),
            Optional.empty(),
            Optional.of(unit),
            true,
            false));
  }

  private static Optional<BigDecimal> part(Matcher matcher, String group, String worth) {
    String text = matcher.group(group);
    return text == null
        ? Optional.of(BigDecimal.ZERO)
        : numeral(text).map(number -> number.multiply(new BigDecimal(worth)));
  }

  /** 20-30 says that it is at least 20: the lower end, as a lower bound. */
  private static Optional<NumberText> range(String plain) {
    Matcher matcher = RANGE.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<BigDecimal> from = numeral(matcher.group("from"));
    Optional<BigDecimal> to = numeral(matcher.group("to"));
    if (from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new NumberText(
            from.get(),
            Optional.of(Bound.LOWER),
            word(matcher.group("unit")),
            isAbsolute(matcher.group("from")),
            false));
  }

  private static Optional<NumberText> shape(String plain) {
    Matcher matcher = SHAPE.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String numeral = matcher.group("number");
    Optional<BigDecimal> number = numeral(numeral);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    boolean negative = matcher.group("sign") != null && !matcher.group("sign").equals("+");
    Optional<Bound> bound =
        join(
            bound(matcher.group("before")),
            join(bound(matcher.group("behind")), bound(matcher.group("last"))));
    String unit = matcher.group("unit").replaceFirst("[整正]$", "");
    BigDecimal scale = BigDecimal.ONE;
    boolean absolute = isAbsolute(numeral);
    Matcher late = LATE_MAGNITUDE.matcher(unit);
    if (matcher.group("behind") != null && late.matches()) {
      scale = ChineseNumerals.parse("一" + late.group("magnitude")).orElse(BigDecimal.ONE);
      absolute = true;
    }
    BigDecimal value = number.get().multiply(scale);
    return Optional.of(
        new NumberText(
            negative ? value.negate() : value,
            bound,
            word(magnitude(numeral) + unit),
            absolute,
            false));
  }

  private static Optional<BigDecimal> numeral(String numeral) {
    if (ARABIC_ONLY.matcher(numeral).matches()) {
      return Optional.of(new BigDecimal(numeral.replace(",", "")));
    }
    return ChineseNumerals.parse(numeral);
  }

  /** 万 of 15.0万; empty where Chinese numerals or several magnitudes make one number. */
  private static String magnitude(String numeral) {
    Matcher matcher = ONE_MAGNITUDE.matcher(numeral);
    return matcher.matches() ? matcher.group("magnitude") : "";
  }

  private static boolean isAbsolute(String numeral) {
    return ABSOLUTE.matcher(numeral).find();
  }

  private static Optional<String> word(String unit) {
    String bare = unit.replaceAll("[()\\[\\]]", "");
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }

  private static Optional<Bound> bound(String word) {
    if (word == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (word) {
          case "约", "约为", "大约", "大概", "~", "≈", "左右", "上下", "许", "来" -> Bound.ABOUT;
          case "近",
              "将近",
              "接近",
              "不到",
              "不足",
              "少于",
              "低于",
              "不超过",
              "至多",
              "最多",
              "<",
              "<=",
              "≤",
              "以下",
              "以内",
              "之内" ->
              Bound.UPPER;
          default -> Bound.LOWER;
        });
  }

  /** Two words that disagree leave an estimate. */
  private static Optional<Bound> join(Optional<Bound> one, Optional<Bound> other) {
    if (one.isPresent() && other.isPresent() && !one.equals(other)) {
      return Optional.of(Bound.ABOUT);
    }
    return one.or(() -> other);
  }
}
