package xinglin.app.command.operation;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.doctor.Doctor;
import xinglin.app.doctor.Sign;
import xinglin.app.terminal.Texts;

/** Looks at everything that a night needs; each line is ok or says what to do. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Texts texts = home.texts();
    List<Sign> signs = new Doctor(home.folder(), Clocks.ofEnvironment(), System.getenv()).examine();
    boolean well = signs.stream().noneMatch(sign -> sign.state() == Sign.State.WRONG);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      List<Object> rows = new ArrayList<>();
      signs.forEach(sign -> rows.add(row(sign, texts)));
      out.println(JsonOption.write(rows));
    } else {
      signs.forEach(
          sign ->
              out.println(
                  texts.say(
                      "doctor.line." + sign.state().name().toLowerCase(Locale.ROOT),
                      sign.words().apply(texts))));
    }
    return (well ? Exit.DONE : Exit.ERRORS_FOUND).code();
  }

  private static Map<String, Object> row(Sign sign, Texts texts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", sign.subject());
    row.put("state", sign.state().name().toLowerCase(Locale.ROOT));
    row.put("message", sign.words().apply(texts));
    return row;
  }
}
