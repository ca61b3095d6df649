package xinglin.jobs.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.jobs.mark.page.Days;
import xinglin.jobs.mark.page.Words;
import xinglin.schemas.finding.Language;
import xinglin.schemas.value.Period;

/** The subject of a letter: what to do, and about which report. */
final class SubjectLine {
  private static final int LONGEST = 120;
  private final Told told;
  private final Occasion occasion;
  private final List<Told.Form> forms;
  private final Words words;

  SubjectLine(Told told, Occasion occasion, List<Told.Form> forms) {
    this.told = told;
    this.occasion = occasion;
    this.forms = forms;
    this.words = Words.in(occasion.language());
  }

  String of(Outlook outlook) {
    String line = words.say("letter.subject." + outlook.key(), about());
    String clean = line.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }

  private String about() {
    String sent = occasion.subject().orElse(told.fileName());
    if (forms.size() > 1) {
      return words.say("letter.about.several", sent, forms.size());
    }
    if (forms.isEmpty() || forms.get(0).title().isEmpty()) {
      return sent;
    }
    Told.Form form = forms.get(0);
    String which =
        Stream.of(form.reporter(), form.period().map(this::months).orElse(""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(occasion.language() == Language.EN ? ", " : "，"));
    return which.isEmpty() ? form.title() : words.say("letter.about.form", form.title(), which);
  }

  /** Whole months without their days. */
  private String months(Period period) {
    LocalDate start = period.start();
    LocalDate end = period.end();
    boolean whole = start.getDayOfMonth() == 1 && end.plusDays(1).getDayOfMonth() == 1;
    if (!whole || occasion.language() == Language.EN) {
      return Days.of(period, occasion.language());
    }
    String from = start.getYear() + "年" + start.getMonthValue();
    if (start.getYear() != end.getYear()) {
      return from + "月至" + end.getYear() + "年" + end.getMonthValue() + "月";
    }
    return start.getMonthValue() == end.getMonthValue()
        ? from + "月"
        : from + "月至" + end.getMonthValue() + "月";
  }
}
