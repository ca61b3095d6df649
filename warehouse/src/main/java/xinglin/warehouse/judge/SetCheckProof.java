package xinglin.warehouse.judge;

import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.StoredRows;

/** Finds the mistakes in checks of a home that look at many submissions, before any is asked. */
public final class SetCheckProof {
  private static final int MEMORY_MEGABYTES = 128;

  private final Definitions definitions;
  private final JudgingRules rules;
  private final Problems problems;

  private SetCheckProof(Definitions definitions, JudgingRules rules, Problems problems) {
    this.definitions = definitions;
    this.rules = rules;
    this.problems = problems;
  }

  /**
   * Reports statements without declaration, declarations without statement, and statements that the
   * database does not understand on tables without rows.
   *
   * @param temporary scratch space
   */
  public static void check(
      Definitions definitions, JudgingRules rules, Path temporary, Problems problems) {
    SetCheckProof proof = new SetCheckProof(definitions, rules, problems);
    proof.pairs();
    List<SetCheck> own = rules.checks().stream().filter(SetCheck::own).toList();
    if (!own.isEmpty()) {
      proof.statements(own, temporary);
    }
  }

  private void pairs() {
    Set<String> declared = new TreeSet<>();
    for (CheckDeclaration check : definitions.checks().list()) {
      declared.add(JudgingRules.statement(check));
      if (check.needs() == CheckDeclaration.Needs.HISTORY
          && check.like().isEmpty()
          && rules.checks().stream().noneMatch(known -> known.code().equals(check.code()))) {
        problems.add(
            shown(check.file()),
            0,
            Mistake.of("its statement is missing: {0}", JudgingRules.statement(check)));
      }
    }
    for (String path : definitions.files().list("checks", ".sql")) {
      if (!declared.contains(path)) {
        problems.add(
            shown(path),
            0,
            Mistake.of("its declaration is missing: {0}", path.replace(".sql", ".yaml")));
      }
    }
  }

  private String shown(String name) {
    return definitions.files().path(name).shown();
  }

  private void statements(List<SetCheck> own, Path temporary) {
    try (DuckDb duckDb = DuckDb.open(temporary, MEMORY_MEGABYTES, 1)) {
      for (TableDefinition table : rules.tables().stored()) {
        duckDb.view(table.name(), table.stored(), List.of());
      }
      for (String name : List.of("stored_submission", "candidate_submission")) {
        duckDb.view(name, rules.tables().get("submission").stored(), List.of());
      }
      new Judging(duckDb, rules.withoutChecks()).run((id, ordinal, finding) -> {});
      for (SetCheck check : own) {
        try (StoredRows found = SetChecks.open(duckDb.connection(), check)) {
          columns(check, found.rows().getMetaData());
        } catch (DefinitionException wrong) {
          problems.addAll(wrong.problems());
        }
      }
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot try out the statements of checks: " + e.getMessage(),
          DeliveryException.Retry.SAFE,
          e);
    }
  }

  private void columns(SetCheck check, ResultSetMetaData found) throws SQLException {
    Set<String> columns = new TreeSet<>();
    for (int i = 1; i <= found.getColumnCount(); i++) {
      columns.add(found.getColumnName(i));
    }
    if (columns.contains("measure_id")) {
      columns.add("label");
    }
    Set<String> needed = new TreeSet<>(definitions.checks().get(check.code()).arguments().keySet());
    needed.add("submission_id");
    if (check.code().equals(CumulativeDrop.CODE)) {
      needed.add("former_id");
    }
    needed.removeAll(columns);
    needed.forEach(
        name ->
            problems.add(
                check.path(), 0, Mistake.of("the statement returns no column \"{0}\"", name)));
  }
}
