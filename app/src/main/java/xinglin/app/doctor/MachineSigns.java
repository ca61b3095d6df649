package xinglin.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xinglin.app.assembly.Clocks;

/** Java, memory, disk and clock. */
final class MachineSigns {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Clocks.ZONE);
  private static final int JAVA = 17;
  private static final long MEBIBYTE = 1L << 20;
  private static final long GIBIBYTE = 1L << 30;
  private static final long LEAST_MEMORY = 2 * GIBIBYTE - 128 * MEBIBYTE;
  private static final long LEAST_DISK = GIBIBYTE;
  private static final long GOOD_DISK = 5 * GIBIBYTE;

  private MachineSigns() {}

  static Sign java() {
    Runtime.Version version = Runtime.version();
    long memory = memory();
    if (version.feature() < JAVA) {
      return Sign.wrong("java", "java.old", version.toString(), JAVA);
    }
    int cores = Runtime.getRuntime().availableProcessors();
    return memory > 0 && memory < LEAST_MEMORY
        ? Sign.hint("java", "java.memory", version.toString(), memory / MEBIBYTE)
        : Sign.ok("java", "java", version.toString(), memory / MEBIBYTE, cores);
  }

  /** Of the machine or its container; 0 if it cannot be told. */
  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean known
        ? known.getTotalMemorySize()
        : 0;
  }

  static Sign disk(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String gibibytes = String.format(Locale.ROOT, "%.1f", (double) free / GIBIBYTE);
      if (free < LEAST_DISK) {
        return Sign.wrong("disk", "disk.full", folder, gibibytes);
      }
      return free < GOOD_DISK
          ? Sign.hint("disk", "disk.low", folder, gibibytes)
          : Sign.ok("disk", "disk", folder, gibibytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the disk of " + folder, e);
    }
  }

  /**
   * @param latest when the home was last at work
   */
  static Sign clock(Clock clock, Optional<Instant> latest, Map<String, String> environment) {
    Instant now = clock.instant();
    if (latest.filter(now::isBefore).isPresent()) {
      return Sign.wrong(
          "clock", "clock.back", TIME.format(now), latest.map(TIME::format).orElseThrow());
    }
    return environment.getOrDefault("XINGLIN_NOW", "").isBlank()
        ? Sign.ok("clock", "clock", TIME.format(now))
        : Sign.hint("clock", "clock.stopped", TIME.format(now));
  }

  static List<Sign> all(
      Path folder, Clock clock, Optional<Instant> latest, Map<String, String> environment) {
    return List.of(java(), disk(folder), clock(clock, latest, environment));
  }
}
