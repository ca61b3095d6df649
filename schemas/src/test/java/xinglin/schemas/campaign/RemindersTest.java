package xinglin.schemas.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemindersTest {
  private static final LocalDate DUE = LocalDate.of(2024, 8, 9);

  /** Which step reporters are to have, day by day from eight days before to 32 after. */
  private static String steps(Reminders reminders) {
    return IntStream.rangeClosed(-8, 32)
        .mapToObj(day -> reminders.step(DUE, DUE.plusDays(day)).map(String::valueOf).orElse("."))
        .collect(Collectors.joining(" "));
  }

  @Test
  void theLatestStepWhoseDayHasCome() {
    assertEquals(
        ". -7 -7 -7 -7 -7 -7 -1 0 1 1 1 1 5 5 5 5 5 5 5 12 12 12 12 12 12 12 19 19 19 19 19 19 19"
            + " 26 26 26 26 26 . .",
        steps(new Reminders(List.of(7, 1), true, List.of(1, 5), Optional.of(7), 30, List.of())));
  }

  @Test
  void whatCameBeforeTheDeadlineIsNotSaidAfterIt() {
    assertEquals(
        ". -7 -7 -7 -7 -7 -7 -1 -1 . . . 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 . . . . . . . . . . . . . .",
        steps(new Reminders(List.of(7, 1), false, List.of(4), Optional.empty(), 30, List.of())));
    assertEquals(Optional.empty(), Reminders.none().step(DUE, DUE));
  }

  @Test
  void theOfficeAboveIsToldOnItsOwnDays() {
    Reminders reminders =
        new Reminders(List.of(), false, List.of(1), Optional.empty(), 30, List.of(3, 10));
    assertEquals(Optional.empty(), reminders.digestStep(DUE, DUE.plusDays(2)));
    assertEquals(Optional.of(3), reminders.digestStep(DUE, DUE.plusDays(9)));
    assertEquals(Optional.of(10), reminders.digestStep(DUE, DUE.plusDays(10)));
    assertEquals(Optional.empty(), reminders.digestStep(DUE, DUE.plusDays(31)));
  }
}
