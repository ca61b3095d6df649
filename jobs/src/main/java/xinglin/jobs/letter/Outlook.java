package xinglin.jobs.letter;

import java.util.List;
import java.util.Locale;
import xinglin.jobs.mark.page.Tone;
import xinglin.schemas.reading.Verdict;

/** What a letter is about as a whole. */
enum Outlook {
  GOOD(Tone.GOOD),
  DOUBTFUL(Tone.DOUBTFUL),
  DUPLICATE(Tone.DOUBTFUL),
  REFUSED(Tone.BAD),
  PARTLY(Tone.BAD),
  NO_ATTACHMENT(Tone.BAD),
  FAILURE(Tone.DOUBTFUL);

  private final Tone tone;

  Outlook(Tone tone) {
    this.tone = tone;
  }

  Tone tone() {
    return tone;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outlook of(Told told, List<Told.Form> forms) {
    if (told.outcome().equals("no_attachment")) {
      return NO_ATTACHMENT;
    }
    if (!forms.isEmpty() && forms.stream().allMatch(form -> form.has("INTERNAL_ERROR"))) {
      return FAILURE;
    }
    long refused = forms.stream().filter(Told.Form::isRefused).count();
    if (refused > 0 || forms.isEmpty()) {
      return refused == forms.size() ? REFUSED : PARTLY;
    }
    if (forms.stream().allMatch(form -> form.verdict() == Verdict.DUPLICATE)) {
      return DUPLICATE;
    }
    return forms.stream().anyMatch(form -> form.verdict() == Verdict.ACCEPTED_WITH_WARNINGS)
        ? DOUBTFUL
        : GOOD;
  }
}
