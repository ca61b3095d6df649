package xinglin.warehouse.lake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.jdbc.JdbcCatalog;
import xinglin.warehouse.home.Home;

/**
 * Iceberg's catalogue in the state database. Opened on first need: commands that read no table do
 * not pay for it.
 */
final class LakeCatalog implements AutoCloseable {
  static final String NAME = "xinglin";
  private static final int FORMAT = 2;
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "format-version", Integer.toString(FORMAT),
          "write.parquet.compression-codec", "zstd",
          "write.metadata.delete-after-commit.enabled", "true",
          "write.metadata.previous-versions-max", "10",
          "commit.retry.num-retries", "10");
  private final Home home;
  private final String url;
  private Optional<JdbcCatalog> opened = Optional.empty();

  LakeCatalog(Home home, String url) {
    this.home = home;
    this.url = url;
  }

  private synchronized JdbcCatalog catalog() {
    if (opened.isEmpty()) {
      JdbcCatalog catalog = new JdbcCatalog(properties -> new LocalFileIo(), null, true);
      catalog.initialize(
          NAME,
          Map.of(
              "uri",
              url,
              "warehouse",
              home.warehouse().toString(),
              "jdbc.schema-version",
              "V1",
              "clients",
              "1"));
      opened = Optional.of(catalog);
    }
    return opened.get();
  }

  /** The table, if it was ever written. */
  Optional<Table> find(String namespace, String name) {
    TableIdentifier id = TableIdentifier.of(Namespace.of(namespace), name);
    return catalog().tableExists(id) ? Optional.of(catalog().loadTable(id)) : Optional.empty();
  }

  /**
   * The table, made if it is not there, with every declared column. Iceberg numbers the columns of
   * a new table itself; ours have numbers of their own, so the first metadata file is written here
   * and registered.
   */
  Table getOrCreate(StoredTable stored) {
    Optional<Table> known = find(stored.namespace(), stored.name());
    Table table = known.isPresent() ? known.get() : create(stored);
    addColumns(table, stored);
    return table;
  }

  private Table create(StoredTable stored) {
    TableIdentifier id = TableIdentifier.of(Namespace.of(stored.namespace()), stored.name());
    Path location = home.warehouse().resolve(stored.namespace()).resolve(stored.name());
    Map<String, String> properties = new HashMap<>(PROPERTIES);
    properties.remove("format-version");
    if (stored.namespace().equals(StoredTable.RESTRICTED)) {
      properties.put("write.metadata.metrics.default", "none");
    }
    TableMetadata metadata =
        TableMetadata.buildFromEmpty(FORMAT)
            .assignUUID()
            .setLocation(location.toString())
            .setCurrentSchema(stored.schema(), stored.schema().highestFieldId())
            .setDefaultPartitionSpec(PartitionSpec.unpartitioned())
            .setDefaultSortOrder(sortOrder(stored))
            .setProperties(properties)
            .build();
    OutputFile file =
        new LocalFileIo()
            .newOutputFile(
                location
                    .resolve("metadata/00000-" + metadata.uuid() + ".metadata.json")
                    .toString());
    TableMetadataParser.overwrite(metadata, file);
    if (!catalog().namespaceExists(id.namespace())) {
      catalog().createNamespace(id.namespace(), Map.of());
    }
    return catalog().registerTable(id, file.location());
  }

  private static SortOrder sortOrder(StoredTable stored) {
    if (stored.sort().isEmpty()) {
      return SortOrder.unsorted();
    }
    SortOrder.Builder order = SortOrder.builderFor(stored.schema());
    stored.sort().forEach(column -> order.asc(stored.columns().get(column)));
    return order.build();
  }

  /** Columns are only ever added, each with its declared number. */
  private static void addColumns(Table table, StoredTable stored) {
    Schema current = table.schema();
    if (stored.schema().columns().stream()
        .allMatch(field -> current.findField(field.fieldId()) != null)) {
      return;
    }
    TableOperations operations = ((HasTableOperations) table).operations();
    TableMetadata base = operations.current();
    operations.commit(
        base,
        TableMetadata.buildFrom(base)
            .setCurrentSchema(
                stored.schema(), Math.max(base.lastColumnId(), stored.schema().highestFieldId()))
            .build());
    table.refresh();
  }

  @Override
  public synchronized void close() {
    opened.ifPresent(JdbcCatalog::close);
    opened = Optional.empty();
  }
}
