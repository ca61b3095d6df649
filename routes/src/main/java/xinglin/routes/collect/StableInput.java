package xinglin.routes.collect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;

/**
 * The bytes of a waiting file; reaching their end throws {@link StillGrowingException} if the file
 * is not what was listed.
 */
final class StableInput extends FilterInputStream {
  private final Waiting waiting;

  StableInput(Waiting waiting) throws IOException {
    super(Files.newInputStream(waiting.file()));
    this.waiting = waiting;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value < 0) {
      check();
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count < 0) {
      check();
    }
    return count;
  }

  private void check() throws IOException {
    if (!InboxListing.unchanged(waiting)) {
      throw new StillGrowingException(waiting.file());
    }
  }
}
