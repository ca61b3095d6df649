package xinglin.jobs.reminder;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.letter.Letter;
import xinglin.jobs.letter.Letter.Fact;
import xinglin.jobs.letter.Letter.Listed;
import xinglin.jobs.letter.Letter.Part;
import xinglin.jobs.mark.page.Days;
import xinglin.jobs.mark.page.Tone;
import xinglin.jobs.mark.page.Words;
import xinglin.jobs.parcel.AnswerWay;
import xinglin.jobs.parcel.LetterParcels.Enclosure;
import xinglin.schemas.finding.Language;
import xinglin.schemas.value.Period;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.query.ReportState;
import xinglin.warehouse.query.ReportState.State;

/** What is said to somebody who owes reports. */
final class ReminderLetter {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final Deadline deadline;
  private final AnswerWay way;
  private final Language language;
  private final Words words;
  private final String when;
  private final long days;

  ReminderLetter(Deadline deadline) {
    this.deadline = deadline;
    this.way = deadline.way();
    this.language = deadline.language();
    this.words = deadline.words();
    long left = deadline.dueOn().toEpochDay() - deadline.today().toEpochDay();
    this.when = left > 0 ? "before" : left == 0 ? "day" : "after";
    this.days = Math.abs(left);
  }

  /**
   * @param open what has not arrived, or was returned
   * @param enclosed the forms to fill in
   */
  Letter write(List<ReportState> open, Map<ReportState, Enclosure> enclosed) {
    String due = deadline.due();
    String title = deadline.title();
    return new Letter(
        language,
        words.say("remind.subject." + when, about(open, due), days),
        when.equals("after") ? Tone.BAD : Tone.DOUBTFUL,
        words.say("remind.headline." + when, days, due),
        deadline.greeting(),
        words.say("remind.lead", title, open.size(), deadline.day()),
        new Listed(words.say("letter.todo"), todo(open, enclosed)),
        parts(open, enclosed),
        List.of(),
        new Listed(
            words.say("letter.enclosed"),
            enclosed.values().stream()
                .map(LetterNames.of(way))
                .distinct()
                .map(name -> words.say("remind.enclosed", name))
                .toList()),
        closing());
  }

  private String about(List<ReportState> open, String due) {
    ReportState first = open.get(0);
    String reporter = first.divisionName();
    return open.size() == 1
        ? words.say("remind.about.one", what(first, words), reporter, due)
        : words.say("remind.about.several", deadline.title(), reporter, due, open.size());
  }

  /** Title of the form, or the kind of document. */
  static String what(ReportState report, Words words) {
    return switch (report.documentKind()) {
      case "" -> report.formTitle();
      case "plan", "summary", "typical_case", "review" ->
          words.say("remind.kind." + report.documentKind());
      default -> report.documentKind();
    };
  }

  private List<String> todo(List<ReportState> open, Map<ReportState, Enclosure> enclosed) {
    List<String> steps = new ArrayList<>();
    if (open.stream().anyMatch(report -> report.published() == State.RETURNED)) {
      steps.add(words.say("remind.todo.returned"));
    }
    if (!enclosed.isEmpty()) {
      steps.add(words.say("remind.todo.fill"));
    }
    if (open.stream().anyMatch(report -> !report.documentKind().isEmpty())) {
      steps.add(words.say("remind.todo.document"));
    }
    String again = words.say(isMail() ? "letter.again.mail" : "letter.again.folder");
    String until = words.say(when.equals("after") ? "until.past" : "until.open", deadline.due());
    steps.add(words.say("remind.todo.send", again, until));
    return steps;
  }

  private boolean isMail() {
    return way.way() == Parcel.Way.MAIL;
  }

  private List<Part> parts(List<ReportState> open, Map<ReportState, Enclosure> enclosed) {
    List<Part> parts = new ArrayList<>();
    for (ReportState report : open) {
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact(words.say("fact.reporter"), report.divisionName()));
      facts.add(
          new Fact(
              words.say("fact.period"),
              Days.of(new Period(report.periodStart(), report.periodEnd()), language)));
      String due = deadline.due();
      facts.add(
          new Fact(
              words.say("fact.due"), when.equals("after") ? words.say("fact.due.past", due) : due));
      facts.add(new Fact(words.say("remind.fact.state"), state(report)));
      Optional.ofNullable(enclosed.get(report))
          .map(LetterNames.of(way))
          .ifPresent(name -> facts.add(new Fact(words.say("remind.fact.blank"), name)));
      parts.add(
          new Part(
              words.say("remind.part", parts.size() + 1, what(report, words)),
              facts,
              Tone.DOUBTFUL,
              "",
              "",
              List.of(),
              ""));
    }
    return parts;
  }

  private String state(ReportState report) {
    boolean returned = report.published() == State.RETURNED && report.receivedAt().isPresent();
    return returned
        ? words.say(
            "remind.state.returned",
            Days.of(LocalDate.ofInstant(report.receivedAt().get(), ZONE), language))
        : words.say("remind.state.open");
  }

  private List<String> closing() {
    List<String> closing = new ArrayList<>();
    if (isMail()) {
      closing.add(words.say("letter.closing.mail"));
    }
    closing.add(words.say("remind.closing"));
    return deadline.closing(closing);
  }
}
