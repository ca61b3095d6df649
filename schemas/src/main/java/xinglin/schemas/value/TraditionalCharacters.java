package xinglin.schemas.value;

/** Traditional characters and the simplified ones for them. */
final class TraditionalCharacters {
  private TraditionalCharacters() {}

  static int toSimplified(int point) {
    return point;
  }
}
