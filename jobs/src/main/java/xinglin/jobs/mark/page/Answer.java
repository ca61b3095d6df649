package xinglin.jobs.mark.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import xinglin.jobs.mark.page.AnswerPage.Fact;
import xinglin.jobs.mark.page.AnswerPage.Line;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;

/** Puts an answer into words: the same for every kind of file. */
public final class Answer {
  /** Lines of the first page; counts stay exact. */
  private static final int MOST_LINES = 200;

  /** From this many findings of one kind in one sheet on, they share a line. */
  private static final int MANY = 4;

  private static final int MANY_ERRORS = 10;

  private static final int PLACES_SHOWN = 30;
  private static final int VALUES_SHOWN = 12;
  private static final int LONGEST_TEXT = 2_000;

  private final Summary summary;
  private final List<Finding> findings;
  private final Spots spots;
  private final Words words;

  public Answer(Document document, Summary summary, List<Finding> findings) {
    this.summary = summary;
    this.spots = new Spots(document, summary.language());
    this.words = Words.in(summary.language());
    this.findings = byWeight(findings);
  }

  /** Errors first; within a weight what concerns the whole file, then in the order of reading. */
  private List<Finding> byWeight(List<Finding> unsorted) {
    return unsorted.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(finding -> spots.find(finding).isPresent()))
        .toList();
  }

  /** How the copy tells of its marks. */
  public enum Marked {
    /** In the sender's own file. */
    ORIGINAL,
    /** In a workbook of what was read. */
    TRANSCRIPT,
    /** Nowhere: too large. */
    TOO_LARGE,
    /** Nowhere: nothing that could be marked. */
    NOTHING
  }

  public Words words() {
    return words;
  }

  public Spots spots() {
    return spots;
  }

  /** All places with what their comments say, in order of weight. */
  public List<Mark> marks(int most) {
    Map<Spot, List<Finding>> places = new LinkedHashMap<>();
    for (Finding finding : findings) {
      spots
          .find(finding)
          .filter(spot -> places.containsKey(spot) || places.size() < most)
          .ifPresent(spot -> places.computeIfAbsent(spot, none -> new ArrayList<>()).add(finding));
    }
    List<Mark> marks = new ArrayList<>();
    places.forEach(
        (spot, there) ->
            marks.add(
                new Mark(
                    spot,
                    there.get(0).severity(),
                    there.stream().map(this::comment).collect(Collectors.joining("\n")))));
    return marks;
  }

  private String comment(Finding finding) {
    String key = finding.severity().code();
    return words.say("comment", words.say(key + ".word"), words.say(key + ".demand"))
        + "\n"
        + spots.message(finding);
  }

  /**
   * The first page.
   *
   * @param word whether it stands in a Word file
   * @param marks how many places are marked at most
   */
  public AnswerPage page(Marked marked, boolean word, int marks) {
    boolean links = marked == Marked.ORIGINAL || marked == Marked.TRANSCRIPT;
    List<Line> all = lines(links);
    List<Line> shown = all.subList(0, Math.min(all.size(), MOST_LINES));
    String key = summary.verdict().code();
    return new AnswerPage(
        words.say("sheet"),
        words.say("headline", words.say(key + ".headline")),
        tone(),
        words.say(key + ".meaning") + counts(),
        facts(key),
        List.of(
                "number",
                "weight",
                links ? "place.link" : "place",
                "message",
                "sent",
                "expected",
                "code")
            .stream()
            .map(name -> words.say("head." + name))
            .toList(),
        shown,
        all.size() > shown.size() ? words.say("more", all.size() - shown.size()) : "",
        guide(marked, word, marks),
        words.say("last.line"));
  }

  private Tone tone() {
    return switch (summary.verdict()) {
      case ACCEPTED -> Tone.GOOD;
      case ACCEPTED_WITH_WARNINGS, DUPLICATE -> Tone.DOUBTFUL;
      case REJECTED, UNRECOGNISED, UNSAFE -> Tone.BAD;
    };
  }

  private String counts() {
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      long count = findings.stream().filter(finding -> finding.severity() == severity).count();
      if (count > 0) {
        counts.add(words.say("counts." + severity.code(), count));
      }
    }
    return counts.isEmpty()
        ? ""
        : (words == Words.in(xinglin.schemas.finding.Language.EN) ? " " : "")
            + words.say("counts", String.join(words.say("counts.and"), counts));
  }

  private List<Fact> facts(String key) {
    boolean past = summary.dueOn().map(due -> due.isBefore(summary.checkedOn())).orElse(false);
    Optional<String> due = summary.dueOn().map(day -> Days.of(day, summary.language()));
    String until =
        due.map(day -> words.say(past ? "until.past" : "until.open", day))
            .orElseGet(() -> words.say("until.none"));
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(words.say("fact.todo"), words.say(todo(key), until, words.say("again")), true));
    fact(facts, "file", summary.fileName());
    fact(facts, "form", summary.form());
    fact(facts, "reporter", summary.reporter());
    fact(facts, "period", summary.period().map(p -> Days.of(p, summary.language())).orElse(""));
    fact(facts, "due", due.map(day -> past ? words.say("fact.due.past", day) : day).orElse(""));
    fact(facts, "checked", Days.of(summary.checkedOn(), summary.language()));
    return facts;
  }

  private String todo(String key) {
    boolean warned = findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
    return key + (summary.verdict() == Verdict.REJECTED && !warned ? ".todo.errors" : ".todo");
  }

  private void fact(List<Fact> facts, String name, String text) {
    if (!text.isEmpty()) {
      facts.add(new Fact(words.say("fact." + name), text, false));
    }
  }

  /** What findings must share to stand in one line: the same problem in the same sheet. */
  private record Kind(Severity severity, String code, String sheet) {}

  private List<Line> lines(boolean links) {
    Map<Kind, List<Finding>> kinds = new LinkedHashMap<>();
    for (Finding finding : findings) {
      kinds.computeIfAbsent(kind(finding), none -> new ArrayList<>()).add(finding);
    }
    List<Line> lines = new ArrayList<>();
    for (List<Finding> same : kinds.values()) {
      int many = same.get(0).severity() == Severity.ERROR ? MANY_ERRORS : MANY;
      if (same.size() >= many) {
        lines.add(together(lines.size() + 1, same, links));
      } else {
        same.forEach(finding -> lines.add(line(lines.size() + 1, finding, links)));
      }
    }
    return lines;
  }

  private static Kind kind(Finding finding) {
    return new Kind(finding.severity(), finding.code(), finding.sheet());
  }

  private String places(List<Finding> same) {
    String shown =
        same.stream()
            .limit(PLACES_SHOWN)
            .map(Finding::cell)
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining("、"));
    return "\n"
        + words.say(
            "same",
            same.size(),
            same.size() > PLACES_SHOWN ? words.say("same.more", shown) : shown);
  }

  /** One line for many: the first one's words, and what was written where. */
  private Line together(int number, List<Finding> same, boolean links) {
    Line first = line(number, same.get(0), links);
    return new Line(
        number,
        first.severity(),
        first.weight(),
        first.place(),
        first.spot(),
        first.message() + places(same),
        listed(same, Finding::verbatim),
        listed(same, Finding::expected),
        first.code());
  }

  private String listed(List<Finding> same, Function<Finding, String> value) {
    List<String> lines =
        same.stream()
            .filter(finding -> !value.apply(finding).isEmpty())
            .map(finding -> finding.cell() + "：" + value.apply(finding))
            .toList();
    String shown =
        lines.stream().limit(VALUES_SHOWN).map(Answer::cut).collect(Collectors.joining("\n"));
    return lines.size() > VALUES_SHOWN ? shown + "\n……" : shown;
  }

  private Line line(int number, Finding finding, boolean links) {
    String key = finding.severity().code();
    return new Line(
        number,
        finding.severity(),
        words.say(key + ".word") + "\n" + words.say(key + ".demand"),
        spots.shown(finding),
        links ? spots.find(finding) : Optional.empty(),
        cut(spots.message(finding)),
        cut(finding.verbatim()),
        cut(finding.expected()),
        finding.code().toUpperCase(Locale.ROOT));
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
  }

  private List<String> guide(Marked marked, boolean word, int marks) {
    List<String> guide = new ArrayList<>();
    boolean anywhere = findings.stream().anyMatch(finding -> spots.find(finding).isPresent());
    switch (marked) {
      case ORIGINAL -> {
        if (anywhere) {
          guide.add(words.say(word ? "guide.marks.word" : "guide.marks"));
        }
        guide.add(words.say("guide.original"));
      }
      case TRANSCRIPT -> {
        if (anywhere) {
          guide.add(words.say("guide.marks"));
        }
        guide.add(words.say("guide.transcript"));
      }
      case TOO_LARGE -> guide.add(words.say("guide.unmarked"));
      case NOTHING -> guide.add(words.say("guide.none"));
    }
    if (places() > marks && (marked == Marked.ORIGINAL || marked == Marked.TRANSCRIPT)) {
      guide.add(words.say("guide.capped", marks));
    }
    return findings.isEmpty() ? List.of() : guide;
  }

  private long places() {
    return findings.stream().flatMap(finding -> spots.find(finding).stream()).distinct().count();
  }
}
