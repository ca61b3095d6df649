package xinglin.app.assembly;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.app.settings.PartnerAnswers;
import xinglin.app.settings.PartnerAnswers.By;
import xinglin.jobs.load.Partner;
import xinglin.jobs.parcel.AnswerWay;
import xinglin.jobs.parcel.Office;
import xinglin.jobs.reminder.Receiver;
import xinglin.routes.smtp.SmtpChannel;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;

/**
 * Decides how an answer travels: as the partner's file says, else the way the delivery came. A mail
 * goes to a registered address only, never to one that somebody wrote into a message.
 */
final class AnswerWays implements AnswerWay.Chooser, Receiver.Finder {
  private final Workplace place;

  AnswerWays(Workplace place) {
    this.place = place;
  }

  @Override
  public AnswerWay of(Envelope arrived) {
    Arrival arrival = arrived.arrival();
    Optional<Partner> partner = place.partners().findById(arrival.partner());
    if (partner.isEmpty()) {
      return AnswerWay.none("NOT_REGISTERED");
    }
    PartnerAnswers answers = place.directory().answers(arrival.partner());
    By by = answers.by().orElseGet(() -> theWayItCame(arrival.channel()));
    return switch (by) {
      case MAIL -> mail(arrival.sender(), partner.get(), answers);
      case SFTP ->
          answers.sftpFolder().isPresent()
              ? files(Parcel.Way.SFTP, "/sftp-answers", partner.get(), answers)
              : AnswerWay.none("NO_CHANNEL");
      case FOLDER ->
          place.directory().findFolder(partner.get().id()).isPresent()
              ? files(Parcel.Way.FOLDER, "/folder-answers", partner.get(), answers)
              : AnswerWay.none("NO_CHANNEL");
      case NONE -> AnswerWay.none(answers.by().isPresent() ? "AS_SET" : "BY_FOLDER");
    };
  }

  @Override
  public AnswerWay toPartner(String id) {
    Optional<Partner> partner = place.partners().findById(id);
    if (partner.isEmpty()) {
      return AnswerWay.none("NOT_REGISTERED");
    }
    PartnerAnswers ways = place.directory().answers(id);
    return switch (ways.packagesBy().orElseGet(() -> firstWay(ways, partner.get()))) {
      case MAIL -> mail(Optional.empty(), partner.get(), ways);
      case SFTP ->
          ways.sftpPackages().isPresent()
              ? files(Parcel.Way.SFTP, "/sftp-packages", partner.get(), ways)
              : AnswerWay.none("NO_CHANNEL");
      case FOLDER ->
          ways.folderPackages().isPresent()
              ? files(Parcel.Way.FOLDER, "/folder-packages", partner.get(), ways)
              : AnswerWay.none("NO_CHANNEL");
      case NONE -> AnswerWay.none(ways.packagesBy().isPresent() ? "AS_SET" : "NO_CHANNEL");
    };
  }

  /** By mail where there is an address, else where its answers are laid. */
  @Override
  public Optional<Receiver> ofDivision(String code) {
    return place.partners().list().stream()
        .filter(partner -> partner.division().equals(Optional.of(code)))
        .sorted(Comparator.comparing(Partner::id))
        .map(partner -> new Receiver(partner.id(), unasked(partner)))
        .filter(receiver -> receiver.way().way() != Parcel.Way.NONE)
        .findFirst();
  }

  @Override
  public Optional<Receiver> ofAddress(String address, String name) {
    Partner office = new Partner("office", name, Optional.empty(), List.of(address));
    AnswerWay way = mail(Optional.empty(), office, place.directory().answers(office.id()));
    return way.way() == Parcel.Way.NONE
        ? Optional.empty()
        : Optional.of(new Receiver(office.id(), way));
  }

  private AnswerWay unasked(Partner partner) {
    PartnerAnswers ways = place.directory().answers(partner.id());
    boolean known = ways.to().isPresent() || !partner.addresses().isEmpty();
    By by = ways.by().orElse(known ? By.MAIL : By.NONE);
    return switch (by) {
      case MAIL -> mail(Optional.empty(), partner, ways);
      case SFTP ->
          ways.sftpFolder().isPresent()
              ? files(Parcel.Way.SFTP, "/sftp-answers", partner, ways)
              : AnswerWay.none("NO_CHANNEL");
      case FOLDER ->
          place.directory().findFolder(partner.id()).isPresent()
              ? files(Parcel.Way.FOLDER, "/folder-answers", partner, ways)
              : AnswerWay.none("NO_CHANNEL");
      case NONE ->
          ways.by().isPresent()
              ? AnswerWay.none("AS_SET")
              : ways.sftpFolder().isPresent()
                  ? files(Parcel.Way.SFTP, "/sftp-answers", partner, ways)
                  : place.directory().findFolder(partner.id()).isPresent()
                      ? files(Parcel.Way.FOLDER, "/folder-answers", partner, ways)
                      : AnswerWay.none("NO_CHANNEL");
    };
  }

  private static By firstWay(PartnerAnswers ways, Partner partner) {
    if (ways.sftpPackages().isPresent()) {
      return By.SFTP;
    }
    if (ways.folderPackages().isPresent()) {
      return By.FOLDER;
    }
    return ways.to().isPresent() || !partner.addresses().isEmpty() ? By.MAIL : By.NONE;
  }

  private static By theWayItCame(String channel) {
    return switch (channel) {
      case "imap" -> By.MAIL;
      case "sftp" -> By.SFTP;
      default -> By.NONE;
    };
  }

  private AnswerWay mail(Optional<String> sender, Partner partner, PartnerAnswers answers) {
    Optional<SmtpChannel> smtp = answers.smtp().or(() -> place.settings().mail().smtp());
    if (smtp.isEmpty()) {
      return AnswerWay.none("NO_MAIL_SERVER");
    }
    return answers
        .to()
        .or(() -> registered(sender, partner))
        .map(
            address ->
                AnswerWay.mail(
                    smtp.get().channelId(),
                    address,
                    answers.language(),
                    partner.name(),
                    new Office(smtp.get().name(), smtp.get().from()),
                    smtp.get().largest()))
        .orElseGet(() -> AnswerWay.none("NO_ADDRESS"));
  }

  /** The address that wrote if it is one of the partner's, as it is registered; else the first. */
  private static Optional<String> registered(Optional<String> sender, Partner partner) {
    Optional<String> writer = sender.map(text -> text.strip().toLowerCase(Locale.ROOT));
    Stream<String> same =
        partner.addresses().stream()
            .filter(address -> writer.equals(Optional.of(address.toLowerCase(Locale.ROOT))));
    return Stream.concat(same, partner.addresses().stream())
        .filter(address -> address.chars().allMatch(letter -> letter > ' ' && letter < 127))
        .findFirst();
  }

  private AnswerWay files(Parcel.Way way, String channel, Partner partner, PartnerAnswers answers) {
    String office = place.settings().mail().smtp().map(SmtpChannel::name).orElse("");
    return AnswerWay.files(way, partner.id() + channel, answers.language(), partner.name(), office);
  }
}
