package xinglin.app.command.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.QueryException;
import xinglin.warehouse.query.Row;

/** From a cell of a file, or from all of them, to the values they are in. */
final class CellTrace {
  private static final int DIVISIONS = 12;
  private final Row submission;
  private final Optional<String> sheet;
  private final Optional<String> address;
  private final List<Row> read;
  private final List<Row> fed;
  private final List<Row> may;
  private final SentNames names;
  private final Texts texts;

  /**
   * @param submission of the file
   * @param cell {@code Sheet1!C7}, or {@code C7} on the only sheet; empty for all cells
   */
  CellTrace(
      PublishedQuery query,
      Row submission,
      Optional<String> cell,
      List<AskedWindow> windows,
      SentNames names,
      Texts texts) {
    this.submission = submission;
    this.names = names;
    this.texts = texts;
    this.address = cell.map(text -> text.substring(text.lastIndexOf('!') + 1));
    this.sheet =
        cell.map(
            text ->
                text.contains("!")
                    ? text.substring(0, text.lastIndexOf('!')).replaceAll("^'|'$", "")
                    : submission.text("sheet"));
    Optional<String> id = submission.find("submission_id");
    this.read =
        cell.isPresent() ? query.rows("trace/cell.sql", List.of(id, sheet, address)) : List.of();
    this.may = cell.isPresent() ? mayCount(query, List.of(id, sheet, address)) : List.of();
    this.fed =
        windows.stream()
            .flatMap(
                window ->
                    query
                        .rows(
                            "trace/fed.sql",
                            List.of(
                                Optional.of(window.from().toString()),
                                Optional.of(window.to().toString()),
                                id,
                                sheet,
                                address))
                        .stream())
            .toList();
  }

  /** A file from before does not say; nor does it say of what is named whether it is shared. */
  private static List<Row> mayCount(PublishedQuery query, List<Optional<String>> asked) {
    try {
      return query.rows("trace/may.sql", asked);
    } catch (QueryException e) {
      if (e.reason() == QueryException.Reason.OTHER_VERSION) {
        return List.of();
      }
      throw e;
    }
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    for (String column :
        List.of(
            "submission_id",
            "delivery_id",
            "sha256",
            "form_id",
            "reporter_code",
            "reporter_name",
            "period_start",
            "period_end",
            "verdict")) {
      json.put(column, submission.find(column).orElse(null));
    }
    json.put("is_current", submission.text("is_current").equals("true"));
    json.put("files", names.chain(submission.text("delivery_id")));
    json.put("sheet", sheet.orElse(null));
    json.put("cell", address.orElse(null));
    List<Object> rows = new ArrayList<>();
    for (Row row : read) {
      Map<String, Object> one = new LinkedHashMap<>();
      for (String column :
          List.of(
              "table_name",
              "row_key",
              "column_name",
              "measure_id",
              "category",
              "state",
              "decides")) {
        one.put(column, row.find(column).orElse(null));
      }
      one.put("value", row.number("value").orElse(null));
      rows.add(one);
    }
    json.put("read", rows);
    List<Object> feeds = new ArrayList<>();
    for (Row row : fed) {
      Map<String, Object> one = new LinkedHashMap<>();
      for (String column :
          List.of("indicator_id", "window_start", "window_end", "division_code", "role")) {
        one.put(column, row.text(column));
      }
      one.put("evidence", row.find("evidence").orElse(null));
      one.put("counted_with", row.number("counted_with").orElse(null));
      one.put("rows", row.number("rows").orElse(null));
      one.put("cells", row.number("cells").orElse(null));
      feeds.add(one);
    }
    json.put("feeds", feeds);
    json.put(
        "may_count",
        may.stream()
            .map(
                row -> Map.of("indicator_id", row.text("indicator_id"), "scope", row.text("scope")))
            .toList());
    return json;
  }

  /** As a tree. */
  List<String> lines() {
    List<Branch> below = new ArrayList<>();
    read.forEach(row -> below.add(Branch.leaf(meaning(row))));
    Map<String, List<Row>> values =
        fed.stream()
            .collect(Collectors.groupingBy(this::value, LinkedHashMap::new, Collectors.toList()));
    values.forEach((value, rows) -> below.add(new Branch(value, List.of(divisions(rows)))));
    read.stream()
        .flatMap(row -> row.find("decides").stream())
        .distinct()
        .filter(decides -> !fed.isEmpty())
        .forEach(decides -> below.add(Branch.leaf(texts.say("trace.decides." + decides))));
    mayCount().forEach((scope, names) -> below.add(new Branch(scope, names)));
    String verdict = submission.text("verdict");
    if (!verdict.startsWith("accepted")) {
      below.add(Branch.leaf(texts.say("trace.refused", verdict)));
    } else if (!submission.text("is_current").equals("true")) {
      below.add(Branch.leaf(texts.say("trace.superseded", submission.text("known_to"))));
    } else if (address.isPresent() && read.isEmpty() && fed.isEmpty()) {
      below.add(Branch.leaf(texts.say("trace.unread")));
    } else if (fed.isEmpty()) {
      below.add(Branch.leaf(texts.say(may.isEmpty() ? "trace.unused" : "trace.unused.yet")));
    }
    String head =
        String.join(
            " · ",
            names.text(submission.text("delivery_id"))
                + address
                    .map(
                        cell ->
                            " "
                                + sheet.filter(it -> !it.isEmpty()).map(it -> it + "!").orElse("")
                                + cell)
                    .orElse(""),
            submission.text("submission_id"),
            submission.text("reporter_name") + " " + submission.text("form_id"),
            texts.say(
                "trace.window", submission.text("period_start"), submission.text("period_end")),
            submission.text("verdict"));
    return new Branch(head, below).lines();
  }

  private String meaning(Row row) {
    if (row.find("measure_id").isEmpty()) {
      return texts.say(
          "trace.read.column",
          row.text("table_name"),
          row.find("column_name").orElse("–"),
          row.text("row_key"));
    }
    return texts.say(
        "trace.read.figure",
        row.text("table_name"),
        row.text(texts.english() ? "measure_label_en" : "measure_label"),
        row.text("category"),
        row.number("value").map(Object::toString).orElse("–"),
        row.text("state"));
  }

  private String value(Row row) {
    return String.join(
        " · ",
        row.text("indicator_id") + " " + row.text(texts.english() ? "title_en" : "title"),
        texts.say("trace.window", row.text("window_start"), row.text("window_end")),
        texts.say("trace.role." + row.text("role"))
            + row.find("evidence").map(evidence -> " · " + evidence(row, evidence)).orElse(""));
  }

  private String evidence(Row row, String evidence) {
    return texts.say(
        "trace.evidence." + evidence, row.number("counted_with").map(Object::toString).orElse(""));
  }

  /** What does not count yet, by where it may come to count. */
  private Map<String, List<Branch>> mayCount() {
    return may.stream()
        .collect(
            Collectors.groupingBy(
                row -> texts.say("trace.may." + row.text("scope")),
                LinkedHashMap::new,
                Collectors.mapping(
                    row ->
                        Branch.leaf(
                            row.text("indicator_id")
                                + " "
                                + row.text(texts.english() ? "title_en" : "title")),
                    Collectors.toList())));
  }

  private Branch divisions(List<Row> rows) {
    String some =
        rows.stream()
            .limit(DIVISIONS)
            .map(row -> (row.text("division_code") + " " + row.text("division_name")).strip())
            .collect(Collectors.joining(texts.say("list.separator")));
    return Branch.leaf(
        rows.size() > DIVISIONS
            ? some + " " + texts.say("trace.more", rows.size() - DIVISIONS)
            : some);
  }
}
