package xinglin.schemas.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fragment of a sentence with blanks, for example {@code 发现非法行医场所{found_sites}家}. {@code [出动|派出]}
 * stands for either, {@code …} for anything within the sentence. Spaces do not matter, wherever
 * they stand.
 *
 * @param fragment as written in the definition
 * @param pattern the same as a regular expression; group n is blank n
 * @param items what the blanks are, in order
 */
public record LetterBlank(String fragment, Pattern pattern, List<Item> items) {
  private static final String THOUSANDS = "(?<=\\d)[,，](?=\\d{3})";
  private static final String DATE =
      "[\\s_＿]*([\\d０-９]{4}[\\s_＿]*[年.．/\\-－][\\s_＿]*[\\d０-９]{1,2}[\\s_＿]*[月.．/\\-－][\\s_＿]*[\\d０-９]{1,2}[\\s_＿]*日?"
          + "|[\\d０-９\\s_＿年月日]*?)[\\s_＿]*";

  /** Behind words that do not matter only what looks like a number is the blank. */
  private static final String NUMBER =
      "\\s*((?:大?约|近|将近|超过?|逾|不足|共)?\\s*[0-9０-９〇零一二三四五六七八九十百千万亿两]"
          + "[0-9０-９,，.．〇零一二三四五六七八九十百千万亿两\\s]*[余多]?[万亿]?)\\s*";

  private static final Pattern BLANK = Pattern.compile("\\{([a-z_]+)}");

  public LetterBlank {
    items = List.copyOf(items);
  }

  /** Whether every {@code [} has its {@code ]}, none within another. */
  public static boolean isClosed(String fragment) {
    return fragment.replaceAll("\\[[^\\[\\]]*]", "").matches("[^\\[\\]]*");
  }

  /** Names of the blanks in a fragment, in order. */
  public static List<String> names(String fragment) {
    List<String> names = new ArrayList<>();
    Matcher matcher = BLANK.matcher(fragment);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /**
   * Builds the pattern; blanks of type date match a date only, all others up to the next mark of
   * punctuation. The line that is printed under a blank is not part of it.
   */
  public static LetterBlank of(String fragment, List<Item> items) {
    StringBuilder regex = new StringBuilder();
    Matcher matcher = BLANK.matcher(fragment);
    int at = 0;
    int blank = 0;
    while (matcher.find()) {
      literal(fragment.substring(at, matcher.start()), regex);
      boolean last = matcher.end() == fragment.length();
      boolean afterAnything = fragment.substring(0, matcher.start()).endsWith("…");
      regex.append(blank(items.get(blank++), afterAnything, last));
      at = matcher.end();
    }
    literal(fragment.substring(at), regex);
    return new LetterBlank(fragment, Pattern.compile(regex.toString()), items);
  }

  private static String blank(Item item, boolean afterAnything, boolean last) {
    if (item.type() == Item.Type.DATE) {
      return DATE;
    }
    boolean number = item.type() == Item.Type.NUMBER || item.type() == Item.Type.INTEGER;
    if (afterAnything && number) {
      return NUMBER;
    }
    return last
        ? "[\\s_＿]*((?:[^，。；,;_＿]|" + THOUSANDS + ")*)"
        : "[\\s_＿]*((?:[^，。；：:,;]|" + THOUSANDS + ")*?)[\\s_＿]*";
  }

  private static void literal(String text, StringBuilder regex) {
    text.codePoints()
        .filter(point -> !Character.isWhitespace(point))
        .forEach(
            point -> {
              String character = Character.toString(point);
              regex.append(
                  switch (character) {
                    case "：", ":" -> "[：:]";
                    case "，", "," -> "[，,]";
                    case "（", "(" -> "[（(]";
                    case "）", ")" -> "[）)]";
                    case "^", "$", "|" -> character;
                    case "[" -> "(?:";
                    case "]" -> ")";
                    case "…" -> "[^。；]*?";
                    default -> Pattern.quote(character);
                  });
              regex.append("\\s*");
            });
  }
}
