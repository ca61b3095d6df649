package xinglin.warehouse.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
    return find(path)
        .orElseThrow(() -> new IllegalStateException("Cannot find SQL file: " + ROOT + path));
  }

  /** As {@link #read}; empty if there is no such file. */
  public static Optional<String> find(String path) {
    try (InputStream in = SqlFile.class.getResourceAsStream(ROOT + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read SQL file: " + path, e);
    }
  }
}
