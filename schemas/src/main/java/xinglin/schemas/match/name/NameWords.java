package xinglin.schemas.match.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/**
 * The words and tables by which names are taken apart, as {@code exchange/matching.yaml} has them;
 * checked at start, made ready only where parties are compared.
 *
 * @param pinyin text of {@code exchange/pinyin.txt}
 */
public record NameWords(
    String pinyin,
    String masks,
    String labels,
    List<String> former,
    List<String> operator,
    List<String> compoundSurnames,
    Map<String, String> surnameReadings,
    Map<String, String> secondReadings,
    List<List<String>> nearSounds,
    List<String> variants,
    List<String> lookAlikes,
    List<String> forms,
    List<List<String>> sameForm,
    List<String> trades,
    List<String> branches) {
  private static final String PINYIN = "exchange/pinyin.txt";

  /** Reads the keys of names; others are left to the caller. */
  public static NameWords read(Entry entry, DefinitionFiles files) {
    return new NameWords(
        files.text(PINYIN),
        entry.text("mask"),
        entry.text("labels"),
        entry.texts("former"),
        entry.texts("operator"),
        entry.texts("compound_surnames"),
        entry.map("surname_readings"),
        entry.map("second_readings"),
        pairs(entry),
        variants(entry),
        List.of(entry.text("look_alikes").strip().split("\\s+")),
        entry.texts("forms"),
        groups(entry, "same_form"),
        entry.texts("trades"),
        entry.texts("branch"));
  }

  private static List<String> variants(Entry entry) {
    List<String> pairs = List.of(entry.text("variants").strip().split("\\s+"));
    for (String pair : pairs) {
      if (pair.codePointCount(0, pair.length()) != 2) {
        entry.problem("variants", Mistake.of("\"{0}\" must be two characters", pair));
        return List.of();
      }
    }
    return pairs;
  }

  private static List<List<String>> pairs(Entry entry) {
    List<List<String>> pairs = groups(entry, "near_sounds");
    for (List<String> pair : pairs) {
      if (pair.size() != 2 || !isPattern(pair.get(0))) {
        entry.problem(
            "near_sounds", Mistake.of("\"{0}\" is no pair of a pattern and a text", pair));
        return List.of();
      }
    }
    return pairs;
  }

  private static boolean isPattern(String text) {
    try {
      Pattern.compile(text);
      return true;
    } catch (PatternSyntaxException wrong) {
      return false;
    }
  }

  private static List<List<String>> groups(Entry entry, String key) {
    List<List<String>> groups = new ArrayList<>();
    for (Entry item : entry.list(key)) {
      groups.add(item.items().stream().map(Entry::value).toList());
    }
    return groups;
  }

  public Characters characters() {
    return new Characters(
        new Pinyin(pinyin, nearSounds), variants, lookAlikes, surnameReadings, secondReadings);
  }

  public PersonNames persons(Characters characters) {
    return new PersonNames(characters, masks, labels, former, compoundSurnames);
  }

  /**
   * @param regions names of divisions that may stand in front of a name
   */
  public Companies companies(Characters characters, List<String> regions) {
    Set<String> folded = new HashSet<>();
    for (String region : regions) {
      String name = characters.fold(region);
      folded.add(name);
      String stem = name.replaceFirst("(?:特别行政区|自治区|新区|省|市|区|县)$", "");
      if (stem.length() > 1) {
        folded.add(stem);
      }
    }
    return new Companies(characters, folded, forms, sameForm, trades, branches, former, operator);
  }
}
