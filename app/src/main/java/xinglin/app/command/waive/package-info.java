/** Command {@code waive}. */
@org.jspecify.annotations.NullMarked
package xinglin.app.command.waive;
