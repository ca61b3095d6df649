package xinglin.schemas.form;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.check.FormChecks;
import xinglin.schemas.codelist.Division;

/**
 * A form as its definition file declares it.
 *
 * @param formId public id
 * @param edition for example {@code 2024}
 * @param source document and attachment that ask for it
 * @param campaigns campaigns that collect it; the file decides which where there are several
 * @param titles words of the title without year and place
 * @param reporterLabels labels of the cell that names the reporter
 * @param reporterLevel level of the reporting division
 * @param signature labels around the table whose values belong to persons
 * @param table register table that its lines become; empty if it has figures only
 * @param key register columns that tell a line from another
 * @param derived register columns made of others, pseudonymised
 * @param letter sentences with blanks, for letters and narrative documents
 * @param kinds words that make a Word file this kind of document; empty for all other forms
 * @param print how it looks on paper
 */
public record FormDefinition(
    String file,
    String formId,
    String edition,
    String zh,
    String en,
    String source,
    List<String> campaigns,
    Accumulation accumulation,
    PeriodRule period,
    List<String> titles,
    List<String> reporterLabels,
    Optional<Division.Level> reporterLevel,
    List<String> signature,
    Optional<String> table,
    List<String> key,
    List<DerivedColumn> derived,
    List<TableLayout> tables,
    List<LetterBlank> letter,
    List<DocumentKind> kinds,
    FormChecks checks,
    FormPrint print) {

  public FormDefinition {
    campaigns = List.copyOf(campaigns);
    titles = List.copyOf(titles);
    reporterLabels = List.copyOf(reporterLabels);
    signature = List.copyOf(signature);
    key = List.copyOf(key);
    derived = List.copyOf(derived);
    tables = List.copyOf(tables);
    letter = List.copyOf(letter);
    kinds = List.copyOf(kinds);
  }

  /** The same form printing the rows of others. */
  public FormDefinition printing(FormPrint.RowsOf rows) {
    return new FormDefinition(
        file,
        formId,
        edition,
        zh,
        en,
        source,
        campaigns,
        accumulation,
        period,
        titles,
        reporterLabels,
        reporterLevel,
        signature,
        table,
        key,
        derived,
        tables,
        letter,
        kinds,
        checks,
        print.with(rows));
  }

  /** A register column made of others, for example a site key of town and address. */
  public record DerivedColumn(String column, List<String> from) {
    public DerivedColumn {
      from = List.copyOf(from);
    }
  }

  /** Words in a title that make a Word file a document of this kind. */
  public record DocumentKind(String kind, List<String> words) {
    public DocumentKind {
      words = List.copyOf(words);
    }
  }
}
