package xinglin.schemas.exchange;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xinglin.schemas.engine.Definitions;

/**
 * Every filled row near the top of every sheet is compared with every label of every layout. Labels
 * are folded when definitions are read and headers once a row: what comparing allocates tells, and
 * does not depend on how busy the machine is.
 */
class HeaderWorkTest {
  private static final int ROUNDS = 200;
  private static final int COLUMNS = 30;

  /** Folding 30 headers takes some two hundred kilobytes, folding for each comparison megabytes. */
  private static final long MOST_BYTES_A_ROW = 500_000;

  @Test
  void comparingHeadersFoldsEachOnce() {
    PenaltyLayouts layouts = Definitions.load(Optional.empty()).exchange().layouts();
    List<String> row = IntStream.range(0, COLUMNS).mapToObj(at -> "第" + at + " 项（单位：个）").toList();
    assertTrue(layouts.find(row).isEmpty());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      layouts.find(row);
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
    assertTrue(each < MOST_BYTES_A_ROW, "bytes a row: " + each);
  }
}
