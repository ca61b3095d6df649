package xinglin.app.command.trace;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.command.release.AskedRelease;
import xinglin.app.failure.UsageException;
import xinglin.schemas.definition.Problems;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.query.AsOf;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.Row;

/** From an indicator to its rows, cells and files, and from a cell to the indicators it feeds. */
@Command(name = "trace", mixinStandardHelpOptions = true)
public final class TraceCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private AskedRelease asked = new AskedRelease();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1",
      paramLabel = "INDICATOR|FILE|SUBMISSION|SHA256",
      descriptionKey = "trace.what")
  private String what = "";

  @Option(names = "--division", paramLabel = "CODE", descriptionKey = "trace.division")
  private Optional<String> division = Optional.empty();

  @Option(names = "--window", paramLabel = "2021-2023", descriptionKey = "trace.asked.window")
  private Optional<String> window = Optional.empty();

  @Option(names = "--cell", paramLabel = "SHEET!A1", descriptionKey = "trace.cell")
  private Optional<String> cell = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "trace.limit")
  private int limit = 5;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "sql.asof")
  private Optional<LocalDate> asOf = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Home folder = Home.open(home.folder());
    Path published = home.folder().resolve("published");
    Optional<AsOf> day = asOf.map(AsOf::new);
    Optional<String> release = asked.of(home.folder());
    PrintWriter out = spec.commandLine().getOut();
    try (PublishedQuery query =
        release.isPresent()
            ? PublishedQuery.release(published, release.get(), day)
            : PublishedQuery.current(published, day)) {
      SentNames names = new SentNames(folder);
      List<String> indicators =
          query.rows("trace/indicators.sql", List.of()).stream()
              .map(row -> row.text("indicator_id"))
              .toList();
      if (indicators.contains(what)) {
        indicator(query, names, out);
      } else {
        cells(query, names, indicators, out);
      }
    }
    out.flush();
    return Exit.DONE.code();
  }

  private void indicator(PublishedQuery query, SentNames names, PrintWriter out) {
    String code =
        division.orElseThrow(
            () -> new UsageException(home.texts().say("trace.which.division", what)));
    List<AskedWindow> windows = windows(query);
    AskedWindow asked = windows.get(windows.size() - 1);
    IndicatorTrace trace =
        IndicatorTrace.find(query, what, asked, code, names, home.texts())
            .orElseThrow(
                () ->
                    new UsageException(
                        home.texts().say("trace.novalue", what, code, asked.from(), asked.to())));
    if (json.asked()) {
      out.println(JsonOption.write(trace.json()));
    } else {
      trace.lines(limit).forEach(out::println);
    }
  }

  private void cells(
      PublishedQuery query, SentNames names, List<String> indicators, PrintWriter out)
      throws IOException {
    List<Row> found = query.rows("trace/submissions.sql", List.of(Optional.of(identity())));
    if (found.isEmpty()) {
      throw new UsageException(
          home.texts()
              .say(
                  "trace.unknown",
                  what,
                  Problems.nearest(what, indicators)
                      .map(near -> home.texts().say("trace.near", near))
                      .orElse("")));
    }
    List<AskedWindow> windows = windows(query);
    List<CellTrace> traces =
        found.stream()
            .map(row -> new CellTrace(query, row, cell, windows, names, home.texts()))
            .toList();
    if (json.asked()) {
      out.println(JsonOption.write(traces.stream().map(CellTrace::json).toList()));
    } else {
      traces.forEach(trace -> trace.lines().forEach(out::println));
    }
  }

  /** A file is known by its bytes, whatever it is called here. */
  private String identity() throws IOException {
    try {
      Path file = Path.of(what);
      return Files.isRegularFile(file) ? Sha256.of(file) : what;
    } catch (InvalidPathException e) {
      return what;
    }
  }

  /** The one asked for, else those that are stored. */
  private List<AskedWindow> windows(PublishedQuery query) {
    if (window.isPresent()) {
      return List.of(
          AskedWindow.parse(window.get())
              .orElseThrow(
                  () -> new UsageException(home.texts().say("trace.wrong.window", window.get()))));
    }
    return query.rows("trace/windows.sql", List.of()).stream()
        .flatMap(row -> AskedWindow.of(row.text("window_start"), row.text("window_end")).stream())
        .toList();
  }
}
