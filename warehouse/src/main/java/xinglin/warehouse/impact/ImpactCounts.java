package xinglin.warehouse.impact;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A forecast in numbers.
 *
 * @param submissions that stand now: they count, or were sent last and refused
 * @param read files that were read again
 * @param superseded earlier submissions that would flip too, which something later replaced
 * @param flips number by {@code before>after}, in words of the published column
 * @param comes findings that come, by code
 * @param goes findings that go, by code
 * @param reworded findings that get another sentence, by code
 */
public record ImpactCounts(
    long submissions,
    long read,
    long superseded,
    SortedMap<String, Long> flips,
    SortedMap<String, Long> comes,
    SortedMap<String, Long> goes,
    SortedMap<String, Long> reworded) {

  /** Collects what the statement returns. */
  static ImpactCounts empty() {
    return new ImpactCounts(
        0, 0, 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  ImpactCounts and(String name, String word, long number) {
    switch (name) {
      case "submissions" -> {
        return new ImpactCounts(number, read, superseded, flips, comes, goes, reworded);
      }
      case "read" -> {
        return new ImpactCounts(submissions, number, superseded, flips, comes, goes, reworded);
      }
      case "superseded" -> {
        return new ImpactCounts(submissions, read, number, flips, comes, goes, reworded);
      }
      case "flip" -> flips.put(word, number);
      case "comes" -> comes.put(word, number);
      case "goes" -> goes.put(word, number);
      default -> reworded.put(word, number);
    }
    return this;
  }
}
