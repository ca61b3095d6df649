package xinglin.schemas.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the mistakes of all definitions so that an author sees them together. Not thread safe.
 */
public final class Problems {
  private static final Comparator<DefinitionProblem> IN_ORDER =
      Comparator.comparing(DefinitionProblem::file).thenComparingInt(DefinitionProblem::line);
  private final Set<DefinitionProblem> found = new LinkedHashSet<>();

  /** For what is said by others, such as a database; it has one language. */
  public void add(String file, int line, String message) {
    add(new DefinitionProblem(file, line, message));
  }

  public void add(String file, int line, Mistake mistake) {
    add(new DefinitionProblem(file, line, mistake));
  }

  /** Each once. */
  public void add(DefinitionProblem problem) {
    found.add(problem);
  }

  public void addAll(Collection<DefinitionProblem> problems) {
    found.addAll(problems);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** By file and line. */
  public List<DefinitionProblem> list() {
    return found.stream().sorted(IN_ORDER).toList();
  }

  /** Throws {@link DefinitionException} if anything was found. */
  public void check() {
    if (!found.isEmpty()) {
      throw new DefinitionException(list());
    }
  }

  /** {@code , did you mean "x"?} for the closest known word, or nothing. */
  public static String didYouMean(String word, Collection<String> known) {
    Optional<String> nearest = nearest(word, known);
    return nearest.map(name -> ", did you mean \"" + name + "\"?").orElse("");
  }

  /** The known word that differs in at most a third of its code points, and has one in common. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(
            name -> {
              int length = word.codePointCount(0, word.length());
              int distance = distance(word, name);
              return distance <= Math.max(1, length / 3)
                  && distance < Math.max(length, name.codePointCount(0, name.length()));
            })
        .min(
            Comparator.comparingInt((String name) -> distance(word, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Edits between two words, by code points. */
  public static int distance(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    int[] previous = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int[] current = new int[b.length + 1];
      current[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length];
  }
}
