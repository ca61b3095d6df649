/** Command {@code release}. */
@org.jspecify.annotations.NullMarked
package xinglin.app.command.release;
