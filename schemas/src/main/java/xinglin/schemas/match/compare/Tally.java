package xinglin.schemas.match.compare;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.match.evidence.Evidence;
import xinglin.schemas.match.evidence.EvidenceKind;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.evidence.Weight;

/** Evidence about one pair as it is found. */
public final class Tally {
  private final MatchingRules rules;
  private final List<Evidence> found = new ArrayList<>(6);
  private double bits;

  Tally(MatchingRules rules) {
    this.rules = rules;
  }

  public void add(EvidenceKind kind) {
    add(kind, 0, 0);
  }

  /**
   * @param rarity what the agreement itself is worth, beside the weight of the kind
   */
  public void add(EvidenceKind kind, int number, double rarity) {
    double worth = rarity + rules.bits(kind);
    found.add(new Evidence(kind, number, worth));
    bits += worth;
  }

  /**
   * Several places agree.
   *
   * @param count how many, for the words
   * @param worth as how many they count
   */
  public void addPlaces(EvidenceKind kind, int count, int worth) {
    Weight weight = rules.weight(kind);
    double most = Math.min(worth * weight.bits(), weight.most());
    found.add(new Evidence(kind, count, most));
    bits += most;
  }

  public void addAll(Tally other) {
    found.addAll(other.found);
    bits += other.bits;
  }

  public double bits() {
    return bits;
  }

  public boolean has(EvidenceKind kind) {
    return found.stream().anyMatch(evidence -> evidence.kind() == kind);
  }

  public List<Evidence> found() {
    return List.copyOf(found);
  }
}
