package xinglin.jobs.waive;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is new for the sender of one submission since the last letter on it: what the publication
 * says, compared with what was told.
 *
 * @param waivers it is about, not empty; the last one names the letter
 * @param left errors that do not pass
 */
record WaiverNews(Kind kind, List<Waiver> waivers, long left) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What became of the submission. */
  enum Kind {
    /** It counts. */
    WHOLE,
    /** It does not count: other errors are left. */
    PARTLY,
    /** It counted, and no longer does. */
    ENDED,
    /** It did not count, and fewer of its errors pass. */
    LAPSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  WaiverNews {
    waivers = List.copyOf(waivers);
  }

  Waiver latest() {
    return waivers.get(waivers.size() - 1);
  }

  String id() {
    return id(kind, latest());
  }

  private static String id(Kind kind, Waiver waiver) {
    String id = "waiver." + waiver.id() + "." + waiver.submissionId();
    return kind == Kind.WHOLE ? id : id + "." + kind.code();
  }

  /**
   * @param waivers of one submission, in the order they were decided
   * @param told when a letter was made, by its id
   * @param since decisions before are no news
   */
  static Optional<WaiverNews> of(
      List<Waiver> waivers,
      PublishedWaivers published,
      Function<String, Optional<Instant>> told,
      Instant since) {
    if (!waivers.stream().allMatch(waiver -> isKnown(waiver, published))) {
      return Optional.empty();
    }
    PublishedWaivers.Standing submission = published.standing().get(waivers.get(0).id());
    if (submission == null || submission.verdict().isEmpty()) {
      return Optional.empty();
    }
    Told before = Told.of(waivers, told);
    List<WaivableError> left =
        published.left().stream()
            .filter(error -> error.submissionId().equals(waivers.get(0).submissionId()))
            .toList();
    List<Waiver> over =
        waivers.subList(0, before.waivers()).stream()
            .filter(waiver -> !holds(waiver, published) && !before.ended(end(waiver)))
            .filter(waiver -> left.stream().anyMatch(waiver::names))
            .toList();
    if (!submission.counts() && !over.isEmpty()) {
      Kind kind = before.last().equals(Optional.of(Kind.WHOLE)) ? Kind.ENDED : Kind.LAPSED;
      return Optional.of(new WaiverNews(kind, over, left.size()));
    }
    List<Waiver> holding = waivers.stream().filter(waiver -> holds(waiver, published)).toList();
    if (holding.isEmpty() || !submission.isWaived()) {
      return Optional.empty();
    }
    Kind kind = submission.counts() ? Kind.WHOLE : Kind.PARTLY;
    WaiverNews news = new WaiverNews(kind, holding, submission.counts() ? 0 : left.size());
    boolean isNew =
        waivers.indexOf(news.latest()) >= before.waivers()
            || (kind == Kind.WHOLE && !before.last().equals(Optional.of(kind)));
    boolean isRecent = news.latest().decidedAt().isAfter(since);
    return isNew && isRecent && told.apply(news.id()).isEmpty()
        ? Optional.of(news)
        : Optional.empty();
  }

  /** Whether the publication knows how it stands. */
  private static boolean isKnown(Waiver waiver, PublishedWaivers published) {
    return Optional.ofNullable(published.standing().get(waiver.id()))
        .filter(one -> one.isWithdrawn() == waiver.withdrawal().isPresent())
        .isPresent();
  }

  private static boolean holds(Waiver waiver, PublishedWaivers published) {
    return Optional.ofNullable(published.standing().get(waiver.id()))
        .filter(PublishedWaivers.Standing::holds)
        .isPresent();
  }

  private static Instant end(Waiver waiver) {
    return waiver
        .withdrawal()
        .map(Waiver.Withdrawal::at)
        .orElseGet(() -> waiver.until().plusDays(1).atStartOfDay(ZONE).toInstant());
  }

  /**
   * What was told of a submission.
   *
   * @param last letter
   * @param waivers how many of them were told of
   * @param ends when letters said that something ended
   */
  private record Told(Optional<Kind> last, int waivers, List<Instant> ends) {
    static Told of(List<Waiver> waivers, Function<String, Optional<Instant>> told) {
      Optional<Kind> last = Optional.empty();
      Instant lastAt = Instant.MIN;
      int known = 0;
      List<Instant> ends = new ArrayList<>();
      for (int i = 0; i < waivers.size(); i++) {
        for (Kind kind : Kind.values()) {
          Optional<Instant> at = told.apply(id(kind, waivers.get(i)));
          if (at.isEmpty()) {
            continue;
          }
          if (!at.get().isBefore(lastAt)) {
            last = Optional.of(kind);
            lastAt = at.get();
          }
          if (kind == Kind.WHOLE || kind == Kind.PARTLY) {
            known = i + 1;
          } else {
            ends.add(at.get());
          }
        }
      }
      return new Told(last, known, ends);
    }

    boolean ended(Instant end) {
      return ends.stream().anyMatch(at -> !at.isBefore(end));
    }
  }
}
