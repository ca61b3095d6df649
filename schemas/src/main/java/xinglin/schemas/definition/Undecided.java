package xinglin.schemas.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment {@code # 请确认: …} (in English {@code # please confirm: …}) asks a person to decide. Its
 * file is not loaded until the comment is gone, so that nothing proposed counts by oversight.
 */
final class Undecided {
  private static final Pattern MARK =
      Pattern.compile("(?:^|\\s)#\\s*(?:请确认|please confirm)\\s*[:：]\\s*(.*)$");

  private Undecided() {}

  static void report(String shown, String text, Problems problems) {
    if (!text.contains("请确认") && !text.contains("please confirm")) {
      return;
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher matcher = MARK.matcher(line);
      if (matcher.find()) {
        problems.add(shown, number, Mistake.of("not decided yet: {0}", matcher.group(1).strip()));
      }
    }
  }
}
