package xinglin.routes.partner;

import java.time.Instant;
import java.util.Optional;

/**
 * How one step of a probe went.
 *
 * @param detail what was found, for people; no secrets
 * @param until end of the server certificate's validity, of step {@link Step#CERTIFICATE}
 * @param problem empty if it went well
 */
public record Tried(
    Step step, String detail, Optional<Instant> until, Optional<ChannelException> problem) {

  /** What can be tried; each has a name in the texts, {@code probe.login}. */
  public enum Step {
    SECRET,
    /** The connection is encrypted and the server is who it says. */
    CERTIFICATE,
    LOGIN,
    /** Where files or messages are laid for us. */
    FOLDER,
    /** Where they are moved once they are stored. */
    RECEIVED,
    /** How much of a mailbox is used. */
    ROOM,
    /** Where answers are laid. */
    ANSWERS,
    /** A server that takes messages from our address. */
    SENDER
  }

  /** A step that went well. */
  public static Tried good(Step step, String detail) {
    return new Tried(step, detail, Optional.empty(), Optional.empty());
  }

  /** A step that did not. */
  public static Tried bad(Step step, ChannelException problem) {
    return new Tried(step, "", Optional.empty(), Optional.of(problem));
  }

  /** A certificate that is trusted and valid until a time. */
  public static Tried certificate(String detail, Instant until) {
    return new Tried(Step.CERTIFICATE, detail, Optional.of(until), Optional.empty());
  }
}
