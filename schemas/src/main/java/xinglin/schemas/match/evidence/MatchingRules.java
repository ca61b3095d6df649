package xinglin.schemas.match.evidence;

import java.util.Map;
import java.util.Optional;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Language;
import xinglin.schemas.match.name.NameWords;

/**
 * What weighs how much, and how names are taken apart: {@code exchange/matching.yaml}.
 *
 * @param sure share from which two parties are joined
 * @param likely share from which a person is asked
 * @param block most parties that one key brings together
 * @param leastParties fewer are taken for so many
 */
public record MatchingRules(
    double sure,
    double likely,
    int block,
    int leastParties,
    Commonness commonness,
    Map<EvidenceKind, Weight> weights,
    NameWords names,
    Divisions divisions) {

  /**
   * How common names are before any set is seen.
   *
   * @param smoothing how many people of this kind are imagined beside those of a set
   * @param surnames share of people by surname
   * @param given share of characters of given names
   * @param otherSurname share of any other surname
   * @param otherGiven share of any other character
   * @param mostBits however rare a name is
   */
  public record Commonness(
      double smoothing,
      Map<Integer, Double> surnames,
      Map<Integer, Double> given,
      double otherSurname,
      double otherGiven,
      double mostBits) {}

  /** Reads the file; mistakes go to {@code problems}. */
  public static MatchingRules load(DefinitionFiles files, Divisions divisions, Problems problems) {
    return MatchingFile.read(files, divisions, problems);
  }

  public Weight weight(EvidenceKind kind) {
    return Optional.ofNullable(weights.get(kind))
        .orElseThrow(() -> new IllegalStateException("Cannot find the weight of " + kind));
  }

  public double bits(EvidenceKind kind) {
    return weight(kind).bits();
  }

  /** One piece of evidence in words. */
  public String say(Evidence evidence, Language language) {
    String number = Integer.toString(evidence.number());
    return weight(evidence.kind())
        .words()
        .in(language)
        .replace("{at}", number)
        .replace("{n}", number);
  }
}
