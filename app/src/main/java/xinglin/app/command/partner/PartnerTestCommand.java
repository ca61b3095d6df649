package xinglin.app.command.partner;

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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Probes;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.ChannelWords;
import xinglin.app.terminal.Texts;
import xinglin.jobs.load.Partner;
import xinglin.routes.partner.ChannelProbe;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.Tried;

/** Tries the channels of a partner out; takes and sends nothing. */
@Command(name = "test", mixinStandardHelpOptions = true)
final class PartnerTestCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PARTNER", descriptionKey = "partner.id")
  private String id = "";

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    String name =
        id.equals(ImapChannel.OFFICE) ? texts.say("probe.office") : known(place, id, texts).name();
    List<ChannelProbe> probes =
        Probes.of(place).stream().filter(probe -> probe.partner().equals(id)).toList();
    List<Object> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean works = true;
    for (ChannelProbe probe : probes) {
      for (Tried one : probe.probe(System.getenv())) {
        rows.add(row(probe.kind(), one, texts));
        lines.add(line(one, texts));
        works &= one.problem().isEmpty();
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(rows));
    } else if (probes.isEmpty()) {
      out.println(texts.say("probe.none", name));
    } else {
      lines.forEach(out::println);
    }
    return (works ? Exit.DONE : Exit.STEP_FAILED).code();
  }

  /** A partner of the home, or wrong usage. */
  static Partner known(Workplace place, String id, Texts texts) {
    return place
        .partners()
        .findById(id)
        .orElseThrow(() -> new UsageException(texts.say("accept.no.partner", id)));
  }

  private String line(Tried one, Texts texts) {
    String what = texts.say("probe." + one.step().name().toLowerCase(Locale.ROOT));
    return one.problem()
        .map(problem -> texts.say("probe.bad", what, ChannelWords.of(id, problem, texts)))
        .orElseGet(() -> texts.say("probe.ok", what, one.detail()).stripTrailing());
  }

  private Map<String, Object> row(String channel, Tried one, Texts texts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("channel", channel);
    row.put("step", one.step().name().toLowerCase(Locale.ROOT));
    row.put("ok", one.problem().isEmpty());
    row.put("detail", one.detail());
    row.put("problem", one.problem().map(problem -> problem.problem().name()).orElse(null));
    row.put(
        "message", one.problem().map(problem -> ChannelWords.of(id, problem, texts)).orElse(null));
    return row;
  }
}
