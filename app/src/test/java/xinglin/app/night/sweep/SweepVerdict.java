package xinglin.app.night.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xinglin.app.night.Published;
import xinglin.warehouse.query.PublishedQuery;

/**
 * Holds what a sweep has noted against what trace says of the examples as they are. Two things must
 * be so, and one is counted: a value that changed was named by a cell of that night; a figure that
 * is sole evidence changed its values; any other cell that is sole evidence did so with one of the
 * contents tried.
 *
 * <p>{@code SweepVerdict HOME FOLDER...}
 */
public final class SweepVerdict {
  private static final String FED =
      """
      select submission_id, sheet, address, concat_ws(';', indicator_id, window_start, division_code),
        bool_or(evidence = 'sole' and table_name in ('observation', 'stated_figure') and coalesce(column_name, 'value') = 'value'), bool_or(evidence = 'sole'), bool_or(evidence = 'shared')
      from (
        %s
      )
      group by all
      """;

  /** What trace says of one cell and one value. */
  private enum Claim {
    /** A figure: any other number changes the value. */
    MOVES,
    /** Alone it decides. */
    SOLE,
    SHARED,
    POSSIBLE
  }

  /** One change as noted. */
  private record Tried(
      String night,
      String file,
      String form,
      String submission,
      String table,
      String cell,
      String columns,
      String verdict,
      String line) {
    boolean isRefused() {
      return !verdict.startsWith("accepted") && !verdict.equals("not current");
    }

    String kind() {
      return table.equals("unread") ? at() : form + table + columns;
    }

    String at() {
      return submission + " " + cell;
    }
  }

  private final Map<String, Map<String, Claim>> fed = new HashMap<>();

  /** By form, table and column: of these alone it depends. */
  private final Map<String, Map<String, String>> may = new HashMap<>();

  private final List<String> wrong = new ArrayList<>();
  private final List<String> unturned = new ArrayList<>();
  private final Map<String, Integer> turned = new TreeMap<>();

  private SweepVerdict() {}

  public static void main(String... words) throws IOException {
    SweepVerdict verdict = new SweepVerdict();
    List<Tried> tried = new ArrayList<>();
    Map<String, Set<String>> changed = new TreeMap<>();
    for (String folder : List.of(words).subList(1, words.length)) {
      for (String line : Files.readAllLines(Path.of(folder, "tried.tsv"))) {
        String[] part = line.split("\t", -1);
        tried.add(
            new Tried(
                part[0],
                part[1],
                part[2],
                part[3],
                part[4],
                part[5] + "!" + part[6],
                part[7],
                part[11],
                line));
      }
      for (String line : Files.readAllLines(Path.of(folder, "changed.tsv"))) {
        String[] part = line.split("\t", -1);
        changed.computeIfAbsent(part[0], any -> new TreeSet<>()).add(part[1].replace(',', ';'));
      }
    }
    verdict.read(Path.of(words[0]), tried);
    verdict.judge(tried, changed);
  }

  private void read(Path home, List<Tried> tried) throws IOException {
    List<String> windows = new ArrayList<>();
    for (String line :
        Published.query(
            home, "select distinct window_start, window_end from indicator order by all")) {
      windows.add("select * from fed_rows(date '" + line.replace(",", "', date '") + "')");
    }
    for (String line :
        Published.query(
            home, String.format(java.util.Locale.ROOT, FED, String.join(" union all ", windows)))) {
      String[] part = line.split(",", -1);
      Claim claim =
          part[4].equals("true")
              ? Claim.MOVES
              : part[5].equals("true")
                  ? Claim.SOLE
                  : part[6].equals("true") ? Claim.SHARED : Claim.POSSIBLE;
      fed.computeIfAbsent(part[0] + " " + part[1] + "!" + part[2], any -> new TreeMap<>())
          .put(part[3], claim);
    }
    try (PublishedQuery query =
        PublishedQuery.current(home.resolve("published"), Optional.empty())) {
      for (Tried one : tried) {
        int cut = one.cell().lastIndexOf('!');
        may.computeIfAbsent(
            one.kind(),
            any -> {
              Map<String, String> scopes = new TreeMap<>();
              query
                  .rows(
                      "trace/may.sql",
                      List.of(
                          Optional.of(one.submission()),
                          Optional.of(one.cell().substring(0, cut)),
                          Optional.of(one.cell().substring(cut + 1))))
                  .forEach(row -> scopes.put(row.text("indicator_id"), row.text("scope")));
              return scopes;
            });
      }
    }
  }

  private void judge(List<Tried> tried, Map<String, Set<String>> changed) {
    Map<String, List<Tried>> nights = new LinkedHashMap<>();
    tried.stream()
        .filter(it -> it.night().startsWith("night"))
        .forEach(it -> nights.computeIfAbsent(it.night(), any -> new ArrayList<>()).add(it));
    Map<String, Map<String, Boolean>> moved = new TreeMap<>();
    Map<String, Tried> byCell = new TreeMap<>();
    nights.forEach(
        (night, together) -> {
          Set<String> keys = changed.getOrDefault(night, Set.of());
          keys.stream()
              .filter(key -> together.stream().noneMatch(one -> names(one, key)))
              .forEach(key -> wrong.add("not named: " + night + " " + key));
          for (Tried one : together) {
            if (one.isRefused()) {
              continue;
            }
            byCell.put(one.at(), one);
            fed.getOrDefault(one.at(), Map.of())
                .forEach(
                    (key, claim) -> {
                      if (claim == Claim.MOVES && !keys.contains(key)) {
                        wrong.add("figure moved nothing: " + key + " " + one.line());
                      }
                      if (claim == Claim.SOLE
                          && together.stream().filter(other -> names(other, key)).count() == 1) {
                        moved
                            .computeIfAbsent(one.at(), any -> new TreeMap<>())
                            .merge(key, keys.contains(key), Boolean::logicalOr);
                      }
                    });
          }
        });
    moved.forEach(
        (at, keys) ->
            keys.forEach(
                (key, is) -> {
                  turned.merge(
                      is ? "turned" : "not turned by the contents that passed the checks",
                      1,
                      Integer::sum);
                  if (!is) {
                    unturned.add(key + " " + byCell.get(at).line());
                  }
                }));
    print(tried, nights);
  }

  private boolean names(Tried one, String key) {
    if (one.isRefused()) {
      String prefix = one.submission() + " ";
      return fed.entrySet().stream()
          .anyMatch(it -> it.getKey().startsWith(prefix) && it.getValue().containsKey(key));
    }
    Map<String, Claim> named = fed.getOrDefault(one.at(), Map.of());
    if (named.containsKey(key)) {
      return true;
    }
    String[] part = key.split(";", -1);
    String scope = may.getOrDefault(one.kind(), Map.of()).getOrDefault(part[0], "");
    return switch (scope) {
      case "windows" ->
          named.isEmpty() || named.keySet().stream().anyMatch(it -> it.endsWith(";" + part[2]));
      case "divisions", "anywhere" -> true;
      default -> false;
    };
  }

  private void print(List<Tried> tried, Map<String, List<Tried>> nights) {
    Map<String, Map<String, Set<String>>> counts = new TreeMap<>();
    Map<String, Integer> refused = new TreeMap<>();
    for (Tried one : tried) {
      if (!one.night().startsWith("night") || one.isRefused()) {
        refused.merge(one.form(), 1, Integer::sum);
        continue;
      }
      Set<Claim> claims = new HashSet<>(fed.getOrDefault(one.at(), Map.of()).values());
      String kind =
          claims.contains(Claim.MOVES)
              ? "figure"
              : claims.contains(Claim.SOLE)
                  ? "sole"
                  : claims.contains(Claim.SHARED)
                      ? "shared"
                      : !claims.isEmpty()
                          ? "possible"
                          : may.getOrDefault(one.kind(), Map.of()).isEmpty()
                              ? "none"
                              : "may come in";
      for (String form : List.of(one.form(), "~ all")) {
        counts
            .computeIfAbsent(form, any -> new TreeMap<>())
            .computeIfAbsent(kind, any -> new HashSet<>())
            .add(one.at());
        counts.get(form).computeIfAbsent("cells", any -> new HashSet<>()).add(one.at());
        counts.get(form).computeIfAbsent("changes", any -> new HashSet<>()).add(one.line());
      }
    }
    List<String> kinds =
        List.of("cells", "changes", "figure", "sole", "shared", "possible", "may come in", "none");
    System.out.println("form\t" + String.join("\t", kinds) + "\trefused");
    counts.forEach(
        (form, found) -> {
          List<String> row = new ArrayList<>(List.of(form));
          kinds.forEach(kind -> row.add(String.valueOf(found.getOrDefault(kind, Set.of()).size())));
          row.add(
              String.valueOf(
                  form.startsWith("~")
                      ? refused.values().stream().mapToInt(it -> it).sum()
                      : refused.getOrDefault(form, 0)));
          System.out.println(String.join("\t", row));
        });
    System.out.println(nights.size() + " nights, " + wrong.size() + " contradictions");
    wrong.forEach(System.out::println);
    System.out.println("values that a word or a day decides alone: " + turned);
    unturned.forEach(System.out::println);
  }
}
