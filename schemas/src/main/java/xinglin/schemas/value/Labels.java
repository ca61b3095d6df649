package xinglin.schemas.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How labels of forms are compared: by their words, whatever line breaks, brackets, widths and
 * characters a typist chose.
 */
public final class Labels {
  private static final String CLASSIFIERS = "[户家个件人名次份箱例处所台辆篇条场期天起盒瓶支张册本部只套批宗案点项]";
  private static final String UNIT =
      "(?:人民币)?[十百千万亿]{0,2}元|[百千万亿]|[‰%]|户\\(人\\)次|比例|百分比|[万千百]?" + CLASSIFIERS + "次?(?:/[年月季])?";
  private static final Pattern BRACKETED =
      Pattern.compile("[(\\[【〔{](?:单位[:：]?)?(" + UNIT + ")(?:[)\\]】〕}](?!次)|$)");

  /** 罚款金额（万元，保留两位小数）. */
  private static final Pattern WITH_NOTE =
      Pattern.compile("[(\\[【〔{](?:单位[:：]?)?(" + UNIT + ")[,，、;；][^)\\]】〕}]*(?:[)\\]】〕}]|$)");

  /** 罚款金额万元, 罚款金额/元: money without brackets; 单元 is no money. */
  private static final Pattern BEHIND =
      Pattern.compile("(?:[/:：,，]?([十百千万亿]{1,2}元)|(?<=[额款得费])[/:：,，]?(元))$");

  private static final String MARKS = ":：*＊。，,;；、★";
  private static final Pattern LAST_MARKS = Pattern.compile("[" + MARKS + "]+$");

  /** Every bracket that one of these patterns begins with. */
  private static final String OPENING = "([{（【〔";

  /** 1. 一、（一） ① ★ in front of a label. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?:其中\\s*[：:]?)?[★☆●○◆◇■□▲△※*＊#＃·•\\s]*(?:[（(](?:\\d{1,2}|[一二三四五六七八九十]{1,3})[）)]"
              + "|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[.、．:：]|[①-⑳㈠-㈩⑴-⒇])?\\s*(?:其中\\s*[：:]?)?(?=[\\s\\S]{2})");

  private static final Pattern NOTED =
      Pattern.compile("[（(【\\[](?:见?注|备注|说明)[^）)】\\]]*[）)】\\]]?\\s*$");
  private static final Pattern NAMED = Pattern.compile("单位[:：]?(" + UNIT + ")(?:[)\\]】〕}]|$)");
  private static final Pattern WORD = Pattern.compile(UNIT);

  private Labels() {}

  /**
   * The words alone: compatible forms folded (NFKC), lower case, simplified, without white space
   * and punctuation; brackets go, what they hold stays; 其它 becomes 其他; a leading 其中 goes. {@code %}
   * stays.
   */
  public static String normalise(String label) {
    String plain = simplifiedWord(label).orElseGet(() -> words(label)).replace("其它", "其他");
    return plain.length() > 2 && plain.startsWith("其中") ? plain.substring(2) : plain;
  }

  /** Most labels are ideographs alone, which need neither folding nor sorting out. */
  private static Optional<String> simplifiedWord(String label) {
    char[] word = new char[label.length()];
    for (int i = 0; i < word.length; i++) {
      char c = label.charAt(i);
      int simplified = TraditionalCharacters.toSimplified(c);
      if (c < '一' || c > '鿿' || simplified > Character.MAX_VALUE) {
        return Optional.empty();
      }
      word[i] = (char) simplified;
    }
    return Optional.of(new String(word));
  }

  private static String words(String label) {
    String folded = Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder words = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(Labels::belongsToWords)
        .map(TraditionalCharacters::toSimplified)
        .forEach(words::appendCodePoint);
    return words.toString();
  }

  /**
   * The same without a bracketed counting or money unit; the bracket may be unclosed at the end.
   */
  public static String withoutUnit(String label) {
    String open = tight(label);
    if (holdsAny(open, OPENING)) {
      open = BRACKETED.matcher(open).replaceAll("");
      open = WITH_NOTE.matcher(open).replaceAll("");
    }
    if (open.contains("单位")) {
      open = NAMED.matcher(open).replaceAll("");
    }
    return normalise(open.endsWith("元") ? BEHIND.matcher(open).replaceAll("") : open);
  }

  /** Cells are looked at by the hundred thousand: most hold nothing that a pattern could find. */
  private static boolean holdsAny(String text, String marks) {
    for (int at = 0; at < text.length(); at++) {
      if (marks.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number or mark stands in front, so that {@link #bare} is another than without it. */
  public static boolean isNumbered(String label) {
    if (label.isEmpty() || isPlain(label.charAt(0))) {
      return false;
    }
    Matcher matcher = NUMBERED.matcher(label);
    return matcher.find() && matcher.end() > 0;
  }

  /** An ideograph that begins neither a number nor 其中. */
  private static boolean isPlain(char first) {
    return first >= '一' && first <= '鿿' && "其一二三四五六七八九十".indexOf(first) < 0;
  }

  /** The same without the number or mark in front and the note behind that a typist added. */
  public static String bare(String label) {
    return withoutUnit(isNumbered(label) ? NUMBERED.matcher(label).replaceFirst("") : label);
  }

  /**
   * The unit word in brackets, or after 单位, in half width and without spaces: 万元 of 罚款金额（万元. The
   * last one counts.
   */
  public static Optional<String> unit(String label) {
    String compact = tight(label);
    Optional<String> found = Optional.empty();
    for (Pattern pattern : new Pattern[] {BRACKETED, WITH_NOTE, NAMED, BEHIND}) {
      for (Matcher matcher = pattern.matcher(compact); matcher.find(); ) {
        found = Optional.ofNullable(matcher.group(matcher.groupCount())).or(() -> first(matcher));
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return found;
  }

  /** Whether the word alone is a counting or money unit, known or not to any measure. */
  public static boolean isUnit(String word) {
    return WORD.matcher(word).matches();
  }

  /** Compatible forms folded (NFKC: full width, circled digits) and simplified; nothing removed. */
  public static String fold(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .map(TraditionalCharacters::toSimplified)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** Most cells of a long list are dates, numbers and codes: nothing in them folds. */
  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> first(Matcher matcher) {
    return Optional.ofNullable(matcher.group(1));
  }

  /** Without white space, and without the marks that end it. */
  private static String tight(String label) {
    String words = compact(label);
    if (holdsAny(words, OPENING)) {
      words = NOTED.matcher(words).replaceFirst("");
    }
    boolean marked = !words.isEmpty() && MARKS.indexOf(words.charAt(words.length() - 1)) >= 0;
    return marked ? LAST_MARKS.matcher(words).replaceFirst("") : words;
  }

  private static String compact(String label) {
    StringBuilder words = new StringBuilder(label.length());
    fold(label).codePoints().filter(point -> !isSpace(point)).forEach(words::appendCodePoint);
    return words.toString();
  }

  private static boolean belongsToWords(int point) {
    if (point == '%') {
      return true;
    }
    if (isSpace(point) || "`^¨´~|<>".indexOf(point) >= 0) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          false;
      default -> true;
    };
  }

  /**
   * White space of any kind, control and invisible format characters (zero-width space, byte order
   * mark).
   */
  private static boolean isSpace(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }
}
