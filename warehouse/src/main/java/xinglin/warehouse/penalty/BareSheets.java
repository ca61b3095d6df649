package xinglin.warehouse.penalty;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/** The committed sheets of penalty records of a file that came without a manifest. */
public final class BareSheets {
  private static final int MEMORY_MEGABYTES = 256;
  private final Home home;
  private final Lake lake;

  public BareSheets(Home home, Lake lake) {
    this.home = home;
    this.lake = lake;
  }

  /**
   * One sheet.
   *
   * @param records all of them, refused ones too
   * @param fineYuan sum of what was readable
   * @param first day of a decision
   * @param last day of a decision
   */
  public record Sheet(
      String submissionId,
      int records,
      int amended,
      int withdrawn,
      BigDecimal fineYuan,
      BigDecimal confiscatedYuan,
      Optional<LocalDate> first,
      Optional<LocalDate> last) {}

  /** The sheets of a delivery, in the order of the file. */
  public List<Sheet> of(String deliveryId) {
    try (DuckDb duckDb = DuckDb.open(home.temporary(), MEMORY_MEGABYTES, 1)) {
      duckDb.view(
          "penalty_source",
          lake.tables().get("penalty_source").stored(),
          lake.files("penalty_source"));
      List<Sheet> sheets = new ArrayList<>();
      try (PreparedStatement statement =
          duckDb.connection().prepareStatement(SqlFile.read("exchange/bare_sheets.sql"))) {
        statement.setString(1, deliveryId);
        try (ResultSet row = statement.executeQuery()) {
          while (StreamedRows.next(row)) {
            sheets.add(read(row));
          }
        }
      }
      return sheets;
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot read the sheets of " + deliveryId, DeliveryException.Retry.SAFE, e);
    }
  }

  private static Sheet read(ResultSet row) throws SQLException {
    return new Sheet(
        row.getString("submission_id"),
        row.getInt("records"),
        row.getInt("amended"),
        row.getInt("withdrawn"),
        row.getBigDecimal("fine_yuan"),
        row.getBigDecimal("confiscated_yuan"),
        Optional.ofNullable(row.getDate("first_day")).map(Date::toLocalDate),
        Optional.ofNullable(row.getDate("last_day")).map(Date::toLocalDate));
  }
}
