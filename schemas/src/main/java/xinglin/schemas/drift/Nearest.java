package xinglin.schemas.drift;

/**
 * How near a file comes to one edition of a form.
 *
 * @param score 0 to 1
 * @param sheet where in the file
 */
public record Nearest(
    String formId, String edition, String zh, String en, double score, String sheet) {}
