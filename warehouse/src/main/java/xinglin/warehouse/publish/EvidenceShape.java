package xinglin.warehouse.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.DefinitionProblem;
import xinglin.schemas.definition.Mistake;
import xinglin.warehouse.sql.SqlModel;

/**
 * The columns that an indicator's statement must give, and may: those of macro {@code evidence}. A
 * column misspelt would be left out silently, and rows would count that should not.
 */
final class EvidenceShape {
  /** The macro that puts the rows of all indicators together. */
  static final String TOGETHER = "indicator_evidence";

  private static final List<String> REQUIRED =
      List.of("division_code", "role", "amount", "table_name");

  private EvidenceShape() {}

  /**
   * Checks statements whose macros are there already.
   *
   * @param indicators those of the home; the others are checked by a test
   * @throws DefinitionException with every column that is missing or unknown
   */
  static void check(Connection connection, List<SqlModel> indicators) throws SQLException {
    if (indicators.isEmpty()) {
      return;
    }
    Set<String> known = columns(connection, "evidence()");
    List<DefinitionProblem> problems = new ArrayList<>();
    for (SqlModel model : indicators) {
      Set<String> given =
          columns(connection, model.qualifiedName() + "(date '2021-01-01', date '2023-12-31')");
      for (String column : REQUIRED) {
        if (!given.contains(column)) {
          problems.add(problem(model, Mistake.of("column {0} is missing", column)));
        }
      }
      for (String column : given) {
        if (!known.contains(column)) {
          problems.add(
              problem(
                  model,
                  Mistake.of("{0} is no column of {1}", column, "evidence").near(column, known)));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
  }

  private static DefinitionProblem problem(SqlModel model, Mistake mistake) {
    return new DefinitionProblem("sql/" + model.path(), 0, mistake);
  }

  private static Set<String> columns(Connection connection, String relation) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("describe from " + relation)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
