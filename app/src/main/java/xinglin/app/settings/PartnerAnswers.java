package xinglin.app.settings;

import java.nio.file.Path;
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
 * @param sftpPackages on its SFTP server, where packages of partner regions are laid
 * @param folderPackages the same on this machine
 * @param packagesBy how packages travel; empty: by the first channel it has
 */
public record PartnerAnswers(
    Language language,
    Optional<By> by,
    Optional<String> to,
    Optional<SmtpChannel> smtp,
    Optional<String> sftpFolder,
    Optional<String> sftpPackages,
    Optional<Path> folderPackages,
    Optional<By> packagesBy) {

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
        Language.ZH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
