package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.drift.like.LabelLikeness;
import xinglin.schemas.drift.like.Likeness;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.value.Labels;

/** Compares title, year, reporter and signature. */
final class AroundComparison {
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*年");
  private static final Pattern ATTACHMENT =
      Pattern.compile("^\\s*附\\s*[件表]\\s*[0-9０-９一二三四五六七八九十]*\\s*[：:]?\\s*$");
  private static final Set<String> PLAIN = Set.of("单位盖章", "盖章", "单位", "附件", "附表", "填报单位盖章");
  private static final int LONGEST = 80;
  private static final double TITLE_ALIKE = 0.45;
  private final FormDefinition form;
  private final KnownPrint known;
  private final LabelLikeness likeness;
  private final Campaigns campaigns;
  private final AroundTexts texts;
  private final List<Change> changes = new ArrayList<>();

  AroundComparison(
      FormDefinition form,
      KnownPrint known,
      LabelLikeness likeness,
      Campaigns campaigns,
      AroundTexts texts) {
    this.form = form;
    this.known = known;
    this.likeness = likeness;
    this.campaigns = campaigns;
    this.texts = texts;
  }

  List<Change> compare() {
    Optional<AroundTexts.Text> title = title();
    title.ifPresent(this::year);
    reporter(title);
    if (form.letter().isEmpty()) {
      signature();
    }
    return List.copyOf(changes);
  }

  /** How well the title fits: 1 with the same words; 0 if there is none that comes near. */
  double titleFit() {
    return texts.before().stream().mapToDouble(text -> likenessTo(text).score()).max().orElse(0);
  }

  private Likeness likenessTo(AroundTexts.Text text) {
    for (String title : form.titles()) {
      if (Labels.normalise(text.text()).contains(Labels.normalise(title))) {
        return new Likeness(1, title, new Wording("字面相同", "same words"));
      }
    }
    return isTitleLike(text) ? likeness.best(bare(text.text()), form.titles()) : Likeness.NONE;
  }

  private boolean isTitleLike(AroundTexts.Text text) {
    return text.text().length() <= LONGEST
        && text.text().codePointCount(0, text.text().length()) >= 5
        && !ATTACHMENT.matcher(text.text()).matches()
        && AroundTexts.labels(text.text()).isEmpty()
        && (form.reporterLabels().stream().noneMatch(label -> endsWith(text.text(), label))
            || form.titles().stream()
                .anyMatch(title -> likeness.compare(bare(text.text()), title).score() > 0.6));
  }

  private static boolean endsWith(String text, String label) {
    return Labels.normalise(text).endsWith(Labels.normalise(label));
  }

  /** Without year and without what stands before the last wide space. */
  static String bare(String title) {
    String text = title.strip().replaceAll("^.*[\\s\\u3000]{2,}", "");
    return PrintedLabel.oneLine(text)
        .replaceAll("^(20\\d\\d)年度?", "")
        .replaceAll("^[^）)]{2,12}[）)]", "");
  }

  private Optional<AroundTexts.Text> title() {
    if (form.titles().isEmpty()) {
      return Optional.empty();
    }
    AroundTexts.Text best = null;
    Likeness most = Likeness.NONE;
    for (AroundTexts.Text text : texts.before()) {
      Likeness found = likenessTo(text);
      if (best == null || found.score() > most.score()) {
        best = text;
        most = found;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    if (most.isSame()) {
      return Optional.of(best);
    }
    Optional<AroundTexts.Text> other =
        most.score() >= TITLE_ALIKE
            ? Optional.of(best)
            : texts.before().stream().filter(this::isTitleLike).reduce((first, last) -> last);
    Likeness found = most;
    other.ifPresent(
        text ->
            changes.add(
                Change.around(
                    ChangeKind.TITLE,
                    text,
                    form.titles().get(0),
                    bare(text.text()),
                    Math.round(found.score() * 100) / 100.0,
                    found.score() >= TITLE_ALIKE ? found.reason() : Likeness.NONE.reason())));
    return other;
  }

  /** A year outside of every campaign that collects the form is another edition's. */
  private void year(AroundTexts.Text title) {
    Matcher matcher = YEAR.matcher(title.text());
    if (!matcher.find()) {
      return;
    }
    int year = Integer.parseInt(matcher.group(1));
    boolean covered =
        form.edition().equals(matcher.group(1))
            || form.campaigns().stream()
                .flatMap(id -> campaigns.find(id).stream())
                .map(Campaign::window)
                .anyMatch(
                    window -> window.start().getYear() <= year && year <= window.end().getYear());
    if (!covered) {
      changes.add(
          Change.around(
              ChangeKind.YEAR,
              title,
              form.edition(),
              matcher.group(1),
              1,
              new Wording(
                  "不在 " + String.join("、", form.campaigns()) + " 的期间内",
                  "outside of " + String.join(", ", form.campaigns()))));
    }
  }

  private void reporter(Optional<AroundTexts.Text> title) {
    if (form.reporterLabels().isEmpty() || !form.letter().isEmpty()) {
      return;
    }
    List<AroundTexts.Text> all = new ArrayList<>(texts.before());
    all.addAll(texts.after());
    boolean named =
        all.stream()
            .anyMatch(
                text ->
                    form.reporterLabels().stream()
                        .anyMatch(
                            label ->
                                Labels.normalise(text.text()).contains(Labels.normalise(label))));
    if (named) {
      return;
    }
    for (AroundTexts.Text text : texts.before()) {
      boolean isTitle = title.filter(text::equals).isPresent();
      Optional<String> label = isTitle ? Optional.empty() : reporterLabel(text.text());
      if (label.isPresent()) {
        Likeness found = likeness.best(label.get(), form.reporterLabels());
        changes.add(
            Change.around(
                ChangeKind.REPORTER,
                text,
                form.reporterLabels().get(0),
                label.get(),
                Math.round(Math.max(0.4, found.score()) * 100) / 100.0,
                found.score() > 0 ? found.reason() : new Wording("位置相同", "same place")));
        return;
      }
    }
  }

  /** A word before a colon, else the last word of a line that has room for a name before it. */
  private Optional<String> reporterLabel(String text) {
    Set<String> labels = new HashSet<>(AroundTexts.labels(text));
    labels.removeIf(this::isKnownSignature);
    if (!labels.isEmpty()) {
      return AroundTexts.labels(text).stream().filter(labels::contains).findFirst();
    }
    String head = text.split("[\\s\\u3000]+单位[（(]盖章", 2)[0].strip();
    String[] words = head.split("[\\s\\u3000_＿]+");
    String last = words[words.length - 1];
    boolean short_ = last.length() >= 1 && last.length() <= 12 && head.length() <= 40;
    return words.length >= 2 && short_ && !ATTACHMENT.matcher(text).matches() && !last.contains("：")
        ? Optional.of(last)
        : Optional.empty();
  }

  private boolean isKnownSignature(String label) {
    return PLAIN.contains(label)
        || form.signature().stream().map(Labels::normalise).anyMatch(label::equals)
        || known.signatures().contains(label)
        || label.endsWith("盖章");
  }

  private void signature() {
    Set<String> printed = new HashSet<>();
    List<AroundTexts.Text> all = new ArrayList<>(texts.before());
    all.addAll(texts.after());
    all.forEach(text -> printed.addAll(AroundTexts.labels(text.text())));
    Set<String> reporter = new HashSet<>();
    form.reporterLabels().forEach(label -> reporter.add(Labels.normalise(label)));
    List<String> missing =
        known.signatures().stream()
            .filter(label -> !printed.contains(label) && !PLAIN.contains(label))
            .filter(
                label -> form.signature().stream().map(Labels::normalise).anyMatch(label::equals))
            .sorted()
            .toList();
    List<String> missed = new ArrayList<>(missing);
    for (AroundTexts.Text text : all) {
      for (String label : AroundTexts.labels(text.text())) {
        boolean taken =
            changes.stream().anyMatch(change -> Labels.normalise(change.now()).equals(label));
        if (isKnownSignature(label) || reporter.contains(label) || taken) {
          continue;
        }
        Likeness found = likeness.best(label, missed.isEmpty() ? form.signature() : missed);
        missed.remove(found.known());
        boolean renamed = found.score() >= 0.5;
        changes.add(
            Change.around(
                ChangeKind.SIGNATURE,
                text,
                renamed ? found.known() : "",
                label,
                renamed ? Math.round(found.score() * 100) / 100.0 : 1,
                renamed ? found.reason() : new Wording("新的落款", "a new label")));
      }
    }
    boolean another =
        printed.stream()
            .anyMatch(label -> isKnownSignature(label) && !known.signatures().contains(label));
    boolean some = form.signature().stream().map(Labels::normalise).anyMatch(printed::contains);
    if (some && !another) {
      missed.forEach(this::signatureGone);
    }
  }

  private void signatureGone(String label) {
    changes.add(
        Change.around(
            ChangeKind.SIGNATURE,
            new AroundTexts.Text("", "", ""),
            label,
            "",
            0.7,
            new Wording("落款中不再有", "no longer around the table")));
  }
}
