package xinglin.app.night.search;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged meanwhile: what is ours down to the finest, all else as it is set. */
final class Logged extends Handler implements AutoCloseable {
  private final StringWriter text = new StringWriter();
  private final PrintWriter lines = new PrintWriter(text);
  private final List<Logger> finest =
      List.of(Logger.getLogger("xinglin"), Logger.getLogger("org.springframework.batch"));

  Logged open() {
    setFormatter(new SimpleFormatter());
    setLevel(Level.ALL);
    finest.forEach(logger -> logger.setLevel(Level.ALL));
    Logger.getLogger("").addHandler(this);
    return this;
  }

  @Override
  public synchronized void publish(LogRecord record) {
    lines.print(getFormatter().format(record));
  }

  @Override
  public void flush() {
    lines.flush();
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
    finest.forEach(logger -> logger.setLevel(null));
  }

  synchronized String text() {
    return text.toString();
  }
}
