package xinglin.schemas.match.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Readings without tones. A reading is a number: that of its syllable, or the negative code point
 * of a character whose reading is not known, so that it only sounds like itself.
 */
final class Pinyin {
  private static final char FIRST = '㐀';
  private final short[] byCharacter = new short[Character.MAX_VALUE + 1 - FIRST];
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> syllables = new ArrayList<>();
  private final int[] near;

  /**
   * @param table a syllable and its characters a line, {@code #} for comments
   * @param near pairs of a pattern and what takes its place where speakers do not tell them apart
   */
  Pinyin(String table, List<List<String>> near) {
    number("");
    for (String line : table.split("\n", -1)) {
      int space = line.indexOf(' ');
      if (!line.startsWith("#") && space > 0) {
        short number = (short) number(line.substring(0, space));
        line.substring(space + 1)
            .chars()
            .filter(c -> c >= FIRST)
            .forEach(c -> byCharacter[c - FIRST] = number);
      }
    }
    List<Pattern> patterns = near.stream().map(pair -> Pattern.compile(pair.get(0))).toList();
    List<String> known = List.copyOf(syllables);
    int[] folded = new int[known.size()];
    Map<String, Integer> first = new HashMap<>();
    for (int number = 0; number < folded.length; number++) {
      String syllable = known.get(number);
      for (int i = 0; i < patterns.size(); i++) {
        syllable = patterns.get(i).matcher(syllable).replaceFirst(near.get(i).get(1));
      }
      Integer same = first.putIfAbsent(syllable, number);
      folded[number] = same == null ? number : same;
    }
    this.near = folded;
  }

  private int number(String syllable) {
    return numbers.computeIfAbsent(
        syllable,
        added -> {
          syllables.add(added);
          return syllables.size() - 1;
        });
  }

  /** Number of a syllable; 0 if nothing is read so. */
  int find(String syllable) {
    return numbers.getOrDefault(syllable, 0);
  }

  int of(int character) {
    if (character < FIRST || character > Character.MAX_VALUE) {
      return -character;
    }
    int number = byCharacter[character - FIRST];
    return number == 0 ? -character : number;
  }

  /** The same for readings that many speakers do not tell apart. */
  int near(int reading) {
    return reading < 0 || reading >= near.length ? reading : near[reading];
  }
}
