package xinglin.schemas.blank;

import java.util.List;

/**
 * A cell of a table to fill in.
 *
 * @param sumOf cells whose sum it is; then nothing is to be filled in where a program can add up
 * @param doubtful whether what is written into it is not known for certain; it is shaded then
 */
public record Field(Area area, Slot slot, List<Area> sumOf, boolean doubtful) {
  public Field {
    sumOf = List.copyOf(sumOf);
  }

  /** Nothing in it is in doubt. */
  public Field(Area area, Slot slot, List<Area> sumOf) {
    this(area, slot, sumOf, false);
  }

  /** The same with something written into it. */
  public Field filled(String text, boolean isDoubtful) {
    return new Field(area, slot.presetting(text), sumOf, isDoubtful);
  }

  static Field of(Area area, Slot slot) {
    return new Field(area, slot, List.of());
  }

  public boolean isSum() {
    return !sumOf.isEmpty();
  }

  Field turned() {
    return new Field(area.turned(), slot, sumOf.stream().map(Area::turned).toList(), doubtful);
  }
}
