package xinglin.schemas.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

class WorkCalendarTest {
  private static WorkCalendar calendar() {
    Problems problems = new Problems();
    WorkCalendar calendar = WorkCalendar.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    return calendar;
  }

  @ParameterizedTest
  @CsvSource({
    "2020-09-30, 5, 2020-10-14", // National Day 1-8, make-up Saturday 10-10
    "2020-11-30, 5, 2020-12-07",
    "2021-06-30, 5, 2021-07-07",
    "2020-01-23, 1, 2020-02-03", // Spring Festival extended to 2 February
    "2021-12-31, 1, 2022-01-04",
    "2024-02-08, 2, 2024-02-18", // 9 February 2024 was a working day, then the make-up Sunday
    "2026-02-13, 1, 2026-02-14",
    "2024-08-09, 0, 2024-08-09"
  })
  void countsWorkingDays(LocalDate date, int n, LocalDate expected) {
    assertEquals(expected, calendar().plusWorkingDays(date, n));
  }

  @Test
  void aYearThatIsNotListedNamesTheFileToAdd() {
    DefinitionException error =
        assertThrows(
            DefinitionException.class,
            () -> calendar().plusWorkingDays(LocalDate.of(2026, 12, 30), 5));
    assertEquals(
        "codelists/workdays-2027.yaml: no working days of 2027: add this file with the holidays of that year",
        error.getMessage());
  }
}
