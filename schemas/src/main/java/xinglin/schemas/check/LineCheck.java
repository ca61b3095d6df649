package xinglin.schemas.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Value;

/**
 * REPEATED_LINE and DUPLICATE_LINE: two lines with the same key, alike in all else or not.
 *
 * @param thing what a line is about
 * @param ignore columns that may differ, such as the serial number
 */
record LineCheck(Wording thing, Set<String> ignore) implements FormCheck {
  static final LineCheck USUAL =
      new LineCheck(new Wording("登记对象", "thing"), Set.of("serial", "ordinal"));

  LineCheck {
    ignore = Set.copyOf(ignore);
  }

  @Override
  public List<Issue> run(CheckInput input) {
    Map<String, RegisterLine> first = new HashMap<>();
    List<Issue> issues = new ArrayList<>();
    for (RegisterLine line : input.lines()) {
      if (line.key().isBlank()) {
        continue;
      }
      RegisterLine before = first.putIfAbsent(line.table() + "\n" + line.key(), line);
      if (before != null) {
        issues.add(issue(line, before, input));
      }
    }
    return issues;
  }

  private Issue issue(RegisterLine line, RegisterLine before, CheckInput input) {
    Set<String> differs = differing(line, before);
    Issue issue =
        Issue.of(differs.isEmpty() ? "REPEATED_LINE" : "DUPLICATE_LINE")
            .at(line.sheet(), line.cell());
    issue =
        issue.with(
            "other_place",
            before.sheet().isEmpty() ? before.cell() : before.sheet() + "!" + before.cell());
    return differs.isEmpty()
        ? issue
        : issue
            .with("thing", thing.zh())
            .with("thing_en", thing.en())
            .with("differs", labels(differs, input));
  }

  /** The sender's words; values that stand in no column of their own are left out. */
  private static String labels(Set<String> differs, CheckInput input) {
    Set<String> columns = new TreeSet<>(differs);
    columns.retainAll(input.labels().keySet());
    return (columns.isEmpty() ? differs : columns)
        .stream().map(input::label).collect(Collectors.joining("、"));
  }

  private Set<String> differing(RegisterLine line, RegisterLine before) {
    Set<String> columns = new TreeSet<>(line.values().keySet());
    columns.addAll(before.values().keySet());
    columns.removeAll(ignore);
    columns.removeIf(
        column ->
            Objects.equals(said(line.values().get(column)), said(before.values().get(column))));
    return columns;
  }

  /** What a value says, however it is written: 2020-07-03 and 2020年7月3日 are the same. */
  private static Object said(@org.jspecify.annotations.Nullable Value value) {
    if (value == null) {
      return "";
    }
    if (value.date().isPresent()) {
      return value.date().get();
    }
    return value
        .number()
        .<Object>map(Datum::plain)
        .or(value::text)
        .orElseGet(() -> value.verbatim().strip());
  }
}
