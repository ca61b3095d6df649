package xinglin.schemas.codelist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.DefinitionProblem;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/**
 * Working days in China, by the State Council's yearly notices: {@code
 * codelists/workdays-<year>.yaml}.
 */
public final class WorkCalendar {
  static final String FILES = "codelists/workdays-";
  private final Set<Integer> years;
  private final Map<LocalDate, Boolean> exceptions;

  private WorkCalendar(Set<Integer> years, Map<LocalDate, Boolean> exceptions) {
    this.years = years;
    this.exceptions = exceptions;
  }

  public static WorkCalendar load(DefinitionFiles files, Problems problems) {
    Set<Integer> years = new HashSet<>();
    Map<LocalDate, Boolean> exceptions = new HashMap<>();
    for (String path : files.list("codelists", ".yaml")) {
      if (path.startsWith(FILES)) {
        files.entry(path, problems).ifPresent(entry -> read(entry, years, exceptions));
      }
    }
    return new WorkCalendar(years, exceptions);
  }

  private static void read(Entry entry, Set<Integer> years, Map<LocalDate, Boolean> exceptions) {
    int year = entry.number("year", 0);
    if (!entry.file().equals(FILES + year + ".yaml")) {
      entry.problem(
          "year", Mistake.of("the file of {0} must be called {1}{2}.yaml", year, FILES, year));
    }
    years.add(year);
    if (entry.texts("sources").isEmpty()) {
      entry.problem(Mistake.of("\"{0}\" is missing", "sources"));
    }
    for (Entry holiday : entry.list("holidays")) {
      holiday.text("zh");
      LocalDate from = holiday.findDate("from").orElse(LocalDate.EPOCH);
      LocalDate to = holiday.findDate("to").orElse(from);
      if (from.getYear() != year || to.getYear() != year || to.isBefore(from)) {
        holiday.problem(
            Mistake.of("a holiday of {0} must lie in that year: {1}..{2}", year, from, to));
      } else {
        from.datesUntil(to.plusDays(1)).forEach(day -> exceptions.put(day, false));
      }
      holiday.done();
    }
    for (String text : entry.texts("working_days")) {
      try {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() != year || exceptions.put(day, true) != null) {
          entry.problem("working_days", Mistake.of("not a make-up day of {0}: {1}", year, text));
        }
      } catch (DateTimeException e) {
        entry.problem("working_days", Mistake.of("not a date: {0}", text));
      }
    }
    entry.done();
  }

  /** Throws DefinitionException, naming the file to add, for a day of a year that is not listed. */
  public boolean isWorkingDay(LocalDate day) {
    if (!years.contains(day.getYear())) {
      String file = FILES + day.getYear() + ".yaml";
      throw new DefinitionException(
          List.of(
              new DefinitionProblem(
                  file,
                  0,
                  Mistake.of(
                      "no working days of {0}: add this file with the holidays of that year",
                      day.getYear()))));
    }
    return exceptions.getOrDefault(day, day.getDayOfWeek().getValue() < 6);
  }

  /**
   * The n-th working day after the date; the date itself is not counted. Throws as {@link
   * #isWorkingDay} does.
   */
  public LocalDate plusWorkingDays(LocalDate date, int n) {
    LocalDate day = date;
    for (int left = n; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }
}
