import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The least a process in Java needs to ask a published file something: DuckDB's driver and nothing of ours. Arguments: the file, the
 * statement. bench/commands.py takes its time as the measure of the machine.
 */
final class Bare {
  private Bare() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0], readOnly);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(arguments[1])) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i == 1 ? "" : "\t").append(rows.getString(i));
        }
        System.out.println(line);
      }
    }
  }
}
