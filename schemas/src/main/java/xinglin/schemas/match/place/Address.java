package xinglin.schemas.match.place;

/**
 * An address in its parts, as numbers to be compared; 0 where a part is missing.
 *
 * @param county by its short name
 * @param town street office, town or township
 * @param road by its sound; an estate or village where there is no road
 * @param first number behind the road, whether 号 or 弄
 * @param second number in the lane, else of the building
 */
public record Address(int county, int town, int road, int first, int second) {
  public static final Address NONE = new Address(0, 0, 0, 0, 0);

  boolean isNone() {
    return equals(NONE);
  }

  /** How near two addresses are. */
  public Nearness compare(Address other) {
    if (differ(county, other.county)) {
      return Nearness.OTHER;
    }
    if (same(road, other.road)) {
      if (!same(first, other.first)) {
        return Nearness.ROAD;
      }
      return differ(second, other.second) ? Nearness.LANE : Nearness.HOUSE;
    }
    if (same(town, other.town)) {
      return Nearness.TOWN;
    }
    return same(county, other.county) ? Nearness.COUNTY : Nearness.UNKNOWN;
  }

  private static boolean same(int left, int right) {
    return left != 0 && left == right;
  }

  private static boolean differ(int left, int right) {
    return left != 0 && right != 0 && left != right;
  }

  /** From nearest to farthest. */
  public enum Nearness {
    HOUSE,
    LANE,
    ROAD,
    TOWN,
    COUNTY,
    UNKNOWN,
    OTHER
  }
}
