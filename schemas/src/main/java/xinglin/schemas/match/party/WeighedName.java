package xinglin.schemas.match.party;

import xinglin.schemas.match.name.Name;

/** A name with the rarity of its characters and of itself, in bits. */
public final class WeighedName {
  private final Name name;
  private final float[] bits;
  private final float[] soundBits;
  private final float whole;

  WeighedName(Name name, float[] bits, float[] soundBits, float whole) {
    this.name = name;
    this.bits = bits;
    this.soundBits = soundBits;
    this.whole = whole;
  }

  public Name name() {
    return name;
  }

  public double bits(int at) {
    return bits[at];
  }

  public double soundBits(int at) {
    return soundBits[at];
  }

  public double whole() {
    return whole;
  }
}
