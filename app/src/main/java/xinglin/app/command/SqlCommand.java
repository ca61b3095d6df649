package xinglin.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.command.release.AskedRelease;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.JsonFormat;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.ResultFormat;
import xinglin.warehouse.query.TableFormat;

/** Read-only SQL on what is published. */
@Command(name = "sql", mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  private static final int ROWS = 1000;
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private AskedRelease asked = new AskedRelease();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1", paramLabel = "QUERY", descriptionKey = "sql.query")
  private String query = "";

  @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "sql.format")
  private Format format = Format.TABLE;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "sql.asof")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--without-waivers", descriptionKey = "sql.withoutwaivers")
  private boolean withoutWaivers;

  /** How the answer is printed. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Override
  public Integer call() throws IOException {
    Path published = home.folder().resolve("published");
    String statement =
        query.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : query;
    Optional<AsOf> day =
        asOf.isPresent() || withoutWaivers
            ? Optional.of(new AsOf(asOf, !withoutWaivers))
            : Optional.empty();
    PrintWriter out = spec.commandLine().getOut();
    Optional<String> release = asked.of(home.folder());
    try (PublishedQuery open =
        release.isPresent()
            ? PublishedQuery.release(published, release.get(), day)
            : PublishedQuery.current(published, day)) {
      open.print(statement, resultFormat(), out);
    }
    out.flush();
    return Exit.DONE.code();
  }

  private ResultFormat resultFormat() {
    return switch (json ? Format.JSON : format) {
      case TABLE -> new TableFormat(ROWS, home.texts().say("sql.more"));
      case CSV -> new CsvFormat();
      case JSON -> new JsonFormat();
    };
  }
}
