package xinglin.app.settings;

import java.nio.file.Path;
import java.util.Optional;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.finding.Language;

/** Reads {@code language}, {@code answer} and the channels for answers of a partner. */
final class AnswerEntry {
  private AnswerEntry() {}

  /**
   * @param entry of the partner; its channels are asked for what concerns answers only
   * @param config folder that paths of secrets and certificates start from
   */
  static PartnerAnswers read(String partner, Entry entry, Path config) {
    Optional<Entry> channels = entry.find("channels");
    Optional<Entry> sftp = channels.flatMap(known -> known.find("sftp"));
    Optional<Entry> answer = entry.find("answer");
    Optional<String> to = answer.flatMap(known -> known.findText("to"));
    to.filter(address -> !SmtpEntry.isAddress(address))
        .ifPresent(
            address ->
                answer.ifPresent(
                    known -> known.problem("to", Mistake.of("{0} is no mail address", address))));
    PartnerAnswers answers =
        new PartnerAnswers(
            entry.choice("language", Language.class, Language.ZH),
            answer
                .filter(known -> known.has("by"))
                .map(known -> known.choice("by", PartnerAnswers.By.class, PartnerAnswers.By.NONE)),
            to,
            channels
                .flatMap(known -> known.find("smtp"))
                .map(known -> SmtpEntry.read(partner + "/smtp", known, config)),
            sftp.map(known -> folder(known, "answers")),
            sftp.map(known -> folder(known, "packages")),
            channels
                .flatMap(known -> known.find("folder"))
                .map(
                    known ->
                        Path.of(known.text("path", "/"))
                            .resolve(known.text("packages", "packages"))),
            entry
                .find("exchange")
                .filter(known -> known.has("by"))
                .map(known -> known.choice("by", PartnerAnswers.By.class, PartnerAnswers.By.NONE)));
    answer.ifPresent(Entry::done);
    return answers;
  }

  private static String folder(Entry sftp, String key) {
    String from = sftp.text("folder", ".").replaceFirst("(?<=.)/+$", "");
    return sftp.text(key, from.equals("/") ? "/" + key : from + "/" + key);
  }
}
