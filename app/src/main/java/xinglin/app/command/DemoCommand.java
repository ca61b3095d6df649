package xinglin.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.HomeTurn;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.app.assembly.Workplace;
import xinglin.app.demo.DemoHome;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.TerminalProgress;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.home.HomeLock;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.TableFormat;

/** From the example files to published numbers. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int ROWS = 100;
  @Mixin private HomeOptions home = new HomeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Texts texts = home.texts();
    Path folder =
        home.given() ? home.folder() : Path.of("xinglin-demo").toAbsolutePath().normalize();
    Path examples = Path.of(System.getProperty("xinglin.root", "."), "examples");
    PrintWriter out = spec.commandLine().getOut();
    DemoHome demo = new DemoHome(folder, examples);
    if (!demo.isFreeOrDemo()) {
      throw new UsageException(texts.say("demo.occupied", folder));
    }
    int files = demo.make();
    out.println(texts.say("demo.made", folder, files));
    out.flush();
    Workplace place = Workplace.openOrCreate(folder, Clocks.ofEnvironment());
    NightResult result;
    try (HomeLock lock = HomeTurn.take(place.home())) {
      result = new Night(place, TerminalProgress.of(System.err, texts)).run(Night.Steps.ALL);
    }
    out.println();
    out.println(texts.say("demo.verdicts"));
    NightStep.verdicts(texts, result).lines().forEach(out::println);
    out.println();
    out.println(texts.say("demo.qingpu"));
    print(
        place,
        examples.resolve(texts.english() ? "sql/qingpu-plan.en.sql" : "sql/qingpu-plan.sql"),
        out);
    out.println();
    where(texts, folder, out);
    return Exit.DONE.code();
  }

  private static void print(Workplace place, Path file, PrintWriter out) throws IOException {
    try (PublishedQuery query =
        PublishedQuery.current(place.home().published(), Optional.empty())) {
      query.print(Files.readString(file), new TableFormat(ROWS, ""), out);
    }
  }

  private static void where(Texts texts, Path folder, PrintWriter out) {
    Path here = Path.of("").toAbsolutePath();
    Path shown = folder.startsWith(here) ? here.relativize(folder) : folder;
    out.println(texts.say("demo.where", shown));
  }
}
