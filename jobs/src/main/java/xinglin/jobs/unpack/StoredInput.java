package xinglin.jobs.unpack;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import xinglin.warehouse.failure.DeliveryException;

/**
 * Stored bytes, buffered. A disk that fails is a DeliveryException, so that nobody takes it for
 * broken content.
 */
public final class StoredInput extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  /**
   * @param start how many bytes to leave out
   */
  public StoredInput(Path file, int start) throws IOException {
    super(new BufferedInputStream(opened(file, start), BUFFER));
  }

  private static InputStream opened(Path file, int start) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(start);
    return in;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static DeliveryException failure(IOException e) {
    return new DeliveryException("Cannot read stored bytes", DeliveryException.Retry.SAFE, e);
  }
}
