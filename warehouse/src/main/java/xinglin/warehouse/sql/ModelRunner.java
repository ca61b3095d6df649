package xinglin.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.DefinitionProblem;

/** Makes the object of each model; a statement the database refuses names file and line. */
public final class ModelRunner {
  private static final Pattern LINE = Pattern.compile("LINE (\\d+):");
  private final Connection connection;

  public ModelRunner(Connection connection) {
    this.connection = connection;
  }

  /** {@code create view <name> as} the model. */
  public void view(String name, SqlModel model) {
    execute(model, "create view " + name + " as " + model.body());
  }

  public void table(String name, SqlModel model) {
    execute(model, "create table " + name + " as " + model.body());
  }

  public void macro(String name, SqlModel model) {
    macro("create macro ", name, model);
  }

  /** For this connection only, so also where the file is not written. */
  public void temporaryMacro(SqlModel model) {
    macro("create temp macro ", model.name(), model);
  }

  private void macro(String create, String name, SqlModel model) {
    String head = create + name + "(" + String.join(", ", model.parameters()) + ") as ";
    if (model.isScalar()) {
      execute(model, head + "(" + model.body() + "\n)");
    } else {
      execute(model, head + "table " + model.body());
    }
  }

  /**
   * Runs a statement built around a model. The model's text must start on its first line, so that
   * the database's line numbers are those of the file.
   */
  public void execute(SqlModel model, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new DefinitionException(List.of(problem(model, String.valueOf(e.getMessage()))));
    }
  }

  private static DefinitionProblem problem(SqlModel model, String message) {
    Matcher line = LINE.matcher(message);
    int number = line.find() ? Integer.parseInt(line.group(1)) : 0;
    String first =
        message
            .lines()
            .filter(text -> text.contains("Error: ") && !text.contains("unsuccessful or closed"))
            .findFirst()
            .orElse(message.lines().findFirst().orElse(""));
    return new DefinitionProblem("sql/" + model.path(), number, first.replaceFirst("^Error: ", ""));
  }
}
