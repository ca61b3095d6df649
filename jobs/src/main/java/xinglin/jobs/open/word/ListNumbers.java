package xinglin.jobs.open.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers that Word writes before paragraphs by itself: not in the text, but on the page. Counts as
 * Word counts: a number of one level starts those below it anew.
 */
final class ListNumbers {
  private static final int LEVELS = 9;

  private final Map<String, Level[]> lists = new HashMap<>();
  private final Map<String, int[]> counted = new HashMap<>();
  private final Map<String, Place> styles = new HashMap<>();

  /**
   * @param text with %1 for the number of the first level, %2 of the second …
   */
  record Level(int start, String format, String text) {
    static final Level NONE = new Level(1, "none", "");
  }

  /** List and level of a paragraph. */
  record Place(String list, int level) {}

  void list(String id, Level[] levels) {
    lists.put(id, Arrays.copyOf(levels, LEVELS));
  }

  void style(String id, Place place) {
    styles.put(id, place);
  }

  Optional<Place> ofStyle(String id) {
    return Optional.ofNullable(styles.get(id));
  }

  /** The number of the next paragraph at this place; empty for bullets. */
  String next(Place place) {
    Level[] levels = lists.get(place.list());
    int at = place.level();
    if (levels == null || at < 0 || at >= LEVELS || levels[at] == null) {
      return "";
    }
    int[] numbers = counted.computeIfAbsent(place.list(), list -> new int[LEVELS]);
    for (int level = 0; level <= at; level++) {
      if (numbers[level] == 0) {
        numbers[level] =
            (levels[level] == null ? 1 : levels[level].start()) - (level == at ? 1 : 0);
      }
    }
    numbers[at]++;
    Arrays.fill(numbers, at + 1, LEVELS, 0);
    String text = levels[at].text();
    for (int level = 0; level <= at; level++) {
      String format = levels[level] == null ? "decimal" : levels[level].format();
      text = text.replace("%" + (level + 1), written(numbers[level], format));
    }
    return levels[at].format().equals("bullet") || levels[at].format().equals("none") ? "" : text;
  }

  private static String written(int number, String format) {
    return switch (format) {
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCountingThousand",
          "ideographDigital" ->
          chinese(number);
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
          number >= 1 && number <= 20
              ? String.valueOf((char) ('①' + number - 1))
              : Integer.toString(number);
      case "upperLetter" -> String.valueOf((char) ('A' + Math.floorMod(number - 1, 26)));
      case "lowerLetter" -> String.valueOf((char) ('a' + Math.floorMod(number - 1, 26)));
      default -> Integer.toString(number);
    };
  }

  private static String chinese(int number) {
    String digits = "零一二三四五六七八九";
    if (number < 1 || number > 99) {
      return Integer.toString(number);
    }
    String tens = number < 10 ? "" : (number < 20 ? "" : digits.charAt(number / 10)) + "十";
    return tens + (number % 10 == 0 ? "" : digits.charAt(number % 10));
  }
}
