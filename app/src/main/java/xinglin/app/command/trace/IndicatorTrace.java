package xinglin.app.command.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.Row;

/** From a value to its formula, the rows it counts, their cells and files. */
final class IndicatorTrace {
  private static final List<String> NUMBERS =
      List.of(
          "value",
          "numerator",
          "denominator",
          "previous_value",
          "target",
          "published_value",
          "expected_reports",
          "received_reports",
          "coverage");
  private final Row value;
  private final List<Row> rows;
  private final AskedWindow window;
  private final SentNames names;
  private final Texts texts;

  private IndicatorTrace(
      Row value, List<Row> rows, AskedWindow window, SentNames names, Texts texts) {
    this.value = value;
    this.rows = rows;
    this.window = window;
    this.names = names;
    this.texts = texts;
  }

  /** Empty if the division has no such value. */
  static Optional<IndicatorTrace> find(
      PublishedQuery query,
      String indicator,
      AskedWindow window,
      String division,
      SentNames names,
      Texts texts) {
    List<Optional<String>> asked =
        List.of(
            Optional.of(indicator),
            Optional.of(window.from().toString()),
            Optional.of(window.to().toString()),
            Optional.of(division));
    return query.rows("trace/value.sql", asked).stream()
        .findFirst()
        .map(
            value ->
                new IndicatorTrace(
                    value, query.rows("trace/rows.sql", asked), window, names, texts));
  }

  /** Everything, no row left out. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("indicator_id", value.text("indicator_id"));
    json.put("title", title());
    json.put("division_code", value.text("division_code"));
    json.put("division_name", value.text("division_name"));
    json.put("window_start", window.from().toString());
    json.put("window_end", window.to().toString());
    json.put("formula", formula());
    NUMBERS.forEach(column -> json.put(column, value.number(column).orElse(null)));
    for (String column : List.of("unit", "verdict", "published_matches", "note")) {
      json.put(column, value.find(column).orElse(null));
    }
    List<Object> list = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("role", row.text("role"));
      one.put("amount", row.number("amount").orElse(null));
      for (String column :
          List.of(
              "unit_key",
              "table_name",
              "row_key",
              "submission_id",
              "sheet",
              "cell",
              "cells",
              "row_division",
              "evidence",
              "verbatim",
              "state",
              "defined_in",
              "form_id",
              "sha256")) {
        one.put(column, row.find(column).orElse(null));
      }
      one.put(
          "counted_with",
          row.find("counted_with").map(others -> List.of(others.split(" "))).orElse(List.of()));
      one.put("files", row.find("delivery_id").map(names::chain).orElse(List.of()));
      list.add(one);
    }
    json.put("rows", list);
    return json;
  }

  /**
   * As a tree.
   *
   * @param limit rows shown of each file, 0 for all
   */
  List<String> lines(int limit) {
    List<Branch> below = new ArrayList<>();
    Map<String, List<Row>> roles =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("role"), LinkedHashMap::new, Collectors.toList()));
    SourceBranches branches = new SourceBranches(names, texts, limit);
    roles.forEach(
        (role, found) ->
            below.add(new Branch(role(role, found), branches.of(role.equals("expected"), found))));
    String head =
        String.join(
            " · ",
            value.text("indicator_id") + " " + title(),
            value.text("division_code") + " " + value.text("division_name"),
            texts.say("trace.window", window.from(), window.to()));
    return new Branch(head + "\n" + String.join("\n", facts()), below)
        .lines().stream().flatMap(String::lines).toList();
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    facts.add(texts.say("trace.value", shown("value"), value.text("unit"), formula()));
    List<String> more = new ArrayList<>();
    value.find("target").ifPresent(target -> more.add(texts.say("trace.target", shown("target"))));
    more.add(texts.say("trace.verdict." + value.text("verdict")));
    value
        .find("previous_value")
        .ifPresent(before -> more.add(texts.say("trace.previous", shown("previous_value"))));
    value
        .find("published_value")
        .ifPresent(printed -> more.add(texts.say("trace.published", shown("published_value"))));
    value
        .find("expected_reports")
        .ifPresent(
            expected ->
                more.add(
                    texts.say(
                        "trace.coverage",
                        expected,
                        value.text("received_reports"),
                        shown("coverage"))));
    facts.add(String.join(texts.say("trace.separator"), more));
    value.find("note").ifPresent(facts::add);
    facts.add(texts.say("trace.rule", value.text("counting_rule")));
    return facts;
  }

  private String formula() {
    if (value.find("numerator").isEmpty()) {
      return texts.say("trace.nothing");
    }
    if (value.find("denominator").isEmpty()) {
      return texts.say("trace.sum", rows.stream().filter(it -> is(it, "numerator")).count());
    }
    return shown("numerator")
        + " ÷ "
        + shown("denominator")
        + (value.text("unit").equals("%") ? " × 100" : "");
  }

  private String role(String role, List<Row> found) {
    String words =
        switch (role) {
          case "numerator" -> value.text("numerator_words");
          case "denominator" -> value.text("denominator_words");
          default -> texts.say("trace.meaning." + role);
        };
    String amount = role.equals("numerator") || role.equals("denominator") ? " " + shown(role) : "";
    long units = found.stream().map(row -> row.text("unit_key")).distinct().count();
    boolean isKeyed =
        !role.equals("expected")
            && found.stream().anyMatch(row -> row.find("unit_key").isPresent());
    return texts.say("trace.role." + role)
        + amount
        + texts.say("trace.words", words)
        + (isKeyed
            ? texts.say("trace.units", found.size(), units)
            : texts.say("trace.rows", found.size()));
  }

  private static boolean is(Row row, String role) {
    return row.text("role").equals(role);
  }

  private String shown(String column) {
    return value.number(column).map(BigDecimal::toPlainString).orElse("–");
  }

  private String title() {
    return value.text(texts.english() ? "title_en" : "title");
  }
}
