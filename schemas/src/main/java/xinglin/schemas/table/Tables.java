package xinglin.schemas.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/** All tables of {@code tables/*.yaml}, by name. */
public final class Tables {
  private final Map<String, TableDefinition> byName;

  private Tables(Map<String, TableDefinition> byName) {
    this.byName = byName;
  }

  /** Reads all tables; mistakes go to {@code problems}. */
  public static Tables load(DefinitionFiles files, Problems problems) {
    Map<String, TableDefinition> byName = new LinkedHashMap<>();
    for (Entry entry : files.entries("tables", problems)) {
      TableDefinition table = read(entry);
      if (byName.putIfAbsent(table.name(), table) != null) {
        entry.problem("table", Mistake.of("table \"{0}\" is declared twice", table.name()));
      }
    }
    return new Tables(byName);
  }

  /** The table of this name; throws IllegalArgumentException if there is none. */
  public TableDefinition get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("Cannot find table: " + name));
  }

  public Optional<TableDefinition> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All tables, by name. */
  public List<TableDefinition> list() {
    return List.copyOf(byName.values());
  }

  /** The tables that rest in Iceberg, by name. */
  public List<TableDefinition> stored() {
    return list().stream().filter(table -> table.isStored()).toList();
  }

  /** The tables that forms become line by line, by name. */
  public List<TableDefinition> registers() {
    return list().stream().filter(TableDefinition::isRegister).toList();
  }

  private static TableDefinition read(Entry entry) {
    List<Column> columns = new ArrayList<>();
    Map<String, Entry> seen = new LinkedHashMap<>();
    Map<Integer, Entry> ids = new HashMap<>();
    TableDefinition.Kind kind =
        entry.choice("kind", TableDefinition.Kind.class, TableDefinition.Kind.DERIVED);
    boolean register = kind == TableDefinition.Kind.REGISTER;
    if (register) {
      columns.addAll(RegisterColumns.ALL);
      columns.forEach(column -> seen.put(column.name(), entry));
      columns.forEach(column -> ids.put(column.id(), entry));
    }
    for (Entry item : entry.list("columns")) {
      Column column = readColumn(item);
      columns.add(column);
      if (seen.put(column.name(), item) != null) {
        item.problem("name", Mistake.of("column \"{0}\" stands twice", column.name()));
      }
      if (column.id() > 0 && ids.put(column.id(), item) != null) {
        item.problem("id", Mistake.of("field id {0} is used twice", column.id()));
      }
      if (column.id() > 0 && kind == TableDefinition.Kind.DERIVED) {
        item.problem("id", Mistake.of("a derived table has no field ids"));
      }
      if (column.id() == 0 && column.restricted()) {
        item.problem("restricted", Mistake.of("a restricted column needs a field id"));
      }
    }
    if (kind != TableDefinition.Kind.DERIVED && columns.stream().anyMatch(Column::isLineKey)) {
      columns.add(RegisterColumns.PLACES);
    }
    TableDefinition table =
        new TableDefinition(
            entry.text("table"),
            kind,
            entry.flag("current", register),
            entry.text("zh"),
            entry.text("en"),
            register && !entry.has("key") ? RegisterColumns.KEY : entry.texts("key"),
            register && !entry.has("sort") ? RegisterColumns.KEY : entry.texts("sort"),
            columns);
    mustExist(entry, "key", table.key(), seen.keySet());
    Set<String> stored = new HashSet<>();
    table.stored().forEach(column -> stored.add(column.name()));
    mustExist(entry, "sort", table.sort(), stored);
    entry.done();
    return table;
  }

  private static Column readColumn(Entry item) {
    Column column =
        new Column(
            item.number("id", 0),
            item.text("name"),
            item.choice("type", ColumnType.class, ColumnType.STRING),
            item.flag("restricted", false),
            item.text("zh"),
            item.text("en"));
    item.done();
    return column;
  }

  private static void mustExist(
      Entry entry, String key, List<String> names, Collection<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        entry.problem(key, Mistake.of("no column \"{0}\" to use here", name).near(name, known));
      }
    }
  }
}
