package xinglin.warehouse.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file of {@code warehouse/sql/}, from the class path. */
public final class SqlFile {
  private static final String ROOT = "/xinglin/warehouse/sql/";

  private SqlFile() {}

  /**
   * Text of a file.
   *
   * @param path for example {@code ledger/claim.sql}
   */
  public static String read(String path) {
    try (InputStream in = SqlFile.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find SQL file: " + ROOT + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read SQL file: " + path, e);
    }
  }
}
