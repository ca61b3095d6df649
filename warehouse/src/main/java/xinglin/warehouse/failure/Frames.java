package xinglin.warehouse.failure;

/**
 * What is logged of a failure over somebody's file: kinds and places, not the messages. Whatever
 * reads a file quotes what it chokes on, and that may be anybody's name or number.
 */
public final class Frames {
  private static final int MOST_CAUSES = 8;

  private Frames() {}

  /** As a stack trace is printed, without messages. */
  public static String of(Throwable failure) {
    StringBuilder frames = new StringBuilder();
    Throwable at = failure;
    for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
      frames.append(depth == 0 ? "" : "Caused by: ").append(at.getClass().getName()).append('\n');
      for (StackTraceElement frame : at.getStackTrace()) {
        frames.append("\tat ").append(frame).append('\n');
      }
      at = at.getCause();
    }
    return frames.toString();
  }
}
