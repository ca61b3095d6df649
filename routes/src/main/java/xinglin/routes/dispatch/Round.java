package xinglin.routes.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import xinglin.jobs.parcel.PreparedFiles;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;

/**
 * All that is due on one channel, once: connect, then one parcel after the other, each booked as
 * soon as it is confirmed. For one thread.
 */
final class Round implements AutoCloseable {
  private static final int PAGE = 100;
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Carrier carrier;
  private final ParcelLedger ledger;
  private final Path home;
  private final Clock clock;
  private final Moments moments;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Instant start;
  private Optional<Carrier.Connection> session = Optional.empty();

  Round(Carrier carrier, ParcelLedger ledger, Path home, Clock clock, Moments moments) {
    this.carrier = carrier;
    this.ledger = ledger;
    this.home = home;
    this.clock = clock;
    this.moments = moments;
    this.start = clock.instant();
  }

  void open() {
    session = Optional.of(carrier.open());
    ledger.channelWorks(carrier.channelId());
    moments.reached(Moment.ANSWER_CONNECTED);
  }

  long sent() {
    return sent.get();
  }

  long failed() {
    return failed.get();
  }

  /**
   * What is due, read page by page: each has another state once it is tried. Whoever walks through
   * may look ahead before the last one is booked, so what was handed out is remembered.
   */
  Iterator<Parcel> due() {
    return new Iterator<>() {
      private final Deque<Parcel> page = new ArrayDeque<>();
      private final Set<String> handed = new HashSet<>();

      @Override
      public boolean hasNext() {
        if (page.isEmpty()) {
          ledger.due(carrier.channelId(), start, PAGE).stream()
              .filter(parcel -> handed.add(parcel.parcelId()))
              .forEach(page::add);
        }
        return !page.isEmpty();
      }

      @Override
      public Parcel next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return page.remove();
      }
    };
  }

  /**
   * Sends one parcel and books what became of it.
   *
   * @throws ChannelException if the channel broke; the parcel it broke at waits behind the others
   */
  void deliver(Parcel parcel) {
    try {
      Path prepared = prepared(parcel);
      session.orElseThrow().deliver(parcel, prepared);
      if (parcel.way() == Parcel.Way.MAIL) {
        moments.reached(Moment.ANSWER_MAILED);
      }
      ledger.sent(parcel, clock.instant());
      sent.incrementAndGet();
      moments.reached(Moment.ANSWER_SENT);
    } catch (ParcelRefusedException e) {
      boolean useless = e.again() == ParcelRefusedException.Again.USELESS;
      book(parcel, useless, e.reason());
    } catch (ChannelException e) {
      book(parcel, false, e);
      throw e;
    }
  }

  /** The bytes must be those that were prepared: a repeat is a repeat of them. */
  private Path prepared(Parcel parcel) throws ParcelRefusedException {
    Path path = home.resolve(parcel.path());
    try {
      if (new PreparedFiles(home).of(path).sha256().equals(parcel.sha256())) {
        return path;
      }
    } catch (IOException e) {
      throw gone(parcel);
    }
    throw gone(parcel);
  }

  private static ParcelRefusedException gone(Parcel parcel) {
    return new ParcelRefusedException(
        ParcelRefusedException.Again.USELESS, Problem.PREPARED_BYTES_GONE, parcel.path());
  }

  private void book(Parcel parcel, boolean useless, ChannelException reason) {
    Instant now = clock.instant();
    int attempts = parcel.attempts() + 1;
    boolean long_ = parcel.createdAt().plus(Pauses.STUCK).isBefore(now);
    Instant next =
        long_
            ? Pauses.whenStuck(parcel.parcelId(), attempts, now)
            : Pauses.next(parcel.parcelId(), attempts, now);
    ledger.failed(
        parcel,
        useless || long_ ? Parcel.State.STUCK : Parcel.State.WAITING,
        useless ? Optional.empty() : Optional.of(next),
        reason.problem().name(),
        json(reason.values()));
    failed.incrementAndGet();
  }

  /** Books that the channel failed: everything on it waits. */
  void channelFailed(ChannelException reason) {
    channelFailed(carrier.channelId(), reason, ledger, clock.instant());
  }

  static void channelFailed(
      String channelId, ChannelException reason, ParcelLedger ledger, Instant now) {
    int failures = ledger.failures(channelId) + 1;
    ledger.channelFailed(
        channelId,
        Pauses.next(channelId, failures, now),
        now.minus(Pauses.STUCK),
        reason.problem().name(),
        json(reason.values()));
  }

  private static String json(List<String> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write what is wrong with a parcel", e);
    }
  }

  @Override
  public void close() {
    session.ifPresent(Carrier.Connection::close);
  }
}
