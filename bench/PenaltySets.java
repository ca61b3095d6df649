import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Locale;

/** Runs SQL by hand over a file of records: PenaltySets FILE OUT STATEMENTS... */
public final class PenaltySets {
  public static void main(String[] arguments) throws Exception {
    Path out = Path.of(arguments[1]);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set memory_limit = '512MB'");
      statement.execute("set threads = 2");
      statement.execute("set temp_directory = '" + out.resolve("spill") + "'");
      long start = System.nanoTime();
      for (int at = 2; at < arguments.length; at++) {
        String sql = Files.readString(Path.of(arguments[at]));
        statement.execute(sql.replace("{file}", arguments[0]).replace("{out}", out.toString()));
      }
      System.out.printf(Locale.ROOT, "  in the database: %.1f s%n", (System.nanoTime() - start) / 1e9);
    }
  }
}
