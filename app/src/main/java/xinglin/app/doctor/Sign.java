package xinglin.app.doctor;

import java.util.List;
import java.util.function.Function;
import xinglin.app.terminal.Texts;

/**
 * One thing that was looked at.
 *
 * @param subject short word for programs: {@code disk}, or the id of a channel
 * @param words what was found; unless all is well, what to do
 */
public record Sign(String subject, State state, Function<Texts, String> words) {

  /** How it is. */
  public enum State {
    OK,
    /** Works, but somebody should know. */
    HINT,
    WRONG
  }

  static Sign ok(String subject, String key, Object... values) {
    return of(subject, State.OK, key, values);
  }

  static Sign hint(String subject, String key, Object... values) {
    return of(subject, State.HINT, key, values);
  }

  static Sign wrong(String subject, String key, Object... values) {
    return of(subject, State.WRONG, key, values);
  }

  private static Sign of(String subject, State state, String key, Object... values) {
    List<Object> kept = List.of(values);
    return new Sign(subject, state, texts -> texts.say("doctor." + key, kept.toArray()));
  }
}
