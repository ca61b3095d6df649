package xinglin.jobs.letter;

import java.util.List;
import xinglin.jobs.mark.page.Tone;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;

/**
 * An answer in words, the same in a mail and on a page.
 *
 * @param lead what was received when
 * @param todo what to do now, step by step
 * @param parts a form each
 * @param heads of the table of problems
 * @param enclosed what is attached and what it is good for
 * @param closing last lines, the sender's signature among them
 */
public record Letter(
    Language language,
    String subject,
    Tone tone,
    String headline,
    String greeting,
    String lead,
    Listed todo,
    List<Part> parts,
    List<String> heads,
    Listed enclosed,
    List<String> closing) {
  public Letter {
    parts = List.copyOf(parts);
    heads = List.copyOf(heads);
    closing = List.copyOf(closing);
  }

  /** Lines below a title. */
  public record Listed(String title, List<String> lines) {
    public Listed {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What became of one form.
   *
   * @param title which of several; empty if there is one
   * @param more how many lines are left out; empty if none
   */
  public record Part(
      String title,
      List<Fact> facts,
      Tone tone,
      String verdict,
      String meaning,
      List<Line> lines,
      String more) {
    public Part {
      facts = List.copyOf(facts);
      lines = List.copyOf(lines);
    }
  }

  public record Fact(String name, String text) {}

  /** One problem, or many of a kind. */
  public record Line(
      Severity severity,
      String weight,
      String place,
      String message,
      String sent,
      String expected) {}
}
