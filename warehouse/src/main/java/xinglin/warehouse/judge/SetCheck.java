package xinglin.warehouse.judge;

/**
 * A check that looks at many submissions at once: a statement that returns the rows it objects to.
 *
 * @param code of its declaration
 * @param path as its author knows it, for messages
 * @param own whether it lies among the definitions, in a home or to be tried out, and not in this
 *     build
 * @param text the statement. Its columns are {@code submission_id}, and if it has them {@code
 *     sheet}, {@code cell}, {@code measure_id}, {@code verbatim}, {@code expected}; any other fills
 *     the placeholder of its name
 */
public record SetCheck(String code, String path, boolean own, String text) {}
