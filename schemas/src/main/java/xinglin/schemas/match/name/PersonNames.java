package xinglin.schemas.match.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes names of natural persons apart. */
public final class PersonNames {
  private static final String DOTS = "·•‧・∙⋅᛫.．｡。";
  private static final int HIDDEN_BEHIND_SURNAME = '某';
  private final Characters characters;
  private final Set<Integer> masks = new HashSet<>();
  private final Set<Integer> labels = new HashSet<>();
  private final Set<String> compound;
  private final Pattern former;

  /**
   * @param masks characters that hide others
   * @param labels characters behind 某 that are no part of the name: 张某甲
   * @param former words in front of a former name
   * @param compound surnames of two characters
   */
  PersonNames(
      Characters characters,
      String masks,
      String labels,
      List<String> former,
      List<String> compound) {
    this.characters = characters;
    masks.codePoints().forEach(this.masks::add);
    labels.codePoints().forEach(this.labels::add);
    this.compound = Set.copyOf(compound);
    this.former =
        Pattern.compile(
            former.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")[:：]?([^)(（）,，;；、]{2,20})")));
  }

  /** The name first, then former and other names that stand beside it in brackets. */
  public List<Name> read(String text) {
    String plain = text.replace('（', '(').replace('）', ')').strip();
    int bracket = plain.indexOf('(');
    String main = bracket > 0 ? plain.substring(0, bracket) : plain;
    List<Name> names = new ArrayList<>();
    names.add(name(main));
    if (bracket > 0) {
      Matcher matcher = former.matcher(plain.substring(bracket));
      while (matcher.find()) {
        names.add(name(matcher.group(1)));
      }
    }
    return names;
  }

  private Name name(String text) {
    String folded = characters.fold(text);
    boolean isParted = folded.codePoints().anyMatch(point -> DOTS.indexOf(point) >= 0);
    int[] points = hidden(folded.codePoints().filter(point -> DOTS.indexOf(point) < 0).toArray());
    int surname = isParted || points.length < 2 ? 0 : surnameLength(points);
    int[] readings = new int[points.length];
    for (int at = 0; at < points.length; at++) {
      readings[at] = points[at] == Name.MASK ? 0 : characters.reading(points[at], at < surname);
    }
    return new Name(points, readings, surname, text, isParted);
  }

  private int surnameLength(int[] points) {
    boolean isCompound =
        points.length > 2
            && points[0] != Name.MASK
            && points[1] != Name.MASK
            && compound.contains(new String(points, 0, 2));
    return isCompound ? 2 : 1;
  }

  /** Masks become one {@link Name#MASK}, with labels behind 某 dropped. */
  private int[] hidden(int[] points) {
    int[] shown = new int[points.length];
    int length = 0;
    for (int at = 0; at < points.length; at++) {
      boolean isMask =
          masks.contains(points[at]) && (at > 0 || points[at] != HIDDEN_BEHIND_SURNAME);
      boolean isLabel =
          at > 1
              && at == points.length - 1
              && points[at - 1] == HIDDEN_BEHIND_SURNAME
              && labels.contains(points[at]);
      if (isLabel || (isMask && length > 0 && shown[length - 1] == Name.MASK)) {
        continue;
      }
      shown[length] = isMask ? Name.MASK : points[at];
      length++;
    }
    return java.util.Arrays.copyOf(shown, length);
  }
}
