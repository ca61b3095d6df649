package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.recognise.FoundForm;
import xinglin.schemas.value.Labels;

/**
 * Finds who reports: the labelled cell or title, else the sender's registration, else the common
 * parent of the lines' divisions, else the only division from which the campaign expects the form.
 */
final class ReporterFinder {
  private static final Pattern END_OF_VALUE =
      Pattern.compile("\\s{2,}|单位（盖章）|单位\\(盖章\\)|填表|填报|[，,；;]");

  /** Characters of province, city and county in front of a name. */
  private static final int LONGEST_PARENTS = 16;

  private final FoundForm found;
  private final FormDefinition form;
  private final Vocabulary vocabulary;
  private final String scope;

  ReporterFinder(FoundForm found, Vocabulary vocabulary, String scope) {
    this.found = found;
    this.form = found.form();
    this.vocabulary = vocabulary;
    this.scope = scope;
  }

  /** What the form says, with the place where it says so. */
  record Stated(String text, String sheet, String address, Optional<Division> division) {}

  Optional<Stated> stated() {
    List<AroundText> texts = new ArrayList<>(found.before());
    texts.addAll(found.after());
    Optional<Place> blank = LetterFiller.find(form, texts, "division_code");
    if (blank.isPresent()) {
      return Optional.of(
          new Stated(
              blank.get().sent().strip(),
              blank.get().sheet(),
              blank.get().address(),
              lookup(blank.get().sent())));
    }
    Optional<Stated> unknown = Optional.empty();
    for (AroundText text : texts) {
      for (String label : form.reporterLabels()) {
        for (Candidate candidate : candidates(text, label)) {
          Optional<Division> division = lookup(candidate.text());
          if (isBlankInTitle(text.text(), division)) {
            continue;
          }
          Stated stated = new Stated(candidate.text(), text.sheet(), candidate.address(), division);
          if (division.isPresent()) {
            return Optional.of(stated);
          }
          unknown = unknown.or(() -> Optional.of(stated));
        }
      }
    }
    Optional<Stated> firstUnknown = unknown;
    return named(found.before()).or(() -> named(found.after())).or(() -> firstUnknown);
  }

  /** 仙居县＿＿＿乡镇（街道）巡查登记表: the county is printed in the title, the town was left blank. */
  private boolean isBlankInTitle(String text, Optional<Division> division) {
    String words = Labels.normalise(text);
    return division.filter(one -> one.code().equals(scope)).isPresent()
        && !division.map(Division::level).equals(form.reporterLevel())
        && form.titles().stream().anyMatch(title -> words.contains(Labels.normalise(title)));
  }

  /** Texts that may be the value of a label: behind it, in front of it, in the cell beside it. */
  private static List<Candidate> candidates(AroundText text, String label) {
    Matcher matcher = spaced(label).matcher(text.text());
    List<Candidate> candidates = new ArrayList<>();
    if (!matcher.find()) {
      return candidates;
    }
    String behind = text.text().substring(matcher.end()).stripLeading();
    if (behind.startsWith("：") || behind.startsWith(":")) {
      String value = behind.substring(1).stripLeading();
      Matcher end = END_OF_VALUE.matcher(value);
      add(candidates, end.find() ? value.substring(0, end.start()) : value, text.address());
    }
    String before = text.text().substring(0, matcher.start()).strip();
    String[] words = before.split("\\s+");
    add(candidates, words[words.length - 1], text.address());
    if (matcher.start() == 0 || before.isEmpty()) {
      add(candidates, text.beside(), text.besideAt());
      add(candidates, text.ahead(), text.aheadAt());
    }
    return candidates;
  }

  /** What may name the reporter, and the cell in which it stands. */
  private record Candidate(String text, String address) {}

  private static void add(List<Candidate> candidates, String text, String address) {
    String value = text.strip().replaceAll("[_＿]+", "");
    boolean label = value.endsWith("：") || value.endsWith(":");
    boolean year = value.matches("\\d{4}年");
    boolean name = !label && !year && !value.equalsIgnoreCase("XX");
    if (!value.isEmpty() && name && value.length() <= 30) {
      candidates.add(new Candidate(value, address));
    }
  }

  private static Pattern spaced(String label) {
    StringBuilder regex = new StringBuilder();
    label
        .codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              regex.append(
                  switch (character) {
                    case "（", "(" -> "[（(]";
                    case "）", ")" -> "[）)]?";
                    default -> Pattern.quote(character);
                  });
              regex.append("\\s*");
            });
    return Pattern.compile(regex.toString());
  }

  private Optional<Division> lookup(String name) {
    List<Division> found = vocabulary.divisions().lookup(name.strip(), scope, form.reporterLevel());
    if (found.isEmpty()) {
      found = vocabulary.divisions().lookup(name.strip(), scope, Optional.empty());
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * A division of the campaign named in full inside a title or in the name of the stamping office;
   * the longest name wins.
   */
  private Optional<Stated> named(List<AroundText> texts) {
    if (form.reporterLevel().isEmpty() || scope.isEmpty()) {
      return Optional.empty();
    }
    List<Division> divisions =
        vocabulary.divisions().within(scope, form.reporterLevel().get()).stream()
            .sorted(Comparator.comparingInt((Division division) -> -division.name().length()))
            .toList();
    for (AroundText text : texts) {
      for (Division division : divisions) {
        if (names(text.text(), division)) {
          return Optional.of(
              new Stated(division.name(), text.sheet(), text.address(), Optional.of(division)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the text names this division, and not one of the same name elsewhere: 南京市鼓楼区. */
  private boolean names(String text, Division division) {
    int at = text.indexOf(division.name());
    if (at < 0) {
      return false;
    }
    int end = at + division.name().length();
    for (int start = Math.max(0, at - LONGEST_PARENTS); start < at; start++) {
      List<Division> longer =
          vocabulary
              .divisions()
              .lookup(text.substring(start, end), Divisions.CHINA, Optional.empty());
      if (!longer.isEmpty() && !longer.contains(division)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param lineCodes divisions named in the lines
   */
  Optional<Reporter> decide(
      Optional<Stated> stated,
      Optional<String> senderCode,
      Collection<String> lineCodes,
      Optional<String> onlyExpected,
      Issues issues) {
    Optional<Division> sender = senderCode.flatMap(vocabulary.divisions()::find);
    Optional<Division> lines = lineCodes.isEmpty() ? Optional.empty() : parent(lineCodes);
    if (stated.isPresent() && stated.get().division().isEmpty()) {
      Issue issue =
          Issue.of("REPORTER_UNKNOWN")
              .at(stated.get().sheet(), stated.get().address())
              .sent(stated.get().text());
      issues.add(
          vocabulary.divisions().nearMisses(stated.get().text(), scope).stream()
              .findFirst()
              .map(near -> issue.with("nearest", near.name()))
              .orElse(issue));
    }
    Optional<Division> named = stated.flatMap(Stated::division);
    if (named.isPresent()) {
      sender.ifPresent(
          other ->
              mismatch(
                  stated.get(), named.get(), other, "报送人登记的单位", "the sender's unit", true, issues));
      lines.ifPresent(
          other ->
              mismatch(
                  stated.get(),
                  named.get(),
                  other,
                  "各行所在的地区",
                  "the common parent of the lines",
                  false,
                  issues));
      return Optional.of(
          new Reporter(named.get().code(), named.get().name(), Reporter.Source.STATED));
    }
    if (stated.isPresent()) {
      return Optional.empty();
    }
    if (sender.isPresent()
        && (scope.isEmpty() || vocabulary.divisions().isWithin(sender.get().code(), scope))) {
      return Optional.of(
          new Reporter(sender.get().code(), sender.get().name(), Reporter.Source.SENDER));
    }
    Optional<Reporter> byLines =
        lines.map(
            division -> new Reporter(division.code(), division.name(), Reporter.Source.LINES));
    if (byLines.isPresent()) {
      return byLines;
    }
    Optional<Division> only = onlyExpected.flatMap(vocabulary.divisions()::find);
    if (only.isEmpty()) {
      issues.add(Issue.of("REPORTER_NOT_STATED").at(sheet(), ""));
    }
    return only.map(
        division -> new Reporter(division.code(), division.name(), Reporter.Source.CAMPAIGN));
  }

  private String sheet() {
    return found.tables().isEmpty() ? "" : found.tables().get(0).grid().sheet();
  }

  /** A single division stands for itself, several for what holds them all. */
  private Optional<Division> parent(Collection<String> codes) {
    List<String> distinct = codes.stream().distinct().toList();
    if (distinct.size() == 1) {
      Optional<Division> only = vocabulary.divisions().find(distinct.get(0));
      boolean rightLevel =
          only.isPresent()
              && form.reporterLevel().map(level -> level == only.get().level()).orElse(false);
      return rightLevel
          ? only
          : only.flatMap(Division::parentCode).flatMap(vocabulary.divisions()::find);
    }
    return vocabulary.divisions().commonParent(distinct);
  }

  /** A sender may report for what lies below it; the lines must lie within the reporter. */
  private void mismatch(
      Stated stated,
      Division named,
      Division other,
      String source,
      String sourceEn,
      boolean isSender,
      Issues issues) {
    boolean fits =
        isSender
            ? vocabulary.divisions().isWithin(named.code(), other.code())
            : vocabulary.divisions().isWithin(other.code(), named.code());
    if (!fits) {
      issues.add(
          Issue.of("REPORTER_MISMATCH")
              .at(stated.sheet(), stated.address())
              .sent(stated.text())
              .with("stated", named.name())
              .with("other", other.name())
              .with("source", source)
              .with("source_en", sourceEn));
    }
  }
}
