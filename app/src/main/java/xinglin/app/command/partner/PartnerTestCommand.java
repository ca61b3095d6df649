package xinglin.app.command.partner;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.jobs.load.Partner;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.sftp.SftpProbe;
import xinglin.routes.sftp.SftpProbe.Tried;

/** Tries the channels of a partner out; takes and sends nothing. */
@Command(name = "test", mixinStandardHelpOptions = true, resourceBundle = "xinglin.app.texts")
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
    Partner partner = known(place, id, texts);
    Optional<SftpChannel> sftp = place.directory().findSftp(partner.id());
    List<Tried> tried =
        sftp.map(channel -> SftpProbe.of(channel, place.knownHosts(), System.getenv()))
            .orElse(List.of());
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      List<Object> rows = new ArrayList<>();
      tried.forEach(one -> rows.add(row(one, texts)));
      out.println(JsonOption.write(rows));
    } else if (tried.isEmpty()) {
      out.println(texts.say("probe.none", partner.name()));
    } else {
      tried.forEach(one -> out.println(line(one, texts)));
    }
    boolean works = tried.stream().allMatch(one -> one.problem().isEmpty());
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

  private Map<String, Object> row(Tried one, Texts texts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("channel", "sftp");
    row.put("step", one.step().name().toLowerCase(Locale.ROOT));
    row.put("ok", one.problem().isEmpty());
    row.put("detail", one.detail());
    row.put("problem", one.problem().map(problem -> problem.problem().name()).orElse(null));
    row.put(
        "message", one.problem().map(problem -> ChannelWords.of(id, problem, texts)).orElse(null));
    return row;
  }
}
