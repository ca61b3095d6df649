package xinglin.schemas.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The boxes of a cell, {@code ☑医院 □诊所} or {@code 医院□ 诊所√}: which of the printed options are ticked.
 * Boxes may stand before or behind their options; where nothing tells which, or what a cross among
 * ticks means, the choice is unclear and nothing is read of it.
 *
 * @param chosen options with a ticked box, as printed, without numbering and remarks
 * @param left options with an empty box
 * @param clear whether it is certain which option each box belongs to
 */
public record Ticked(List<String> chosen, List<String> left, boolean clear) {
  private static final String FULL = "☑✓✔√■🗹✅●";
  private static final String CROSSED = "☒⊠";
  private static final String EMPTY = "□☐▢❏❑○";
  private static final Pattern MARK =
      Pattern.compile("[" + FULL + CROSSED + EMPTY + "]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BRACKETED_TICK = Pattern.compile("[\\[(（【]\\s*[√✓✔]\\s*[])）】]");
  private static final Pattern BRACKETED_GAP = Pattern.compile("[\\[(（【]\\s*[])）】]");
  private static final Pattern NUMBERING =
      Pattern.compile("^\\s*(?:[(（]?[0-9A-Za-z一二三四五六七八九十]{1,2}[)）.．、]|[①-⑳])\\s*");
  private static final Pattern REMARK = Pattern.compile("[（(：:_＿].*$", Pattern.DOTALL);

  public Ticked {
    chosen = List.copyOf(chosen);
    left = List.copyOf(left);
  }

  /** Empty if the text holds no boxes beside words. */
  public static Optional<Ticked> read(String text) {
    String plain = text;
    if (BRACKETED_TICK.matcher(text).find()) {
      plain = BRACKETED_TICK.matcher(text).replaceAll("☑");
      plain = BRACKETED_GAP.matcher(plain).replaceAll("□");
    }
    List<Box> boxes = boxes(plain);
    boolean words = !MARK.matcher(plain).replaceAll("").isBlank();
    if (boxes.isEmpty() || !words) {
      return Optional.empty();
    }
    boolean empty = boxes.stream().anyMatch(box -> box.kind() == Kind.EMPTY);
    return Optional.of(
        empty || boxes.size() > 1 ? printed(plain, boxes) : lone(plain, boxes.get(0)));
  }

  private enum Kind {
    FULL,
    CROSSED,
    EMPTY
  }

  private record Box(Kind kind, int start, int end) {}

  private static List<Box> boxes(String text) {
    List<Box> boxes = new ArrayList<>();
    Matcher matcher = MARK.matcher(text);
    while (matcher.find()) {
      String mark = matcher.group();
      Kind kind =
          FULL.contains(mark) ? Kind.FULL : CROSSED.contains(mark) ? Kind.CROSSED : Kind.EMPTY;
      Box last = boxes.isEmpty() ? null : boxes.get(boxes.size() - 1);
      if (last != null && last.end() == matcher.start() && last.kind() != kind) {
        // A tick typed beside the printed box: □√ is one box.
        boxes.set(boxes.size() - 1, new Box(Kind.FULL, last.start(), matcher.end()));
      } else {
        boxes.add(new Box(kind, matcher.start(), matcher.end()));
      }
    }
    return boxes;
  }

  /** Every option has a box of its own. */
  private static Ticked printed(String text, List<Box> boxes) {
    String before = text.substring(0, boxes.get(0).start()).strip();
    String behind = text.substring(boxes.get(boxes.size() - 1).end()).strip();
    boolean leading = before.isEmpty() || before.endsWith("：") || before.endsWith(":");
    boolean trailing = behind.isEmpty() || option(behind).isEmpty();
    boolean full = boxes.stream().anyMatch(box -> box.kind() == Kind.FULL);
    boolean crossed = boxes.stream().anyMatch(box -> box.kind() == Kind.CROSSED);
    boolean clear = leading != trailing && !(full && crossed);
    List<String> chosen = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (int index = 0; index < boxes.size(); index++) {
      int from = leading ? boxes.get(index).end() : index == 0 ? 0 : boxes.get(index - 1).end();
      int next = index + 1 < boxes.size() ? boxes.get(index + 1).start() : text.length();
      int to = leading ? next : boxes.get(index).start();
      String option = option(text.substring(from, to));
      (boxes.get(index).kind() == Kind.EMPTY ? left : chosen).add(option);
    }
    return new Ticked(chosen, left, clear);
  }

  /** One tick among options without boxes: it belongs to the word that it touches. */
  private static Ticked lone(String text, Box box) {
    String before = text.substring(0, box.start());
    String behind = text.substring(box.end());
    boolean touchesBefore =
        !before.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1));
    boolean touchesBehind = !behind.isEmpty() && !Character.isWhitespace(behind.charAt(0));
    String[] wordsBefore = before.strip().split("[\\s、，,；;]+");
    String[] wordsBehind = behind.strip().split("[\\s、，,；;]+");
    String word = touchesBefore ? wordsBefore[wordsBefore.length - 1] : wordsBehind[0];
    return new Ticked(
        List.of(option(word)),
        List.of(),
        touchesBefore != touchesBehind && box.kind() == Kind.FULL);
  }

  /** The words of an option without numbering, remark and marks of punctuation around them. */
  private static String option(String text) {
    String bare = NUMBERING.matcher(text.strip()).replaceFirst("");
    return REMARK.matcher(bare).replaceFirst("").replaceAll("^[\\s、，,；;。]+|[\\s、，,；;。]+$", "");
  }
}
