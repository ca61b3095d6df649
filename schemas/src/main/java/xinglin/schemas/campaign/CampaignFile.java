package xinglin.schemas.campaign;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.value.Period;

/** Reads one file of {@code campaigns/}. */
final class CampaignFile {
  /** Stands in for a period that could not be read, so that the rest of the file is checked too. */
  private static final Period UNREADABLE = new Period(LocalDate.EPOCH, LocalDate.EPOCH);

  private CampaignFile() {}

  static Campaign read(Entry entry) {
    String scope = entry.text("scope");
    Period window = period(entry, "window").orElse(UNREADABLE);
    Period formsCover =
        entry.has("forms_cover") ? period(entry, "forms_cover").orElse(window) : window;
    List<Phase> phases = entry.list("phases").stream().map(CampaignFile::phase).toList();
    List<Expectation> expectations =
        entry.list("expectations").stream()
            .map(line -> expectation(line, scope, window, formsCover, phases))
            .toList();
    Campaign campaign =
        new Campaign(
            entry.text("id"),
            entry.text("zh"),
            entry.text("en"),
            entry.text("source"),
            scope,
            window,
            entry.has("baseline") ? period(entry, "baseline") : Optional.empty(),
            formsCover,
            phases,
            entry.texts("forms"),
            expectations,
            entry.find("reminders").map(RemindersEntry::read).orElseGet(Reminders::none));
    entry.done();
    return campaign;
  }

  private static Phase phase(Entry line) {
    Phase phase =
        new Phase(
            line.text("id"),
            line.text("zh"),
            line.text("en"),
            period(line, "period").orElse(UNREADABLE));
    line.done();
    return phase;
  }

  private static Expectation expectation(
      Entry line, String scope, Period window, Period formsCover, List<Phase> phases) {
    Reporters reporters = ReportersEntry.read(line.get("reporters"), scope);
    Expectation.Per per = line.choice("per", Expectation.Per.class, Expectation.Per.ONCE);
    Optional<Period> own = line.has("period") ? period(line, "period") : Optional.empty();
    List<Period> periods =
        switch (per) {
          case ONCE -> List.of(own.orElse(formsCover));
          case PHASE -> phases.stream().map(Phase::period).toList();
          case MONTH -> months(own.orElse(window));
          case YEAR -> years(own.orElse(window));
        };
    if (periods.isEmpty()) {
      line.problem("per", Mistake.of("the campaign has no phases"));
    }
    Expectation expectation =
        new Expectation(
            line.text("id"),
            line.text("form"),
            line.findText("what"),
            reporters,
            per,
            periods,
            deadline(line),
            line.findText("collected_by"),
            line.choice("covers", Expectation.Covers.class, Expectation.Covers.LISTED),
            line.file() + ":" + line.line());
    if (line.has("covers") && !line.has("collected_by")) {
      line.problem("covers", Mistake.of("\"{0}\" is missing", "collected_by"));
    }
    line.done();
    return expectation;
  }

  /**
   * {@code 2024-08-09}, {@code end}, {@code {working_days_after_end: 5}} or {@code {working_days:
   * 5, after: 2024-08-09}}.
   */
  private static Deadline deadline(Entry line) {
    Optional<Entry> due = line.find("due");
    if (due.isEmpty()) {
      line.problem(Mistake.of("\"{0}\" is missing", "due"));
      return new Deadline.WorkingDaysAfterEnd(0);
    }
    if (!due.get().isMapping()) {
      return due.get().value().equals("end")
          ? new Deadline.WorkingDaysAfterEnd(0)
          : new Deadline.OnDate(line.findDate("due").orElse(LocalDate.EPOCH));
    }
    Entry rule = due.get();
    boolean fromEnd = rule.has("working_days_after_end");
    if (fromEnd && (rule.has("working_days") || rule.has("after"))) {
      rule.problem(
          Mistake.of(
              "\"{0}\" and \"{1}\" cannot stand together", "working_days_after_end", "after"));
    }
    Deadline deadline =
        fromEnd
            ? new Deadline.WorkingDaysAfterEnd(rule.number("working_days_after_end", 0))
            : new Deadline.WorkingDaysAfter(date(rule, "after"), rule.number("working_days", 0));
    rule.done();
    return deadline;
  }

  private static LocalDate date(Entry entry, String key) {
    if (!entry.has(key)) {
      entry.problem(Mistake.of("\"{0}\" is missing", key));
    }
    return entry.findDate(key).orElse(LocalDate.EPOCH);
  }

  private static Optional<Period> period(Entry entry, String key) {
    String text = entry.text(key);
    int dots = text.indexOf("..");
    try {
      return Optional.of(
          new Period(
              LocalDate.parse(text.substring(0, Math.max(dots, 0))),
              LocalDate.parse(text.substring(dots + 2))));
    } catch (DateTimeParseException e) {
      entry.problem(
          key,
          Mistake.of(
              "\"{0}\" must be two days such as 2024-04-01..2024-07-31, not \"{1}\"", key, text));
    } catch (IllegalArgumentException e) {
      entry.problem(key, Mistake.of("\"{0}\" ends before it starts: {1}", key, text));
    }
    return Optional.empty();
  }

  private static List<Period> months(Period window) {
    List<Period> months = new ArrayList<>();
    for (YearMonth month = YearMonth.from(window.start());
        !month.atDay(1).isAfter(window.end());
        month = month.plusMonths(1)) {
      months.add(new Period(month.atDay(1), month.atEndOfMonth()));
    }
    return months;
  }

  private static List<Period> years(Period window) {
    List<Period> years = new ArrayList<>();
    for (int year = window.start().getYear(); year <= window.end().getYear(); year++) {
      years.add(new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }
    return years;
  }
}
