package xinglin.app.assembly;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.reading.Verdict;

/**
 * What a run did; {@link #json()} has the fields of {@code nightly --json}.
 *
 * @param counts of the load: deliveries, submissions, findings, rows, and submissions by verdict
 * @param seconds by step, in order
 * @param published folder that readers see now
 */
public record NightResult(
    String run, Map<String, Long> counts, Map<String, Double> seconds, Optional<Path> published) {

  public NightResult {
    counts = Map.copyOf(counts);
  }

  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  public long count(Verdict verdict) {
    return count(verdict.code());
  }

  /** Unsafe files are counted with the unrecognised: neither became a form. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run);
    json.put("deliveries", count("deliveries"));
    json.put("submissions", count("submissions"));
    json.put("accepted", count(Verdict.ACCEPTED));
    json.put("accepted_with_warnings", count(Verdict.ACCEPTED_WITH_WARNINGS));
    json.put("rejected", count(Verdict.REJECTED));
    json.put("duplicates", count(Verdict.DUPLICATE));
    json.put("unrecognised", count(Verdict.UNRECOGNISED) + count(Verdict.UNSAFE));
    json.put("packages", 0);
    json.put("packages_made", count("packages_made"));
    json.put("rows", count("rows"));
    json.put("findings", count("findings"));
    json.put("seconds", seconds);
    json.put("published", published.map(Path::toString).orElse(null));
    return json;
  }
}
