package xinglin.jobs.unpack;

import java.util.concurrent.TimeUnit;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;

/** What one delivery has used up so far with everything inside it. Not for several threads. */
public final class UnpackBudget {
  private final Limits limits;
  private final long deadline;
  private long bytes;
  private int entries;

  public UnpackBudget(Limits limits) {
    this.limits = limits;
    this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds());
  }

  public Limits limits() {
    return limits;
  }

  /** One more file, or something that is no file but has to be looked at. */
  public void entry() throws RefusalException {
    if (++entries > limits.entries()) {
      throw Limit.ENTRIES.exceeded(limits.entries());
    }
    time();
  }

  /** So many more bytes came out. */
  public void bytes(long more) throws RefusalException {
    bytes += more;
    if (bytes > limits.inflatedBytes()) {
      throw Limit.BYTES.exceeded(limits.inflatedBytes());
    }
    time();
  }

  private void time() throws RefusalException {
    if (System.nanoTime() > deadline) {
      throw Limit.SECONDS.exceeded(limits.seconds());
    }
  }
}
