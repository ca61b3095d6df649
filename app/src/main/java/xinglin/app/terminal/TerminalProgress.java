package xinglin.app.terminal;

import java.io.PrintStream;
import xinglin.jobs.batch.Progress;

/** One line on a terminal that is written over and over, at most five times a second. */
public final class TerminalProgress implements Progress {
  private static final int WIDTH = 24;
  private static final long PAUSE_NANOS = 200_000_000L;
  private final PrintStream out;
  private final Texts texts;
  private long shownAt;
  private int shownWidth;

  private TerminalProgress(PrintStream out, Texts texts) {
    this.out = out;
    this.texts = texts;
    this.shownAt = System.nanoTime() - PAUSE_NANOS;
  }

  /** A bar if standard error is a terminal (the launcher knows), nothing in a log. */
  public static Progress of(PrintStream out, Texts texts) {
    return Boolean.getBoolean("xinglin.terminal")
        ? new TerminalProgress(out, texts)
        : Progress.SILENT;
  }

  @Override
  public synchronized void at(String step, long done, long total) {
    long now = System.nanoTime();
    boolean last = total > 0 && done >= total;
    if (now - shownAt < PAUSE_NANOS && !last) {
      return;
    }
    shownAt = now;
    String name = texts.bundle().containsKey("step." + step) ? texts.say("step." + step) : step;
    String line =
        total > 0 ? bar(done, total) + " " + done + "/" + total + " " + name : name + " …";
    int width = TextTable.width(line);
    out.print(
        "\r"
            + line
            + " ".repeat(Math.max(0, shownWidth - width))
            + (last ? "\r" + " ".repeat(width) + "\r" : ""));
    out.flush();
    shownWidth = last ? 0 : width;
  }

  private static String bar(long done, long total) {
    int filled = (int) Math.min(WIDTH, done * WIDTH / total);
    return "█".repeat(filled) + "░".repeat(WIDTH - filled);
  }
}
