package xinglin.app.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.app.settings.PartnerAnswers;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.parcel.ParcelMaker;
import xinglin.jobs.reminder.Reminding;
import xinglin.jobs.waive.WaiverLetters;
import xinglin.routes.dispatch.Carrier;
import xinglin.routes.dispatch.Dispatched;
import xinglin.routes.dispatch.Dispatcher;
import xinglin.routes.dispatch.FolderAnswers;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.FolderChannel;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.sftp.SftpAnswers;
import xinglin.routes.smtp.SmtpCarrier;
import xinglin.routes.smtp.SmtpChannel;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.raw.RawStore;

/**
 * The last step of a night: answers are made ready and leave. What cannot be sent waits; nothing of
 * it fails the night. The caller holds the lock of the home.
 */
public final class Dispatch {
  private final Workplace place;
  private final ParcelLedger parcels;
  private final Moments moments;

  public Dispatch(Workplace place, Moments moments) {
    this.place = place;
    this.parcels = new ParcelLedger(place.database());
    this.moments = moments;
  }

  /**
   * What was done.
   *
   * @param prepared parcels made, those that stay in the outbox included
   */
  public record Outcome(long prepared, Dispatched dispatched) {
    /** For {@code dispatch --json}. */
    public Map<String, Object> json(Map<String, Long> states) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("prepared", prepared);
      json.put("sent", dispatched.sent());
      json.put("failed", dispatched.failed());
      for (String state : List.of("waiting", "stuck", "kept")) {
        json.put(state, states.getOrDefault(state, 0L));
      }
      Map<String, Object> channels = new LinkedHashMap<>();
      dispatched
          .used()
          .forEach(
              channel ->
                  channels.put(
                      channel,
                      Optional.ofNullable(dispatched.channels().get(channel))
                          .map(failure -> failure.problem().name())
                          .orElse("ok")));
      json.put("channels", channels);
      return json;
    }
  }

  /** Prepares and sends whatever is due. */
  public Outcome once(Progress progress) {
    AnswerWays ways = new AnswerWays(place);
    long reminders =
        new Reminding(
                place.home(),
                place.definitions(),
                place.settings().reminders(),
                parcels,
                ways,
                place.clock())
            .prepare();
    long waivers =
        new WaiverLetters(place.home(), place.ledger(), parcels, ways, place.clock()).prepare();
    ParcelMaker maker =
        new ParcelMaker(
            place.home(), new RawStore(place.home()), place.ledger(), parcels, ways, place.clock());
    long prepared =
        reminders
            + waivers
            + maker.prepare(
                progress,
                stage ->
                    moments.reached(
                        stage == ParcelMaker.Stage.WRITTEN
                            ? Moment.ANSWER_PREPARED
                            : Moment.ANSWER_BOOKED));
    Dispatched dispatched =
        new Dispatcher(carriers(), parcels, place.home().root(), place.clock(), moments)
            .dispatchOnce(progress);
    book(dispatched);
    new PackageLedger(place.database()).settleSent();
    return new Outcome(prepared, dispatched);
  }

  /** Whatever waits, is stuck or is kept is tried now; returns how many parcels. */
  public int retry() {
    return parcels.retry(place.clock().instant());
  }

  /** Number of parcels by state. */
  public Map<String, Long> states() {
    return parcels.count();
  }

  private List<Carrier> carriers() {
    List<Carrier> carriers = new ArrayList<>();
    smtp(place).forEach(channel -> carriers.add(new SmtpCarrier(channel, System.getenv())));
    for (SftpChannel channel : place.directory().sftp()) {
      PartnerAnswers ways = place.directory().answers(channel.partner());
      ways.sftpFolder().ifPresent(folder -> carriers.add(sftp(channel, "answers", folder)));
      ways.sftpPackages().ifPresent(folder -> carriers.add(sftp(channel, "packages", folder)));
    }
    for (FolderChannel channel : place.directory().folders()) {
      String partner = channel.partner();
      carriers.add(new FolderAnswers(partner, "answers", channel.answers(), moments));
      place
          .directory()
          .answers(partner)
          .folderPackages()
          .ifPresent(
              folder -> carriers.add(new FolderAnswers(partner, "packages", folder, moments)));
    }
    return carriers;
  }

  private Carrier sftp(SftpChannel channel, String purpose, String folder) {
    return new SftpAnswers(channel, purpose, folder, place.knownHosts(), moments, System.getenv());
  }

  /** The mail servers of the office and of partners. */
  static List<SmtpChannel> smtp(Workplace place) {
    List<SmtpChannel> channels = new ArrayList<>();
    place.settings().mail().smtp().ifPresent(channels::add);
    place.directory().answers().values().forEach(known -> known.smtp().ifPresent(channels::add));
    return channels;
  }

  private void book(Dispatched dispatched) {
    ChannelBook book = new ChannelBook(place);
    for (String channel : dispatched.used()) {
      book.used(channel, Optional.ofNullable(dispatched.channels().get(channel)), Optional.empty());
    }
  }
}
