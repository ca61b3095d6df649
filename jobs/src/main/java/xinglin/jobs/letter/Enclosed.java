package xinglin.jobs.letter;

/**
 * A marked copy that goes with a letter.
 *
 * @param deliveryId of the file that it is a copy of
 * @param name under which it is attached
 * @param tooLarge whether it is left out
 */
public record Enclosed(String deliveryId, String name, boolean tooLarge) {}
