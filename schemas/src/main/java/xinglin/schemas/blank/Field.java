package xinglin.schemas.blank;

import java.util.List;

/**
 * A cell of a table to fill in.
 *
 * @param sumOf cells whose sum it is; then nothing is to be filled in where a program can add up
 */
public record Field(Area area, Slot slot, List<Area> sumOf) {
  public Field {
    sumOf = List.copyOf(sumOf);
  }

  static Field of(Area area, Slot slot) {
    return new Field(area, slot, List.of());
  }

  public boolean isSum() {
    return !sumOf.isEmpty();
  }

  Field turned() {
    return new Field(area.turned(), slot, sumOf.stream().map(Area::turned).toList());
  }
}
