package xinglin.app.night.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.app.night.Published;
import xinglin.app.night.Sealed;

/**
 * Names, numbers, telephones and addresses that went in: as those who made the sample files wrote
 * them down, and as the home itself holds them encrypted, which has packages and all else, too.
 */
final class WentIn {
  /**
   * By table: which restricted columns hold it; {@code other_numbers} are those of organisations.
   */
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "penalty_source",
          List.of("party_name", "representative", "representative_id", "id_number", "address"),
          "patrol",
          List.of("persons", "phone", "address"),
          "lookback_case",
          List.of("party", "address"),
          "joint_request",
          List.of("contact", "contact_phone"),
          "risk_point",
          List.of("address"));

  /** What is not kept whole, but may hold numbers and telephones. */
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "penalty_source", List.of("facts", "content", "remark"),
          "lead", List.of("summary"),
          "submission", List.of("signature"));

  private static final Set<String> MEASURES =
      Set.of("被处罚对象", "地址", "负责人及从业人员姓名", "行医地址", "联系电话", "联系人");

  /** Identity numbers and telephones wherever they stand. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|1[0-9]{10})(?![0-9A-Za-z])");

  private static final Pattern SIGNED = Pattern.compile("(?:人|电话)\"?[:：]\"?([^\",，]{2,20})");
  private static final Pattern BETWEEN = Pattern.compile("[、,，;；/\\s]+");

  private final Set<String> values = new TreeSet<>();

  /** What is expected of the samples, worked out by other programs. */
  WentIn expected() throws IOException {
    for (String[] cells : lines("expected-penalties.csv")) {
      whole(cells[4]);
      if (!cells[5].startsWith("9") || cells[4].length() < 5) {
        whole(cells[5]);
      }
    }
    for (String[] cells : lines("expected-values.csv")) {
      if (cells.length > 4 && MEASURES.contains(cells[3])) {
        whole(cells[4]);
      }
    }
    return this;
  }

  private static List<String[]> lines(String name) throws IOException {
    try (InputStream in = WentIn.class.getResourceAsStream("/xinglin/app/" + name)) {
      if (in == null) {
        throw new IOException("Cannot find " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  /** What the home holds encrypted. */
  WentIn sealed(Path home) throws IOException {
    List<String> submissions =
        Published.query(home, "select distinct submission_id from history.submission");
    Set<String> tables = new TreeSet<>(COLUMNS.keySet());
    tables.addAll(TEXTS.keySet());
    Sealed.read(home, List.copyOf(tables), submissions)
        .forEach(
            (key, row) -> {
              String table = key.substring(0, key.indexOf('/'));
              COLUMNS
                  .getOrDefault(table, List.of())
                  .forEach(column -> whole(row.getOrDefault(column, "")));
              TEXTS
                  .getOrDefault(table, List.of())
                  .forEach(column -> inside(row.getOrDefault(column, "")));
            });
    return this;
  }

  /**
   * Senders, subjects and file names of deliveries, as the home holds them encrypted; a name that
   * is the title of a form is nobody's.
   */
  static Set<String> deliveries(Path home) throws IOException {
    Set<String> values = new TreeSet<>();
    Sealed.read(
            home, List.of("delivery"), Published.query(home, "select delivery_id from delivery"))
        .values()
        .forEach(row -> values.addAll(row.values()));
    String forms;
    try (Stream<Path> files = Files.walk(home.resolve("published/current/forms"))) {
      forms = files.map(Path::toString).collect(Collectors.joining("\n"));
    }
    values.removeIf(value -> value.codePointCount(0, value.length()) < 5 || forms.contains(value));
    return values;
  }

  private void whole(String cell) {
    inside(cell);
    for (String part : BETWEEN.split(cell.replaceAll("[（(][^）)]*[）)]", ""))) {
      boolean isHidden = part.contains("*");
      boolean isShort = part.codePointCount(0, part.length()) < 2 || part.matches("[0-9]{1,6}");
      if (!isHidden && !isShort) {
        values.add(part);
      }
    }
  }

  private void inside(String text) {
    NUMBER.matcher(text).results().forEach(number -> values.add(number.group()));
    SIGNED.matcher(text).results().forEach(name -> values.add(name.group(1).strip()));
  }

  Set<String> values() {
    return values;
  }
}
