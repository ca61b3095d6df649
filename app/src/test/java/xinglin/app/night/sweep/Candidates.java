package xinglin.app.night.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another plausible content of a cell: of its kind, and as its own column has it. */
final class Candidates {
  private static final int FEW = 5;
  private static final int PENALTIES = 8;
  private static final int FIGURES = 6;
  private static final Pattern YEAR = Pattern.compile("20(\\d\\d)");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private final List<ReadCell> cells;
  private final Map<String, Set<String>> words = new TreeMap<>();
  private final Map<String, List<ReadCell>> figures = new TreeMap<>();
  private final Set<String> reporters = new LinkedHashSet<>();

  /**
   * @param names of divisions that may stand in a heading
   */
  Candidates(List<ReadCell> cells, List<String> names) {
    this.cells = cells;
    reporters.addAll(names);
    for (ReadCell cell : cells) {
      if (!cell.text().isBlank()) {
        words.computeIfAbsent(column(cell), any -> new LinkedHashSet<>()).add(cell.text());
      }
      if (cell.table().equals("stated_figure")) {
        figures
            .computeIfAbsent(cell.submissionId() + cell.columns(), any -> new ArrayList<>())
            .add(cell);
      }
    }
  }

  private static String column(ReadCell cell) {
    return cell.form() + "|" + cell.columns();
  }

  /** Every Nth cell of each stratum, each with its contents, in the order of the seed. */
  List<Change> every(int n, int unread, long seed) {
    Random random = new Random(seed);
    Map<String, List<ReadCell>> strata = new LinkedHashMap<>();
    cells.forEach(it -> strata.computeIfAbsent(it.stratum(), any -> new ArrayList<>()).add(it));
    List<Change> changes = new ArrayList<>();
    strata.forEach(
        (stratum, list) -> {
          Collections.shuffle(list, random);
          ReadCell first = list.get(0);
          int step =
              first.form().equals("plan-baseline")
                  ? 1
                  : first.table().equals("unread")
                      ? unread
                      : first.table().equals("penalty")
                          ? PENALTIES * n
                          : first.kind().equals("number") ? Math.max(1, n / FIGURES) : n;
          for (int i = 0; i < list.size(); i += step) {
            changes.addAll(of(list.get(i), random));
          }
        });
    return changes;
  }

  private List<Change> of(ReadCell cell, Random random) {
    List<Change> changes = new ArrayList<>();
    for (String to : texts(cell, random)) {
      if (!to.equals(cell.text())) {
        changes.add(new Change(cell, to, totals(cell)));
      }
    }
    return changes;
  }

  private Map<String, String> totals(ReadCell cell) {
    Map<String, String> totals = new TreeMap<>();
    if (cell.table().equals("observation")) {
      figures
          .getOrDefault(cell.submissionId() + cell.columns(), List.of())
          .forEach(total -> more(total.text()).ifPresent(to -> totals.put(total.place(), to)));
    }
    return totals;
  }

  private static java.util.Optional<String> more(String text) {
    return text.matches("[0-9]+(\\.[0-9]+)?")
        ? java.util.Optional.of(new BigDecimal(text).add(BigDecimal.ONE).toPlainString())
        : java.util.Optional.empty();
  }

  private List<String> texts(ReadCell cell, Random random) {
    if (cell.kind().equals("heading")
        || (cell.sheet().equals("正文") && !cell.table().equals("unread"))) {
      return inText(cell);
    }
    if (cell.table().equals("unread")) {
      return List.of(cell.text() + "注");
    }
    if (cell.kind().equals("number")) {
      return List.of(more(cell.text()).orElse("1"));
    }
    List<String> texts = new ArrayList<>();
    Matcher year = YEAR.matcher(cell.text());
    if (cell.kind().equals("date") && year.find()) {
      for (String other : List.of("16", "19", "22", "24")) {
        if (!other.equals(year.group(1))) {
          texts.add(year.replaceFirst("20" + other));
        }
      }
      texts.add("");
      return texts;
    }
    List<String> others = new ArrayList<>(words.getOrDefault(column(cell), Set.of()));
    others.remove(cell.text());
    Collections.shuffle(others, random);
    if (others.size() < FEW || cell.kind().equals("date")) {
      texts.addAll(others.subList(0, Math.min(2, others.size())));
      texts.add("");
      return texts;
    }
    texts.add(others.get(0));
    texts.add(cell.text() + (DIGITS.matcher(cell.text()).matches() ? "1" : "甲"));
    return texts;
  }

  /** In a sentence: another name, or another number. */
  private List<String> inText(ReadCell cell) {
    List<String> texts = new ArrayList<>();
    for (String name : reporters) {
      String stem = cell.text().contains(name) ? name : name.substring(0, name.length() - 1);
      if (stem.length() > 1 && cell.text().contains(stem) && !cell.columns().equals("period")) {
        reporters.stream()
            .filter(it -> !it.equals(name) && it.length() == name.length())
            .limit(2)
            .forEach(
                other -> texts.add(cell.text().replace(stem, other.substring(0, stem.length()))));
      }
    }
    Matcher digits = DIGITS.matcher(cell.text());
    if (texts.isEmpty() && digits.find()) {
      texts.add(digits.replaceFirst(String.valueOf(Long.parseLong(digits.group()) - 1)));
    }
    return texts;
  }
}
