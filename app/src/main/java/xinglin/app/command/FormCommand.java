package xinglin.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import xinglin.app.terminal.TextTable;
import xinglin.app.terminal.Texts;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;

/** Known forms, those of the home included. */
@Command(name = "form", mixinStandardHelpOptions = true, resourceBundle = "xinglin.app.texts")
final class FormCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("missing.form.command"));
  }

  @Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = "xinglin.app.texts")
  int list(@Mixin HomeOptions home, @Mixin JsonOption json) {
    PrintWriter out = spec.commandLine().getOut();
    Texts texts = home.texts();
    Definitions definitions =
        Definitions.load(Optional.of(home.folder().resolve("config")).filter(Files::isDirectory));
    if (json.asked()) {
      List<Object> rows = new ArrayList<>();
      definitions.forms().list().forEach(form -> rows.add(row(form)));
      out.println(JsonOption.write(rows));
      return Exit.DONE.code();
    }
    TextTable table =
        new TextTable(
            List.of(
                texts.say("table.form"),
                texts.say("table.edition"),
                texts.say("table.title"),
                texts.say("table.accumulation")));
    for (FormDefinition form : definitions.forms().list()) {
      table.row(
          form.formId(),
          form.edition(),
          texts.english() ? form.en() : form.zh(),
          texts.say("accumulation." + form.accumulation().code()));
    }
    table.lines().forEach(out::println);
    return Exit.DONE.code();
  }

  private static Map<String, Object> row(FormDefinition form) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("form", form.formId());
    row.put("edition", form.edition());
    row.put("title", form.zh());
    row.put("title_en", form.en());
    row.put("source", form.source());
    row.put("accumulation", form.accumulation().code());
    row.put("campaigns", form.campaigns());
    return row;
  }
}
