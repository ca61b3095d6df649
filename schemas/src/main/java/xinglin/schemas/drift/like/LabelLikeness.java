package xinglin.schemas.drift.like;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.value.Labels;

/**
 * Compares labels by code points: edits between them, pairs of neighbouring characters they share,
 * one inside the other, and words that stand for each other. Units in brackets are compared apart.
 */
public final class LabelLikeness {
  private static final double BY_SYNONYM = 0.95;
  private static final int SHARED_WORD = 2;
  private final Words words;
  private final Map<String, String> plain = new ConcurrentHashMap<>();

  public LabelLikeness(Words words) {
    this.words = words;
  }

  /** The most alike of several known labels. */
  public Likeness best(String printed, Collection<String> known) {
    Likeness best = Likeness.NONE;
    for (String label : known) {
      Likeness likeness = compare(printed, label);
      if (likeness.score() > best.score()) {
        best = likeness;
      }
    }
    return best;
  }

  /** Both as printed; what {@link Labels} takes for the same scores 1. */
  public Likeness compare(String printed, String known) {
    String left = Labels.withoutUnit(printed);
    String right = Labels.withoutUnit(known);
    if (left.equals(right) || Labels.normalise(printed).equals(Labels.normalise(known))) {
      return new Likeness(1, known, new Wording("字面相同", "same words"));
    }
    if (left.isEmpty() || right.isEmpty()) {
      return Likeness.NONE;
    }
    String plainLeft = plain.computeIfAbsent(left, words::plain);
    String plainRight = plain.computeIfAbsent(right, words::plain);
    if (!shareEnough(left, right) && !shareEnough(plainLeft, plainRight)) {
      return Likeness.NONE;
    }
    double bySpelling = spelling(left, right);
    double byMeaning =
        plainLeft.equals(plainRight) ? BY_SYNONYM : BY_SYNONYM * spelling(plainLeft, plainRight);
    if (byMeaning > bySpelling && words.between(left, right).isPresent()) {
      String pair = words.between(left, right).orElse("");
      return new Likeness(
          byMeaning, known, new Wording("同义：" + pair, "words that mean the same: " + pair));
    }
    return new Likeness(bySpelling, known, reason(left, right));
  }

  /** Most pairs have hardly a character in common; that is seen faster than edits are counted. */
  private static boolean shareEnough(String left, String right) {
    int shared = 0;
    for (int i = 0; i < left.length(); i++) {
      shared += right.indexOf(left.charAt(i)) >= 0 ? 1 : 0;
    }
    return 3 * shared >= Math.min(left.length(), right.length());
  }

  private static Wording reason(String left, String right) {
    String shared = longestShared(left, right);
    int edits = Problems.distance(left, right);
    if (shared.codePointCount(0, shared.length()) < SHARED_WORD) {
      int longest = Math.max(length(left), length(right));
      return edits < longest
          ? new Wording(
              longest + " 字中差 " + edits + " 字", edits + " edits in " + longest + " characters")
          : Likeness.NONE.reason();
    }
    return new Wording(
        "同有“" + shared + "”，差 " + edits + " 字", "both have “" + shared + "”, " + edits + " edits");
  }

  private static double spelling(String left, String right) {
    int longest = Math.max(length(left), length(right));
    int shortest = Math.min(length(left), length(right));
    double edits = 1 - (double) Problems.distance(left, right) / longest;
    double similar = 0.6 * edits + 0.4 * sharedPairs(left, right);
    boolean inside = shortest >= SHARED_WORD && (left.contains(right) || right.contains(left));
    return inside ? Math.max(similar, 0.55 + 0.4 * shortest / longest) : similar;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Twice the pairs of neighbouring characters that both have, over all pairs of both. */
  private static double sharedPairs(String left, String right) {
    Map<Long, Integer> pairs = new HashMap<>();
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    if (a.length < 2 || b.length < 2) {
      return 0;
    }
    for (int i = 0; i + 1 < a.length; i++) {
      pairs.merge(((long) a[i] << 32) | a[i + 1], 1, Integer::sum);
    }
    int shared = 0;
    for (int i = 0; i + 1 < b.length; i++) {
      long pair = ((long) b[i] << 32) | b[i + 1];
      if (pairs.getOrDefault(pair, 0) > 0) {
        pairs.merge(pair, -1, Integer::sum);
        shared++;
      }
    }
    return 2.0 * shared / (a.length + b.length - 2);
  }

  private static String longestShared(String left, String right) {
    String longest = "";
    for (int from = 0; from < left.length(); from++) {
      int to = from + longest.length() + 1;
      while (to <= left.length() && right.contains(left.substring(from, to))) {
        longest = left.substring(from, to);
        to++;
      }
    }
    return longest;
  }
}
