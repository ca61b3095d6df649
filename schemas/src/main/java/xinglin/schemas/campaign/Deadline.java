package xinglin.schemas.campaign;

import java.time.LocalDate;
import xinglin.schemas.codelist.WorkCalendar;

/** The last day on which a report is on time. */
public sealed interface Deadline {

  /**
   * @param end last day of the expectation's period: of the campaign, phase, month or year
   */
  LocalDate dueOn(LocalDate end, WorkCalendar calendar);

  /** A date that the document prints. */
  record OnDate(LocalDate date) implements Deadline {
    @Override
    public LocalDate dueOn(LocalDate end, WorkCalendar calendar) {
      return date;
    }
  }

  /** n working days after the end of the period; 0 is the end itself. */
  record WorkingDaysAfterEnd(int days) implements Deadline {
    @Override
    public LocalDate dueOn(LocalDate end, WorkCalendar calendar) {
      return calendar.plusWorkingDays(end, days);
    }
  }

  /** n working days after a date. */
  record WorkingDaysAfter(LocalDate date, int days) implements Deadline {
    @Override
    public LocalDate dueOn(LocalDate end, WorkCalendar calendar) {
      return calendar.plusWorkingDays(date, days);
    }
  }
}
