package xinglin.schemas.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads the {@code print} section of a form. */
final class PrintParser {
  private static final Pattern BLANK = Pattern.compile("\\{([^{}=]*)(?:=[^{}]*)?}");

  /** The column of row labels, and that of the values of a list. */
  private static final Set<String> COLUMNS = Set.of("rows", "value");

  /** Blanks of a letter; other words in braces are for whoever fills it in. */
  private static final Pattern NAME = Pattern.compile("[a-z_]+");

  private static final int MOST_ROWS = 500;
  private static final int WIDEST = 200;
  private final Entry print;
  private final Collection<String> names;
  private final Collection<String> blanks;

  private PrintParser(Entry print, Collection<String> names, Collection<String> blanks) {
    this.print = print;
    this.names = names;
    this.blanks = blanks;
  }

  /**
   * @param names measures and columns that the form asks for
   * @param blanks blanks of its letter
   */
  static FormPrint parse(Entry form, Collection<String> names, Collection<String> blanks) {
    return form.find("print")
        .map(entry -> new PrintParser(entry, names, blanks).parse())
        .orElse(
            new FormPrint(
                "",
                "",
                "",
                "",
                false,
                List.of(),
                List.of(),
                "",
                0,
                FormPrint.RowsOf.CHILDREN,
                Optional.empty(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of()));
  }

  private FormPrint parse() {
    Optional<Boolean> landscape =
        print.has("landscape") ? Optional.of(print.flag("landscape", false)) : Optional.empty();
    int rows = print.number("rows", 0);
    if (rows < 0 || rows > MOST_ROWS) {
      print.problem(
          "rows", Mistake.of("a printed form has 1 to {0} lines, not {1}", MOST_ROWS, rows));
    }
    FormPrint parsed =
        new FormPrint(
            print.text("attachment", ""),
            print.text("title", ""),
            print.text("reporter", ""),
            print.text("signature", ""),
            print.flag("signature_above", false),
            print.texts("notes"),
            groups(),
            print.text("corner", ""),
            rows,
            print.choice("rows_of", FormPrint.RowsOf.class, FormPrint.RowsOf.CHILDREN),
            landscape,
            print.texts("sheets"),
            widths(),
            known("headers"),
            letter());
    print.done();
    return parsed;
  }

  private List<FormPrint.Group> groups() {
    List<FormPrint.Group> groups = new ArrayList<>();
    for (Entry group : print.list("groups")) {
      groups.add(new FormPrint.Group(group.text("text"), name(group, "from"), name(group, "to")));
      group.done();
    }
    return groups;
  }

  private String name(Entry entry, String key) {
    String name = entry.text(key);
    if (!names.contains(name)) {
      entry.problem(key, unknown(name, names));
    }
    return name;
  }

  private static Mistake unknown(String name, Collection<String> known) {
    return Mistake.of("the form has no \"{0}\" to print", name).near(name, known);
  }

  private Map<String, String> known(String key) {
    Map<String, String> texts = print.map(key);
    for (String name : texts.keySet()) {
      if (!names.contains(name) && !COLUMNS.contains(name)) {
        print.problem(key, unknown(name, names));
      }
    }
    return texts;
  }

  private Map<String, Integer> widths() {
    Map<String, Integer> widths = new LinkedHashMap<>();
    known("widths")
        .forEach(
            (name, text) -> {
              if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= WIDEST) {
                widths.put(name, Integer.parseInt(text));
              } else {
                print.problem(
                    "widths", Mistake.of("a width is 1 to {0} characters, not {1}", WIDEST, text));
              }
            });
    return widths;
  }

  private List<FormPrint.LetterLine> letter() {
    List<FormPrint.LetterLine> lines = new ArrayList<>();
    for (Entry line : print.list("letter")) {
      FormPrint.Place place = FormPrint.Place.BODY;
      String text = "";
      for (FormPrint.Place candidate : FormPrint.Place.values()) {
        String key = candidate.name().toLowerCase(java.util.Locale.ROOT);
        if (line.has(key)) {
          place = candidate;
          text = line.text(key);
        }
      }
      if (text.isEmpty()) {
        line.problem(Mistake.of("a paragraph needs title, left, body or right"));
      }
      line.done();
      Matcher blank = BLANK.matcher(text);
      while (blank.find()) {
        String name = blank.group(1);
        boolean known = blanks.contains(name) || name.equals("reporter");
        if (!known && NAME.matcher(name).matches()) {
          line.problem(unknown(name, blanks));
        }
      }
      lines.add(new FormPrint.LetterLine(place, text));
    }
    return lines;
  }
}
