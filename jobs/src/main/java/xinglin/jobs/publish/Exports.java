package xinglin.jobs.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.jobs.reconcile.ReconciliationSheet;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.home.DurableFiles;
import xinglin.warehouse.publish.Publication;
import xinglin.warehouse.query.PublishedRows;
import xinglin.warehouse.query.TableExport;

/**
 * What else lies in the folder of a run: {@code exports/} with the tables that offices ask for, and
 * {@code sources.json}, which says by which definitions and decisions they were made.
 */
final class Exports {
  static final String FOLDER = "exports";
  static final String SOURCES = "sources.json";
  private static final List<String> TABLES =
      List.of("indicator", "completeness", "indicator_revision", "reconciliation");
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Tables tables;

  Exports(Tables tables) {
    this.tables = tables;
  }

  /**
   * By what a run was made.
   *
   * @param definitions digest of all definitions
   * @param decisions digest of the journal as far as it was followed
   */
  record Sources(String definitions, int decided, String decisions) {}

  /** Writes both into a folder that nobody reads yet. */
  void write(Publication made, Sources sources) throws IOException {
    List<TableExport.Table> wanted =
        TABLES.stream().flatMap(name -> tables.find(name).stream()).map(Exports::export).toList();
    Path folder = made.folder().resolve(FOLDER);
    new TableExport(made.file()).all(wanted, folder);
    try (PublishedRows published = PublishedRows.open(made.file(), Optional.empty())) {
      ReconciliationSheet.write(published, folder);
    }
    Path said = made.folder().resolve(SOURCES);
    ObjectNode node = JSON.createObjectNode();
    node.put("definitions", sources.definitions());
    node.put("decisions", sources.decisions());
    node.put("decided", sources.decided());
    Files.writeString(said, node.toPrettyString() + "\n");
    seal(folder);
    DurableFiles.force(said);
  }

  private static void seal(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        DurableFiles.force(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
      }
    }
    DurableFiles.force(folder);
  }

  private static TableExport.Table export(TableDefinition table) {
    return new TableExport.Table(table.name(), table.key());
  }
}
