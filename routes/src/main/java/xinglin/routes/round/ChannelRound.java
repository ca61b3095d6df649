package xinglin.routes.round;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.batch.Progress;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.warehouse.failure.DeliveryException;

/**
 * One round over all channels of a kind, side by side; one that fails or hangs holds up nobody.
 *
 * @param name of the kind's route template, for example {@code collect.sftp}
 * @param channelsAtOnce how many are worked on at the same time
 * @param groupsAtOnce of each channel
 * @param longest after which the round ends, whatever hangs
 */
public record ChannelRound(String name, int channelsAtOnce, int groupsAtOnce, Duration longest) {
  /** After which a round ends. */
  public static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int ATTEMPTS = 3;
  private static final TimeUnit PAUSE = TimeUnit.SECONDS;
  private static final Logger LOG = LoggerFactory.getLogger(ChannelRound.class);

  /** What a round needs to know of a kind of channel. */
  public interface Kind<C> {

    /** By what a channel is known in the outcome. */
    String key(C channel);

    /** Where it is, for people. */
    String place(C channel);

    /** Connects, for one collect. */
    GroupCollector<?, ?> open(C channel);
  }

  /**
   * What one round did.
   *
   * @param deliveries taken
   * @param leftBehind a sentence for each file or message that was not
   * @param failures by the channel's key
   * @param warnings by the channel's key: it works, and there is something to be looked at
   */
  public record Outcome(
      long deliveries,
      List<String> leftBehind,
      Map<String, DeliveryException> failures,
      Map<String, ChannelException> warnings) {}

  /** Collects once from every channel. */
  public <C> Outcome collectOnce(List<C> channels, Kind<C> kind, Progress progress) {
    List<String> leftBehind = new ArrayList<>();
    Map<String, DeliveryException> failures = new LinkedHashMap<>();
    Map<String, ChannelException> warnings = new LinkedHashMap<>();
    AtomicLong deliveries = new AtomicLong();
    if (channels.isEmpty()) {
      return new Outcome(0, leftBehind, failures, warnings);
    }
    try (DefaultCamelContext camel = context(channels, kind);
        ProducerTemplate template = camel.createProducerTemplate()) {
      new SideBySide(name, channelsAtOnce, longest)
          .run(
              channels,
              kind::place,
              channel -> collect(template, kind, channel, channels.indexOf(channel)),
              (channel, fetched) -> {
                leftBehind.addAll(fetched.leftBehind());
                fetched.warning().ifPresent(warning -> warnings.put(kind.key(channel), warning));
                progress.at("collect", deliveries.addAndGet(fetched.deliveries()), 0);
              })
          .forEach((channel, failure) -> failures.put(kind.key(channel), failure));
    } catch (Exception e) {
      throw new DeliveryException(
          "Cannot start the routes " + name + ": " + e.getMessage(),
          DeliveryException.Retry.SAFE,
          e);
    }
    return new Outcome(deliveries.get(), leftBehind, failures, warnings);
  }

  private <C> DefaultCamelContext context(List<C> channels, Kind<C> kind) throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.getShutdownStrategy().setTimeout(10);
    ThreadPoolProfile groups = camel.getExecutorServiceManager().getDefaultThreadPoolProfile();
    groups.setPoolSize(groupsAtOnce);
    groups.setMaxPoolSize(groupsAtOnce);
    camel.addRoutes(new GroupRoutes(name, groupsAtOnce > 1));
    for (int number = 0; number < channels.size(); number++) {
      camel.addRouteFromTemplate(
          name + "." + kind.key(channels.get(number)) + "." + number,
          name,
          Map.of("channel", String.valueOf(number)));
    }
    camel.start();
    return camel;
  }

  /** A transfer that broke off and had come forward is taken up again, on a new connection. */
  private <C> Fetched collect(ProducerTemplate template, Kind<C> kind, C channel, int number)
      throws Exception {
    Tried tried = once(template, kind.open(channel), number);
    long before = 0;
    for (int attempt = 1; attempt < ATTEMPTS && tried.goesOn(); attempt++) {
      before += tried.deliveries();
      PAUSE.sleep(attempt);
      GroupCollector<?, ?> again;
      try {
        again = kind.open(channel);
      } catch (ChannelException e) {
        LOG.debug("{} cannot be taken up again", kind.place(channel), e);
        break;
      }
      tried = once(template, again, number);
    }
    return tried.orThrow().and(before);
  }

  private Tried once(ProducerTemplate template, GroupCollector<?, ?> opened, int number) {
    try (GroupCollector<?, ?> collector = opened) {
      Exchange exchange =
          template.send(
              "direct:" + name + "." + number,
              sent -> sent.setProperty(GroupRoutes.COLLECTOR, collector));
      Optional<Exception> failure = Optional.ofNullable(exchange.getException());
      Optional<Fetched> fetched =
          failure.isPresent()
              ? Optional.empty()
              : Optional.of(exchange.getMessage().getBody(Fetched.class));
      return new Tried(fetched, failure, collector.taken(), collector.goesOn());
    }
  }

  /** What came of one connection. */
  private record Tried(
      Optional<Fetched> fetched, Optional<Exception> failure, long deliveries, boolean forward) {

    boolean goesOn() {
      return forward && failure.map(Tried::brokeOff).orElse(false);
    }

    private static boolean brokeOff(Throwable failure) {
      for (Optional<Throwable> one = Optional.of(failure);
          one.isPresent();
          one = one.map(Throwable::getCause)) {
        if (one.get() instanceof ChannelException known) {
          return known.problem() == Problem.BROKEN_OFF;
        }
      }
      return false;
    }

    Fetched orThrow() throws Exception {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return fetched.orElseThrow();
    }
  }
}
