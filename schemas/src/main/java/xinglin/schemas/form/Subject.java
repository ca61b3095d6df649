package xinglin.schemas.form;

import java.util.Optional;
import xinglin.schemas.reading.Figure;

/**
 * What a column, a row or the section above a row says of the figures in it. A figure is what all
 * of them say together.
 *
 * @param measure measure id
 * @param category practice type, or code of the list that the table breaks down by
 * @param division code of the division
 * @param span part of the form's period
 * @param role where the figures are not those of the table: totals, or figures that only restate
 */
public record Subject(
    Optional<String> measure,
    Optional<String> category,
    Optional<String> division,
    Optional<Span> span,
    Optional<Figure.Role> role) {

  /** Says nothing. */
  public static final Subject NOTHING =
      new Subject(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static Subject ofDivision(String code) {
    return new Subject(
        Optional.empty(), Optional.empty(), Optional.of(code), Optional.empty(), Optional.empty());
  }

  public static Subject ofCategory(String code) {
    return new Subject(
        Optional.empty(), Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static Subject ofMeasure(String id) {
    return new Subject(
        Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static Subject ofSpan(Span span) {
    return new Subject(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(span), Optional.empty());
  }

  /** Both together; where both say something the nearer one counts. */
  public Subject and(Subject nearer) {
    return new Subject(
        nearer.measure.or(() -> measure),
        nearer.category.or(() -> category),
        nearer.division.or(() -> division),
        nearer.span.or(() -> span),
        nearer.role.or(() -> role));
  }

  /** The same as a total of others. */
  public Subject asTotal() {
    return new Subject(measure, category, division, span, Optional.of(Figure.Role.TOTAL));
  }
}
