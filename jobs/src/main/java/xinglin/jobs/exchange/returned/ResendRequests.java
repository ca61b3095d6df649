package xinglin.jobs.exchange.returned;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipOutputStream;
import xinglin.jobs.answer.OutboxFiles;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.pack.PackageWriter;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.exchange.stream.StreamState;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.returned.ReturnLedger;
import xinglin.warehouse.ledger.returned.SentRequest;

/**
 * Asks for packages that others wait for, once a day while they wait. A request leaves the way that
 * packages go to the partner.
 */
public final class ResendRequests {
  private static final String KIND = "package_request";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final int MOST = 1000;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Ledger deliveries;
  private final PackageLedger packages;
  private final ReturnLedger returns;
  private final Sealing sealing;
  private final Agreements agreements;
  private final OutboxFiles outbox;

  public ResendRequests(
      Home home,
      Ledger deliveries,
      PackageLedger packages,
      ReturnLedger returns,
      Sealing sealing,
      Agreements agreements) {
    this.deliveries = deliveries;
    this.packages = packages;
    this.returns = returns;
    this.sealing = sealing;
    this.agreements = agreements;
    this.outbox = new OutboxFiles(home);
  }

  /** Asks for everything that is missing; returns how many requests were written. */
  public long write(Instant now) {
    long written = 0;
    for (StreamState stream : StreamState.waiting(packages)) {
      Optional<Agreement> agreement = agreements.findByPartner(stream.partner());
      if (agreement.isPresent() && !stream.missing().isEmpty() && !isAsked(stream, now)) {
        write(stream, now);
        written++;
      }
    }
    return written;
  }

  private boolean isAsked(StreamState stream, Instant now) {
    return returns
        .requests(stream.id().sender(), stream.id().receiver(), stream.id().profile())
        .stream()
        .anyMatch(request -> day(request.at()).equals(day(now)));
  }

  private void write(StreamState stream, Instant now) {
    List<Integer> missing = stream.missing().stream().limit(MOST).toList();
    byte[] text = text(stream, missing, now).getBytes(StandardCharsets.UTF_8);
    byte[] signature = sealing.sign(text, now);
    String name =
        String.join(
                "-",
                stream.id().receiver(),
                stream.id().sender(),
                stream.id().profile(),
                day(now),
                "resend")
            + ".zip";
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("request.json", text);
    entries.put("request.json.asc", signature);
    String path = outbox.write(stream.partner(), name, file -> zip(entries, file));
    deliveries.answer(
        List.of(
            new Answer(
                stream.partner() + "/" + name, stream.partner() + "/" + name, KIND, path, now)));
    returns.requested(
        new SentRequest(
            stream.id().sender(), stream.id().receiver(), stream.id().profile(), now, missing));
  }

  private static String text(StreamState stream, List<Integer> missing, Instant now) {
    ObjectNode node = JSON.createObjectNode();
    node.put("protocol", "yrd-request-1");
    node.put("kind", "resend");
    node.put("from", stream.id().receiver());
    node.put("to", stream.id().sender());
    node.put("profile", stream.id().profile());
    missing.forEach(node.putArray("missing")::add);
    node.put("understood", stream.understood());
    node.put("digest", stream.digest().orElse(null));
    node.put("at", TIME.format(now.atZone(ZONE)));
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a request", e);
    }
  }

  private static void zip(Map<String, byte[]> entries, Path target) throws IOException {
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        PackageWriter.entry(zip, entry.getKey());
        zip.write(entry.getValue());
      }
    }
  }

  private static String day(Instant at) {
    return LocalDate.ofInstant(at, ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
