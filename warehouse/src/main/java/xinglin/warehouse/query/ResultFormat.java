package xinglin.warehouse.query;

import java.io.IOException;
import java.sql.SQLException;
import java.util.OptionalLong;

/** How an answer is printed. */
public sealed interface ResultFormat permits TableFormat, CsvFormat, JsonFormat {

  /** As many rows as are looked at, if not all. */
  default OptionalLong mostRead() {
    return OptionalLong.empty();
  }

  void print(ResultRows rows, Appendable out) throws IOException, SQLException;
}
