package xinglin.warehouse.penalty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.exchange.FoundLayout;
import xinglin.schemas.exchange.PenaltyField;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.sheet.CellAddress;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/**
 * Problems that sets found, as the sender is told of them: at a cell, in the words of the sheet.
 */
final class PenaltyFindings {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  /** What is wrong with a number that checks itself, by the code of the macro. */
  private static final Map<String, Wording> FAULTS =
      Map.of(
          "length", new Wording("位数不对", "wrong length"),
          "character", new Wording("含有不允许的字符", "a character that is not allowed"),
          "birth", new Wording("出生日期不存在", "no such birth date"),
          "last", new Wording("末位校验码不符", "wrong last character"));

  private final DuckDb duckDb;
  private final PenaltySheet sheet;
  private final Function<Issue, Finding> findings;
  private final ObjectMapper json = new ObjectMapper();

  PenaltyFindings(DuckDb duckDb, PenaltySheet sheet, Function<Issue, Finding> findings) {
    this.duckDb = duckDb;
    this.sheet = sheet;
    this.findings = findings;
  }

  /** In the order of rows. */
  List<Finding> list() throws SQLException {
    List<Finding> told = new ArrayList<>();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("exchange/issue_rows.sql"))) {
      while (StreamedRows.next(row)) {
        told.add(findings.apply(issue(row)));
      }
    }
    return told;
  }

  private Issue issue(ResultSet row) throws SQLException {
    PenaltyField field = PenaltyField.valueOf(row.getString("field").toUpperCase(Locale.ROOT));
    Issue issue =
        Issue.of(row.getString("code"))
            .at(sheet.sheet(), cell(field, row.getInt("sheet_row")))
            .about(field.column())
            .sent(row.getString("sent"))
            .expecting(row.getString("expected"))
            .with("label", sheet.found().label(field))
            .with("label_en", sheet.found().label(field));
    for (Map.Entry<String, String> argument : arguments(row.getString("arguments")).entrySet()) {
      issue = with(issue, field, argument.getKey(), argument.getValue());
    }
    return issue;
  }

  private Issue with(Issue issue, PenaltyField field, String name, String value) {
    if (name.equals("fault")) {
      Wording fault = Optional.ofNullable(FAULTS.get(value)).orElse(new Wording(value, value));
      return issue.with("reason", fault.zh()).with("reason_en", fault.en());
    }
    if (name.equals("other_row")) {
      String cell = cell(field, Integer.parseInt(value));
      return issue
          .with("other_place", CheckCatalogue.place(sheet.sheet(), cell, Language.ZH))
          .with("other_place_en", CheckCatalogue.place(sheet.sheet(), cell, Language.EN));
    }
    return issue.with(name, value);
  }

  /** Where the field stands; a field that the sheet lacks is missed in the row's first cell. */
  private String cell(PenaltyField field, int row) {
    FoundLayout found = sheet.found();
    int column = Optional.ofNullable(found.places().get(field)).orElse(0);
    return CellAddress.columnName(column) + row;
  }

  private Map<String, String> arguments(String text) {
    try {
      return json.readValue(text, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read the arguments of an issue: " + text, e);
    }
  }
}
