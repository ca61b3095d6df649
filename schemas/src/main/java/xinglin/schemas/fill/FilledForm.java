package xinglin.schemas.fill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.Heading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.State;

/**
 * A form as read, before its figures are checked against each other.
 *
 * @param headings the cells that tell reporter and period, as far as cells do
 * @param labels the sender's label of each measure and column
 */
public record FilledForm(
    FormDefinition form,
    Optional<Campaign> campaign,
    String sheet,
    Optional<Reporter> reporter,
    Optional<Period> period,
    List<Heading> headings,
    List<Figure> figures,
    List<RegisterLine> lines,
    Map<String, String> signature,
    Map<String, String> labels,
    List<Issue> issues) {

  public FilledForm {
    headings = List.copyOf(headings);
    figures = List.copyOf(figures);
    lines = List.copyOf(lines);
    signature = Map.copyOf(signature);
    labels = Map.copyOf(labels);
    issues = List.copyOf(issues);
  }

  /** Whether nothing was filled in: no line, no figure that says anything. */
  public boolean isBlank() {
    return lines.isEmpty()
        && figures.stream().allMatch(figure -> figure.value().state() == State.BLANK);
  }
}
