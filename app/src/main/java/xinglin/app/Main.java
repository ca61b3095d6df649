package xinglin.app;

import xinglin.app.command.CommandLines;

/** Starts one command and ends the process with its exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.run(arguments));
  }
}
