import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.match.Decisions.Pair;
import xinglin.schemas.match.Score;

/** Wall time, processor time and peak heap of what happens between two calls. */
final class Timed {
  private final long wall = System.nanoTime();
  private final long processor = processor();

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean)
            ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  String took() {
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return String.format(
        Locale.ROOT,
        "%.1f s wall, %.1f s processor, peak heap %d MB",
        (System.nanoTime() - wall) / 1e9, (processor() - processor) / 1e9, heap >> 20);
  }

  static void byFault(Score score, Set<Pair> one, Optional<Set<Pair>> other) {
    Map<String, Score.Result> more = other.map(score::byFault).orElse(Map.of());
    score
        .byFault(one)
        .forEach(
            (fault, result) ->
                System.out.printf(
                    "    recall where %-18s %5d pairs  %.3f%s%n",
                    fault,
                    result.truth(),
                    result.recall(),
                    more.containsKey(fault)
                        ? String.format("  with review %.3f", more.get(fault).recall())
                        : ""));
  }
}
