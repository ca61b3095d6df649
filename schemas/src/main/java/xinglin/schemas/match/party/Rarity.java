package xinglin.schemas.match.party;

import java.util.Map;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.name.Hash;
import xinglin.schemas.match.name.Name;

/**
 * How rare names are in the set itself, in bits: the logarithm to base 2 of one over the share. A
 * small set is steadied by imagined people with names as common as they are known to be.
 */
public final class Rarity {
  private static final double PRIOR_OF_SYLLABLE = 0.004;
  private static final int SURNAME = 1;
  private static final int GIVEN = 2;
  private static final int CORE = 3;
  private final MatchingRules.Commonness commonness;
  private final HashCounts characters = new HashCounts();
  private final HashCounts sounds = new HashCounts();
  private final HashCounts names = new HashCounts();
  private final long[] places = new long[CORE + 1];
  private final long[] holders = new long[CORE + 1];

  Rarity(MatchingRules.Commonness commonness) {
    this.commonness = commonness;
  }

  public void countPerson(Name name) {
    count(name, GIVEN);
  }

  public void countCore(Name name) {
    count(name, CORE);
  }

  private void count(Name name, int slot) {
    holders[slot]++;
    if (!name.isMasked()) {
      names.add(Hash.mix(name.hash(), slot));
    }
    for (int at = 0; at < name.length(); at++) {
      if (name.character(at) != Name.MASK) {
        int place = place(name, at, slot);
        places[place]++;
        characters.add(Hash.of(place, name.character(at)));
        sounds.add(Hash.of(place, name.reading(at)));
      }
    }
  }

  private static int place(Name name, int at, int slot) {
    return slot == GIVEN && name.isSurname(at) ? SURNAME : slot;
  }

  public WeighedName weighPerson(Name name) {
    return weigh(name, GIVEN);
  }

  public WeighedName weighCore(Name name) {
    return weigh(name, CORE);
  }

  private WeighedName weigh(Name name, int slot) {
    float[] bits = new float[name.length()];
    float[] soundBits = new float[name.length()];
    double sum = 0;
    for (int at = 0; at < name.length(); at++) {
      if (name.character(at) != Name.MASK) {
        int place = place(name, at, slot);
        bits[at] = (float) bits(characters, place, name.character(at), prior(place, name, at));
        double sound = bits(sounds, place, name.reading(at), PRIOR_OF_SYLLABLE);
        soundBits[at] = (float) Math.min(bits[at], sound);
        sum += bits[at];
      }
    }
    double whole = sum;
    if (!name.isMasked()) {
      double smoothing = commonness.smoothing();
      double imagined = smoothing * Math.pow(2, -sum);
      double seen = names.of(Hash.mix(name.hash(), slot));
      whole = Math.min(sum, log2((holders[slot] + smoothing) / (seen + imagined)));
    }
    return new WeighedName(name, bits, soundBits, (float) Math.min(whole, commonness.mostBits()));
  }

  private double bits(HashCounts counts, int place, int value, double prior) {
    double smoothing = commonness.smoothing();
    double seen = counts.of(Hash.of(place, value)) + smoothing * prior;
    return log2((places[place] + smoothing) / seen);
  }

  private double prior(int place, Name name, int at) {
    Map<Integer, Double> listed = place == SURNAME ? commonness.surnames() : commonness.given();
    double other = place == SURNAME ? commonness.otherSurname() : commonness.otherGiven();
    return listed.getOrDefault(name.character(at), other);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
