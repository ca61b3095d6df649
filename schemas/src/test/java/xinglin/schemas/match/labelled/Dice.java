package xinglin.schemas.match.labelled;

import java.util.List;
import java.util.SplittableRandom;

/** Chance from a seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The first ones more often: the n-th about one n-th as often as the first. */
  <T> T ofFrequent(List<T> all) {
    double place = Math.pow(all.size() + 1.0, random.nextDouble()) - 1;
    return all.get(Math.min(all.size() - 1, (int) place));
  }

  String character(String all) {
    int[] points = all.codePoints().toArray();
    return new String(points, random.nextInt(points.length), 1);
  }

  /** The first ones more often. */
  String frequentCharacter(String all) {
    return ofFrequent(all.codePoints().mapToObj(Character::toString).toList());
  }
}
