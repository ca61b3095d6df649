package xinglin.warehouse.penalty;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/** What became of the rows of committed records, one by one. */
public final class RowVerdicts {
  private static final int MEMORY_MEGABYTES = 256;
  private final Home home;
  private final Lake lake;
  private final String table;

  /**
   * @param table where records rest with their verdicts
   */
  public RowVerdicts(Home home, Lake lake, String table) {
    this.home = home;
    this.lake = lake;
    this.table = table;
  }

  /**
   * A row that was not simply accepted.
   *
   * @param sheetRow as the sender counts, from 1
   * @param verdict refused, repeated, remark
   * @param codes of all that was found in it
   * @param told what the sender was told about it; of a kind that is very frequent not everything
   */
  public record Row(int sheetRow, String verdict, List<String> codes, List<Told> told) {
    public Row {
      codes = List.copyOf(codes);
      told = List.copyOf(told);
    }
  }

  /**
   * One sentence about a row.
   *
   * @param column letters of the column, as in A1
   */
  public record Told(String column, String code, boolean isError, String zh, String en) {}

  /** Tells rows in their order. */
  public void each(String submissionId, Consumer<Row> sink) {
    try (DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, 1)) {
      duckDb.view("record", lake.tables().get(table).stored(), lake.files(table));
      duckDb.view("finding", lake.tables().get("finding").stored(), lake.files("finding"));
      Map<Integer, List<Told>> told = told(duckDb, submissionId);
      try (PreparedStatement statement = prepared(duckDb, "exchange/row_verdicts.sql");
          ResultSet row = bound(statement, submissionId)) {
        while (StreamedRows.next(row)) {
          int sheetRow = row.getInt("sheet_row");
          sink.accept(
              new Row(
                  sheetRow,
                  row.getString("row_verdict"),
                  Arrays.asList(row.getString("reasons").split(" ")),
                  told.getOrDefault(sheetRow, List.of())));
        }
      }
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot read the verdicts of " + submissionId, DeliveryException.Retry.SAFE, e);
    }
  }

  private static Map<Integer, List<Told>> told(DuckDb duckDb, String submissionId)
      throws SQLException {
    Map<Integer, List<Told>> told = new HashMap<>();
    try (PreparedStatement statement = prepared(duckDb, "exchange/row_findings.sql");
        ResultSet row = bound(statement, submissionId)) {
      while (StreamedRows.next(row)) {
        told.computeIfAbsent(row.getInt("sheet_row"), key -> new ArrayList<>())
            .add(
                new Told(
                    row.getString("sheet_column"),
                    row.getString("code"),
                    row.getString("severity").equals("error"),
                    row.getString("message"),
                    row.getString("message_en")));
      }
    }
    return told;
  }

  private static PreparedStatement prepared(DuckDb duckDb, String file) throws SQLException {
    return duckDb.connection().prepareStatement(SqlFile.read(file));
  }

  private static ResultSet bound(PreparedStatement statement, String submissionId)
      throws SQLException {
    statement.setString(1, submissionId);
    return statement.executeQuery();
  }
}
