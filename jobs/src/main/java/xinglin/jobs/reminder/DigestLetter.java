package xinglin.jobs.reminder;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xinglin.jobs.letter.Letter;
import xinglin.jobs.letter.Letter.Line;
import xinglin.jobs.letter.Letter.Listed;
import xinglin.jobs.letter.Letter.Part;
import xinglin.jobs.mark.page.Days;
import xinglin.jobs.mark.page.Tone;
import xinglin.jobs.mark.page.Words;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.value.Period;
import xinglin.warehouse.query.ReportState;
import xinglin.warehouse.query.ReportState.State;

/** What is said to the office above: who has not delivered, was returned, or was late. */
final class DigestLetter {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int MOST_LINES = 200;
  private final Deadline deadline;
  private final Language language;
  private final Words words;

  DigestLetter(Deadline deadline) {
    this.deadline = deadline;
    this.language = deadline.language();
    this.words = deadline.words();
  }

  /**
   * @param reports late, missing or returned
   * @param isReached whether whoever reports for a division is written to
   */
  Letter write(
      List<ReportState> reports, Predicate<String> isReached, Function<ReportState, State> state) {
    List<ReportState> open =
        reports.stream().filter(report -> state.apply(report) != State.LATE).toList();
    long units = open.stream().map(ReportState::divisionCode).distinct().count();
    String due = deadline.due();
    String title = deadline.title();
    return new Letter(
        language,
        words.say("digest.subject", title, units, due),
        open.isEmpty() ? Tone.DOUBTFUL : Tone.BAD,
        words.say("digest.headline", units, open.size(), reports.size() - open.size()),
        deadline.greeting(),
        words.say("digest.lead", title, due, deadline.day()),
        new Listed(words.say("letter.todo"), todo(open, isReached)),
        List.of(part(reports, state)),
        Stream.of("state", "unit", "form", "due", "received")
            .map(name -> words.say("digest.head." + name))
            .toList(),
        new Listed("", List.of()),
        deadline.closing(List.of()));
  }

  private List<String> todo(List<ReportState> open, Predicate<String> isReached) {
    List<String> reached = names(open, isReached);
    List<String> others = names(open, isReached.negate());
    List<String> steps = new ArrayList<>();
    steps.add(words.say(open.isEmpty() ? "digest.todo.none" : "digest.todo.urge"));
    if (!reached.isEmpty()) {
      steps.add(words.say("digest.todo.reminded", reached.size()));
    }
    if (!others.isEmpty()) {
      steps.add(
          words.say(
              "digest.todo.unreached", String.join(language == Language.EN ? ", " : "、", others)));
    }
    return steps;
  }

  private static List<String> names(List<ReportState> reports, Predicate<String> wanted) {
    return reports.stream()
        .filter(report -> wanted.test(report.divisionCode()))
        .map(ReportState::divisionName)
        .distinct()
        .toList();
  }

  private Part part(List<ReportState> reports, Function<ReportState, State> state) {
    List<Line> lines =
        reports.stream()
            .sorted(
                Comparator.comparing(ReportState::divisionCode)
                    .thenComparing(ReportState::formId)
                    .thenComparing(ReportState::documentKind))
            .limit(MOST_LINES)
            .map(report -> line(report, state.apply(report)))
            .toList();
    return new Part(
        "",
        List.of(),
        Tone.DOUBTFUL,
        "",
        "",
        lines,
        reports.size() > MOST_LINES ? words.say("digest.more", reports.size() - MOST_LINES) : "");
  }

  private Line line(ReportState report, State state) {
    Period period = new Period(report.periodStart(), report.periodEnd());
    return new Line(
        state == State.LATE ? Severity.WARNING : Severity.ERROR,
        words.say("digest.state." + state.code()),
        report.divisionName(),
        words.say("digest.form", ReminderLetter.what(report, words), Days.of(period, language)),
        report.dueOn().toString(),
        report.receivedAt().map(at -> LocalDate.ofInstant(at, ZONE).toString()).orElse(""));
  }
}
