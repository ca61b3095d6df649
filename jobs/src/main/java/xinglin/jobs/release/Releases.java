package xinglin.jobs.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Decision;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.publish.Dimension;
import xinglin.warehouse.publish.Publication;

/**
 * The releases of a home. A release is a folder that is never written again, and a decision in the
 * journal that holds its seal: what was changed afterwards can be told, and a rebuild keeps it.
 */
public final class Releases {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private static final String KIND = "release";
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Home home;
  private final Ledger ledger;

  public Releases(Home home, Ledger ledger) {
    this.home = home;
    this.ledger = ledger;
  }

  /**
   * Freezes what is published now. Killed before the journal knows it, the same call finishes it.
   *
   * @throws ReleaseException if the name cannot be used or nothing is published
   */
  public Release create(ReleaseRequest request) {
    if (!request.name().matches(NAME)) {
      throw new ReleaseException(ReleaseException.Reason.NAME, request.name());
    }
    if (list().stream().anyMatch(one -> one.name().equals(request.name()))) {
      throw new ReleaseException(ReleaseException.Reason.EXISTS, request.name());
    }
    ReleaseFolder folder = folder(request.name());
    try {
      if (!folder.exists()) {
        Path current = home.published().resolve("current");
        if (!Files.exists(current.resolve(Publication.FILE))) {
          throw new ReleaseException(ReleaseException.Reason.NOT_PUBLISHED, current.toString());
        }
        Path run = current.toRealPath();
        Files.createDirectories(folder.releases());
        JsonNode about = JSON.readTree(run.resolve("run.json").toFile());
        folder.freeze(run, request, about.path("digest").asText());
      }
      Release made = folder.describe();
      ledger.decide(made.releasedAt(), KIND, body(made));
      return made;
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot freeze release " + request.name(), DeliveryException.Retry.SAFE, e);
    }
  }

  /** All, in the order they were made. */
  public List<Release> list() {
    return ledger.decisions().stream()
        .filter(decision -> decision.kind().equals(KIND))
        .map(Releases::read)
        .toList();
  }

  /** Where a release lies. */
  public Path path(Release release) {
    return folder(release.name()).path();
  }

  /** Files of it that are no longer what they were; empty if it is whole. */
  public List<String> altered(Release release) {
    ReleaseFolder folder = folder(release.name());
    try {
      return folder.exists() ? folder.altered(release.seal()) : List.of(release.name() + "/");
    } catch (IOException | UncheckedIOException e) {
      throw new DeliveryException(
          "Cannot read release " + release.name(), DeliveryException.Retry.SAFE, e);
    }
  }

  /**
   * The same in a moment: only files that are missing, new, or not of the size and time of writing
   * that they were frozen with are read.
   */
  public List<String> touched(Release release) {
    ReleaseFolder folder = folder(release.name());
    try {
      return folder.exists() ? folder.touched(release.seal()) : List.of(release.name() + "/");
    } catch (IOException | UncheckedIOException e) {
      throw new DeliveryException(
          "Cannot read release " + release.name(), DeliveryException.Retry.SAFE, e);
    }
  }

  /**
   * Refuses a release that may not be quoted yet.
   *
   * @throws ReleaseException if its embargo has not ended
   */
  public void checkEmbargo(String name, Instant now) {
    list().stream()
        .filter(release -> release.name().equals(name) && release.isEmbargoed(now))
        .findFirst()
        .ifPresent(
            release -> {
              throw new ReleaseException(
                  ReleaseException.Reason.EMBARGOED, MINUTE.format(release.embargo().orElse(now)));
            });
  }

  /** Table {@code release}. */
  public Dimension table() {
    return new Dimension("release", list().stream().map(Releases::row).toList());
  }

  private ReleaseFolder folder(String name) {
    return new ReleaseFolder(home.published().resolve("releases"), name);
  }

  private static Map<String, String> row(Release release) {
    Map<String, String> row = new HashMap<>();
    row.put("release_name", release.name());
    row.put("run", release.run());
    row.put("released_at", release.releasedAt().toString());
    row.put("digest", release.digest());
    release.embargo().ifPresent(until -> row.put("embargo_until", until.toString()));
    row.put("seal", release.seal());
    row.put("reason", release.reason());
    row.put("released_by", release.by());
    return row;
  }

  private static String body(Release release) {
    ObjectNode body = JSON.createObjectNode();
    body.put("name", release.name()).put("run", release.run()).put("digest", release.digest());
    release.embargo().ifPresent(until -> body.put("embargo_until", until.toString()));
    body.put("reason", release.reason()).put("by", release.by()).put("seal", release.seal());
    return body.toString();
  }

  private static Release read(Decision decision) {
    try {
      JsonNode body = JSON.readTree(decision.body());
      return new Release(
          body.path("name").asText(),
          body.path("run").asText(),
          body.path("digest").asText(),
          decision.decidedAt(),
          Optional.of(body.path("embargo_until").asText())
              .filter(text -> !text.isEmpty())
              .map(Instant::parse),
          body.path("reason").asText(),
          body.path("by").asText(),
          body.path("seal").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read decision " + decision.decisionId(), e);
    }
  }
}
