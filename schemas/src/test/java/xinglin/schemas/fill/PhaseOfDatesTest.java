package xinglin.schemas.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.schemas.reading.Heading;
import xinglin.schemas.value.Period;

/** The phase of most dates, and the cells one of which alone would make it another. */
final class PhaseOfDatesTest {
  private static final Period SUMMER =
      new Period(LocalDate.of(2020, 6, 1), LocalDate.of(2020, 9, 30));
  private static final Period AUTUMN =
      new Period(LocalDate.of(2020, 9, 1), LocalDate.of(2020, 11, 30));

  @Test
  void aFewDatesDecideEachManyTogether() {
    PhaseOfDates two = dates("2020-06-05", "2020-10-01", "2020-07-05");
    assertEquals(Optional.of(SUMMER), two.find());
    assertEquals(
        List.of(new Heading("period", "登记表", "L4"), new Heading("period", "登记表", "L6")),
        two.deciding(SUMMER));
    PhaseOfDates many = dates("2020-06-05", "2020-06-06", "2020-07-05", "2020-08-05");
    assertEquals(List.of(), many.deciding(SUMMER));
  }

  @Test
  void ofTwoPhasesTheOneWithTheLatestDate() {
    assertEquals(Optional.of(AUTUMN), dates("2020-06-05", "2020-11-01").find());
    assertEquals(Optional.empty(), dates("2019-06-05").find());
  }

  private static PhaseOfDates dates(String... days) {
    List<DatedCell> cells = new ArrayList<>();
    for (String day : days) {
      cells.add(new DatedCell(LocalDate.parse(day), "登记表", "L" + (cells.size() + 4)));
    }
    return new PhaseOfDates(List.of(SUMMER, AUTUMN), cells);
  }
}
