package xinglin.schemas.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.check.CheckInput;
import xinglin.schemas.check.FileChecks;
import xinglin.schemas.fill.FilledForm;
import xinglin.schemas.fill.FormFiller;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.recognise.FormFinder;
import xinglin.schemas.recognise.FoundForm;
import xinglin.schemas.recognise.Recognition;
import xinglin.schemas.recognise.UnreadPlace;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.value.Period;

/**
 * From an opened file to typed, checked values with their cells. Recognises, reads and checks; asks
 * nothing of history. Built once for a set of definitions; thread safe.
 */
public final class FormEngine {
  private final Definitions definitions;
  private final FormFinder finder;

  /** Which document it is: column of the form that keeps documents. */
  private static final String KIND = "kind";

  private final DueDates dueDates;
  private final Optional<String> off;

  public FormEngine(Definitions definitions) {
    this(definitions, Optional.empty());
  }

  /**
   * As if one check were not there.
   *
   * @param off code of the check
   */
  public FormEngine(Definitions definitions, Optional<String> off) {
    this.definitions = definitions;
    this.off = off;
    this.finder = new FormFinder(definitions.forms());
    this.dueDates = new DueDates(definitions.divisions(), definitions.calendar());
  }

  /**
   * Reads all forms of a file, each with all its findings. A file without a known form gets the
   * reason and the nearest form.
   */
  public FileReading read(Document document, ReadingContext context) {
    Recognition recognition = finder.find(document);
    List<Issue> fileIssues = new ArrayList<>(document.issues());
    if (document.traits().contains(Document.Trait.MACROS)) {
      fileIssues.add(Issue.of("MACROS_IGNORED"));
    }
    if (recognition.forms().isEmpty()) {
      fileIssues.add(unrecognised(recognition));
      return new FileReading(Verdict.UNRECOGNISED, List.of(), findings(fileIssues));
    }
    recognition.nearest().map(FormEngine::printed).ifPresent(fileIssues::add);
    recognition.unread().stream().map(FormEngine::notRead).forEach(fileIssues::add);
    FormFiller filler = filler(context);
    List<FilledForm> filled = new ArrayList<>();
    for (FoundForm form : recognition.forms()) {
      filled.add(filler.fill(form, document.pages(), context.senderDivision()));
    }
    filled.removeIf(form -> isPrintOf(form, filled));
    List<CheckInput> inputs = filled.stream().map(form -> input(form, context)).toList();
    List<List<Issue>> across =
        FileChecks.run(inputs, filled.stream().map(FormEngine::slot).toList());
    List<FormReading> readings = new ArrayList<>();
    for (int index = 0; index < filled.size(); index++) {
      FilledForm form = filled.get(index);
      List<Issue> issues = new ArrayList<>(index == 0 ? fileIssues : List.of());
      issues.addAll(form.issues());
      issues.addAll(form.form().checks().run(inputs.get(index), this::asked));
      issues.addAll(across.get(index));
      readings.add(reading(form, index, findings(issues)));
    }
    return new FileReading(worst(readings), readings, List.of());
  }

  /** The blank print of a form that stands filled in elsewhere in the file. */
  private static boolean isPrintOf(FilledForm blank, List<FilledForm> forms) {
    return blank.isBlank()
        && forms.stream()
            .filter(form -> !form.isBlank() && form.form().formId().equals(blank.form().formId()))
            .anyMatch(
                form -> blank.reporter().isEmpty() || blank.reporter().equals(form.reporter()));
  }

  /** Forms of the same slot replace one another; documents do so by what they are about. */
  private static Optional<Object> slot(FilledForm form) {
    if (!form.form().kinds().isEmpty()) {
      return Optional.empty();
    }
    Optional<Object> days =
        switch (form.form().accumulation()) {
          case SNAPSHOT -> Optional.of("");
          case CUMULATIVE -> form.period().map(Period::start);
          case PERIOD -> form.period().map(period -> period);
        };
    return form.reporter()
        .flatMap(
            reporter -> days.map(part -> List.of(form.form().formId(), reporter.code(), part)));
  }

  private FormFiller filler(ReadingContext context) {
    return new FormFiller(
        new Vocabulary(
            definitions.measures(),
            definitions.codeLists(),
            definitions.divisions(),
            definitions.campaigns(),
            definitions.tables(),
            context.pseudonym()));
  }

  private static Issue unrecognised(Recognition recognition) {
    Issue issue = Issue.of("NO_KNOWN_FORM");
    return recognition.nearest().map(nearest -> near(issue, nearest)).orElse(issue);
  }

  private static Issue near(Issue issue, Recognition.Nearest nearest) {
    return issue
        .with("nearest", nearest.form().zh())
        .with("missing", nearest.missing().isEmpty() ? "表名" : String.join("、", nearest.missing()));
  }

  /** Figures that stand beside the forms and belong to none. */
  private static Issue notRead(UnreadPlace place) {
    Issue issue =
        Issue.of("CONTENT_NOT_READ").at(place.sheet(), place.cell()).sent(place.text().strip());
    return place.nearest().map(nearest -> near(issue, nearest)).orElse(issue);
  }

  /** Of a file that is kept although it seems to hold a form. */
  private static Issue printed(Recognition.Nearest form) {
    return Issue.of("FORM_AS_PDF").with("form", form.form().zh()).with("form_en", form.form().en());
  }

  private CheckInput input(FilledForm form, ReadingContext context) {
    Optional<Campaign> campaign = form.campaign();
    return new CheckInput(
        form.form().formId(),
        new Wording(form.form().zh(), form.form().en()),
        form.sheet(),
        form.reporter(),
        form.period(),
        form.labels(),
        form.figures(),
        form.lines(),
        Optional.empty(),
        context.receivedOn(),
        campaign.flatMap(known -> dueDates.find(known, arrived(form, context))));
  }

  private static DueDates.Arrived arrived(FilledForm form, ReadingContext context) {
    return new DueDates.Arrived(
        form.form().formId(),
        form.lines().stream()
            .flatMap(line -> Optional.ofNullable(line.values().get(KIND)).stream())
            .flatMap(kind -> kind.text().stream())
            .filter(kind -> !form.form().kinds().isEmpty())
            .findFirst(),
        form.reporter().map(Reporter::code),
        form.period(),
        context.receivedOn(),
        switch (form.form().accumulation()) {
          case SNAPSHOT -> DueDates.Naming.NONE;
          case CUMULATIVE -> form.lines().isEmpty() ? DueDates.Naming.NONE : DueDates.Naming.END;
          case PERIOD -> DueDates.Naming.PERIOD;
        });
  }

  private FormReading reading(FilledForm form, int ordinal, List<Finding> findings) {
    return new FormReading(
        form.form().formId(),
        form.form().edition(),
        form.campaign().map(Campaign::id),
        ordinal,
        form.sheet(),
        form.reporter(),
        form.period(),
        form.headings(),
        form.figures(),
        form.lines(),
        form.signature(),
        definitions.checks().verdict(findings),
        findings);
  }

  private List<Finding> findings(List<Issue> issues) {
    return issues.stream().filter(this::asked).map(definitions.checks()::finding).toList();
  }

  private boolean asked(Issue issue) {
    return off.filter(issue.code()::equals).isEmpty();
  }

  private static Verdict worst(List<FormReading> readings) {
    return readings.stream()
        .map(FormReading::verdict)
        .max(Verdict::compareTo)
        .orElse(Verdict.UNRECOGNISED);
  }
}
