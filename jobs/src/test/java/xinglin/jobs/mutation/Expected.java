package xinglin.jobs.mutation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What must come of a mutated file, by what was done to it and never by what the program does.
 *
 * @param copies tags of the copies of the form that the file holds now, each a submission; the form
 *     itself has the tag ""
 * @param touched origins of cells whose content was changed: their old value is not expected
 * @param tell whether something must be said even if the rest reads right
 * @param codes findings of which one names the reason
 * @param at origin or address at which one of them must stand; empty where the place does not
 *     matter
 * @param reporters names of the reporters of the copies; empty where all are the one of before
 * @param others whether what is not one of the copies may be found as a form too
 */
record Expected(
    List<String> copies,
    Set<String> touched,
    Tell tell,
    Set<String> codes,
    String at,
    boolean others,
    List<String> reporters) {

  /** How loud the answer must be. */
  enum Tell {
    /** All figures right, accepted as before; warnings only with one of the codes. */
    READ,
    /** All figures right, or a finding with one of the codes. */
    READ_OR_TELL,
    /** A finding with one of the codes, whatever else. */
    TELL
  }

  /** Read as before; the given warnings are welcome. */
  static Expected read(String... welcome) {
    return of(Tell.READ, welcome);
  }

  static Expected readOrTell(String... codes) {
    return of(Tell.READ_OR_TELL, codes);
  }

  static Expected tell(String... codes) {
    return of(Tell.TELL, codes);
  }

  private static Expected of(Tell tell, String... codes) {
    return new Expected(
        List.of(""), Set.of(), tell, Set.copyOf(Arrays.asList(codes)), "", false, List.of());
  }

  /** The finding must stand at the cell that came from here. */
  Expected at(String origin) {
    return new Expected(copies, touched, tell, codes, origin, others, reporters);
  }

  Expected touching(String... origins) {
    return new Expected(copies, Set.of(origins), tell, codes, at, others, reporters);
  }

  Expected copies(String... tags) {
    return new Expected(List.of(tags), touched, tell, codes, at, others, reporters);
  }

  Expected withOthers() {
    return new Expected(copies, touched, tell, codes, at, true, reporters);
  }

  Expected reporters(String... names) {
    return new Expected(copies, touched, tell, codes, at, others, List.of(names));
  }

  /** Of a document that is kept, not filled in: its sentences may say things in their own way. */
  Expected kept() {
    return new Expected(copies, touched, Tell.READ_OR_TELL, codes, at, others, reporters);
  }
}
