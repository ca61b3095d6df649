package xinglin.app.command.form;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.jobs.template.TemplateFiles;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankForms;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;

/** Writes a form to fill in, as a workbook and as a Word file. */
@Command(name = "template", mixinStandardHelpOptions = true)
final class FormTemplateCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FORM", descriptionKey = "form.id")
  private String formId = "";

  @Option(names = "--edition", paramLabel = "EDITION", descriptionKey = "form.edition")
  private Optional<String> edition = Optional.empty();

  @Option(names = "--reporter", paramLabel = "CODE", descriptionKey = "template.reporter")
  private Optional<String> reporter = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "template.out")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Definitions definitions = HomeDefinitions.of(home.folder());
    FormDefinition form = new AskedForm(home.texts()).find(definitions, formId, edition);
    Optional<Division> division = reporter.map(code -> division(definitions, form, code));
    BlankForm blank = BlankForms.of(form, definitions.vocabulary(), division);
    Path folder = out.toAbsolutePath().normalize();
    List<Path> files = TemplateFiles.write(blank, folder);
    PrintWriter print = spec.commandLine().getOut();
    if (json.asked()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("form", form.formId());
      result.put("edition", form.edition());
      result.put("title", blank.title());
      result.put("reporter_code", division.map(Division::code).orElse(null));
      result.put("reporter_name", division.map(Division::name).orElse(null));
      result.put("files", files.stream().map(Path::toString).toList());
      print.println(JsonOption.write(result));
    } else {
      files.forEach(print::println);
    }
    return Exit.DONE.code();
  }

  /** A code, or else the name of a division, within the campaigns that ask for the form. */
  private Division division(Definitions definitions, FormDefinition form, String code) {
    List<Campaign> campaigns = form.campaigns().stream().map(definitions.campaigns()::get).toList();
    Optional<Division> known = definitions.divisions().find(code);
    boolean within =
        known.isPresent()
            && (campaigns.isEmpty()
                || campaigns.stream()
                    .anyMatch(
                        campaign -> definitions.divisions().isWithin(code, campaign.scope())));
    if (within) {
      return known.orElseThrow();
    }
    List<Division> asked =
        campaigns.stream()
            .flatMap(
                campaign ->
                    form.reporterLevel().stream()
                        .flatMap(
                            level ->
                                definitions.divisions().within(campaign.scope(), level).stream()))
            .toList();
    Optional<String> nearest =
        byName(definitions, campaigns, code)
            .or(() -> Problems.nearest(code, asked.stream().map(Division::code).toList()));
    List<String> some = asked.stream().limit(12).map(one -> one.code() + " " + one.name()).toList();
    String key = known.isPresent() ? "template.foreign.reporter" : "template.no.reporter";
    throw new AskedForm(home.texts())
        .unknown(
            key,
            known.map(division -> code + " " + division.name()).orElse(code),
            nearest
                .flatMap(definitions.divisions()::find)
                .map(one -> one.code() + " " + one.name()),
            some);
  }

  private static Optional<String> byName(
      Definitions definitions, List<Campaign> campaigns, String name) {
    return campaigns.stream()
        .flatMap(
            campaign ->
                Stream.concat(
                    definitions
                        .divisions()
                        .lookup(name, campaign.scope(), Optional.empty())
                        .stream(),
                    definitions.divisions().nearMisses(name, campaign.scope()).stream()))
        .map(Division::code)
        .findFirst();
  }
}
