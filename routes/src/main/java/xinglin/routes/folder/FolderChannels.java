package xinglin.routes.folder;

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
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.collect.SideBySide;
import xinglin.routes.folder.FolderCollector.Taken;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.FolderChannel;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * The folders of all partners on this machine. They are taken from side by side; a share that fails
 * or hangs holds up nobody.
 *
 * @param notes folder where arrival times are noted while files are taken
 * @param allowances what partners may still deliver today
 */
public record FolderChannels(
    List<FolderChannel> channels,
    RawStore raw,
    Ledger ledger,
    Clock clock,
    Path notes,
    Allowances allowances) {
  private static final int AT_ONCE = 4;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  public FolderChannels {
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

  /** Takes once from every folder. */
  public Round collectOnce(Progress progress) {
    List<String> leftBehind = new ArrayList<>();
    Map<String, ChannelException> warnings = new LinkedHashMap<>();
    Map<String, DeliveryException> failures = new LinkedHashMap<>();
    AtomicLong deliveries = new AtomicLong();
    if (channels.isEmpty()) {
      return new Round(0, leftBehind, failures, warnings);
    }
    try (DefaultCamelContext camel = context();
        ProducerTemplate template = camel.createProducerTemplate()) {
      new SideBySide("collect.folder", AT_ONCE, LONGEST)
          .run(
              channels,
              channel -> channel.path().toString(),
              channel -> take(template, channel),
              (channel, taken) -> {
                leftBehind.addAll(taken.leftBehind());
                taken.warning().ifPresent(warning -> warnings.put(channel.partner(), warning));
                progress.at("collect", deliveries.addAndGet(taken.deliveries()), 0);
              })
          .forEach((channel, failure) -> failures.put(channel.partner(), failure));
    } catch (Exception e) {
      throw new DeliveryException(
          "Cannot start the folder routes: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    }
    return new Round(deliveries.get(), leftBehind, failures, warnings);
  }

  private DefaultCamelContext context() throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.getShutdownStrategy().setTimeout(10);
    camel.addRoutes(new FolderRoutes());
    for (FolderChannel channel : channels) {
      camel.addRouteFromTemplate(
          "collect.folder." + channel.partner(),
          FolderRoutes.TEMPLATE,
          Map.of("channel", String.valueOf(channels.indexOf(channel))));
    }
    camel.start();
    return camel;
  }

  private Taken take(ProducerTemplate template, FolderChannel channel) throws Exception {
    FolderCollector collector =
        new FolderCollector(
            channel,
            raw,
            ledger,
            clock,
            notes.resolve("." + channel.partner() + ".folder-arrivals.json"),
            allowances.of(channel.partner()));
    Exchange exchange =
        template.send(
            "direct:collect.folder." + channels.indexOf(channel),
            sent -> sent.setProperty(FolderRoutes.COLLECTOR, collector));
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    return exchange.getMessage().getBody(Taken.class);
  }
}
