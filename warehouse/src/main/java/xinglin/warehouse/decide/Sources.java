package xinglin.warehouse.decide;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.lake.Lake;
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

  private Sources(
      Lake lake, Map<String, List<Path>> pending, Map<String, List<Path>> candidates) {
    this.lake = lake;
    this.pending = pending;
    this.candidates = candidates;
  }

  static Sources of(Lake lake, String runId) {
    return new Sources(lake, lake.pending(runId), lake.candidates(runId));
  }

  void views(DuckDb duckDb) throws SQLException {
    for (TableDefinition table : lake.tables().stored()) {
      String name = table.name();
      List<Path> own = pending.getOrDefault(name, List.of());
      List<Path> stored = new ArrayList<>(lake.files(name));
      stored.removeAll(Set.copyOf(own));
      Set<Path> both = new LinkedHashSet<>(stored);
      both.addAll(own);
      duckDb.view("judged_" + name, table.stored(), own);
      duckDb.view("stored_" + name, table.stored(), stored);
      duckDb.view(name, table.stored(), List.copyOf(both));
      if (CANDIDATES.contains(name)) {
        duckDb.view("candidate_" + name, table.stored(), candidates.getOrDefault(name, List.of()));
      }
    }
  }
}
