package xinglin.jobs.mark.page;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import xinglin.schemas.finding.Severity;

/**
 * The first sheet or page of a marked copy.
 *
 * @param name of the sheet
 * @param headline begins as {@code OwnAnswer} knows it
 * @param lead what happened, in one sentence, with exact counts
 * @param facts what to do first, then which file
 * @param heads of the seven columns
 * @param more how many lines are left out, empty if none
 * @param guide how to read the marks and how to send again
 * @param lastLine ends the page where the sender's own text follows
 */
public record AnswerPage(
    String name,
    String headline,
    Tone tone,
    String lead,
    List<Fact> facts,
    List<String> heads,
    List<Line> lines,
    String more,
    List<String> guide,
    String lastLine) {

  public AnswerPage {
    facts = List.copyOf(facts);
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
    guide = List.copyOf(guide);
  }

  /** The same page with its links led elsewhere. */
  public AnswerPage linked(UnaryOperator<Spot> move) {
    return new AnswerPage(
        name,
        headline,
        tone,
        lead,
        facts,
        heads,
        lines.stream().map(line -> line.linked(move)).toList(),
        more,
        guide,
        lastLine);
  }

  /**
   * @param first whether this is what to do
   */
  public record Fact(String name, String text, boolean first) {}

  /**
   * One finding, or many of a kind.
   *
   * @param weight how bad, and what is asked for, in two lines
   * @param spot where the link leads
   */
  public record Line(
      int number,
      Severity severity,
      String weight,
      String place,
      Optional<Spot> spot,
      String message,
      String sent,
      String expected,
      String code) {
    Line linked(UnaryOperator<Spot> move) {
      return new Line(
          number, severity, weight, place, spot.map(move), message, sent, expected, code);
    }
  }
}
