package xinglin.schemas.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Wording;

/** All rules: {@code rules/*.yaml}, one file per rule, named after it. */
public final class Rules {
  private final SortedMap<String, Rule> byId;

  private Rules(SortedMap<String, Rule> byId) {
    this.byId = byId;
  }

  public static Rules load(DefinitionFiles files, Problems problems) {
    SortedMap<String, Rule> byId = new TreeMap<>();
    for (Entry entry : files.entries("rules", problems)) {
      Rule rule = rule(entry);
      if (!entry.file().equals("rules/" + rule.id() + ".yaml")) {
        entry.problem(
            "rule", Mistake.of("rule {0} belongs in rules/{1}.yaml", rule.id(), rule.id()));
      }
      byId.put(rule.id(), rule);
    }
    return new Rules(byId);
  }

  private static Rule rule(Entry entry) {
    List<RuleVersion> versions = new ArrayList<>();
    for (Entry version : entry.list("versions")) {
      RuleVersion read = version(version);
      if (versions.stream().anyMatch(other -> overlap(other, read))) {
        version.problem("valid_from", Mistake.of("overlaps with another version"));
      }
      versions.add(read);
    }
    if (versions.isEmpty()) {
      entry.problem("versions", Mistake.of("a rule has at least one version"));
    }
    Rule rule = new Rule(entry.text("rule"), wording(entry.get("title")), versions);
    entry.done();
    return rule;
  }

  private static RuleVersion version(Entry entry) {
    LocalDate from = date(entry, "valid_from", entry.text("valid_from"));
    Optional<LocalDate> to = entry.findText("valid_to").map(text -> date(entry, "valid_to", text));
    if (to.isPresent() && to.get().isBefore(from)) {
      entry.problem("valid_to", Mistake.of("ends before it starts"));
      to = Optional.of(from);
    }
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    entry.map("values").forEach((name, text) -> values.put(name, number(entry, name, text)));
    RuleVersion version =
        new RuleVersion(from, to, wording(entry.get("law")), entry.text("source"), values);
    entry.done();
    return version;
  }

  private static Wording wording(Entry entry) {
    Wording wording = new Wording(entry.text("zh"), entry.text("en"));
    entry.done();
    return wording;
  }

  private static LocalDate date(Entry entry, String key, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      entry.problem(key, Mistake.of("\"{0}\" is not a date like 2020-06-01", text));
      return LocalDate.EPOCH;
    }
  }

  private static BigDecimal number(Entry entry, String name, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      entry.problem("values", Mistake.of("\"{0}\" must be a number, not \"{1}\"", name, text));
      return BigDecimal.ZERO;
    }
  }

  private static boolean overlap(RuleVersion a, RuleVersion b) {
    return a.inForce(b.validFrom()) || b.inForce(a.validFrom());
  }

  /** Throws IllegalArgumentException for an unknown rule. */
  public Rule get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find rule: " + id + Problems.didYouMean(id, byId.keySet())));
  }

  public Optional<Rule> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public List<Rule> list() {
    return List.copyOf(byId.values());
  }
}
