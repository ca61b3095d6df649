package xinglin.jobs.letter;

import java.util.List;
import xinglin.schemas.finding.Language;

/** A letter as plain text, for mail programs that show nothing else. */
public final class PlainLetter {
  private final StringBuilder text = new StringBuilder();
  private final Letter letter;
  private final String colon;

  private PlainLetter(Letter letter) {
    this.letter = letter;
    this.colon = letter.language() == Language.EN ? ": " : "：";
  }

  public static String of(Letter letter) {
    return new PlainLetter(letter).write();
  }

  private String write() {
    line(letter.greeting());
    line("");
    line(letter.lead());
    line("");
    line("【" + letter.headline() + "】");
    line("");
    line(letter.todo().title() + colon);
    numbered(letter.todo().lines());
    for (Letter.Part part : letter.parts()) {
      line("");
      part(part);
    }
    if (!letter.enclosed().lines().isEmpty()) {
      line("");
      line(letter.enclosed().title() + colon);
      numbered(letter.enclosed().lines());
    }
    line("");
    letter.closing().forEach(this::line);
    return text.toString();
  }

  private void part(Letter.Part part) {
    line("────────────────");
    if (!part.title().isEmpty()) {
      line(part.title());
    }
    part.facts().forEach(fact -> line(fact.name() + colon + fact.text()));
    if (!part.verdict().isEmpty()) {
      line("【" + part.verdict() + "】" + part.meaning());
    }
    int number = 1;
    for (Letter.Line problem : part.lines()) {
      line("");
      line(number++ + ". 〔" + problem.weight() + "〕 " + problem.place());
      line("   " + problem.message().replace("\n", "\n   "));
      value(3, problem.sent());
      value(4, problem.expected());
    }
    if (!part.more().isEmpty()) {
      line(part.more());
    }
  }

  private void value(int head, String value) {
    if (!value.isEmpty()) {
      line("   " + letter.heads().get(head) + colon + value.replace("\n", " / "));
    }
  }

  private void numbered(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      line((lines.size() > 1 ? (i + 1) + ". " : "") + lines.get(i));
    }
  }

  private void line(String content) {
    text.append(content.stripTrailing()).append('\n');
  }
}
