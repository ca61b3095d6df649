package xinglin.schemas.codelist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/**
 * Reads {@code codelists/division-changes.csv}: what of which division went where, where more is
 * known of it than the yearly codes tell. What it does not say of a division that is gone follows
 * from {@code former-divisions.csv}.
 */
final class DivisionChangeFile {
  private static final String PATH = "codelists/division-changes.csv";
  private static final String HEADER = "from,to,on,kind,source";
  private static final Pattern LINE =
      Pattern.compile(
          "(?<from>\\d{6})?,(?<to>\\d{6}),(?<on>\\d{4}(?:-\\d{2}-\\d{2})?),(?<kind>renamed|merged|split|founded),(?<source>.+)");
  private static final String FOUNDED = "founded";
  private static final String YEARLY = "民政部年度代码";
  private final List<Line> lines;
  private final String shown;

  private record Line(
      int number, String from, String to, LocalDate on, boolean isDay, String kind, String source) {
    boolean isFounded() {
      return kind.equals(FOUNDED);
    }
  }

  private DivisionChangeFile(List<Line> lines, String shown) {
    this.lines = List.copyOf(lines);
    this.shown = shown;
  }

  static DivisionChangeFile read(DefinitionFiles files, Problems problems) {
    Optional<String> text = files.find(PATH);
    if (text.isEmpty()) {
      return new DivisionChangeFile(List.of(), PATH);
    }
    String shown = files.path(PATH).shown();
    List<Line> lines = new ArrayList<>();
    String[] written = text.get().split("\n");
    for (int i = 1; i < written.length; i++) {
      Optional<Line> line = line(i + 1, written[i].strip());
      line.ifPresent(lines::add);
      if (line.isEmpty()) {
        problems.add(
            shown,
            i + 1,
            Mistake.of(
                "expected {0}, a day or a year, and one of the kinds: {1}", HEADER, written[i]));
      }
    }
    return new DivisionChangeFile(lines, shown);
  }

  private static Optional<Line> line(int number, String text) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      return Optional.empty();
    }
    String from = Optional.ofNullable(line.group("from")).orElse("");
    String kind = line.group("kind");
    boolean isDay = line.group("on").length() > 4;
    if (from.isEmpty() != kind.equals(FOUNDED)) {
      return Optional.empty();
    }
    try {
      LocalDate on =
          isDay
              ? LocalDate.parse(line.group("on"))
              : LocalDate.of(Integer.parseInt(line.group("on")), 12, 31);
      return Optional.of(
          new Line(number, from, line.group("to"), on, isDay, kind, line.group("source")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** First day of divisions that are younger than the list. */
  Map<String, LocalDate> founded() {
    Map<String, LocalDate> founded = new HashMap<>();
    lines.stream().filter(Line::isFounded).forEach(line -> founded.put(line.to(), line.on()));
    return founded;
  }

  /**
   * All changes known.
   *
   * @param byCode all divisions, those that are gone too
   */
  List<DivisionChange> changes(Map<String, Division> byCode, Problems problems) {
    List<DivisionChange> changes = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Line line : lines) {
      for (String code : List.of(line.from(), line.to())) {
        if (!code.isEmpty() && !byCode.containsKey(code)) {
          problems.add(shown, line.number(), Mistake.of("no division has the code {0}", code));
        }
      }
      if (!line.isFounded()) {
        told.add(line.from());
        changes.add(
            new DivisionChange(
                line.from(),
                line.to(),
                line.on(),
                line.isDay(),
                DivisionChange.Kind.valueOf(line.kind().toUpperCase(java.util.Locale.ROOT)),
                line.source()));
      }
    }
    byCode.values().stream()
        .filter(division -> !told.contains(division.code()))
        .flatMap(division -> derived(division, byCode))
        .forEach(changes::add);
    return List.copyOf(changes);
  }

  private static Stream<DivisionChange> derived(Division gone, Map<String, Division> byCode) {
    return gone.validTo().stream()
        .flatMap(
            last ->
                gone.successors().stream()
                    .map(
                        to ->
                            new DivisionChange(
                                gone.code(), to, last, false, kind(gone, to, byCode), YEARLY)));
  }

  private static DivisionChange.Kind kind(Division gone, String to, Map<String, Division> byCode) {
    if (gone.successors().size() > 1) {
      return DivisionChange.Kind.SPLIT;
    }
    boolean isSameName =
        Optional.ofNullable(byCode.get(to))
            .filter(after -> stem(after.name()).equals(stem(gone.name())))
            .isPresent();
    return isSameName ? DivisionChange.Kind.RENAMED : DivisionChange.Kind.MERGED;
  }

  private static String stem(String name) {
    return DivisionNames.shorten(name).orElse(name);
  }
}
