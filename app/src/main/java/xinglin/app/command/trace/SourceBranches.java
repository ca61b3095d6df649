package xinglin.app.command.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.query.Row;

/** Files with the rows of each, the first of many. */
final class SourceBranches {
  private static final int FILES_FOR_EACH_ROW = 4;
  private static final int DIGITS = 12;
  private final SentNames names;
  private final Texts texts;
  private final int limit;

  /**
   * @param limit rows shown of each file, 0 for all; four times as many files
   */
  SourceBranches(SentNames names, Texts texts, int limit) {
    this.names = names;
    this.texts = texts;
    this.limit = limit == 0 ? Integer.MAX_VALUE / FILES_FOR_EACH_ROW : limit;
  }

  List<Branch> of(boolean areExpected, List<Row> rows) {
    if (areExpected) {
      return shortened(rows.stream().map(SourceBranches::expected).toList(), limit);
    }
    Map<String, List<Row>> files =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("submission_id"), LinkedHashMap::new, Collectors.toList()));
    List<Branch> branches = new ArrayList<>();
    files.forEach(
        (submission, found) ->
            branches.add(
                new Branch(
                    file(submission, found),
                    shortened(
                        found.stream()
                            .map(
                                row -> submission.isEmpty() ? expected(row) : Branch.leaf(row(row)))
                            .toList(),
                        limit))));
    return shortened(branches, limit * FILES_FOR_EACH_ROW);
  }

  /** What a definition asks for: there is no cell, but a line of a file. */
  private static Branch expected(Row row) {
    return Branch.leaf(
        row.text("row_key") + row.find("defined_in").map(place -> "  " + place).orElse(""));
  }

  private List<Branch> shortened(List<Branch> all, int most) {
    if (all.size() <= most + 1) {
      return all;
    }
    List<Branch> some = new ArrayList<>(all.subList(0, most));
    some.add(Branch.leaf(texts.say("trace.more", all.size() - most)));
    return some;
  }

  private String file(String submission, List<Row> rows) {
    Row first = rows.get(0);
    if (submission.isEmpty()) {
      return texts.say("trace.nofile", first.text("table_name"), rows.size());
    }
    BigDecimal sum =
        rows.stream()
            .flatMap(row -> row.number("amount").stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String sha = first.text("sha256");
    return String.join(
            " · ",
            names.text(first.text("delivery_id")),
            "sha256 " + sha.substring(0, Math.min(DIGITS, sha.length())),
            submission,
            first.text("reporter_name") + " " + first.text("form_id"))
        + texts.say("trace.file", rows.size(), Row.plain(sum).toPlainString());
  }

  private String row(Row row) {
    List<String> parts = new ArrayList<>();
    parts.add(place(row));
    parts.add(row.number("amount").map(SourceBranches::signed).orElse("–"));
    parts.add(row.find("row_division_name").orElse(row.text("row_division")));
    row.find("measure_id")
        .ifPresent(
            measure -> {
              parts.add(measure + " " + row.text("category"));
              if (!row.text("state").equals("reported")) {
                parts.add(texts.say("trace.sent", row.text("state"), row.text("verbatim")));
              }
            });
    if (row.find("measure_id").isEmpty()) {
      parts.add(row.text("table_name") + " " + row.text("row_key"));
    }
    row.find("counted_with")
        .ifPresent(
            others -> parts.add(texts.say("trace.shared", others.split(" ").length, others)));
    return String.join("  ", parts);
  }

  /** As a sender sees it: {@code 风险点台账!C7 F7}; without a sheet the address alone. */
  private static String place(Row row) {
    String sheet = row.text("sheet");
    String cells = row.find("cells").orElse(row.text("cell"));
    return cells.isEmpty() ? row.text("row_key") : (sheet.isEmpty() ? "" : sheet + "!") + cells;
  }

  private static String signed(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + amount.toPlainString();
  }
}
