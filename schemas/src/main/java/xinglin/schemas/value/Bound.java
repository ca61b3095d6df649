package xinglin.schemas.value;

/** Which side of an approximate figure is sure: 20余 is LOWER, 近30 is UPPER, 约5 is ABOUT. */
public enum Bound {
  LOWER,
  UPPER,
  ABOUT;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
