package xinglin.app.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import xinglin.jobs.load.Partner;
import xinglin.jobs.load.Partners;
import xinglin.routes.arrival.DayLimits;
import xinglin.routes.partner.FolderChannel;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.schedule.Schedule;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/**
 * Everybody in {@code config/partners/} and how they are reached.
 *
 * @param schedules of channels that have one of their own, by channel id ({@code 320303/sftp})
 * @param answers how partners are answered, by their id
 * @param limits of partners that have their own for a day
 * @param exchanges agreements with partner regions, and their keys
 * @param sources where each partner's division is stated
 * @param sendings where it is agreed that something is sent
 */
public record PartnerDirectory(
    Partners partners,
    List<SftpChannel> sftp,
    List<ImapChannel> imap,
    List<FolderChannel> folders,
    Map<String, Schedule> schedules,
    Map<String, PartnerAnswers> answers,
    Map<String, DayLimits> limits,
    List<PartnerExchange> exchanges,
    List<DivisionSource> sources,
    List<SendSource> sendings) {

  public PartnerDirectory {
    sftp = List.copyOf(sftp);
    imap = List.copyOf(imap);
    folders = List.copyOf(folders);
    schedules = Map.copyOf(schedules);
    answers = Map.copyOf(answers);
    limits = Map.copyOf(limits);
    exchanges = List.copyOf(exchanges);
    sources = List.copyOf(sources);
    sendings = List.copyOf(sendings);
  }

  /** A division as a file states it. */
  public record DivisionSource(String file, int line, String code) {}

  /** An agreement by which something is sent, as a file states it. */
  public record SendSource(String file, int line) {}

  /**
   * Reports agreements by which nothing could be sent, since this region has no id in packages.
   *
   * @param own of {@code exchange:} in {@code config/xinglin.yml}
   */
  public void checkSends(Optional<String> own, Problems problems) {
    if (own.isEmpty()) {
      sendings.forEach(
          send ->
              problems.add(
                  send.file(),
                  send.line(),
                  Mistake.of(
                      "packages to others need \"exchange: id\" of this region in config/xinglin.yml")));
    }
  }

  /** Reports divisions that do not exist. */
  public void checkDivisions(Predicate<String> known, Problems problems) {
    for (DivisionSource source : sources) {
      if (!known.test(source.code())) {
        problems.add(
            source.file(),
            source.line(),
            Mistake.of("no division has the code {0}", source.code()));
      }
    }
  }

  /** The SFTP channel of a partner. */
  public Optional<SftpChannel> findSftp(String partner) {
    return sftp.stream().filter(channel -> channel.partner().equals(partner)).findFirst();
  }

  /** The folder of a partner on this machine. */
  public Optional<FolderChannel> findFolder(String partner) {
    return folders.stream().filter(channel -> channel.partner().equals(partner)).findFirst();
  }

  /** How a partner is answered; those in lists have nothing special. */
  public PartnerAnswers answers(String partner) {
    return answers.getOrDefault(partner, PartnerAnswers.usual());
  }

  /** Collects while files are read. */
  static final class Builder {
    private final List<Partner> partners = new ArrayList<>();
    private final List<SftpChannel> sftp = new ArrayList<>();
    private final List<ImapChannel> imap = new ArrayList<>();
    private final List<FolderChannel> folders = new ArrayList<>();
    private final Map<String, Schedule> schedules = new HashMap<>();
    private final List<DivisionSource> sources = new ArrayList<>();
    private final List<SendSource> sendings = new ArrayList<>();
    private final Map<String, PartnerAnswers> answers = new HashMap<>();
    private final Map<String, DayLimits> limits = new HashMap<>();
    private final List<PartnerExchange> exchanges = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();

    void add(Partner partner, String file, int line) {
      partners.add(partner);
      partner
          .addresses()
          .forEach(address -> owners.putIfAbsent(address.toLowerCase(Locale.ROOT), partner.id()));
      partner.division().ifPresent(code -> sources.add(new DivisionSource(file, line, code)));
    }

    void add(SftpChannel channel) {
      sftp.add(channel);
    }

    void add(FolderChannel channel) {
      folders.add(channel);
    }

    void add(ImapChannel channel) {
      imap.add(channel);
    }

    void add(String partner, DayLimits limited) {
      limits.put(partner, limited);
    }

    void add(PartnerExchange exchange, String file, Entry entry) {
      exchanges.add(exchange);
      for (Entry send : entry.list("sends")) {
        sendings.add(new SendSource(file, send.line()));
        send.texts("divisions")
            .forEach(code -> sources.add(new DivisionSource(file, send.line(), code)));
      }
    }

    void add(String partner, PartnerAnswers how) {
      answers.put(partner, how);
    }

    /** A channel that says itself when it wants to be asked. */
    void schedule(String channelId, Optional<Schedule> schedule) {
      schedule.ifPresent(known -> schedules.put(channelId, known));
    }

    /** The other partner that has this address already. */
    Optional<String> owner(String address, String partner) {
      return Optional.ofNullable(owners.get(address.toLowerCase(Locale.ROOT)))
          .filter(other -> !other.equals(partner));
    }

    PartnerDirectory build() {
      return new PartnerDirectory(
          new Partners(partners),
          sftp,
          imap,
          folders,
          schedules,
          answers,
          limits,
          exchanges,
          sources,
          sendings);
    }
  }
}
