package xinglin.warehouse.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.indicator.Indicators;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.query.ReportState;
import xinglin.warehouse.sql.Layer;
import xinglin.warehouse.sql.ModelOrder;
import xinglin.warehouse.sql.ModelRunner;
import xinglin.warehouse.sql.SqlFiles;
import xinglin.warehouse.sql.SqlModel;
import xinglin.warehouse.statement.SqlFile;

/**
 * Makes the published file from committed tables. The file holds real tables and macros only, so it
 * can be copied away; it is made apart and switched to by one rename, so readers never wait and
 * never see a mix.
 */
public final class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** Tables that are made of the others when all models are done. */
  private static final Set<String> LAST =
      Set.of(WaiverEffect.TABLE, Revisions.CHANGE, Revisions.REVISION);

  /**
   * Bytes of Parquet below which a second thread only waits for work, and trying out how each
   * column is best compressed takes longer than to write it.
   */
  private static final long SMALL = 4_000_000;

  private final Tables tables;
  private final Indicators indicators;
  private final List<SqlModel> models;
  private final Set<String> own;
  private final Resources resources;

  /**
   * What one publication may use.
   *
   * @param memory as DuckDB reads it, for example {@code 1GB}
   * @param threads rows do not depend on it
   */
  public record Resources(String memory, int threads) {}

  private Publisher(
      Tables tables,
      Indicators indicators,
      List<SqlModel> models,
      Set<String> own,
      Resources resources) {
    this.tables = tables;
    this.indicators = indicators;
    this.models = models;
    this.own = own;
    this.resources = resources;
  }

  /**
   * Reads models and indicators; names nobody defines, circles and missing twins go to problems.
   */
  public static Publisher of(
      DefinitionFiles files,
      Tables tables,
      Measures measures,
      Resources resources,
      Problems problems) {
    Indicators indicators = Indicators.load(files, measures, problems);
    List<SqlModel> models = SqlFiles.load(files, tables, problems);
    Set<String> given = new HashSet<>();
    given.add("lake." + SourceViews.DECLARED_TARGET);
    Set<String> written = new HashSet<>();
    models.forEach(model -> written.add(model.qualifiedName()));
    for (TableDefinition table : tables.list()) {
      if (table.isStored()) {
        given.add("lake." + table.name());
      }
      if (!written.contains(table.name()) && !LAST.contains(table.name())) {
        given.add(table.name());
      }
    }
    for (SqlModel model : models) {
      if (model.layer() == Layer.INDICATORS && indicators.find(model.name()).isEmpty()) {
        problems.add(
            model.path(),
            0,
            Mistake.of("its definition is missing: indicators/{0}.yaml", model.name()));
      }
      if (model.layer() == Layer.INDICATORS) {
        indicators
            .find(model.name())
            .ifPresent(it -> StatementUse.check(it, model, measures, files, problems));
      }
      boolean isTable = model.layer() == Layer.MARTS || model.layer() == Layer.HISTORY;
      if (isTable && tables.find(model.name()).isEmpty()) {
        problems.add(
            model.path(),
            0,
            Mistake.of("its definition is missing: tables/{0}.yaml", model.name()));
      }
    }
    indicators.list().stream()
        .filter(indicator -> !written.contains(Layer.INDICATORS.qualified(indicator.id())))
        .forEach(
            indicator ->
                problems.add(
                    "indicators/" + indicator.id() + ".yaml",
                    0,
                    Mistake.of("its statement is missing: indicators/{0}.sql", indicator.id())));
    AssessmentRows.checkStatements(files, written, problems);
    return new Publisher(
        tables,
        indicators,
        ModelOrder.of(models, given, problems),
        Set.copyOf(files.list("indicators", ".sql")),
        resources);
  }

  public Indicators indicators() {
    return indicators;
  }

  /** The run that readers see, if there is one. */
  public Optional<Publication> current(Path published) {
    try {
      return Files.isDirectory(published) ? new RunFolders(published).current() : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + published, e);
    }
  }

  /**
   * Publishes unless nothing has changed since the current run; then that is returned. Can be
   * repeated after a kill at any instant.
   *
   * @param published folder {@code published} of a home
   */
  public Publication publish(Path published, PublishRequest request) {
    return findUnchanged(published, request)
        .orElseGet(() -> activate(published, build(published, request), request.keep()));
  }

  /** The current run if it was made from the same as this request asks for. */
  public Optional<Publication> findUnchanged(Path published, PublishRequest request) {
    String digest = digest(request);
    return current(published).filter(it -> it.digest().equals(digest));
  }

  /**
   * Makes the run's folder without switching to it, so that more can be written into it ({@code
   * report/}, {@code exports/}).
   */
  public Publication build(Path published, PublishRequest request) {
    RunFolders folders = new RunFolders(published);
    try {
      String run = folders.freeName(request.run());
      Path folder = folders.prepare(run);
      Map<String, Long> rows = write(folder, request);
      return folders.seal(folder, run, request.date(), digest(request), rows);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write run " + request.run(), e);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot publish run " + request.run() + ": " + e.getMessage(), e);
    }
  }

  /** Switches readers to the run and removes runs beyond the last {@code keep}. */
  public Publication activate(Path published, Publication publication, int keep) {
    RunFolders folders = new RunFolders(published);
    try {
      folders.switchTo(publication);
      folders.prune(keep);
      return publication;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot switch to run " + publication.run(), e);
    }
  }

  private Map<String, Long> write(Path folder, PublishRequest request) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      // Nobody recovers a file that was not finished: without its log, nothing waits for the disk
      // before the checkpoint.
      execute(
          connection,
          "attach "
              + PublishedTables.text(folder.resolve(Publication.FILE).toString())
              + " as xinglin (recovery_mode no_wal_writes)");
      execute(connection, "use xinglin");
      settings(connection, folder, request);
      sources(connection, request);
      PublishedTables written = new PublishedTables(connection);
      for (TableDefinition table : tables.list()) {
        boolean hasModel =
            models.stream()
                .anyMatch(it -> it.layer() == Layer.MARTS && it.name().equals(table.name()));
        if (!hasModel && !LAST.contains(table.name())) {
          written.write(table, "work.lake." + table.name());
        }
      }
      KeptEvidence kept = new KeptEvidence(connection, models);
      for (SqlModel model : models) {
        if (model.name().equals(EvidenceShape.TOGETHER)) {
          EvidenceShape.check(connection, models.stream().filter(this::isOwn).toList());
        }
        long begun = System.nanoTime();
        make(connection, written, model);
        if (model.layer() == Layer.MACROS) {
          kept.keep(model);
        }
        LOG.debug("{}: {} ms", model.path(), (System.nanoTime() - begun) / 1_000_000);
      }
      kept.drop();
      tables
          .find(WaiverEffect.TABLE)
          .ifPresent(table -> new WaiverEffect(connection).write(written, table));
      new Revisions(connection, folder, request, rules(request.definitions()))
          .write(written, tables);
      execute(connection, "checkpoint");
      // Beside the file, so that who is late or missing is known without opening it.
      execute(
          connection,
          "copy ("
              + SqlFile.read("reports/summary.sql")
              + ") to "
              + PublishedTables.text(folder.resolve(ReportState.FILE).toString())
              + " (format csv, delimiter '\t', quote '', escape '', header true)");
      return written.rows();
    }
  }

  private boolean isOwn(SqlModel model) {
    return model.layer() == Layer.INDICATORS && own.contains(model.path());
  }

  private void settings(Connection connection, Path folder, PublishRequest request)
      throws SQLException {
    execute(connection, "set memory_limit = " + PublishedTables.text(resources.memory()));
    if (isSmall(request)) {
      execute(connection, "set threads = 1");
      execute(connection, "set force_compression = 'uncompressed'");
    } else {
      execute(connection, "set threads = " + resources.threads());
    }
    execute(connection, "set temp_directory = " + PublishedTables.text(folder + "/.spill"));
    execute(connection, "set TimeZone = 'Asia/Shanghai'");
    execute(connection, "attach ':memory:' as work");
    for (String schema : List.of("lake", "staging", "core")) {
      execute(connection, "create schema work." + schema);
    }
    execute(connection, "create schema history");
    execute(connection, "create schema assessments");
    execute(connection, "create schema indicators");
    execute(
        connection,
        "set search_path ="
            + " 'xinglin.main,xinglin.history,xinglin.indicators,work.lake,work.staging,work.core'");
  }

  private static boolean isSmall(PublishRequest request) {
    return request.files().values().stream()
            .flatMap(List::stream)
            .mapToLong(file -> file.toFile().length())
            .sum()
        < SMALL;
  }

  private void sources(Connection connection, PublishRequest request) throws SQLException {
    Map<String, List<Map<String, String>>> rows = new HashMap<>();
    request
        .dimensions()
        .forEach(dimension -> rows.put(tables.get(dimension.table()).name(), dimension.rows()));
    rows.put("indicator_definition", IndicatorRows.of(indicators));
    List<Map<String, String>> statements = new ArrayList<>();
    SqlFiles.asking().forEach((path, text) -> statements.add(Map.of("path", path, "text", text)));
    rows.put("file_statement", statements);
    SourceViews sources = new SourceViews(connection);
    for (TableDefinition table : tables.list()) {
      if (table.isStored()) {
        sources.stored(table, request.files().getOrDefault(table.name(), List.of()));
      } else {
        sources.dimension(table, rows.getOrDefault(table.name(), List.of()));
      }
    }
    sources.targets(indicators);
    execute(connection, "create macro published_on() as date '" + request.date() + "'");
  }

  private void make(Connection connection, PublishedTables written, SqlModel model)
      throws SQLException {
    ModelRunner runner = new ModelRunner(connection);
    switch (model.layer()) {
      case STAGING -> runner.view("work.staging." + model.name(), model);
      case CORE -> runner.table("work.core." + model.name(), model);
      case HISTORY -> written.write(model, tables.get(model.name()), true);
      case MARTS -> written.write(model, tables.get(model.name()), false);
      case MACROS -> {
        runner.macro("main." + model.name(), model);
        if (model.zh().isPresent()) {
          comment(connection, "main." + model.name(), model.zh().get());
        }
      }
      case ASSESSMENTS -> runner.macro("assessments." + model.name(), model);
      case INDICATORS -> {
        runner.macro("indicators." + model.name(), model);
        comment(connection, "indicators." + model.name(), indicators.get(model.name()).zh());
      }
    }
  }

  private static void comment(Connection connection, String macro, String zh) throws SQLException {
    execute(connection, "comment on macro table " + macro + " is " + PublishedTables.text(zh));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Digest of the definitions and statements by which tables are made. */
  public String rules(String definitions) {
    MessageDigest sha = sha256();
    add(sha, definitions);
    models.forEach(model -> add(sha, model.path() + "\n" + model.text()));
    return HexFormat.of().formatHex(sha.digest());
  }

  /** What the publication of this number was the first to say, as texts by column. */
  public List<Map<String, String>> changes(Publication publication, long number) {
    return Revisions.of(publication.file(), number);
  }

  /** Of all that decides what the rows are. Resources and the run's name are not part of it. */
  private String digest(PublishRequest request) {
    MessageDigest sha = sha256();
    add(sha, request.inputs());
    add(sha, request.definitions());
    add(sha, request.date().toString());
    models.forEach(model -> add(sha, model.path() + "\n" + model.text()));
    SqlFiles.asking().forEach((path, text) -> add(sha, path + "\n" + text));
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }

  private static void add(MessageDigest sha, String part) {
    sha.update(part.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
  }
}
