package xinglin.jobs.reminder;

import java.util.Optional;
import xinglin.jobs.parcel.AnswerWay;

/**
 * Somebody who is written to.
 *
 * @param partnerId as registered
 */
public record Receiver(String partnerId, AnswerWay way) {

  /** Finds those who can be reached. */
  public interface Finder {
    /** Whoever reports for a division. */
    Optional<Receiver> ofDivision(String code);

    /** An address of the settings. */
    Optional<Receiver> ofAddress(String address, String name);
  }
}
