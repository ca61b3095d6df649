package xinglin.schemas.match.evidence;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.match.name.NameWords;

/** Reads {@code exchange/matching.yaml}. */
public final class MatchingFile {
  private static final String FILE = "exchange/matching.yaml";

  private MatchingFile() {}

  public static MatchingRules read(DefinitionFiles files, Divisions divisions, Problems problems) {
    Entry entry =
        files
            .entry(FILE, problems)
            .orElseGet(() -> DefinitionFiles.parse(FILE, "{}", new Problems()).orElseThrow());
    Entry outcome = entry.get("outcome");
    double sure = decimal(outcome, "sure");
    double likely = decimal(outcome, "likely");
    if (likely >= sure) {
      outcome.problem("likely", Mistake.of("\"{0}\" must be less than \"{1}\"", "likely", "sure"));
    }
    Entry prior = entry.get("prior");
    MatchingRules rules =
        new MatchingRules(
            sure,
            likely,
            Math.max(2, outcome.number("block", 200)),
            Math.max(1, prior.number("least_parties", 1)),
            commonness(entry),
            weights(entry.get("evidence")),
            NameWords.read(entry, files),
            divisions);
    entry.done();
    return rules;
  }

  private static MatchingRules.Commonness commonness(Entry entry) {
    Entry rarity = entry.get("rarity");
    return new MatchingRules.Commonness(
        decimal(rarity, "smoothing"),
        shares(entry, "surnames"),
        shares(entry, "given_names"),
        decimal(rarity, "surname") / 100,
        decimal(rarity, "given") / 100,
        decimal(rarity, "most_bits"));
  }

  /** Per cent by character or compound surname; a compound one is known by both its characters. */
  private static Map<Integer, Double> shares(Entry entry, String key) {
    Map<Integer, Double> shares = new HashMap<>();
    Entry listed = entry.get(key);
    for (String name : List.copyOf(listed.keys())) {
      shares.put(name.codePointAt(0), decimal(listed, name) / 100);
    }
    return shares;
  }

  private static Map<EvidenceKind, Weight> weights(Entry entry) {
    Map<EvidenceKind, Weight> weights = new EnumMap<>(EvidenceKind.class);
    for (EvidenceKind kind : EvidenceKind.values()) {
      Entry item = entry.get(kind.id());
      double bits = item.has("bits") ? decimal(item, "bits") : 0;
      double most = item.has("most") ? decimal(item, "most") : Math.abs(bits);
      Wording words = new Wording(item.text("zh"), item.text("en"));
      weights.put(kind, new Weight(bits, most, item.flag("supports", false), words));
    }
    List<String> known = Stream.of(EvidenceKind.values()).map(EvidenceKind::id).toList();
    for (String key : entry.keys()) {
      if (!known.contains(key)) {
        entry.problem(key, Mistake.of("unknown key \"{0}\"", key).near(key, known));
        entry.find(key).ifPresent(Entry::later);
      }
    }
    return weights;
  }

  private static double decimal(Entry entry, String key) {
    String text = entry.text(key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException wrong) {
      if (!text.isEmpty()) {
        entry.problem(key, Mistake.of("\"{0}\" must be a number, not \"{1}\"", key, text));
      }
      return 0;
    }
  }
}
