package xinglin.jobs.open.guard;

import java.util.concurrent.TimeUnit;
import xinglin.jobs.open.Limits;

/** What one file has used up of its {@link Limits} so far. Not for several threads. */
public final class Budget {
  private final Limits limits;
  private final long deadline;
  private long rows;
  private long cells;
  private long characters;
  private int sheets;
  private int formulas;

  public Budget(Limits limits) {
    this.limits = limits;
    this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds());
  }

  public Limits limits() {
    return limits;
  }

  public void sheet() throws RefusalException {
    if (++sheets > limits.sheets()) {
      throw Limit.SHEETS.exceeded(limits.sheets());
    }
    time();
  }

  public void rows(long more) throws RefusalException {
    rows += more;
    if (rows > limits.rows()) {
      throw Limit.ROWS.exceeded(limits.rows());
    }
  }

  public void cells(long more) throws RefusalException {
    cells += more;
    if (cells > limits.cells()) {
      throw Limit.CELLS.exceeded(limits.cells());
    }
    if ((cells & 0xfff) < more) {
      time();
    }
  }

  public void characters(long more) throws RefusalException {
    characters += more;
    if (characters > limits.characters()) {
      throw Limit.CHARACTERS.exceeded(limits.characters());
    }
  }

  /** Whether one more formula may be computed anew. */
  public boolean formula() {
    return formulas++ < limits.formulas();
  }

  /**
   * Whether the time is over, where no refusal can be thrown; {@link #time()} will throw it next.
   */
  public boolean isSpent() {
    return System.nanoTime() > deadline;
  }

  public void time() throws RefusalException {
    if (isSpent()) {
      throw Limit.SECONDS.exceeded(limits.seconds());
    }
  }
}
