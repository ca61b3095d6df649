package xinglin.app.command.rollup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.CheckedFile;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.FileCheck;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.command.form.AskedForm;
import xinglin.app.command.release.AskedRelease;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.jobs.assess.AssessmentSheets;
import xinglin.jobs.rollup.Rollup;
import xinglin.jobs.rollup.RollupAsked;
import xinglin.jobs.sheet.FilledFile;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.value.Period;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.PublishedRows;

/** Fills in the attachment of a higher level from the accepted reports of the levels below it. */
@Command(name = "rollup", mixinStandardHelpOptions = true)
public final class RollupCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private AskedRelease source = new AskedRelease();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "FORM", descriptionKey = "form.id")
  private String formId = "";

  @Option(names = "--division", paramLabel = "CODE", descriptionKey = "rollup.division")
  private String division = "";

  @Option(names = "--assessment", paramLabel = "ID", descriptionKey = "rollup.assessment")
  private Optional<String> assessment = Optional.empty();

  @Option(names = "--period", paramLabel = "FROM..TO", descriptionKey = "rollup.period")
  private Optional<String> period = Optional.empty();

  @Option(names = "--edition", paramLabel = "EDITION", descriptionKey = "form.edition")
  private Optional<String> edition = Optional.empty();

  @Option(names = "--format", paramLabel = "xlsx|docx", descriptionKey = "rollup.format")
  private Format format = Format.XLSX;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "template.out")
  private Path out = Path.of("");

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "sql.asof")
  private Optional<LocalDate> asOf = Optional.empty();

  /** What is written. */
  enum Format {
    XLSX,
    DOCX
  }

  @Override
  public Integer call() throws IOException {
    Path config = home.folder().resolve("config");
    Definitions definitions = Definitions.load(Optional.of(config).filter(Files::isDirectory));
    if (assessment.isPresent()) {
      if (!formId.isEmpty() || period.isPresent() || edition.isPresent()) {
        throw new UsageException(home.texts().say("rollup.assessment.alone"));
      }
      return assess(assessment.get());
    }
    if (formId.isEmpty() || division.isEmpty()) {
      throw new UsageException(home.texts().say("rollup.what"));
    }
    FormDefinition form = form(definitions);
    RollupAsked asked = new RollupAsked(form, division(definitions), period(definitions, form));
    Rollup rollup;
    try (PublishedRows published = published()) {
      rollup = Rollup.of(asked, published, definitions);
    }
    Texts texts = home.texts();
    if (rollup.isEmpty()) {
      throw new UsageException(
          texts.say(
              "rollup.nothing",
              form.formId(),
              asked.division().name(),
              asked.period().start(),
              asked.period().end()));
    }
    Path file = FilledFile.write(rollup.form(), folder(), extension());
    CheckedFile checked = FileCheck.of(home.folder(), Clocks.ofEnvironment()).check(file);
    RollupReport report = new RollupReport(asked, rollup, file, checked);
    PrintWriter print = spec.commandLine().getOut();
    if (json.asked()) {
      print.println(JsonOption.write(report.json()));
    } else {
      report.lines(texts).forEach(print::println);
    }
    return (checked.hasErrors() ? Exit.ERRORS_FOUND : Exit.DONE).code();
  }

  private PublishedRows published() {
    return PublishedRows.open(
        home.folder().resolve("published"), source.of(home.folder()), asOf.map(AsOf::new));
  }

  private Path folder() {
    return out.toAbsolutePath().normalize();
  }

  private String extension() {
    return format.name().toLowerCase(Locale.ROOT);
  }

  /** The sheets of an assessment; of one town if a division is given. */
  private int assess(String id) throws IOException {
    AssessmentSheets sheets;
    try (PublishedRows published = published()) {
      sheets = AssessmentSheets.of(id, published.withAssessments());
    }
    Optional<String> only = Optional.of(division).filter(code -> !code.isEmpty());
    boolean known =
        only.isEmpty()
            || sheets.ranks().stream().anyMatch(town -> town.division().equals(division));
    if (sheets.isEmpty() || !known) {
      throw new UsageException(home.texts().say("rollup.no.assessment", id, division));
    }
    List<Path> files = sheets.write(only, folder(), extension());
    PrintWriter print = spec.commandLine().getOut();
    if (json.asked()) {
      print.println(JsonOption.write(AssessmentReport.json(sheets, files)));
    } else {
      files.forEach(print::println);
    }
    return Exit.DONE.code();
  }

  private FormDefinition form(Definitions definitions) {
    FormDefinition form = new AskedForm(home.texts()).find(definitions, formId, edition);
    Optional<String> refusal = RollupAsked.refusal(form);
    if (refusal.isPresent()) {
      throw new UsageException(
          home.texts().say(refusal.get(), form.zh(), form.formId(), form.table().orElse("")));
    }
    return form;
  }

  private Division division(Definitions definitions) {
    Division known =
        definitions
            .divisions()
            .find(division)
            .orElseThrow(
                () -> new UsageException(home.texts().say("rollup.no.division", division)));
    if (definitions.divisions().children(known.code()).isEmpty()) {
      throw new UsageException(home.texts().say("rollup.lowest", known.code(), known.name()));
    }
    return known;
  }

  private Period period(Definitions definitions, FormDefinition form) {
    String[] days = period.orElse("").split("\\.\\.", -1);
    try {
      if (days.length == 2) {
        return new Period(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
      }
    } catch (java.time.DateTimeException | IllegalArgumentException wrong) {
      throw new UsageException(home.texts().say("rollup.wrong.period", period.orElse("")));
    }
    if (period.isPresent()) {
      throw new UsageException(home.texts().say("rollup.wrong.period", period.get()));
    }
    if (form.campaigns().size() != 1) {
      throw new UsageException(home.texts().say("rollup.no.period", form.formId()));
    }
    return form.period()
        .fixed()
        .orElse(definitions.campaigns().get(form.campaigns().get(0)).formsCover());
  }
}
