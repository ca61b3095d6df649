package xinglin.jobs.exchange.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xinglin.jobs.exchange.pack.Digests;
import xinglin.schemas.finding.Finding;
import xinglin.warehouse.ledger.PackageAnswer;
import xinglin.warehouse.ledger.PackageEntry;

/**
 * The text of an answer. It says nothing about when or by which run it was made, so that made again
 * it is the same.
 */
final class AnswerJson {
  static final String PROTOCOL = "yrd-answer-1";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final String from;
  private final String to;

  /**
   * @param from this region
   * @param to the sender of the package
   */
  AnswerJson(String from, String to) {
    this.from = from;
    this.to = to;
  }

  String stored(PackageEntry entry) {
    ObjectNode node = begin(entry, "stored", entry.receivedAt(), Optional.empty(), "stored");
    return text(node);
  }

  String understood(
      PackageEntry entry, PackageAnswer before, Optional<Finding> refusal, List<Finding> remarks) {
    String result = refusal.isPresent() ? "refused" : "understood";
    ObjectNode node = begin(entry, "understood", turn(entry), Optional.of(before), result);
    refusal.ifPresent(finding -> reason(node.withArray("reasons").addObject(), finding));
    remarks.forEach(finding -> reason(node.withArray("remarks").addObject(), finding));
    return text(node);
  }

  String judged(PackageEntry entry, PackageAnswer before, Judgement judgement) {
    ObjectNode node = begin(entry, "judged", turn(entry), Optional.of(before), "judged");
    ObjectNode rows = node.putObject("rows");
    rows.put("accepted", judgement.accepted());
    rows.put("remarked", judgement.remarked());
    rows.put("rejected", judgement.rejected());
    rows.put("duplicate", judgement.duplicate());
    var listed = node.putArray("listed");
    for (JudgedRow row : judgement.listed()) {
      JudgedRow.Reason reason = row.reasons().get(0);
      ObjectNode one = listed.addObject();
      one.put("row", row.row());
      one.put("verdict", row.verdict().code());
      one.put("code", reason.code());
      if (!reason.column().isEmpty()) {
        one.put("column", reason.column());
      }
      one.put("zh", reason.zh());
      one.put("en", reason.en());
    }
    judgement
        .details()
        .ifPresent(
            details -> {
              ObjectNode one = node.putObject("details");
              one.put("name", Judgement.DETAILS);
              one.put("rows", details.rows());
              one.put("digest", details.digest());
            });
    return text(node);
  }

  String published(PackageEntry entry, PackageAnswer before, String night, Instant at) {
    ObjectNode node = begin(entry, "published", at, Optional.of(before), "published");
    node.put("night", night);
    return text(node);
  }

  private ObjectNode begin(
      PackageEntry entry, String kind, Instant at, Optional<PackageAnswer> before, String result) {
    ObjectNode node = JSON.createObjectNode();
    node.put("protocol", PROTOCOL);
    node.put("kind", kind);
    node.put("from", from);
    node.put("to", to);
    ObjectNode about = node.putObject("package");
    about.put("name", entry.name());
    entry
        .content()
        .filter(content -> !kind.equals("stored"))
        .ifPresent(
            content -> {
              about.put("profile", content.profile());
              about.put("sequence", content.sequence());
              about.put("digest", content.digest());
            });
    about.put("file", Digests.ofHex(entry.fileSha256()));
    about.put("bytes", entry.bytes());
    node.put("at", TIME.format(at.atZone(ZONE)));
    node.put("previous", before.map(AnswerJson::digest).orElse(null));
    node.put("result", result);
    return node;
  }

  /** Digest of an answer, as the next one names it. */
  static String digest(PackageAnswer answer) {
    return Digests.of(answer.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static Instant turn(PackageEntry entry) {
    return entry.turnAt().orElse(entry.receivedAt());
  }

  private static void reason(ObjectNode node, Finding finding) {
    node.put("code", finding.code());
    node.put("zh", finding.message());
    node.put("en", finding.messageEn());
  }

  private static String text(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write an answer", e);
    }
  }
}
