package xinglin.schemas.codelist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/** Reads {@code codelists/divisions*.csv} and the file that describes them. */
final class DivisionFiles {
  private static final String DESCRIPTION = Divisions.FILES + ".yaml";
  private static final String HEADER = "code,name,kind";
  private static final String PSEUDO = "pseudo";
  private static final String FORMER = "codelists/former-divisions.csv";
  private static final Pattern FORMER_LINE =
      Pattern.compile("(\\d{6}),([^,]+),(\\d{4}),(\\d{4}),((?:\\d{6} ?)*)");

  private DivisionFiles() {}

  /** What the description adds. */
  record Description(Map<String, List<String>> variants, LookAlikes lookAlikes) {}

  private record Line(String code, String name, boolean pseudo) {}

  static Description description(DefinitionFiles files, Problems problems) {
    Optional<Entry> entry =
        files.find(DESCRIPTION).flatMap(text -> files.entry(DESCRIPTION, problems));
    Map<String, List<String>> variants = new HashMap<>();
    List<String> lookAlikes = List.of();
    if (entry.isPresent()) {
      entry.get().text("source");
      entry.get().text("licence");
      entry.get().findDate("edition");
      for (Entry line : entry.get().list("variants")) {
        variants.put(line.text("code"), line.texts("names"));
        line.done();
      }
      lookAlikes = entry.get().texts("look_alikes");
      entry.get().done();
    }
    return new Description(variants, new LookAlikes(lookAlikes));
  }

  /** In the order of their codes, those that are gone last. */
  static Map<String, Division> divisions(
      DefinitionFiles files,
      Map<String, List<String>> variants,
      Map<String, LocalDate> founded,
      Problems problems) {
    List<Line> lines = new ArrayList<>();
    Set<String> codes = new HashSet<>(1 << 14);
    for (String path : files.list("codelists", ".csv")) {
      if (path.startsWith(Divisions.FILES)) {
        read(files.path(path).shown(), files.text(path), lines, codes, problems);
      }
    }
    lines.sort(Comparator.comparing(Line::code));
    Map<String, Division> byCode = new LinkedHashMap<>(1 << 15);
    for (Line line : lines) {
      byCode.put(line.code(), division(line, codes, variants, founded));
    }
    files
        .find(FORMER)
        .ifPresent(text -> readFormer(files.path(FORMER).shown(), text, codes, byCode, problems));
    variants.keySet().stream()
        .filter(code -> !codes.contains(code))
        .sorted()
        .forEach(
            code ->
                problems.add(
                    files.path(DESCRIPTION).shown(),
                    0,
                    Mistake.of("no division {0} to have variants", code)));
    return byCode;
  }

  private static void read(
      String path, String text, List<Line> lines, Set<String> codes, Problems problems) {
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
      start = end < 0 ? text.length() : end + 1;
      if (number == 1) {
        if (!line.equals(HEADER)) {
          problems.add(path, 1, Mistake.of("the first line must be {0}", HEADER));
          return;
        }
        continue;
      }
      int first = line.indexOf(',');
      int second = line.indexOf(',', first + 1);
      String kind = line.substring(second + 1);
      if (!isCode(line, first) || second < 0 || !(kind.isEmpty() || kind.equals(PSEUDO))) {
        problems.add(
            path,
            number,
            Mistake.of("expected {0}, the code of six or nine digits: {1}", HEADER, line));
        continue;
      }
      String code = line.substring(0, first);
      if (codes.add(code)) {
        lines.add(new Line(code, line.substring(first + 1, second), kind.equals(PSEUDO)));
      } else {
        problems.add(path, number, Mistake.of("division {0} stands twice", code));
      }
    }
  }

  /** Lines {@code code,name,from,to,successors}, years and codes separated by spaces. */
  private static void readFormer(
      String path,
      String text,
      Set<String> codes,
      Map<String, Division> byCode,
      Problems problems) {
    String[] lines = text.split("\n");
    for (int i = 1; i < lines.length; i++) {
      Matcher line = FORMER_LINE.matcher(lines[i].strip());
      if (!line.matches() || codes.contains(line.group(1))) {
        problems.add(
            path,
            i + 1,
            Mistake.of(
                "expected code,name,from,to,successors of a division that is gone: {0}", lines[i]));
        continue;
      }
      String code = line.group(1);
      byCode.put(
          code,
          new Division(
              code,
              line.group(2),
              level(code),
              parent(code, codes),
              false,
              Optional.of(LocalDate.of(Integer.parseInt(line.group(3)), 1, 1)),
              Optional.of(LocalDate.of(Integer.parseInt(line.group(4)), 12, 31)),
              line.group(5).isEmpty() ? List.of() : List.of(line.group(5).split(" ")),
              List.of()));
    }
  }

  private static boolean isCode(String line, int length) {
    for (int i = 0; i < length; i++) {
      if (line.charAt(i) < '0' || line.charAt(i) > '9') {
        return false;
      }
    }
    return length == 6 || length == 9;
  }

  private static Division division(
      Line line,
      Set<String> codes,
      Map<String, List<String>> variants,
      Map<String, LocalDate> founded) {
    return new Division(
        line.code(),
        line.name(),
        level(line.code()),
        parent(line.code(), codes),
        line.pseudo(),
        Optional.ofNullable(founded.get(line.code())),
        Optional.empty(),
        List.of(),
        variants.getOrDefault(line.code(), List.of()));
  }

  private static Division.Level level(String code) {
    if (code.length() == 9) {
      return Division.Level.TOWN;
    }
    if (code.endsWith("0000")) {
      return Division.Level.PROVINCE;
    }
    return code.endsWith("00") ? Division.Level.CITY : Division.Level.COUNTY;
  }

  /** The nearest of county, city, province that the list has. */
  private static Optional<String> parent(String code, Set<String> codes) {
    String county = code.substring(0, 6);
    String city = code.substring(0, 4) + "00";
    String province = code.substring(0, 2) + "0000";
    for (String above : new String[] {county, city, province}) {
      if (!above.equals(code) && codes.contains(above)) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }
}
