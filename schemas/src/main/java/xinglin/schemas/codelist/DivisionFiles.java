package xinglin.schemas.codelist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;

/** Reads {@code codelists/divisions*.csv} and the file that describes them. */
final class DivisionFiles {
  private static final String DESCRIPTION = Divisions.FILES + ".yaml";
  private static final String HEADER = "code,name,kind";

  private DivisionFiles() {}

  /** What the description adds. */
  record Description(Map<String, List<String>> variants, LookAlikes lookAlikes) {}

  static Description description(DefinitionFiles files, Problems problems) {
    Optional<Entry> entry =
        files.find(DESCRIPTION).flatMap(text -> DefinitionFiles.parse(DESCRIPTION, text, problems));
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

  static Map<String, Division> divisions(
      DefinitionFiles files, Map<String, List<String>> variants, Problems problems) {
    Map<String, Division> byCode = new TreeMap<>();
    for (String path : files.list("codelists", ".csv")) {
      if (path.startsWith(Divisions.FILES)) {
        read(path, files.text(path), variants, byCode, problems);
      }
    }
    Map<String, Division> linked = new TreeMap<>();
    byCode.forEach((code, division) -> linked.put(code, withParent(division, byCode)));
    variants.keySet().stream()
        .filter(code -> !byCode.containsKey(code))
        .sorted()
        .forEach(code -> problems.add(DESCRIPTION, 0, "no division " + code + " to have variants"));
    return linked;
  }

  private static void read(
      String path,
      String text,
      Map<String, List<String>> variants,
      Map<String, Division> byCode,
      Problems problems) {
    String[] lines = text.split("\n");
    if (!lines[0].strip().equals(HEADER)) {
      problems.add(path, 1, "the first line must be " + HEADER);
      return;
    }
    for (int i = 1; i < lines.length; i++) {
      String[] fields = lines[i].strip().split(",", -1);
      Optional<Division.Level> level = fields.length == 3 ? level(fields[0]) : Optional.empty();
      if (level.isEmpty()) {
        problems.add(
            path,
            i + 1,
            "expected " + HEADER + ", the code of six or nine digits: " + lines[i].strip());
        continue;
      }
      Division division =
          new Division(
              fields[0],
              fields[1],
              level.get(),
              Optional.empty(),
              fields[2].equals("pseudo"),
              Optional.empty(),
              Optional.empty(),
              variants.getOrDefault(fields[0], List.of()));
      if (byCode.put(division.code(), division) != null) {
        problems.add(path, i + 1, "division " + division.code() + " stands twice");
      }
    }
  }

  private static Optional<Division.Level> level(String code) {
    boolean digits = code.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || (code.length() != 6 && code.length() != 9)) {
      return Optional.empty();
    }
    if (code.length() == 9) {
      return Optional.of(Division.Level.TOWN);
    }
    return Optional.of(
        code.endsWith("0000")
            ? Division.Level.PROVINCE
            : code.endsWith("00") ? Division.Level.CITY : Division.Level.COUNTY);
  }

  /** The nearest of county, city, province that the list has. */
  private static Division withParent(Division division, Map<String, Division> byCode) {
    String code = division.code();
    List<String> above = new ArrayList<>();
    if (division.level() == Division.Level.TOWN) {
      above.add(code.substring(0, 6));
    }
    if (division.level() == Division.Level.TOWN || division.level() == Division.Level.COUNTY) {
      above.add(code.substring(0, 4) + "00");
    }
    above.add(code.substring(0, 2) + "0000");
    Optional<String> parent =
        above.stream()
            .filter(other -> !other.equals(code) && byCode.containsKey(other))
            .findFirst();
    return new Division(
        code,
        division.name(),
        division.level(),
        parent,
        division.pseudo(),
        division.validFrom(),
        division.validTo(),
        division.variants());
  }
}
