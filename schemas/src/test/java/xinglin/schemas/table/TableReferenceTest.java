package xinglin.schemas.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.schemas.check.Regenerated;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

/** Writes the reference of all published tables; fails when the page is out of date. */
class TableReferenceTest {
  private static final String HEAD =
      """
      # Published tables

      <!-- Generated from schemas/tables/*.yaml by TableReferenceTest; -Dxinglin.regenerate=true writes it anew. -->

      Tables marked ◷ hold what is current; `history.<table>` holds all revisions with `known_from` and `known_to`, on which `sql --as-of`
      works. Table `indicator` has no such twin: `--as-of` computes it from what was known. The Chinese texts are the comments in the
      published file (`select * from duckdb_columns()`). Columns with personal data rest encrypted in the home and are never published;
      they are not listed here.
      """;

  @Test
  void theReferenceSaysWhatTheTablesSay() throws IOException {
    Problems problems = new Problems();
    Tables tables = Tables.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    StringBuilder text = new StringBuilder(HEAD);
    for (TableDefinition table : tables.list()) {
      text.append("\n## ").append(table.name()).append(table.current() ? " ◷" : "").append("\n\n");
      text.append(table.zh()).append(" · ").append(table.en()).append(". Key: `");
      text.append(String.join("`, `", table.key())).append("`.\n\n");
      text.append("| column | type | meaning |\n|---|---|---|\n");
      for (Column column : table.columns()) {
        if (!column.restricted()) {
          String type = column.type().duckDb().toLowerCase(Locale.ROOT);
          text.append(
              "| %s | %s | %s · %s |\n".formatted(column.name(), type, column.zh(), column.en()));
        }
      }
    }
    Regenerated.check(Path.of("../docs/reference/tables.md"), text.toString());
  }
}
