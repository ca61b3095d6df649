package xinglin.warehouse.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.table.Tables;

/** Publishes a {@link LakeFixture} and reads the file, as any other program would. */
public final class PublishedFixture {
  private PublishedFixture() {}

  public static Tables tables() {
    Problems problems = new Problems();
    Tables tables = Tables.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    return tables;
  }

  public static Publisher publisher(Optional<Path> overlay) {
    Problems problems = new Problems();
    DefinitionFiles files = DefinitionFiles.load(overlay);
    Publisher publisher =
        Publisher.of(
            files,
            Tables.load(files, problems),
            Measures.load(files, problems),
            new Publisher.Resources("512MB", 2),
            problems);
    problems.check();
    return publisher;
  }

  public static PublishRequest request(String run, String date, Map<String, List<Path>> files) {
    return new PublishRequest(
        run, LocalDate.parse(date), files, "snapshots of " + run, "definitions", List.of(), 3);
  }

  /** Rows as texts, columns joined by {@code |}. */
  public static List<String> rows(Path file, String sql) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i > 1 ? "|" : "").append(rows.getString(i));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }
}
