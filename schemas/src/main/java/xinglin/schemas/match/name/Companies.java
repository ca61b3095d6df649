package xinglin.schemas.match.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes names of organisations apart: region, distinctive part, trade, legal form, branch. */
public final class Companies {
  private static final int LONGEST_REGION = 12;
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)?");
  private static final Pattern NUMBERED_BRANCH =
      Pattern.compile("第?[0-9一二三四五六七八九十]+(?:分?店|分部|分馆|分院|门店)");
  private final Characters characters;
  private final Set<String> regions;
  private final List<String> forms;
  private final Map<String, String> sameForm = new HashMap<>();
  private final List<String> trades;
  private final List<String> branches;
  private final Pattern former;
  private final Pattern operator;

  /**
   * @param regions names and short names of divisions, folded
   * @param sameForm groups of legal forms that are taken for each other
   */
  Companies(
      Characters characters,
      Set<String> regions,
      List<String> forms,
      List<List<String>> sameForm,
      List<String> trades,
      List<String> branches,
      List<String> former,
      List<String> operator) {
    this.characters = characters;
    this.regions = regions;
    this.forms = longestFirst(forms);
    sameForm.forEach(group -> group.forEach(form -> this.sameForm.put(form, group.get(0))));
    this.trades = longestFirst(trades);
    this.branches = longestFirst(branches);
    this.former = labelled(former);
    this.operator = labelled(operator);
  }

  private static Pattern labelled(List<String> words) {
    return Pattern.compile(
        words.stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "^(?:", ")(?:为|是)?[:：]?(.{2,40})$")));
  }

  private static List<String> longestFirst(List<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .toList();
  }

  public Company read(String text) {
    String folded = characters.fold(text);
    List<String> formers = new ArrayList<>();
    Optional<String> operates = Optional.empty();
    String bracketRegion = "";
    String plain = BRACKETS.matcher(folded).replaceAll("");
    Matcher matcher = BRACKETS.matcher(folded);
    while (matcher.find()) {
      String inside = matcher.group(1);
      Matcher old = former.matcher(inside);
      Matcher who = operator.matcher(inside);
      if (old.matches()) {
        formers.add(old.group(1));
      } else if (who.matches()) {
        operates = Optional.of(who.group(1));
      } else if (regions.contains(inside)) {
        bracketRegion = inside;
      }
    }
    return parts(text, plain, bracketRegion, formers, operates);
  }

  private Company parts(
      String raw,
      String plain,
      String bracketRegion,
      List<String> formers,
      Optional<String> operates) {
    String rest = plain;
    String branch = "";
    Matcher numbered = NUMBERED_BRANCH.matcher(rest);
    int branchAt = -1;
    for (String word : branches) {
      if (branchAt < 0 && rest.endsWith(word)) {
        branchAt = formEnd(rest, rest.length() - word.length());
      }
    }
    if (branchAt < 0 && numbered.find() && numbered.start() > 1) {
      branchAt = numbered.start();
    }
    if (branchAt > 1) {
      branch = rest.substring(branchAt);
      rest = rest.substring(0, branchAt);
    }
    String form = ending(rest, forms);
    rest = rest.substring(0, rest.length() - form.length());
    List<String> named = leadingRegions(rest);
    rest = rest.substring(named.stream().mapToInt(String::length).sum());
    StringBuilder trade = new StringBuilder();
    for (String word = ending(rest, trades);
        // 志欣堂养生馆: a single character in front of another word of trade belongs to the name.
        !word.isEmpty() && (trade.isEmpty() || word.length() > 1);
        word = ending(rest, trades)) {
      trade.insert(0, word);
      rest = rest.substring(0, rest.length() - word.length());
    }
    String region = shortened(named.isEmpty() ? bracketRegion : named.get(named.size() - 1));
    return new Company(
        region,
        core(rest, raw),
        trade.toString(),
        sameForm.getOrDefault(form, form),
        branch,
        region + rest + trade + sameForm.getOrDefault(form, form) + branch,
        formers,
        operates);
  }

  /** 分公司 stands behind the legal form of the whole; what is between them names the branch. */
  private int formEnd(String text, int otherwise) {
    for (String form : forms) {
      int at = text.indexOf(form);
      if (at > 0 && at + form.length() < otherwise + 1) {
        return at + form.length();
      }
    }
    return otherwise;
  }

  private static String ending(String text, List<String> words) {
    for (String word : words) {
      if (text.endsWith(word) && text.length() > word.length()) {
        return word;
      }
    }
    return "";
  }

  /** Names of divisions that stand one behind the other in front. */
  private List<String> leadingRegions(String text) {
    List<String> found = new ArrayList<>();
    int end = 0;
    for (int length = LONGEST_REGION; length > 1; length--) {
      int most = text.length() - 1;
      if (end + length <= most && regions.contains(text.substring(end, end + length))) {
        found.add(text.substring(end, end + length));
        end += length;
        length = LONGEST_REGION + 1;
      }
    }
    return found;
  }

  /** Without its kind: 新沂 of 新沂市. */
  private static String shortened(String region) {
    return region.length() > 2 ? region.replaceFirst("[省市区县]$", "") : region;
  }

  private Name core(String text, String raw) {
    int[] points = text.codePoints().toArray();
    int[] readings = new int[points.length];
    for (int at = 0; at < points.length; at++) {
      readings[at] = characters.reading(points[at], false);
    }
    return new Name(points, readings, 0, raw, false);
  }
}
