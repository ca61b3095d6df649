package xinglin.schemas.match.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import xinglin.schemas.value.Labels;

/** Characters as they are compared: folded, with what they sound and look like. */
public final class Characters {
  private final Map<Integer, Integer> variants = new HashMap<>();
  private final Map<Integer, Integer> groups = new HashMap<>();
  private final Map<Integer, Integer> surnameReadings = new HashMap<>();
  private final Map<Integer, Integer> secondReadings = new HashMap<>();
  private final Pinyin pinyin;

  /**
   * @param variants pairs: a variant and the character that it stands for
   * @param lookAlikes characters taken for each other
   * @param surnames readings of characters as surnames
   * @param seconds further readings
   */
  Characters(
      Pinyin pinyin,
      List<String> variants,
      List<String> lookAlikes,
      Map<String, String> surnames,
      Map<String, String> seconds) {
    this.pinyin = pinyin;
    for (String pair : variants) {
      int[] points = pair.codePoints().toArray();
      this.variants.put(points[0], points[1]);
    }
    for (int group = 0; group < lookAlikes.size(); group++) {
      int number = group;
      lookAlikes.get(group).codePoints().forEach(point -> groups.put(point, number));
    }
    surnames.forEach((name, read) -> surnameReadings.put(name.codePointAt(0), pinyin.find(read)));
    seconds.forEach((name, read) -> secondReadings.put(name.codePointAt(0), pinyin.find(read)));
  }

  /** Widths, traditional characters and variants folded; white space and what is invisible gone. */
  public String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Labels.fold(text)
        .codePoints()
        .filter(Characters::isSeen)
        .map(point -> variants.getOrDefault(point, point))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isSeen(int point) {
    return !Character.isWhitespace(point)
        && !Character.isSpaceChar(point)
        && !Character.isISOControl(point)
        && Character.getType(point) != Character.FORMAT;
  }

  /** Reading of a character, as a surname if it stands there. */
  public int reading(int character, boolean isSurname) {
    OptionalInt surname =
        isSurname && surnameReadings.containsKey(character)
            ? OptionalInt.of(surnameReadings.get(character))
            : OptionalInt.empty();
    return surname.orElseGet(() -> pinyin.of(character));
  }

  /** The same number for readings that many speakers do not tell apart. */
  public int nearReading(int reading) {
    return pinyin.near(reading);
  }

  /** Whether the second reading of one is the reading of the other. */
  boolean sharesSecondReading(int left, int right) {
    Integer ofLeft = secondReadings.get(left);
    Integer ofRight = secondReadings.get(right);
    return (ofLeft != null && ofLeft == pinyin.of(right))
        || (ofRight != null && ofRight == pinyin.of(left));
  }

  public boolean lookAlike(int left, int right) {
    Integer group = groups.get(left);
    return group != null && group.equals(groups.get(right));
  }

  /** How two different characters are alike, best first. */
  public Likeness compare(int left, int leftReading, int right, int rightReading) {
    if (left == right) {
      return Likeness.SAME;
    }
    if (leftReading == rightReading || sharesSecondReading(left, right)) {
      return Likeness.SOUND;
    }
    if (lookAlike(left, right)) {
      return Likeness.SHAPE;
    }
    return nearReading(leftReading) == nearReading(rightReading)
        ? Likeness.NEAR_SOUND
        : Likeness.OTHER;
  }

  /** Of two characters. */
  public enum Likeness {
    SAME,
    SOUND,
    SHAPE,
    NEAR_SOUND,
    OTHER
  }
}
