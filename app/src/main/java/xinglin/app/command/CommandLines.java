package xinglin.app.command;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import xinglin.app.terminal.Texts;
import xinglin.app.terminal.UsageMistakes;

/**
 * Reads the command line, runs one command, and turns what went wrong into one message and an exit
 * code.
 */
public final class CommandLines {
  private CommandLines() {}

  /** Runs one command; returns the exit code of the process. */
  public static int run(String[] arguments) {
    return run(arguments, writer(System.out), writer(System.err));
  }

  /** As {@link #run(String[])}, with other places to write to. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    Texts texts = Texts.of(arguments);
    CommandLine line = Xinglin.line(arguments);
    line.setResourceBundle(texts.bundle());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(new Failures(texts));
    line.setParameterExceptionHandler(new UsageMistakes(texts));
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
