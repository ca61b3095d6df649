package xinglin.app.command.release;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.jobs.release.Release;
import xinglin.jobs.release.Releases;

/** Lists releases and whether their files are still what they were. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class ReleaseListCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    Instant now = place.clock().instant();
    Releases releases = new Releases(place.home(), place.ledger());
    List<Release> all = releases.list();
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(
          JsonOption.write(all.stream().map(one -> ReleasePage.row(releases, one, now)).toList()));
    } else if (all.isEmpty()) {
      out.println(home.texts().say("release.none"));
    } else {
      ReleasePage.lines(releases, all, now, home.texts()).forEach(out::println);
    }
    return Exit.DONE.code();
  }
}
