package xinglin.jobs.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.pack.Digests;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.ManifestJson;
import xinglin.warehouse.ledger.PackageAnswer;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.publish.Dimension;

/** Tables {@code package} and {@code answer}: what the ledger knows of the exchange. */
final class PublishedPackages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BigDecimal YUAN = BigDecimal.valueOf(10_000);
  private final PackageLedger ledger;

  PublishedPackages(PackageLedger ledger) {
    this.ledger = ledger;
  }

  /** Changes when the tables would. */
  String inputs() {
    return ledger.all().stream()
        .map(entry -> entry.packageId() + state(entry))
        .collect(Collectors.joining(" "));
  }

  List<Dimension> tables() {
    List<PackageEntry> entries = ledger.all();
    Map<String, PackageEntry> byId =
        entries.stream().collect(Collectors.toMap(PackageEntry::packageId, entry -> entry));
    return List.of(
        new Dimension("package", entries.stream().map(PublishedPackages::row).toList()),
        new Dimension(
            "answer",
            ledger.allAnswers().stream()
                .filter(answer -> byId.containsKey(answer.packageId()))
                .map(
                    answer ->
                        row(answer, java.util.Objects.requireNonNull(byId.get(answer.packageId()))))
                .toList()));
  }

  /** What is judged is published by whoever reads this. */
  private static String state(PackageEntry entry) {
    boolean ours = entry.direction() == PackageEntry.Direction.OUT;
    return (entry.state().isUnderstood() && !ours ? State.PUBLISHED : entry.state()).code();
  }

  private static Map<String, String> row(PackageEntry entry) {
    Map<String, String> row = new HashMap<>();
    row.put("package_id", entry.packageId());
    row.put("direction", entry.direction().code());
    row.put("partner_id", entry.partnerId());
    row.put("name", entry.name());
    row.put("file_sha256", entry.fileSha256());
    row.put("bytes", String.valueOf(entry.bytes()));
    row.put("received_at", entry.receivedAt().toString());
    row.put("state", state(entry));
    put(row, "refusal_code", entry.code());
    put(row, "turn_at", entry.turnAt());
    put(row, "same_as", entry.sameAs());
    put(row, "data_delivery_id", entry.dataId());
    entry.content().ifPresent(content -> content(row, content));
    return row;
  }

  private static void content(Map<String, String> row, PackageEntry.Content content) {
    Manifest manifest = manifest(content);
    row.put("sender", content.sender());
    row.put("receiver", content.receiver());
    row.put("profile", content.profile());
    row.put("sequence", String.valueOf(content.sequence()));
    row.put("digest", content.digest());
    put(row, "previous_digest", content.previous());
    row.put("created_at", manifest.created().toInstant().toString());
    row.put("period_start", manifest.from().toString());
    row.put("period_end", manifest.to().toString());
    row.put("identities", manifest.identities().form().code());
    row.put("records", String.valueOf(manifest.rows()));
    manifest.states().forEach((state, count) -> row.put(state + "_records", String.valueOf(count)));
    BigDecimal sum = manifest.amounts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    row.put("total_yuan", sum.multiply(YUAN).toPlainString());
  }

  private static Manifest manifest(PackageEntry.Content content) {
    try {
      return ManifestJson.read(content.manifest().getBytes(StandardCharsets.UTF_8));
    } catch (RefusedException e) {
      throw new IllegalStateException("Cannot read manifest " + content.digest(), e);
    }
  }

  private static Map<String, String> row(PackageAnswer answer, PackageEntry entry) {
    Map<String, String> row = new HashMap<>();
    row.put("package_id", answer.packageId());
    row.put("direction", entry.direction() == PackageEntry.Direction.IN ? "given" : "got");
    row.put("kind", answer.kind());
    row.put("stated_at", answer.at().toString());
    row.put("digest", Digests.of(answer.text().getBytes(StandardCharsets.UTF_8)));
    try {
      JsonNode said = JSON.readTree(answer.text());
      row.put("result", said.path("result").asText());
      text(row, "code", said.path("reasons").path(0).path("code"));
      text(row, "previous_digest", said.path("previous"));
      for (String verdict : List.of("accepted", "remarked", "rejected", "duplicate")) {
        text(row, verdict + "_rows", said.path("rows").path(verdict));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read an answer to " + answer.packageId(), e);
    }
    return row;
  }

  private static void text(Map<String, String> row, String column, JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      row.put(column, value.asText());
    }
  }

  private static void put(Map<String, String> row, String column, Optional<?> value) {
    value.ifPresent(known -> row.put(column, known.toString()));
  }
}
