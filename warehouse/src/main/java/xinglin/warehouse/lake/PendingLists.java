package xinglin.warehouse.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.DurableFiles;

/**
 * Which files the finished partitions of a run wrote: {@code
 * warehouse/pending/<run>/<partition>.json}, each written in one step. What stands in no list was
 * never finished and does not count.
 */
final class PendingLists {
  private static final String SUFFIX = ".json";
  private static final String COMMITTING = "committing";
  private final Path root;
  private final Path base;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param root the folder of all pending runs
   * @param base paths in the lists are relative to this folder
   */
  PendingLists(Path root, Path base) {
    this.root = root;
    this.base = base;
  }

  /** Files of one partition: by full table name those of tables, by table name candidates. */
  record Written(
      Map<String, List<PendingFile>> tables, Map<String, List<PendingFile>> candidates) {}

  Path folder(String runId) {
    return root.resolve(runId);
  }

  boolean isFinished(String runId, String partition) {
    return Files.exists(folder(runId).resolve(partition + SUFFIX));
  }

  void write(String runId, String partition, Written files) throws IOException {
    ObjectNode node = json.createObjectNode();
    node.put("run", runId).put("partition", partition);
    put(node.putObject("tables"), files.tables());
    put(node.putObject("candidates"), files.candidates());
    Files.createDirectories(folder(runId));
    DurableFiles.writeAtomically(
        folder(runId).resolve(partition + SUFFIX),
        json.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
  }

  private void put(ObjectNode into, Map<String, List<PendingFile>> files) {
    files.forEach(
        (table, list) -> {
          ArrayNode array = into.putArray(table);
          list.forEach(
              file ->
                  array
                      .addObject()
                      .put("path", base.relativize(file.path()).toString())
                      .put("rows", file.rows()));
        });
  }

  /** Everything the finished partitions of a run wrote, partitions in order of their names. */
  Written read(String runId) {
    Map<String, List<PendingFile>> tables = new TreeMap<>();
    Map<String, List<PendingFile>> candidates = new TreeMap<>();
    if (!Files.isDirectory(folder(runId))) {
      return new Written(tables, candidates);
    }
    try (Stream<Path> lists = Files.list(folder(runId))) {
      for (Path list : lists.filter(path -> path.toString().endsWith(SUFFIX)).sorted().toList()) {
        JsonNode node = json.readTree(list.toFile());
        get(node.path("tables"), tables);
        get(node.path("candidates"), candidates);
      }
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot read the pending files of run " + runId, DeliveryException.Retry.SAFE, e);
    }
    return new Written(tables, candidates);
  }

  private void get(JsonNode node, Map<String, List<PendingFile>> into) {
    node.properties()
        .forEach(
            entry -> {
              List<PendingFile> files =
                  into.computeIfAbsent(entry.getKey(), table -> new ArrayList<>());
              entry
                  .getValue()
                  .forEach(
                      file ->
                          files.add(
                              new PendingFile(
                                  base.resolve(file.path("path").asText()),
                                  file.path("rows").asLong())));
            });
  }

  /** Marks that the run's rows are about to become visible: from here on it is only completed. */
  void markCommitting(String runId) throws IOException {
    DurableFiles.writeAtomically(folder(runId).resolve(COMMITTING), runId + "\n");
  }

  /** Runs whose commit has begun, whether or not it was completed. */
  List<String> committing() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> runs = Files.list(root)) {
      return runs.filter(run -> Files.exists(run.resolve(COMMITTING)))
          .map(run -> run.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DeliveryException("Cannot list " + root, DeliveryException.Retry.SAFE, e);
    }
  }

  /** Deletes the lists and candidates of a run, not the files of tables. */
  void forget(String runId) {
    if (!Files.isDirectory(folder(runId))) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder(runId))) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot delete the pending lists of run " + runId, DeliveryException.Retry.SAFE, e);
    }
  }
}
