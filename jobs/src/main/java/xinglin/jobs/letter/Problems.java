package xinglin.jobs.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import xinglin.jobs.letter.Letter.Line;
import xinglin.jobs.mark.page.Words;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.sheet.Paragraph;

/** The problems of a form as lines of a letter: the worst first, many of a kind in one line. */
final class Problems {
  private static final int MANY = 4;
  private static final int PLACES_SHOWN = 12;
  private static final int VALUES_SHOWN = 8;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_VALUE = 60;
  private final Language language;
  private final Words words;

  Problems(Language language) {
    this.language = language;
    this.words = Words.in(language);
  }

  /** What findings must share to stand in one line. */
  private record Kind(Severity severity, String code, String sheet) {}

  /**
   * @param lines with how many findings they stand for
   */
  record Shown(List<Line> lines, long findings) {}

  /** At most so many lines; what is only for information is left out. */
  Shown of(List<Finding> findings, int most) {
    Map<Kind, List<Finding>> kinds = new LinkedHashMap<>();
    findings.stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .distinct()
        .sorted(Comparator.comparing(Finding::severity))
        .forEach(
            finding ->
                kinds
                    .computeIfAbsent(
                        new Kind(finding.severity(), finding.code(), finding.sheet()),
                        none -> new ArrayList<>())
                    .add(finding));
    List<List<Finding>> rows = new ArrayList<>();
    for (List<Finding> same : kinds.values()) {
      if (same.size() >= MANY) {
        rows.add(same);
      } else {
        same.forEach(finding -> rows.add(List.of(finding)));
      }
    }
    List<List<Finding>> shown = rows.subList(0, Math.min(rows.size(), most));
    return new Shown(
        shown.stream().map(this::line).toList(), shown.stream().mapToLong(List::size).sum());
  }

  private Line line(List<Finding> same) {
    Finding first = same.get(0);
    String key = first.severity().code();
    String message = cut(message(first), LONGEST_TEXT);
    return new Line(
        first.severity(),
        words.say(key + ".word"),
        same.size() > 1 ? words.say("letter.place.more", place(first), same.size()) : place(first),
        same.size() > 1 ? message + "\n" + places(same) : message,
        values(same, Finding::verbatim),
        values(same, Finding::expected));
  }

  private String places(List<Finding> same) {
    String shown =
        same.stream()
            .limit(PLACES_SHOWN)
            .map(Finding::cell)
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining(language == Language.EN ? ", " : "、"));
    return words.say(
        "same", same.size(), same.size() > PLACES_SHOWN ? words.say("same.more", shown) : shown);
  }

  private static String values(List<Finding> same, Function<Finding, String> value) {
    List<Finding> known = same.stream().filter(one -> !value.apply(one).isEmpty()).toList();
    String shown =
        known.stream()
            .limit(VALUES_SHOWN)
            .map(
                one ->
                    (same.size() > 1 && !one.cell().isEmpty() ? one.cell() + "：" : "")
                        + cut(value.apply(one), LONGEST_VALUE))
            .collect(Collectors.joining("\n"));
    return known.size() > VALUES_SHOWN ? shown + "\n…" : shown;
  }

  private String place(Finding finding) {
    if (finding.cell().isEmpty()) {
      return finding.sheet().isEmpty() ? words.say("place.file") : finding.sheet();
    }
    if (finding.sheet().equals(Paragraph.SHEET) && finding.cell().matches("P[1-9][0-9]{0,6}")) {
      return words.say("place.paragraph", finding.cell().substring(1));
    }
    return finding.sheet().isEmpty()
        ? finding.cell()
        : words.say("place.sheet", finding.cell(), finding.sheet());
  }

  /** The message without the address before it, which stands in a column of its own. */
  private String message(Finding finding) {
    String own = language == Language.EN ? finding.messageEn() : finding.message();
    String text = own.isEmpty() ? finding.message() : own;
    boolean both = !finding.sheet().isEmpty() && !finding.cell().isEmpty();
    String address = finding.sheet() + (both ? "!" : "") + finding.cell();
    return !address.isEmpty() && text.startsWith(address)
        ? text.substring(address.length()).replaceFirst("^[：:\\s]+", "")
        : text;
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) + "…" : text;
  }
}
