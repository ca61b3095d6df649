package xinglin.schemas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.schemas.engine.DueDates.Naming;
import xinglin.schemas.value.Period;

/** Until when something was due, by the rules of completeness. */
final class DueDatesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final DueDates DUE = new DueDates(DEFINITIONS.divisions(), DEFINITIONS.calendar());

  private static String due(
      String campaign,
      String form,
      String kind,
      String reporter,
      String period,
      String receivedOn,
      Naming naming) {
    String[] days = period.split("\\.\\.");
    DueDates.Arrived arrived =
        new DueDates.Arrived(
            form,
            Optional.of(kind).filter(text -> !text.isEmpty()),
            Optional.of(reporter),
            Optional.of(new Period(LocalDate.parse(days[0]), LocalDate.parse(days[1]))),
            Optional.of(receivedOn).filter(text -> !text.isEmpty()).map(LocalDate::parse),
            naming);
    return DUE.find(DEFINITIONS.campaigns().get(campaign), arrived)
        .map(LocalDate::toString)
        .orElse("none");
  }

  private static String document(String kind) {
    return due(
        "jiangsu-2024",
        "document",
        kind,
        "320302",
        "2024-04-01..2024-07-31",
        "2024-08-08",
        Naming.PERIOD);
  }

  /** A summary is not late because the plan was due in April. */
  @Test
  void aDocumentIsDueWhenItsKindIs() {
    assertEquals("2024-04-29", document("plan"));
    assertEquals("2024-08-09", document("summary"));
    assertEquals("none", document("typical_case"));
    assertEquals("none", document(""));
  }

  private static String patrols(String period, String receivedOn, Naming naming) {
    return due(
        "xianju-2020", "xianju-patrol-register", "", "331024101", period, receivedOn, naming);
  }

  @Test
  void aCumulativeRegisterIsDueByItsEnd() {
    assertEquals("2020-10-14", patrols("2020-06-01..2020-09-30", "2020-10-20", Naming.END));
    assertEquals("2020-12-07", patrols("2020-06-01..2020-11-30", "2020-12-20", Naming.END));
    assertEquals("2021-07-07", patrols("2020-06-01..2021-06-30", "2021-06-28", Naming.END));
  }

  /** Without a line it says nothing of its days. */
  @Test
  void withoutALineItIsForThePhaseThatHadEnded() {
    String whole = "2020-06-01..2021-06-30";
    assertEquals("2020-10-14", patrols(whole, "2020-10-13", Naming.NONE));
    assertEquals("2020-12-07", patrols(whole, "2020-12-05", Naming.NONE));
    assertEquals("none", patrols(whole, "", Naming.NONE));
  }

  @Test
  void aRegisterSentWholeIsForTheMonthThatHadEnded() {
    assertEquals(
        "2021-03-05",
        due(
            "qingpu-2021-2023",
            "lead-register",
            "",
            "310118107",
            "2021-01-01..2023-12-31",
            "2021-03-20",
            Naming.NONE));
  }
}
