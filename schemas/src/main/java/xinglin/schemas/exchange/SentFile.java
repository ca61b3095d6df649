package xinglin.schemas.exchange;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Rows of a text file in UTF-8 that the database can read by itself, however many they are.
 *
 * @param separator between fields
 * @param headerRow records up to the header, the header included
 * @param otherwise the same rows read one by one, for a file that turns out not to keep to the form
 */
public record SentFile(Path file, char separator, int headerRow, SentRows otherwise)
    implements SentRows {

  @Override
  public boolean areMany() {
    return true;
  }

  @Override
  public void each(Sink sink) throws IOException {
    otherwise.each(sink);
  }
}
