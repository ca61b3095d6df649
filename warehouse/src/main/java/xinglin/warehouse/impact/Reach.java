package xinglin.warehouse.impact;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a changed definition can matter to: which stored files have to be read again.
 *
 * @param everything whether all of them
 * @param forms forms whose submissions are
 * @param codes codes of findings; submissions that have one are
 */
public record Reach(boolean everything, Set<String> forms, Set<String> codes) {
  /** Only what is judged in sets can change. */
  public static final Reach NOTHING = new Reach(false, Set.of(), Set.of());

  public static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of());

  /** Whatever has a finding of this code. */
  public static Reach found(String code) {
    return new Reach(false, Set.of(), Set.of(code));
  }

  public Reach {
    forms = Set.copyOf(forms);
    codes = Set.copyOf(codes);
  }

  /** What either of two reaches. */
  public Reach and(Reach other) {
    return new Reach(
        everything || other.everything, union(forms, other.forms), union(codes, other.codes));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }
}
