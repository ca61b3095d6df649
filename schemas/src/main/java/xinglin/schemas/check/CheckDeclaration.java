package xinglin.schemas.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.finding.Wording;

/**
 * One check as declared in {@code checks/<code>.yaml}.
 *
 * @param code public and stable
 * @param needs what has to be known before the check can run
 * @param decidesVerdict whether its findings count for the verdict; a late report is late, but what
 *     it says is as good as ever
 * @param title name of the check
 * @param message where and what is wrong, with placeholders
 * @param action what the sender should do, with placeholders
 * @param arguments meaning of each placeholder that the check itself must supply, by name; {@code
 *     place}, {@code sent} and {@code expected} come from the issue. An argument {@code name_en}
 *     replaces {@code name} in the English text
 * @param examples empty only for what no example can raise, such as a failure of ours
 * @param like for a check of one's own, the check whose comparison it makes, under its own code,
 *     severity and sentences
 * @param on forms that it looks at, each with the figures that it compares
 */
public record CheckDeclaration(
    String code,
    Severity severity,
    Needs needs,
    boolean decidesVerdict,
    Wording title,
    Wording message,
    Wording action,
    Map<String, String> arguments,
    Optional<CheckExamples> examples,
    Optional<String> like,
    List<Entry> on) {

  /** Placeholders that every issue fills by itself. */
  static final Set<String> OF_ISSUE = Set.of("place", "sent", "expected");

  public CheckDeclaration {
    arguments = Map.copyOf(arguments);
    on = List.copyOf(on);
  }

  static CheckDeclaration read(Entry entry) {
    CheckDeclaration check =
        new CheckDeclaration(
            entry.text("code"),
            entry.choice("severity", Severity.class, Severity.ERROR),
            entry.choice("needs", Needs.class, Needs.FILE),
            entry.flag("decides_verdict", true),
            wording(entry, "title"),
            wording(entry, "message"),
            wording(entry, "action"),
            entry.map("arguments"),
            entry.find("examples").map(CheckExamples::read),
            entry.findText("like"),
            entry.list("on").stream().map(Entry::later).toList());
    entry.done();
    check.validate(entry);
    return check;
  }

  private static Wording wording(Entry entry, String key) {
    Entry texts = entry.get(key);
    Wording wording = new Wording(texts.text("zh"), texts.text("en"));
    texts.done();
    return wording;
  }

  /** Path of its definition. */
  public String file() {
    return "checks/" + code.toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
  }

  private void validate(Entry entry) {
    String expectedFile = file();
    if (!entry.file().equals(expectedFile)) {
      entry.problem("code", Mistake.of("check {0} belongs in {1}", code, expectedFile));
    }
    Set<String> used = new TreeSet<>();
    for (Language language : Language.values()) {
      Set<String> names = new TreeSet<>(MessageTemplate.of(message.in(language)).names());
      names.addAll(MessageTemplate.of(action.in(language)).names());
      names.stream()
          .filter(name -> !OF_ISSUE.contains(name) && !arguments.containsKey(name))
          .forEach(
              name ->
                  entry.problem(
                      "message", Mistake.of("placeholder {{0}} is not among the arguments", name)));
      used.addAll(names);
    }
    arguments.keySet().stream()
        .filter(name -> !used.contains(name))
        .forEach(
            name ->
                entry.problem("arguments", Mistake.of("argument \"{0}\" stands in no text", name)));
  }

  /** What a check looks at, from the least to the most. */
  public enum Needs {
    /** The file alone. */
    FILE,
    /** The file and the campaign it is reported for, with the day of receipt. */
    CAMPAIGN,
    /** What was sent before. */
    HISTORY,
    /** The package it came in; the conformance kit of the specification holds the examples. */
    PACKAGE,
    /** Rows of exchanged records, which are judged in sets. */
    RECORDS
  }
}
