package xinglin.schemas.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

class TablesTest {

  @Test
  void builtInTablesHaveNoMistakes() {
    Problems problems = new Problems();
    Tables tables = Tables.load(DefinitionFiles.load(Optional.empty()), problems);
    assertEquals(List.of(), problems.list());
    assertEquals(
        List.of(
            "delivery",
            "document",
            "finding",
            "joint_request",
            "lead",
            "lead_record",
            "lookback_case",
            "observation",
            "patrol",
            "penalty_source",
            "risk_point",
            "stated_figure",
            "submission"),
        tables.stored().stream().map(TableDefinition::name).toList());
    for (TableDefinition table : tables.stored()) {
      for (Column column : table.columns()) {
        assertTrue(!column.zh().isBlank() && !column.en().isBlank(), column.name());
      }
    }
  }

  @Test
  void personalColumnsAreRestricted() {
    Tables tables = Tables.load(DefinitionFiles.load(Optional.empty()), new Problems());
    assertEquals(
        List.of("sender", "subject", "file_name"),
        tables.get("delivery").restricted().stream().map(Column::name).toList());
    assertEquals(
        List.of("unit_name", "persons", "address", "phone"),
        tables.get("patrol").restricted().stream().map(Column::name).toList());
  }

  @Test
  void mistakesAreNamedWithFileAndLine(@TempDir Path overlay) throws IOException {
    Files.createDirectories(overlay.resolve("tables"));
    Files.writeString(
        overlay.resolve("tables/extra.yaml"),
        """
        table: extra
        kind: stored
        zh: 表
        en: table
        key: [ida]
        columns:
          - {name: id, id: 1, type: string, zh: 甲, en: a}
          - {name: other, id: 1, type: strin, zh: 乙, en: b}
        """);
    Problems problems = new Problems();
    Tables.load(DefinitionFiles.load(Optional.of(overlay)), problems);
    List<String> found = problems.list().stream().map(Object::toString).toList();
    assertEquals(3, found.size(), found.toString());
    assertEquals(
        "config/tables/extra.yaml:5: no column \"ida\" to use here, did you mean \"id\"?",
        found.get(0));
    assertTrue(
        found.get(1).startsWith("config/tables/extra.yaml:8: \"strin\" is not one of"),
        found.get(1));
    assertEquals("config/tables/extra.yaml:8: field id 1 is used twice", found.get(2));
  }
}
