/** Command {@code rule}. */
@org.jspecify.annotations.NullMarked
package xinglin.app.command.rule;
