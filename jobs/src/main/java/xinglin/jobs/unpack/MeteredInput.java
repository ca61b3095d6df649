package xinglin.jobs.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.warehouse.failure.DeliveryException;

/** Counts what is read; throws {@link ContentException}, or DeliveryException if the disk fails. */
public final class MeteredInput extends FilterInputStream {
  /** Told how many bytes were read. */
  @FunctionalInterface
  public interface Meter {
    void count(int bytes) throws RefusalException;
  }

  private final Meter meter;

  public MeteredInput(InputStream content, Meter meter) {
    super(content);
    this.meter = meter;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = in.read(target, offset, length);
      if (count > 0) {
        meter.count(count);
      }
      return count;
    } catch (DeliveryException disk) {
      throw disk;
    } catch (IOException | RuntimeException | RefusalException e) {
      throw e instanceof ContentException known ? known : new ContentException(e);
    }
  }
}
