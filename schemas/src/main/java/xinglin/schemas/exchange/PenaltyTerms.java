package xinglin.schemas.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.rule.Rules;

/**
 * What the words of penalty records mean, from {@code exchange/terms/penalty.yaml}. As sets go
 * through SQL, lists of words are given as one regular expression each.
 *
 * @param unlicensed words of violations that are unlicensed practice
 * @param exceptions words of violations that are not, whatever else they say
 * @param practices practice type by word
 * @param otherwise practice type where no word says
 * @param changes how a remark begins, by what it changes: amended, withdrawn
 * @param bases words that a legal basis cites, by rule, in the order of the file
 */
public record PenaltyTerms(
    List<String> unlicensed,
    List<String> exceptions,
    Map<String, String> practices,
    String otherwise,
    Map<String, List<String>> changes,
    List<Basis> bases) {
  private static final Pattern SPECIAL = Pattern.compile("[.+*?()\\[\\]{}|^$\\\\]");

  public PenaltyTerms {
    unlicensed = List.copyOf(unlicensed);
    exceptions = List.copyOf(exceptions);
    practices = Map.copyOf(practices);
    changes = Map.copyOf(changes);
    bases = List.copyOf(bases);
  }

  /** What a legal basis that cites these words, in this order, falls under. */
  public record Basis(String rule, List<String> words) {
    public Basis {
      words = List.copyOf(words);
    }

    /** As a pattern of SQL's {@code like}. */
    public String like() {
      return "%" + String.join("%", words) + "%";
    }
  }

  /** Reads the one file; mistakes go to problems. */
  public static PenaltyTerms load(
      DefinitionFiles files, CodeLists lists, Rules rules, Problems problems) {
    PenaltyTerms terms =
        new PenaltyTerms(List.of(), List.of(), Map.of(), "other", Map.of(), List.of());
    for (Entry entry : files.entries("exchange/terms", problems)) {
      terms = read(entry, lists, rules);
    }
    return terms;
  }

  private static PenaltyTerms read(Entry entry, CodeLists lists, Rules rules) {
    entry.text("terms");
    entry.text("zh");
    entry.text("en");
    entry.text("source");
    Entry unlicensed = entry.get("unlicensed");
    Map<String, String> practices = new LinkedHashMap<>();
    Entry words = entry.get("practices");
    for (String code : words.keys()) {
      known(entry, code, lists);
      words.texts(code).forEach(word -> practices.put(word, code));
    }
    String otherwise = entry.text("otherwise", "other");
    known(entry, otherwise, lists);
    Entry remarks = entry.get("changes");
    Map<String, List<String>> changes = new LinkedHashMap<>();
    changes.put("amended", remarks.texts("amended"));
    changes.put("withdrawn", remarks.texts("withdrawn"));
    List<Basis> bases = new ArrayList<>();
    for (Entry basis : entry.list("bases")) {
      String rule = basis.text("rule");
      if (rules.find(rule).isEmpty()) {
        basis.problem("rule", Mistake.of("there is no rule \"{0}\"", rule));
      }
      bases.add(new Basis(rule, basis.texts("words")));
    }
    PenaltyTerms terms =
        new PenaltyTerms(
            unlicensed.texts("words"),
            unlicensed.texts("except"),
            practices,
            otherwise,
            changes,
            bases);
    entry.done();
    return terms;
  }

  private static void known(Entry entry, String practice, CodeLists lists) {
    boolean known =
        lists.find("practice_type").map(list -> list.findCode(practice).isPresent()).orElse(false);
    if (!known) {
      entry.problem("practices", Mistake.of("there is no practice type \"{0}\"", practice));
    }
  }

  /** One expression that finds any of these words, the longest first; none finds nothing. */
  public static String anyOf(Collection<String> words) {
    return words.isEmpty()
        ? "\\b\\B"
        : words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
            .map(word -> SPECIAL.matcher(word).replaceAll("\\\\$0"))
            .collect(Collectors.joining("|", "(", ")"));
  }
}
