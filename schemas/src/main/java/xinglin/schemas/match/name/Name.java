package xinglin.schemas.match.name;

import java.util.Arrays;

/**
 * A name as it is compared: folded characters with their readings.
 *
 * <p>{@link #MASK} stands for any number of characters that are hidden.
 */
public final class Name {
  /** In place of hidden characters. */
  public static final int MASK = 0;

  private final int[] characters;
  private final int[] readings;
  private final int surname;
  private final int rawHash;
  private final boolean isParted;

  /**
   * @param surname how many characters the surname has; 0 if there is none
   * @param raw as sent
   * @param isParted whether dots part it, as those of several minorities
   */
  Name(int[] characters, int[] readings, int surname, String raw, boolean isParted) {
    this.characters = characters;
    this.readings = readings;
    this.surname = surname;
    this.rawHash = raw.hashCode();
    this.isParted = isParted;
  }

  public int length() {
    return characters.length;
  }

  public int character(int at) {
    return characters[at];
  }

  public int reading(int at) {
    return readings[at];
  }

  public int surnameLength() {
    return surname;
  }

  public boolean isSurname(int at) {
    return at < surname;
  }

  public boolean isParted() {
    return isParted;
  }

  public boolean isMasked() {
    for (int character : characters) {
      if (character == MASK) {
        return true;
      }
    }
    return false;
  }

  /** Same folded characters. */
  public boolean isSame(Name other) {
    return Arrays.equals(characters, other.characters);
  }

  /** Written the same as sent. */
  public boolean isWrittenAs(Name other) {
    return rawHash == other.rawHash;
  }

  /** Of the folded characters. */
  public long hash() {
    return Hash.of(characters);
  }
}
