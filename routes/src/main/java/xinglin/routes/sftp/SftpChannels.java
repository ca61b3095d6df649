package xinglin.routes.sftp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.collect.SideBySide;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.sftp.SftpCollector.Fetched;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * The SFTP channels of all partners. They are fetched from side by side; one that fails or hangs
 * holds up nobody.
 *
 * @param notes folder where arrival times are noted while files are taken
 * @param allowances what partners may still deliver today
 * @param moments told how far it is; for tests
 */
public record SftpChannels(
    List<SftpChannel> channels,
    KnownHosts known,
    RawStore raw,
    Ledger ledger,
    Clock clock,
    Path notes,
    Allowances allowances,
    Moments moments) {
  private static final int AT_ONCE = 16;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  public SftpChannels {
    channels = List.copyOf(channels);
  }

  /**
   * What one round did.
   *
   * @param deliveries taken
   * @param leftBehind a sentence for each file that was not
   * @param failures by partner
   * @param warnings by partner: files that stay until tomorrow
   */
  public record Round(
      long deliveries,
      List<String> leftBehind,
      Map<String, DeliveryException> failures,
      Map<String, ChannelException> warnings) {}

  /** Fetches once from every channel. */
  public Round collectOnce(Progress progress) {
    return collectOnce(progress, LONGEST);
  }

  Round collectOnce(Progress progress, Duration longest) {
    List<String> leftBehind = new ArrayList<>();
    Map<String, DeliveryException> failures = new LinkedHashMap<>();
    Map<String, ChannelException> warnings = new LinkedHashMap<>();
    AtomicLong deliveries = new AtomicLong();
    if (channels.isEmpty()) {
      return new Round(0, leftBehind, failures, warnings);
    }
    try (DefaultCamelContext camel = context();
        ProducerTemplate template = camel.createProducerTemplate()) {
      new SideBySide("collect.sftp", AT_ONCE, longest)
          .run(
              channels,
              SftpChannel::server,
              channel -> fetch(template, channel),
              (channel, fetched) -> {
                leftBehind.addAll(fetched.leftBehind());
                fetched.warning().ifPresent(warning -> warnings.put(channel.partner(), warning));
                progress.at("collect", deliveries.addAndGet(fetched.deliveries()), 0);
              })
          .forEach((channel, failure) -> failures.put(channel.partner(), failure));
    } catch (Exception e) {
      throw new DeliveryException(
          "Cannot start the SFTP routes: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
    return new Round(deliveries.get(), leftBehind, failures, warnings);
  }

  private DefaultCamelContext context() throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.getShutdownStrategy().setTimeout(10);
    ThreadPoolProfile groups = camel.getExecutorServiceManager().getDefaultThreadPoolProfile();
    groups.setPoolSize(SftpCollector.CHANNELS);
    groups.setMaxPoolSize(SftpCollector.CHANNELS);
    camel.addRoutes(new SftpRoutes());
    for (int number = 0; number < channels.size(); number++) {
      camel.addRouteFromTemplate(
          "collect.sftp." + channels.get(number).partner() + "." + number,
          SftpRoutes.TEMPLATE,
          Map.of("channel", String.valueOf(number)));
    }
    camel.start();
    return camel;
  }

  private Fetched fetch(ProducerTemplate template, SftpChannel channel) throws Exception {
    Path noted = notes.resolve("." + channel.partner() + ".arrivals.json");
    try (SftpCollector collector =
        new SftpCollector(
            channel, known, raw, ledger, clock, noted, allowances.of(channel.partner()), moments)) {
      Exchange exchange =
          template.send(
              "direct:collect.sftp." + channels.indexOf(channel),
              sent -> sent.setProperty(SftpRoutes.COLLECTOR, collector));
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
      return exchange.getMessage().getBody(Fetched.class);
    }
  }
}
