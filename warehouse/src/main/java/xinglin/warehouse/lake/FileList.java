package xinglin.warehouse.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import xinglin.warehouse.failure.DeliveryException;

/**
 * The data files of a table's snapshot, kept beside the table once they were asked for: short
 * commands need not start Iceberg to find out what it said before. Only a copy; may be deleted.
 */
final class FileList {
  private static final String NAME = "files.json";
  private final Path base;
  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();

  FileList(Path warehouse, String namespace, String table) {
    this.base = warehouse;
    this.folder = warehouse.resolve(namespace).resolve(table);
  }

  /** The files of a snapshot, if they were asked for before. */
  Optional<List<Path>> find(long snapshot) {
    Path kept = folder.resolve(NAME);
    if (!Files.exists(kept)) {
      return Optional.empty();
    }
    try {
      JsonNode node = json.readTree(kept.toFile());
      if (node.path("snapshot").asLong() != snapshot) {
        return Optional.empty();
      }
      List<Path> files = new ArrayList<>();
      node.path("files").forEach(file -> files.add(base.resolve(file.asText())));
      return Optional.of(files);
    } catch (IOException e) {
      // A copy torn by a power cut: asked for again, it is made again.
      return Optional.empty();
    }
  }

  /** Asks Iceberg for the files of the current snapshot and keeps the answer. */
  List<Path> ofCurrent(Table table) {
    Snapshot snapshot = table.currentSnapshot();
    if (snapshot == null) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
      tasks.forEach(task -> files.add(Path.of(task.file().location())));
      files.sort(null);
      keep(snapshot.snapshotId(), files);
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot list the files of table " + table.name(), DeliveryException.Retry.SAFE, e);
    }
    return files;
  }

  private void keep(long snapshot, List<Path> files) throws IOException {
    ObjectNode node = json.createObjectNode().put("snapshot", snapshot);
    ArrayNode array = node.putArray("files");
    files.forEach(file -> array.add(base.relativize(file).toString()));
    Path draft = Files.createTempFile(folder, "files", ".new");
    json.writeValue(draft.toFile(), node);
    Files.move(draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }
}
