package xinglin.app.night;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.LetterBlank;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.value.Labels;

/**
 * Everything that a home has published, and the restricted columns, found by file and the sender's
 * labels.
 */
final class PublishedValues {
  private static final List<String> REGISTERS =
      List.of("lead", "risk_point", "patrol", "lookback_case", "joint_request", "document");
  private final Definitions definitions;
  private final List<Map<String, String>> figures = new ArrayList<>();
  private final Map<String, List<Map<String, String>>> registers = new HashMap<>();
  private final Map<String, String> derived = new HashMap<>();

  private PublishedValues(Definitions definitions) {
    this.definitions = definitions;
  }

  /** A value as found; state blank where nothing is known. */
  record Found(String value, String state, String bound) {
    static Found ofText(String text) {
      return text.isEmpty() ? new Found("", "blank", "") : new Found(text, "reported", "");
    }
  }

  static PublishedValues none() {
    return new PublishedValues(Definitions.load(Optional.empty()));
  }

  static PublishedValues read(Path home, Definitions definitions) throws IOException, SQLException {
    PublishedValues values = new PublishedValues(definitions);
    Path file = home.resolve("published/current/xinglin.duckdb");
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
        Statement statement = connection.createStatement()) {
      values.figures.addAll(rows(statement, "observation", "'observation' as role_of"));
      values.figures.addAll(rows(statement, "stated_figure", "role as role_of"));
      Map<String, Map<String, String>> sealed =
          Sealed.read(home, REGISTERS, submissions(statement));
      for (String register : REGISTERS) {
        List<Map<String, String>> rows = rows(statement, register, "'' as role_of");
        rows.forEach(
            row ->
                row.putAll(
                    sealed.getOrDefault(
                        register + "/" + row.get("submission_id") + "/" + row.get("ordinal"),
                        Map.of())));
        values.registers.put(register, rows);
      }
      values.derive(statement);
    }
    return values;
  }

  private static List<String> submissions(Statement statement) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (ResultSet result =
        statement.executeQuery("select submission_id from history.submission")) {
      while (result.next()) {
        ids.add(result.getString(1));
      }
    }
    return ids;
  }

  private static List<Map<String, String>> rows(Statement statement, String table, String more)
      throws SQLException {
    String sql =
        "select data.*, delivery.sha256, submission.form_id as the_form, "
            + more
            + " from history."
            + table
            + " data"
            + " join history.submission submission using (submission_id) join delivery using (delivery_id)"
            + " where submission.verdict <> 'duplicate'";
    List<Map<String, String>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          String text = result.getString(column);
          row.put(result.getMetaData().getColumnName(column), text == null ? "" : text);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** What the list derives from a whole file, asked as a statistician would. */
  private void derive(Statement statement) throws SQLException {
    String open =
        "select count(*) from risk_point where found_on <= date '%1$s' and (closed_on is null or closed_on > date '%1$s')%2$s";
    for (String day : List.of("2017-12-31", "2020-12-31", "2023-12-31")) {
      derived.put(day + "/在册风险点数", one(statement, open.formatted(day, "")));
    }
    try (ResultSet towns =
        statement.executeQuery("select distinct division_name from risk_point")) {
      List<String> names = new ArrayList<>();
      while (towns.next()) {
        names.add(towns.getString(1));
      }
      for (String town : names) {
        derived.put(
            town + "/在册风险点数@2023-12-31",
            one(statement, open.formatted("2023-12-31", " and division_name = '" + town + "'")));
      }
    }
    derived.put(
        "2017-12-31..2020-12-31/下降幅度", indicator(statement, "risk_point_reduction", 2018, 2020));
    derived.put(
        "2020-12-31..2023-12-31/下降幅度", indicator(statement, "risk_point_reduction", 2021, 2023));
    String leads =
        "select count(*) from lead where division_code like '310118%%' and year(received_on) = %d and %s";
    Map<String, String> conditions =
        Map.of(
            "受理数", "true",
            "办结数", "closed_on is not null",
            "查实数", "result = 'substantiated'",
            "立案数", "is_filed",
            "移送公安数", "referred_on is not null",
            "实名数", "is_real_name",
            "实名反馈数", "is_real_name and replied_on is not null");
    for (int year = 2021; year <= 2023; year++) {
      for (Map.Entry<String, String> condition : conditions.entrySet()) {
        derived.put(
            year + "/" + condition.getKey(),
            one(statement, leads.formatted(year, condition.getValue())));
      }
      derived.put(
          year + "/查实率（查实/受理）", indicator(statement, "lead_substantiation_rate", year, year));
      derived.put(
          year + "/查实率（查实/办结）",
          indicator(statement, "lead_substantiation_rate_closed", year, year));
    }
  }

  private static String indicator(Statement statement, String id, int from, int to)
      throws SQLException {
    return one(
        statement,
        "select value from indicator_for('%s', date '%d-01-01', date '%d-12-31') where division_code = '310118'"
            .formatted(id, from, to));
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      String text = result.next() ? result.getString(1) : "";
      return text == null ? "" : text;
    }
  }

  Optional<Found> find(String sha, ExpectedValue expected) {
    if (expected.isDerived()) {
      return Optional.ofNullable(derived.get(expected.row() + "/" + expected.label()))
          .map(Found::ofText);
    }
    return figure(sha, expected).or(() -> line(sha, expected));
  }

  private Optional<Found> figure(String sha, ExpectedValue expected) {
    for (Map<String, String> row : figures) {
      if (row.get("sha256").equals(sha) && isMeant(row, expected)) {
        String value = row.get("value_text").isEmpty() ? row.get("value") : row.get("value_text");
        return Optional.of(new Found(value, row.get("state"), row.get("bound")));
      }
    }
    return Optional.empty();
  }

  /** Whether the form gives this figure the label that the list names. */
  private boolean isMeant(Map<String, String> row, ExpectedValue expected) {
    FormDefinition form = definitions.forms().get(row.get("the_form"));
    if (!row.get("sheet").equals(expected.sheet())) {
      return false;
    }
    for (TableLayout table : form.tables()) {
      for (Item row1 : table.rows().items()) {
        if (row1.name().equals(row.get("measure_id"))
            && says(row1, expected.label())
            && samePeriod(row, expected)) {
          return true;
        }
      }
      for (Item item : table.columns()) {
        if (item.isMeasure()
            && item.name().equals(row.get("measure_id"))
            && says(item, expected.label())
            && sameRow(table, item, row, expected.row())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean samePeriod(Map<String, String> row, ExpectedValue expected) {
    return expected.row().isEmpty()
        || expected.row().equals(row.get("period_start") + ".." + row.get("period_end"));
  }

  private static boolean sameRow(
      TableLayout table, Item column, Map<String, String> row, String label) {
    if (table.rows().items().isEmpty()
        || column.use() == Item.Use.TOTAL
        || !column.category().equals(Item.ALL)) {
      boolean total = row.get("role_of").equals("total");
      return total == (column.use() == Item.Use.TOTAL)
          && row.get("category").equals(column.category());
    }
    for (Item item : table.rows().items()) {
      if (says(item, label)) {
        boolean total = item.use() == Item.Use.TOTAL;
        return total
            ? row.get("role_of").equals("total")
            : row.get("category").equals(item.category()) && !row.get("role_of").equals("total");
      }
    }
    return !row.get("role_of").equals("total");
  }

  private static boolean says(Item item, String label) {
    String group = label.contains("/") ? label.substring(0, label.indexOf('/')) : "";
    String words = Labels.withoutUnit(label.substring(label.indexOf('/') + 1));
    return (group.isEmpty() || item.under().map(group::equals).orElse(false))
        && item.labels().stream()
            .anyMatch(
                known ->
                    Labels.withoutUnit(known).equals(words)
                        || Labels.normalise(known).equals(Labels.normalise(label)));
  }

  private Optional<Found> line(String sha, ExpectedValue expected) {
    for (Map.Entry<String, List<Map<String, String>>> register : registers.entrySet()) {
      for (Map<String, String> row : register.getValue()) {
        if (row.get("sha256").equals(sha) && isLine(register.getKey(), row, expected.row())) {
          Optional<Found> found =
              value(definitions.forms().get(row.get("the_form")), row, expected);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isLine(String table, Map<String, String> row, String label) {
    String number = label.replaceAll("\\D", "");
    return switch (table) {
      case "lead" ->
          row.get("lead_id").equals(label)
              || row.get("lead_id").equals(number) && label.startsWith("序号");
      case "risk_point" -> row.get("risk_point_key").equals(number);
      case "patrol" -> row.get("ordinal").equals(Integer.toString(Integer.parseInt(number) - 1));
      case "lookback_case" -> row.get("case_no").equals(number);
      default -> true;
    };
  }

  private Optional<Found> value(
      FormDefinition form, Map<String, String> row, ExpectedValue expected) {
    if (expected.label().equals("序号")) {
      return Optional.of(Found.ofText(Integer.toString(Integer.parseInt(row.get("ordinal")) + 1)));
    }
    for (Item item : items(form)) {
      if (item.use() == Item.Use.COLUMN && says(item, expected.label())) {
        return Optional.of(Found.ofText(asSent(item, row)));
      }
    }
    for (TableLayout table : form.tables()) {
      var block =
          table.blocks().stream()
              .filter(field -> field.labels().contains(expected.label()))
              .findFirst();
      if (block.isPresent()) {
        return Optional.of(Found.ofText(row.getOrDefault(block.get().column(), "")));
      }
    }
    return Optional.empty();
  }

  private static List<Item> items(FormDefinition form) {
    List<Item> items = new ArrayList<>();
    form.tables().forEach(table -> items.addAll(table.columns()));
    for (LetterBlank sentence : form.letter()) {
      items.addAll(sentence.items());
    }
    return items;
  }

  /** Codes back to the sender's words. */
  private String asSent(Item item, Map<String, String> row) {
    String stored = row.getOrDefault(item.name(), "");
    return switch (item.type()) {
      case DIVISION -> row.get("division_name");
      case YES_NO -> stored.isEmpty() ? "" : stored.equals("true") ? "是" : "否";
      case CODE -> code(item, stored);
      default -> stored;
    };
  }

  private String code(Item item, String stored) {
    if (stored.isEmpty() || stored.equals(item.ifBlank())) {
      return "";
    }
    CodeItem code = definitions.codeLists().get(item.list().orElseThrow()).get(stored);
    return switch (stored) {
      case "substantiated" -> "是";
      case "unsubstantiated" -> "否";
      case "advertising" -> "发布违法医疗广告和虚假信息";
      case "drug_trade" -> "药品购销领域违法违规";
      default -> code.zh();
    };
  }
}
