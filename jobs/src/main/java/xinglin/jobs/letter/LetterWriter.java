package xinglin.jobs.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.jobs.letter.Letter.Fact;
import xinglin.jobs.letter.Letter.Listed;
import xinglin.jobs.letter.Letter.Part;
import xinglin.jobs.mark.page.Days;
import xinglin.jobs.mark.page.Tone;
import xinglin.jobs.mark.page.Words;
import xinglin.schemas.reading.Verdict;

/** Puts a receipt into words that a clerk can act on without a telephone call. */
public final class LetterWriter {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int MOST_LINES = 25;
  private final Told told;
  private final Occasion occasion;
  private final Words words;
  private final List<Told.Form> forms;
  private final Outlook outlook;

  private LetterWriter(Told told, Occasion occasion) {
    this.told = told;
    this.occasion = occasion;
    this.words = Words.in(occasion.language());
    this.forms = told.files().stream().flatMap(file -> file.forms().stream()).toList();
    this.outlook = Outlook.of(told, forms);
  }

  /** The letter that answers a delivery. */
  public static Letter write(Told told, Occasion occasion) {
    return new LetterWriter(told, occasion).letter();
  }

  private Letter letter() {
    return new Letter(
        occasion.language(),
        new SubjectLine(told, occasion, forms).of(outlook),
        outlook.tone(),
        headline(),
        occasion.partner().isEmpty()
            ? words.say("letter.greeting.nobody")
            : words.say("letter.greeting", occasion.partner()),
        lead(),
        new Listed(words.say("letter.todo"), todo()),
        parts(),
        Stream.of("weight", "place", "message", "sent", "expected")
            .map(name -> words.say("letter.head." + name))
            .toList(),
        new Listed(words.say("letter.enclosed"), enclosed()),
        closing());
  }

  private String headline() {
    String text = headlineWords();
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private String headlineWords() {
    return switch (outlook) {
      case GOOD -> words.say("accepted.headline");
      case DOUBTFUL -> words.say("accepted_with_warnings.headline");
      case DUPLICATE -> words.say("duplicate.headline");
      case PARTLY -> words.say("letter.headline.partly", forms.size(), refused());
      case REFUSED ->
          forms.size() == 1 ? alone(forms.get(0)) : words.say("letter.headline.refused");
      case NO_ATTACHMENT, FAILURE -> words.say("letter.headline." + outlook.key());
    };
  }

  private String alone(Told.Form form) {
    return form.verdict() == Verdict.DUPLICATE
        ? words.say("letter.headline.repeated")
        : verdict(form);
  }

  private long refused() {
    return forms.stream().filter(Told.Form::isRefused).count();
  }

  private String lead() {
    String kind = occasion.subject().isPresent() ? "mail" : "file";
    return words.say(
        "letter.lead." + kind + (forms.size() > 1 ? "s" : ""),
        time(told.receivedAt()),
        occasion.subject().orElse(told.fileName()),
        forms.size());
  }

  private String time(Instant at) {
    return words.say(
        "letter.time",
        Days.of(LocalDate.ofInstant(at, ZONE), occasion.language()),
        CLOCK.format(at.atZone(ZONE)));
  }

  private List<String> todo() {
    String again = words.say(occasion.mail() ? "letter.again.mail" : "letter.again.folder");
    return switch (outlook) {
      case GOOD, DUPLICATE, FAILURE -> List.of(words.say("letter.todo." + outlook.key()));
      case DOUBTFUL ->
          List.of(
              words.say("letter.todo.doubtful"),
              words.say("letter.todo.doubtful.again", again, until(open())));
      case NO_ATTACHMENT -> List.of(words.say("letter.todo.no_attachment", again, until(forms)));
      case REFUSED, PARTLY -> correct(again);
    };
  }

  private List<String> correct(String again) {
    List<Told.Form> bad = forms.stream().filter(Told.Form::isRefused).toList();
    List<String> steps = new ArrayList<>();
    if (forms.isEmpty()) {
      steps.add(words.say("letter.todo.empty"));
    }
    if (bad.stream().anyMatch(form -> form.verdict() == Verdict.DUPLICATE)) {
      steps.add(words.say("letter.todo.repeated"));
    }
    if (bad.stream().anyMatch(form -> form.verdict() == Verdict.REJECTED)) {
      boolean marked = occasion.copies().stream().anyMatch(copy -> !copy.tooLarge());
      steps.add(words.say(marked ? "letter.todo.correct.marked" : "letter.todo.correct"));
    }
    if (bad.stream().anyMatch(LetterWriter::isForeign)) {
      steps.add(words.say("letter.todo.unrecognised"));
    }
    if (bad.stream().anyMatch(LetterWriter::isUnreadable)) {
      steps.add(words.say("letter.todo.unreadable"));
    }
    if (bad.stream().anyMatch(form -> form.verdict() == Verdict.UNSAFE)) {
      steps.add(words.say("letter.todo.unsafe"));
    }
    if (forms.stream().anyMatch(form -> form.warnings() > 0)) {
      steps.add(words.say("letter.todo.check"));
    }
    steps.add(words.say("letter.todo.again", again, until(bad)));
    if (outlook == Outlook.PARTLY) {
      steps.add(words.say("letter.todo.partly", forms.size() - refused(), refused()));
    }
    return steps;
  }

  /** Forms whose day has not passed. */
  private List<Told.Form> open() {
    return forms.stream()
        .filter(form -> form.dueOn().map(day -> !day.isBefore(occasion.today())).orElse(false))
        .toList();
  }

  /** The first of the days until which these forms are taken. */
  private String until(List<Told.Form> concerned) {
    Optional<LocalDate> due =
        concerned.stream().flatMap(form -> form.dueOn().stream()).min(LocalDate::compareTo);
    return due.map(
            day ->
                words.say(
                    day.isBefore(occasion.today()) ? "until.past" : "until.open",
                    Days.of(day, occasion.language())))
        .orElseGet(() -> words.say("until.none"));
  }

  private static boolean isForeign(Told.Form form) {
    return form.verdict() == Verdict.UNRECOGNISED && form.has("NO_KNOWN_FORM");
  }

  private static boolean isUnreadable(Told.Form form) {
    return form.verdict() == Verdict.UNRECOGNISED && !form.has("NO_KNOWN_FORM");
  }

  private String verdict(Told.Form form) {
    if (form.has("INTERNAL_ERROR")) {
      return words.say("letter.headline.failure");
    }
    return isUnreadable(form) && outlook != Outlook.NO_ATTACHMENT
        ? words.say("letter.headline.unreadable")
        : words.say(form.verdict().code() + ".headline");
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Problems problems = new Problems(occasion.language());
    int left = MOST_LINES;
    for (Told.File file : told.files()) {
      for (Told.Form form : file.forms()) {
        Problems.Shown shown = problems.of(form.findings(), Math.max(left, 1));
        left -= shown.lines().size();
        long more = form.errors() + form.warnings() - shown.findings();
        parts.add(
            new Part(
                forms.size() > 1 ? words.say("letter.part", parts.size() + 1, file.fileName()) : "",
                facts(file, form),
                tone(form),
                outlook == Outlook.NO_ATTACHMENT ? "" : verdict(form),
                outlook == Outlook.NO_ATTACHMENT ? "" : meaning(form),
                shown.lines(),
                more > 0
                    ? words.say(
                        occasion.isMarked(file.deliveryId()) ? "letter.more.marked" : "letter.more",
                        more)
                    : ""));
      }
    }
    return parts;
  }

  private static Tone tone(Told.Form form) {
    if (form.isRefused() && !form.has("INTERNAL_ERROR")) {
      return Tone.BAD;
    }
    return form.verdict() == Verdict.ACCEPTED ? Tone.GOOD : Tone.DOUBTFUL;
  }

  private String meaning(Told.Form form) {
    if (form.verdict() == Verdict.DUPLICATE) {
      return form.repeated()
          .map(
              former ->
                  words.say("letter.meaning.repeated", words.say(former.code() + ".headline")))
          .orElseGet(() -> words.say("duplicate.meaning"));
    }
    if (form.has("INTERNAL_ERROR")) {
      return "";
    }
    return isUnreadable(form)
        ? words.say("letter.meaning.unreadable")
        : words.say(form.verdict().code() + ".meaning");
  }

  private List<Fact> facts(Told.File file, Told.Form form) {
    List<Fact> facts = new ArrayList<>();
    if (outlook != Outlook.NO_ATTACHMENT && forms.size() == 1) {
      fact(facts, "file", file.fileName());
    }
    fact(facts, "form", form.title());
    fact(facts, "reporter", form.reporter());
    fact(facts, "period", form.period().map(p -> Days.of(p, occasion.language())).orElse(""));
    fact(
        facts,
        "due",
        form.dueOn()
            .filter(day -> form.isRefused())
            .map(
                day -> {
                  String shown = Days.of(day, occasion.language());
                  return day.isBefore(occasion.today()) ? words.say("fact.due.past", shown) : shown;
                })
            .orElse(""));
    occasion.copies().stream()
        .filter(copy -> forms.size() > 1 && form.errors() + form.warnings() > 0)
        .filter(copy -> copy.deliveryId().equals(file.deliveryId()))
        .filter(copy -> !copy.tooLarge())
        .forEach(copy -> facts.add(new Fact(words.say("letter.fact.copy"), copy.name())));
    return facts;
  }

  private void fact(List<Fact> facts, String name, String text) {
    if (!text.isEmpty()) {
      facts.add(new Fact(words.say("fact." + name), text));
    }
  }

  private List<String> enclosed() {
    List<String> lines = new ArrayList<>();
    for (Enclosed copy : occasion.copies()) {
      lines.add(
          words.say(
              copy.tooLarge() ? "letter.enclosed.large" : "letter.enclosed.marked", copy.name()));
    }
    lines.add(words.say("letter.enclosed.receipt", occasion.receiptName()));
    return lines;
  }

  private List<String> closing() {
    List<String> closing = new ArrayList<>();
    if (occasion.mail() && outlook != Outlook.GOOD && outlook != Outlook.FAILURE) {
      closing.add(words.say("letter.closing.mail"));
    }
    closing.add(words.say("letter.closing.reference", told.deliveryId()));
    closing.add(words.say("letter.closing.automatic"));
    if (!occasion.office().isEmpty()) {
      closing.add(occasion.office());
    }
    closing.add(Days.of(occasion.today(), occasion.language()));
    return closing;
  }
}
