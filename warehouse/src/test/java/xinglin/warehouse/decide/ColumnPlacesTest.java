package xinglin.warehouse.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the columns of a line stand. */
final class ColumnPlacesTest {
  @Test
  void columnsInTheRowOfTheLineHaveTheirLettersOnly() {
    assertEquals(
        "closed_on=AB found_on=B outcome=C8",
        ColumnPlaces.of("A7", Map.of("found_on", "B7", "closed_on", "AB7", "outcome", "C8")));
  }

  @Test
  void paragraphsOfALetterHaveTheirs() {
    assertEquals(
        "contact=P12 requested_on=P",
        ColumnPlaces.of("P3", Map.of("requested_on", "P3", "contact", "P12")));
  }
}
