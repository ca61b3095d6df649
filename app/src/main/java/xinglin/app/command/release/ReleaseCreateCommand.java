package xinglin.app.command.release;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.jobs.release.Release;
import xinglin.jobs.release.ReleaseRequest;
import xinglin.jobs.release.Releases;

/** Freezes what is published now under a name. */
@Command(name = "create", mixinStandardHelpOptions = true)
final class ReleaseCreateCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", descriptionKey = "release.name")
  private String name = "";

  @Option(
      names = "--embargo",
      paramLabel = "'YYYY-MM-DD HH:MM'",
      descriptionKey = "release.embargo")
  private Optional<String> embargo = Optional.empty();

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "release.reason")
  private String reason = "";

  @Option(names = "--by", paramLabel = "OFFICE", descriptionKey = "release.by")
  private String by = "";

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Optional<Instant> until = embargo.map(text -> time(texts, text));
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    Instant now = place.clock().instant();
    if (until.isPresent() && !until.get().isAfter(now)) {
      throw new UsageException(texts.say("release.embargo.past", embargo.orElse("")));
    }
    Releases releases = new Releases(place.home(), place.ledger());
    Release made = releases.create(new ReleaseRequest(name, until, reason, by, now));
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(JsonOption.write(ReleasePage.row(releases, made, now)));
    } else {
      out.println(texts.say("release.done", made.name(), made.run(), releases.path(made)));
      out.println(texts.say("release.how", made.name()));
    }
    return Exit.DONE.code();
  }

  private static Instant time(Texts texts, String text) {
    try {
      String full = text.strip().replace(' ', 'T');
      LocalDateTime time =
          full.contains("T") ? LocalDateTime.parse(full) : LocalDate.parse(full).atStartOfDay();
      return time.atZone(Clocks.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException(texts.say("release.embargo.wrong", text));
    }
  }
}
