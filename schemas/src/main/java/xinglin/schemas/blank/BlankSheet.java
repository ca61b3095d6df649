package xinglin.schemas.blank;

import java.util.List;

/**
 * A page of a form: a table with lines above and below.
 *
 * @param name of the worksheet
 */
public record BlankSheet(String name, List<Line> above, BlankTable table, List<Line> below) {
  public BlankSheet {
    above = List.copyOf(above);
    below = List.copyOf(below);
  }
}
