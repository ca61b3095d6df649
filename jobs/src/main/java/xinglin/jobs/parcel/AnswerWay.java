package xinglin.jobs.parcel;

import xinglin.schemas.finding.Language;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.raw.Envelope;

/**
 * How the answer to a delivery travels.
 *
 * @param channelId by which it leaves; empty if there is none
 * @param target registered mail address, for mails
 * @param reason code of why there is no way
 * @param partner its receiver's name; empty if it is not known
 * @param largest bytes of a mail, attachments included as they are encoded
 */
public record AnswerWay(
    Parcel.Way way,
    String channelId,
    String target,
    String reason,
    Language language,
    String partner,
    Office office,
    long largest) {

  /** By mail to a registered address. */
  public static AnswerWay mail(
      String channelId,
      String address,
      Language language,
      String partner,
      Office office,
      long largest) {
    return new AnswerWay(
        Parcel.Way.MAIL, channelId, address, "", language, partner, office, largest);
  }

  /** As files into a folder of the receiver. */
  public static AnswerWay files(
      Parcel.Way way, String channelId, Language language, String partner, String office) {
    return new AnswerWay(
        way, channelId, "", "", language, partner, new Office(office, ""), Long.MAX_VALUE);
  }

  /** None: it stays in the outbox. */
  public static AnswerWay none(String reason) {
    return new AnswerWay(Parcel.Way.NONE, "", "", reason, Language.ZH, "", new Office("", ""), 0);
  }

  /** Decides it for what arrived. */
  @FunctionalInterface
  public interface Chooser {
    AnswerWay of(Envelope arrived);

    /** For what answers nothing: packages for a partner region, and requests to it. */
    default AnswerWay toPartner(String partner) {
      return none("NO_CHANNEL");
    }
  }
}
