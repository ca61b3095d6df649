package xinglin.warehouse.decide;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xinglin.schemas.table.Column;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.lake.RehearsedRows;
import xinglin.warehouse.statement.DuckDb;

/**
 * Views over a run's files and the tables: {@code candidate_<table>} and {@code judged_<table>} are
 * the run's own, {@code stored_<table>} what was committed without it, {@code <table>} both.
 */
final class Sources {
  private static final Set<String> CANDIDATES = Set.of("delivery", "submission");
  private final Lake lake;
  private final Map<String, List<Path>> pending;
  private final Map<String, List<Path>> candidates;

  private Sources(Lake lake, Map<String, List<Path>> pending, Map<String, List<Path>> candidates) {
    this.lake = lake;
    this.pending = pending;
    this.candidates = candidates;
  }

  static Sources of(Lake lake, String runId) {
    return new Sources(lake, lake.pending(runId), lake.candidates(runId));
  }

  /** What judging asks: candidates, what is stored, and the lines and figures of both. */
  void forJudging(DuckDb duckDb) throws SQLException {
    for (TableDefinition table : lake.tables().stored()) {
      String name = table.name();
      List<Path> own = pending.getOrDefault(name, List.of());
      List<Path> stored = stored(name, own);
      if (CANDIDATES.contains(name)) {
        duckDb.view("candidate_" + name, table.stored(), candidates.getOrDefault(name, List.of()));
      }
      if (CANDIDATES.contains(name) || name.equals("finding")) {
        duckDb.view("stored_" + name, table.stored(), stored);
      } else {
        duckDb.view(name, table.stored(), both(stored, own));
      }
    }
  }

  /** What comparing one file with history asks; its own rows are in the database. */
  static void forRehearsing(Lake lake, RehearsedRows own, DuckDb duckDb) throws SQLException {
    List<Column> submission = lake.tables().get("submission").stored();
    duckDb.view("stored_submission", submission, lake.files("submission"));
    duckDb.view("candidate_submission", submission, List.of(), own.candidates("submission"));
    List<TableDefinition> asked = new ArrayList<>(lake.tables().registers());
    asked.add(lake.tables().get("observation"));
    asked.add(lake.tables().get("stated_figure"));
    for (TableDefinition table : asked) {
      String name = table.name();
      duckDb.view(name, table.stored(), lake.files(name), own.rows(name));
    }
  }

  /** What reading the judgements asks: the run's own rows, and all submissions. */
  void forReading(DuckDb duckDb) throws SQLException {
    for (String name : List.of("delivery", "submission", "finding")) {
      TableDefinition table = lake.tables().get(name);
      duckDb.view("judged_" + name, table.stored(), pending.getOrDefault(name, List.of()));
    }
    TableDefinition delivery = lake.tables().get("delivery");
    duckDb.view(
        "candidate_delivery", delivery.stored(), candidates.getOrDefault("delivery", List.of()));
    List<Path> own = pending.getOrDefault("submission", List.of());
    duckDb.view(
        "submission",
        lake.tables().get("submission").stored(),
        both(stored("submission", own), own));
  }

  /** Committed files that are not the run's own: a run may be read after its commit. */
  private List<Path> stored(String table, List<Path> own) {
    List<Path> stored = new ArrayList<>(lake.files(table));
    stored.removeAll(Set.copyOf(own));
    return stored;
  }

  private static List<Path> both(List<Path> stored, List<Path> own) {
    List<Path> both = new ArrayList<>(stored);
    both.addAll(own);
    return both;
  }
}
