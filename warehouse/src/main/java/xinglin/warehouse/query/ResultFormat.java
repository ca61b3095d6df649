package xinglin.warehouse.query;

import java.io.IOException;
import java.sql.SQLException;

/** How an answer is printed. */
public sealed interface ResultFormat permits TableFormat, CsvFormat, JsonFormat {

  void print(ResultRows rows, Appendable out) throws IOException, SQLException;
}
