package xinglin.app.settings;

import java.util.Optional;
import xinglin.routes.smtp.SmtpChannel;
import xinglin.schemas.finding.Language;

/**
 * How a partner is answered.
 *
 * @param by empty: the way it came
 * @param to address that is answered instead of the one that wrote
 * @param smtp a mail server for this partner alone
 * @param sftpFolder on its SFTP server, where answers are laid
 */
public record PartnerAnswers(
    Language language,
    Optional<By> by,
    Optional<String> to,
    Optional<SmtpChannel> smtp,
    Optional<String> sftpFolder) {

  /** Ways of answering. */
  public enum By {
    MAIL,
    SFTP,
    FOLDER,
    /** Not at all: answers stay in the outbox. */
    NONE
  }

  /** Nothing special: in Chinese, the way it came. */
  static PartnerAnswers usual() {
    return new PartnerAnswers(
        Language.ZH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
