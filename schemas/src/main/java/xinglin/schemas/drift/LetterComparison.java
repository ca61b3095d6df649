package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.LetterBlank;
import xinglin.schemas.value.Labels;

/** Compares the sentences of a letter with the declared ones. */
final class LetterComparison {
  private static final double ALIKE = 0.6;
  private final FormDefinition form;
  private final AroundTexts texts;
  private final List<Change> changes = new ArrayList<>();
  private double found;

  LetterComparison(FormDefinition form, AroundTexts texts) {
    this.form = form;
    this.texts = texts;
    form.letter().forEach(this::compare);
  }

  private void compare(LetterBlank sentence) {
    if (texts.before().stream().anyMatch(text -> sentence.pattern().matcher(text.text()).find())) {
      found++;
      return;
    }
    String words = literal(sentence.fragment());
    Optional<AroundTexts.Text> nearest = Optional.empty();
    double most = 0;
    for (AroundTexts.Text text : texts.before()) {
      double share = shared(words, Labels.normalise(text.text()));
      if (share > most) {
        most = share;
        nearest = Optional.of(text);
      }
    }
    boolean alike = most >= ALIKE && words.length() >= 2;
    AroundTexts.Text place = nearest.orElse(new AroundTexts.Text("", "", ""));
    found += alike ? 0.7 * most : 0;
    changes.add(
        new Change(
            alike ? ChangeKind.SENTENCE : ChangeKind.GONE,
            alike ? place.sheet() : "",
            alike ? place.address() : "",
            sentence.fragment(),
            alike ? excerpt(words, place.text()) : "",
            sentence.items().stream().findFirst().map(item -> item.name()),
            sentence.items(),
            List.of(),
            0,
            alike ? Math.round(most * 100) / 100.0 : 1,
            alike
                ? new Wording(
                    Math.round(most * 100) + "% 的字按原顺序还在",
                    Math.round(most * 100) + " % of its characters are there in order")
                : new Wording("找不到这一句", "the sentence is not there")));
  }

  private static String literal(String fragment) {
    return Labels.normalise(fragment.replaceAll("\\{[a-z_]+}", "").replaceAll("[\\^$]", ""));
  }

  /** Share of the characters of a sentence that stand in the text in the same order. */
  private static double shared(String words, String text) {
    if (words.isEmpty()) {
      return 0;
    }
    int[] row = new int[text.length() + 1];
    for (int i = 0; i < words.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= text.length(); j++) {
        int above = row[j];
        row[j] =
            words.charAt(i) == text.charAt(j - 1) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
        diagonal = above;
      }
    }
    return (double) row[text.length()] / words.length();
  }

  /** The clause of the paragraph that comes nearest to the sentence. */
  private static String excerpt(String words, String paragraph) {
    String best = paragraph;
    double most = -1;
    for (String clause : paragraph.split("(?<=[，。；])")) {
      double share = shared(words, Labels.normalise(clause));
      if (share > most) {
        most = share;
        best = clause;
      }
    }
    return PrintedLabel.oneLine(best);
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Share of the sentences that are there. */
  double fit() {
    return form.letter().isEmpty() ? 0 : found / form.letter().size();
  }
}
