package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line outside the table, or a paragraph of a letter: words and blanks in turn.
 *
 * @param look how it stands on the page
 */
public record Line(Look look, List<Piece> pieces) {
  private static final Pattern BLANK = Pattern.compile("\\{([^{}]*)}");

  public Line {
    pieces = List.copyOf(pieces);
  }

  /** Part of a line. */
  public sealed interface Piece permits Words, Blank {}

  /** Printed words. */
  public record Words(String text) implements Piece {}

  /** A place to fill in. */
  public record Blank(Slot slot) implements Piece {}

  /** How a line stands on the page. */
  public enum Look {
    ATTACHMENT,
    TITLE,
    REPORTER,
    NOTE,
    SIGNATURE,
    /** Body text of a letter. */
    BODY,
    LEFT,
    RIGHT
  }

  /** A line of words alone. */
  public static Line of(Look look, String text) {
    return new Line(look, List.of(new Words(text)));
  }

  /** Reads {@code 填表人：{填表人}}; {@code {day=2020年 月 日}} has something written in it already. */
  static Line parse(Look look, String text, Function<String, Slot> slots) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = BLANK.matcher(text);
    int at = 0;
    while (matcher.find()) {
      if (matcher.start() > at) {
        pieces.add(new Words(text.substring(at, matcher.start())));
      }
      String[] parts = matcher.group(1).split("=", 2);
      Slot slot = slots.apply(parts[0]);
      boolean preset = parts.length > 1 && slot.preset().isEmpty();
      pieces.add(new Blank(preset ? slot.presetting(parts[1]) : slot));
      at = matcher.end();
    }
    if (at < text.length()) {
      pieces.add(new Words(text.substring(at)));
    }
    return new Line(look, pieces);
  }

  public boolean hasBlanks() {
    return pieces.stream().anyMatch(Blank.class::isInstance);
  }

  public List<Slot> slots() {
    return pieces.stream()
        .filter(Blank.class::isInstance)
        .map(piece -> ((Blank) piece).slot())
        .toList();
  }

  /** The whole line as one text, with what is to stand in each blank. */
  public String text(Function<Slot, String> filled) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Words words) {
        text.append(words.text());
      } else if (piece instanceof Blank blank) {
        text.append(filled.apply(blank.slot()));
      }
    }
    return text.toString();
  }
}
