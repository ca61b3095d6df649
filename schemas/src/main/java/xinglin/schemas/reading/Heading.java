package xinglin.schemas.reading;

/**
 * A cell that tells whose report a form is, or of which days.
 *
 * @param decides {@link #REPORTER} or {@link #PERIOD}
 */
public record Heading(String decides, String sheet, String cell) {
  public static final String REPORTER = "reporter_code";
  public static final String PERIOD = "period";
}
