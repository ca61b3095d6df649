/** Commands that fill in forms of higher levels. */
@org.jspecify.annotations.NullMarked
package xinglin.app.command.rollup;
