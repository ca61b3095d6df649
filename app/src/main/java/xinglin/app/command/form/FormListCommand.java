package xinglin.app.command.form;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.terminal.TextTable;
import xinglin.app.terminal.Texts;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Expectation;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;

/** Lists all editions of all forms: who sends them for which campaign until when. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class FormListCommand implements Callable<Integer> {
  private static final int DAYS_SHOWN = 3;
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Definitions definitions = HomeDefinitions.of(home.folder());
    if (json.asked()) {
      out.println(
          JsonOption.write(
              definitions.forms().list().stream().map(form -> row(form, definitions)).toList()));
    } else {
      table(definitions).lines().forEach(out::println);
    }
    return Exit.DONE.code();
  }

  private TextTable table(Definitions definitions) {
    Texts texts = home.texts();
    TextTable table =
        new TextTable(
            List.of(
                texts.say("table.form"),
                texts.say("table.edition"),
                texts.say("table.title"),
                texts.say("table.accumulation"),
                texts.say("table.campaign"),
                texts.say("table.reporters"),
                texts.say("table.due"),
                texts.say("table.defined.in")));
    for (FormDefinition form : definitions.forms().list()) {
      List<List<String>> asked =
          FormExpectation.of(form, definitions).stream()
              .map(expected -> cells(expected, texts))
              .toList();
      boolean first = true;
      for (List<String> cells : asked.isEmpty() ? List.of(List.of("–", "", "")) : asked) {
        table.row(
            first ? form.formId() : "",
            first ? form.edition() : "",
            first ? (texts.english() ? form.en() : form.zh()) : "",
            first ? texts.say("accumulation." + form.accumulation().code()) : "",
            cells.get(0),
            cells.get(1),
            cells.get(2),
            first ? definedIn(form, definitions, texts) : "");
        first = false;
      }
    }
    return table;
  }

  private static List<String> cells(FormExpectation expected, Texts texts) {
    Campaign campaign = expected.campaign();
    String who =
        expected
            .expectation()
            .map(
                known ->
                    expected.itself()
                        ? expected.scope()
                        : texts.say(
                            "form.list.reporters",
                            expected.scope(),
                            texts.say("level." + known.level().code()),
                            expected.reporters()))
            .orElse("");
    return List.of(campaign.id(), who, due(expected, texts));
  }

  private static String due(FormExpectation expected, Texts texts) {
    List<String> days = expected.due().stream().map(Object::toString).toList();
    return days.size() <= DAYS_SHOWN
        ? String.join(" ", days)
        : texts.say("form.list.due", days.get(0), days.get(days.size() - 1), days.size());
  }

  private static String definedIn(FormDefinition form, Definitions definitions, Texts texts) {
    return definitions.files().path(form.file()).isOfHome()
        ? definitions.files().path(form.file()).shown()
        : texts.say("form.list.built.in");
  }

  private static Map<String, Object> row(FormDefinition form, Definitions definitions) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("form", form.formId());
    row.put("edition", form.edition());
    row.put("title", form.zh());
    row.put("title_en", form.en());
    row.put("source", form.source());
    row.put("accumulation", form.accumulation().code());
    row.put("campaigns", form.campaigns());
    row.put(
        "expected",
        FormExpectation.of(form, definitions).stream()
            .filter(expected -> expected.expectation().isPresent())
            .map(expected -> expectation(expected, expected.expectation().orElseThrow()))
            .toList());
    row.put("file", definitions.files().path(form.file()).shown());
    row.put("built_in", !definitions.files().path(form.file()).isOfHome());
    return row;
  }

  private static Map<String, Object> expectation(FormExpectation expected, Expectation known) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("campaign", expected.campaign().id());
    row.put("scope", known.scope());
    row.put("level", known.level().code());
    row.put("reporters", expected.reporters());
    row.put("due", expected.due().stream().map(Object::toString).collect(Collectors.toList()));
    return row;
  }
}
