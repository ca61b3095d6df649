package xinglin.schemas.drift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.drift.printed.HeaderGuess;
import xinglin.schemas.drift.printed.PrintedTable;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * What a file prints that no definition knows.
 *
 * @param title without year and place; empty if there is none
 * @param year printed in the title, if there is one
 * @param reporter labels that may name the reporter
 * @param signature labels around the table
 */
public record PrintedForm(
    String title,
    Optional<String> year,
    List<String> reporter,
    List<String> signature,
    List<PrintedTable> tables) {
  private static final Pattern ATTACHMENT =
      Pattern.compile("^\\s*附\\s*[件表]\\s*[0-9０-９一二三四五六七八九十]*\\s*[：:]?\\s*$");
  private static final Pattern REPORTER = Pattern.compile(".*(单位|地区|县|区|乡镇|街道|街镇).*");

  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*年");

  public PrintedForm {
    reporter = List.copyOf(reporter);
    signature = List.copyOf(signature);
    tables = List.copyOf(tables);
  }

  static PrintedForm of(Document document) {
    List<PrintedTable> tables = new ArrayList<>();
    for (Grid grid : document.grids()) {
      Optional<PrintedTable> table = HeaderGuess.read(grid);
      table.ifPresent(tables::add);
    }
    AroundTexts texts = AroundTexts.of(document, tables);
    Optional<String> printed =
        texts.before().stream()
            .map(AroundTexts.Text::text)
            .filter(
                text ->
                    AroundTexts.labels(text).isEmpty()
                        && !ATTACHMENT.matcher(text).matches()
                        && text.strip().length() >= 5)
            .findFirst();
    Set<String> reporter = new LinkedHashSet<>();
    Set<String> signature = new LinkedHashSet<>();
    for (AroundTexts.Text text : texts.before()) {
      for (String label : AroundTexts.labels(text.text())) {
        (REPORTER.matcher(label).matches() ? reporter : signature).add(label);
      }
    }
    texts.after().forEach(text -> signature.addAll(AroundTexts.labels(text.text())));
    return new PrintedForm(
        printed.map(AroundComparison::bare).orElse(""),
        printed.flatMap(PrintedForm::yearIn),
        List.copyOf(reporter),
        List.copyOf(signature),
        tables);
  }

  private static Optional<String> yearIn(String title) {
    Matcher matcher = YEAR.matcher(title);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
